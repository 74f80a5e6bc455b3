"""Materials, furniture and lights for render_rooms.py; lengths in metres, colours as sRGB hex. Runs inside Blender."""

import itertools
import math
import random
from collections.abc import Sequence

import bpy
from mathutils import Vector

Point = tuple[float, float, float]
GOLDEN_ANGLE = math.radians(137.508)


def rgba(color: str) -> tuple[float, float, float, float]:
    """Turn `#rrggbb` (sRGB) into linear RGBA, 0..1, by the curve of IEC 61966-2-1."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue, 1.0


class Shader:
    """A material under construction: nodes by type name, linked output to input."""

    def __init__(self, color: str, roughness: float, specular: float = 0.3) -> None:
        self.material = bpy.data.materials.new("material")
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]
        self.surface.inputs["Base Color"].default_value = rgba(color)
        self.surface.inputs["Roughness"].default_value = roughness
        self.surface.inputs["Specular"].default_value = specular

    def node(self, kind: str, **inputs: object) -> bpy.types.Node:
        """Add a node; each keyword is an input's value, or another node's output to link."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for name, value in inputs.items():
            socket = node.inputs[name.replace("_", " ")]
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, socket)
            else:
                socket.default_value = value
        return node

    def coordinates(self, scale: Point) -> bpy.types.NodeSocket:
        """The object's own coordinates, scaled per axis."""
        source = self.node("TexCoord").outputs["Object"]
        return self.node("Mapping", Vector=source, Scale=scale).outputs["Vector"]

    def ramp(self, factor: bpy.types.NodeSocket, colors: Sequence[str], steps: bool = False) -> bpy.types.NodeSocket:
        """Colours over a factor 0..1, blended or in steps."""
        node = self.node("ValToRGB", Fac=factor)
        ramp = node.color_ramp
        ramp.interpolation = "CONSTANT" if steps else "LINEAR"
        while len(ramp.elements) < len(colors):
            ramp.elements.new(0.5)
        last = len(colors) if steps else len(colors) - 1
        for i, color in enumerate(colors):
            ramp.elements[i].position = i / last
            ramp.elements[i].color = rgba(color)
        return node.outputs["Color"]

    def base_color(self, color: bpy.types.NodeSocket) -> None:
        """Take the surface's colour from `color`."""
        self.tree.links.new(color, self.surface.inputs["Base Color"])

    def bump(self, height: bpy.types.NodeSocket, strength: float) -> None:
        """Raise the surface by `height`."""
        node = self.node("Bump", Height=height, Strength=strength, Distance=0.01)
        self.tree.links.new(node.outputs["Normal"], self.surface.inputs["Normal"])


def paint(color: str, roughness: float = 0.6, shade: str | None = None, scale: float = 3.0) -> bpy.types.Material:
    """Plain paint or glaze, drifting towards `shade` in soft patches where one is given."""
    shader = Shader(color, roughness)
    if shade:
        noise = shader.node("TexNoise", Vector=shader.coordinates((1, 1, 1)), Scale=scale, Detail=4.0)
        shader.base_color(shader.ramp(noise.outputs["Fac"], (shade, color)))
    return shader.material


def plaster(color: str, shade: str) -> bpy.types.Material:
    """A painted wall: faint patches and the roller's grain."""
    shader = Shader(color, 0.85, 0.15)
    where = shader.coordinates((1, 1, 1))
    patches = shader.node("TexNoise", Vector=where, Scale=1.2, Detail=5.0)
    shader.base_color(shader.ramp(patches.outputs["Fac"], (shade, color)))
    shader.bump(shader.node("TexNoise", Vector=where, Scale=160.0, Detail=3.0).outputs["Fac"], 0.12)
    return shader.material


def wood(light: str, dark: str, along: int = 0, roughness: float = 0.45) -> bpy.types.Material:
    """Wood with its grain along axis 0, 1 or 2."""
    shader = Shader(light, roughness)
    scale = [9.0, 9.0, 9.0]
    scale[along] = 0.7
    where = shader.coordinates((scale[0], scale[1], scale[2]))
    grain = shader.node("TexNoise", Vector=where, Scale=2.2, Detail=9.0, Roughness=0.62, Distortion=0.6)
    shader.base_color(shader.ramp(grain.outputs["Fac"], (dark, dark, light, light)))
    shader.bump(grain.outputs["Fac"], 0.08)
    return shader.material


def planks(light: str, dark: str) -> bpy.types.Material:
    """A floor of boards 14 cm wide."""
    shader = Shader(light, 0.38)
    where = shader.coordinates((1, 1, 1))
    boards = shader.node(
        "TexBrick", Vector=where, Color1=rgba(light), Color2=rgba(dark), Mortar=rgba("#2a1d14"), Scale=1.0,
        Mortar_Size=0.0015, Brick_Width=1.6, Row_Height=0.14,
    )  # fmt: skip
    grain = shader.node("TexNoise", Vector=shader.coordinates((1.5, 30, 1)), Scale=2.0, Detail=8.0)
    veins = shader.ramp(grain.outputs["Fac"], ("#9a9a9a", "#ffffff"))
    mix = shader.node("MixRGB", Fac=0.6, Color1=boards.outputs["Color"], Color2=veins)
    mix.blend_type = "MULTIPLY"
    shader.base_color(mix.outputs["Color"])
    return shader.material


def layered_art(colors: Sequence[str], scale: float, offset: float = 0.0) -> bpy.types.Material:
    """An abstract print: layers like hills from bottom to top, in flat colours."""
    shader = Shader(colors[0], 0.8, 0.1)
    source = shader.node("TexCoord").outputs["Generated"]
    where = shader.node("Mapping", Vector=source, Location=(offset, offset, 0)).outputs["Vector"]
    noise = shader.node("TexNoise", Vector=where, Scale=scale, Detail=1.5).outputs["Fac"]
    height = shader.node("SeparateXYZ", Vector=source).outputs["Z"]
    total = shader.node("Math")
    total.operation = "MULTIPLY_ADD"
    for socket, value in zip(total.inputs, (noise, None, height), strict=True):
        if value:
            shader.tree.links.new(value, socket)
    total.inputs[1].default_value = 0.9
    lower = shader.node("Math", Value=total.outputs[0])
    lower.operation = "SUBTRACT"
    lower.inputs[1].default_value = 0.42
    shader.base_color(shader.ramp(lower.outputs[0], colors, steps=True))
    return shader.material


def glow(color: str, strength: float) -> bpy.types.Material:
    """A surface that shines."""
    shader = Shader("#000000", 1.0, 0.0)
    shader.surface.inputs["Emission"].default_value = rgba(color)
    shader.surface.inputs["Emission Strength"].default_value = strength
    return shader.material


def sheer(color: str, through: float) -> bpy.types.Material:
    """Thin cloth: `through` of the light that meets it shines through, scattered."""
    shader = Shader(color, 0.9, 0.05)
    behind = shader.node("BsdfTranslucent", Color=rgba(color))
    mix = shader.node("MixShader", Fac=through)
    shader.tree.links.new(shader.surface.outputs[0], mix.inputs[1])
    shader.tree.links.new(behind.outputs[0], mix.inputs[2])
    shader.tree.links.new(mix.outputs[0], shader.tree.nodes["Material Output"].inputs["Surface"])
    return shader.material


def mesh(
    vertices: Sequence[Point], faces: Sequence[Sequence[int]], look: bpy.types.Material, at: Point = (0, 0, 0)
) -> bpy.types.Object:
    """Place a smooth-shaded mesh in the scene."""
    data = bpy.data.meshes.new("mesh")
    data.from_pydata(vertices, [], faces)
    data.polygons.foreach_set("use_smooth", [True] * len(data.polygons))
    data.materials.append(look)
    thing = bpy.data.objects.new("thing", data)
    thing.location = at
    bpy.context.collection.objects.link(thing)
    return thing


def grid(columns: int, rows: int) -> list[tuple[int, int, int, int]]:
    """Faces of a grid of `columns` by `rows` vertices, counted row by row."""
    return [
        (r * columns + c, r * columns + c + 1, (r + 1) * columns + c + 1, (r + 1) * columns + c)
        for r in range(rows - 1)
        for c in range(columns - 1)
    ]


def box(size: Point, at: Point, look: bpy.types.Material, turn: Point = (0, 0, 0), edge: float = 0.004) -> None:
    """A box with eased edges, its centre at `at`, turned by Euler angles in radians."""
    x, y, z = (side / 2 for side in size)
    corners = [(sx * x, sy * y, sz * z) for sz in (-1, 1) for sy in (-1, 1) for sx in (-1, 1)]
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    thing = mesh(corners, faces, look, at)
    thing.rotation_euler = turn
    thing.data.polygons.foreach_set("use_smooth", [False] * 6)
    bevel = thing.modifiers.new("bevel", "BEVEL")
    bevel.width = min(edge, min(size) / 3)
    bevel.segments = 2


def lathe(profile: Sequence[tuple[float, float]], at: Point, look: bpy.types.Material) -> None:
    """Turn a profile of (radius, height) about the vertical through `at`."""
    columns = 49
    angles = [2 * math.pi * i / (columns - 1) for i in range(columns)]
    vertices = [(r * math.cos(a), r * math.sin(a), z) for r, z in profile for a in angles]
    mesh(vertices, grid(columns, len(profile)), look, at)


def leaf(root: Point, heading: float, lift: float, length: float, width: float, droop: float,
         look: bpy.types.Material) -> None:  # fmt: skip
    """A leaf that starts at `root`, rises by `lift` and bends down by `droop` (radians) to its tip."""
    rows = 9
    place, angle = Vector(root), lift
    side = Vector((-math.sin(heading), math.cos(heading), 0))
    vertices: list[Point] = []
    for row in range(rows):
        t = row / (rows - 1)
        half = 0.5 * width * math.sin(math.pi * min(1.0, 0.04 + t**0.75 * 0.96)) + 0.002
        fold = Vector((0, 0, 0.35 * half))
        vertices += [tuple(place - side * half + fold), tuple(place), tuple(place + side * half + fold)]
        forward = Vector((math.cos(heading) * math.cos(angle), math.sin(heading) * math.cos(angle), math.sin(angle)))
        place = place + forward * (length / (rows - 1))
        angle -= droop / (rows - 1)
    mesh(vertices, grid(3, rows), look)


def foliage(color: str, shade: str) -> bpy.types.Material:
    """Leaves: waxy, and letting some light through."""
    material = sheer(color, 0.25)
    surface = material.node_tree.nodes["Principled BSDF"]
    surface.inputs["Roughness"].default_value = 0.38
    surface.inputs["Specular"].default_value = 0.45
    surface.inputs["Base Color"].default_value = rgba(shade)
    return material


def pot(at: Point, radius: float, height: float, look: bpy.types.Material) -> None:
    """A tapered flower pot with soil."""
    profile = [(0, 0), (radius * 0.72, 0), (radius * 0.76, 0.01), (radius, height), (radius * 0.93, height)]
    lathe([*profile, (radius * 0.9, height * 0.9)], at, look)
    lathe([(0, height * 0.9), (radius * 0.92, height * 0.9)], at, paint("#2b2019", 0.95))


def blade_plant(at: Point, height: float, seed: int) -> None:
    """A snake plant: stiff upright blades from one pot."""
    rng = random.Random(seed)
    looks = [foliage("#5d7d4a", "#35552f"), foliage("#7c9a58", "#4b6b38"), foliage("#4a6b45", "#274527")]
    for i in range(17):
        heading = i * GOLDEN_ANGLE
        out = rng.uniform(0.01, 0.055)
        root = (at[0] + out * math.cos(heading), at[1] + out * math.sin(heading), at[2])
        leaf(root, heading, math.radians(rng.uniform(76, 88)), height * rng.uniform(0.55, 1.0),
             rng.uniform(0.045, 0.065), rng.uniform(-0.05, 0.25), rng.choice(looks))  # fmt: skip


def leafy_plant(at: Point, height: float, seed: int, leaf_length: float = 0.17, stems: int = 7) -> None:
    """A rubber plant or the like: bowed stems with leaves all along."""
    rng = random.Random(seed)
    looks = [foliage("#5a8a44", "#2f5a2b"), foliage("#79a45a", "#46713a"), foliage("#47723c", "#244a25")]
    stalk = paint("#5a4a30", 0.8)
    for stem in range(stems):
        heading = stem * GOLDEN_ANGLE + rng.uniform(-0.3, 0.3)
        reach, rise = rng.uniform(0.12, 0.36) * height, height * rng.uniform(0.7, 1.0)
        points = [
            Vector((at[0] + math.cos(heading) * reach * t**1.8, at[1] + math.sin(heading) * reach * t**1.8,
                    at[2] + rise * t * (1.12 - 0.12 * t)))
            for t in (i / 15 for i in range(16))
        ]  # fmt: skip
        for low, high in itertools.pairwise(points):
            rod(low, high, 0.004, stalk)
        for i in range(3, 16):
            turn = i * GOLDEN_ANGLE + stem
            size = leaf_length * rng.uniform(0.7, 1.15)
            leaf(tuple(points[i]), turn, rng.uniform(0.1, 0.75), size, size * rng.uniform(0.42, 0.55),
                 rng.uniform(0.5, 1.3), rng.choice(looks))  # fmt: skip


def rod(low: Vector, high: Vector, radius: float, look: bpy.types.Material) -> None:
    """A round rod between two points."""
    axis = (high - low).normalized()
    across = axis.orthogonal().normalized()
    along = axis.cross(across)
    ring = [across * math.cos(a) + along * math.sin(a) for a in (2 * math.pi * i / 10 for i in range(11))]
    mesh([tuple(end + r * radius) for end in (low, high) for r in ring], grid(11, 2), look)


def books(x: tuple[float, float], y: float, z: float, tallest: float, seed: int, colors: Sequence[str]) -> None:
    """Fill a shelf with books from x[0] to x[1], their backs near `y`, standing on `z`."""
    rng = random.Random(seed)
    looks = [paint(color, rng.uniform(0.45, 0.8)) for color in colors]
    bands = [paint(color, 0.5) for color in ("#d8c9a3", "#efe9dd", "#2a2622", "#b8924a")]
    at = x[0] + 0.004
    while at < x[1] - 0.03:
        thick = rng.uniform(0.014, 0.044)
        tall = tallest * rng.choice((rng.uniform(0.62, 0.78), rng.uniform(0.78, 0.98)))
        deep = rng.uniform(0.14, 0.19)
        tilt = rng.uniform(0.06, 0.14) if rng.random() < 0.07 else 0.0
        lean = math.sin(tilt) * tall
        if at + thick + lean > x[1]:
            break
        centre = (at + thick / 2 + lean / 2, y + deep / 2 + rng.uniform(0, 0.012), z + tall / 2)
        box((thick, deep, tall), centre, rng.choice(looks), (0, tilt, 0), 0.003)
        if tilt == 0 and rng.random() < 0.6:
            for share in rng.sample((0.14, 0.3, 0.72, 0.86), rng.choice((1, 2))):
                label = (thick * 0.9, 0.002, tall * rng.uniform(0.02, 0.09))
                box(label, (centre[0], centre[1] - deep / 2, z + tall * share), rng.choice(bands), edge=0.0005)
        at += thick + lean + 0.0015
        if rng.random() < 0.06:
            at += rng.uniform(0.04, 0.12)


def picture(at: Point, width: float, height: float, art: bpy.types.Material, frame: bpy.types.Material) -> None:
    """A framed print with a mount, hung on a wall that faces -y."""
    rail = 0.022
    x, y, z = at
    for sign in (-1, 1):
        box((width + 2 * rail, 0.03, rail), (x, y - 0.015, z + sign * (height + rail) / 2), frame)
        box((rail, 0.03, height), (x + sign * (width + rail) / 2, y - 0.015, z), frame)
    box((width, 0.01, height), (x, y - 0.006, z), paint("#f1ede4", 0.9))
    box((width * 0.7, 0.004, height * 0.72), (x, y - 0.013, z), art, edge=0.0005)


def lamp(at: Point, height: float, shade_radius: float, watts: float, foot: bpy.types.Material) -> None:
    """A lamp with a cloth shade, open above and below, lit warm."""
    stem = height - shade_radius * 1.2
    lathe([(0, 0), (0.085, 0), (0.085, 0.012), (0.02, 0.022), (0.009, 0.04), (0.009, stem)], at, foot)
    shade = sheer("#f3dfbd", 0.55)
    low, top = stem - 0.02, height
    lathe([(shade_radius, low), (shade_radius * 0.78, top)], at, shade)
    bulb = bpy.data.lights.new("bulb", "POINT")
    bulb.energy, bulb.color, bulb.shadow_soft_size = watts, rgba("#ffc98a")[:3], 0.04
    light = bpy.data.objects.new("bulb", bulb)
    light.location = (at[0], at[1], at[2] + (low + top) / 2)
    bpy.context.collection.objects.link(light)


def curtain(x: tuple[float, float], y: float, z: tuple[float, float], folds: int, depth: float, seed: int,
            look: bpy.types.Material) -> None:  # fmt: skip
    """A curtain in uneven folds, opening out a little towards its hem."""
    rng = random.Random(seed)
    columns, rows = folds * 14, 24
    phases = [(rng.uniform(0.6, 1.5), rng.uniform(0, 6.28), rng.uniform(0.3, 1.0)) for _ in range(4)]
    vertices = []
    for row in range(rows):
        v = row / (rows - 1)
        for column in range(columns):
            u = column / (columns - 1)
            angle = 2 * math.pi * folds * u + 0.9 * math.sin(5 * u + phases[0][1])
            wave = math.sin(angle) + 0.25 * sum(a * math.sin(f * angle / 2 + p + v) for f, p, a in phases)
            vertices.append((
                x[0] + (x[1] - x[0]) * u + 0.02 * math.sin(3 * v + 7 * u),
                y + depth * wave * (1.15 - 0.4 * v),
                z[0] + (z[1] - z[0]) * v,
            ))  # fmt: skip
    mesh(vertices, grid(columns, rows), look)


def area_light(at: Point, target: Point, size: tuple[float, float], watts: float, color: str,
               spread_deg: float = 180) -> None:  # fmt: skip
    """A rectangular light at `at` that shines towards `target`, within a cone of `spread_deg`."""
    data = bpy.data.lights.new("area", "AREA")
    data.shape, data.size, data.size_y = "RECTANGLE", *size
    data.energy, data.color, data.spread = watts, rgba(color)[:3], math.radians(spread_deg)
    light = bpy.data.objects.new("area", data)
    light.location = at
    light.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    light.visible_camera = False
    bpy.context.collection.objects.link(light)
