"""Render the rooms behind the default backgrounds and the demo clip, as linear pictures with their noise still in.

Needs Blender 3.4 or later; from the project's root, one room or, without a name, all of them:

    blender -b --factory-startup --python assets/make/render_rooms.py -- [NAME ...]

Each goes to build/rooms/NAME.exr, which develop_rooms.py turns into a picture.
"""

import math
import random
import sys
from collections.abc import Callable
from pathlib import Path

import bpy
from mathutils import Vector

sys.path.insert(0, str(Path(__file__).parent))

import room_parts as parts

OUTPUT = Path("build/rooms")
SIZE_PX = (960, 540)
SAMPLES = 40
BINDINGS = ("#6d2b2b", "#27435a", "#1f3b38", "#3d5a46", "#b5793a", "#2d2c30", "#8b3f2c", "#c9bfa8", "#56728a",
            "#8a7f68", "#b24f2c", "#40364f", "#77815b")  # fmt: skip


def camera(at: parts.Point, target: parts.Point, lens_mm: float, f_stop: float, focus_m: float) -> None:
    """Look from `at` towards `target`, in focus where the person would sit."""
    data = bpy.data.cameras.new("camera")
    data.lens = lens_mm
    data.dof.use_dof, data.dof.aperture_fstop, data.dof.focus_distance = True, f_stop, focus_m
    eye = bpy.data.objects.new("camera", data)
    eye.location = at
    eye.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(eye)
    bpy.context.scene.camera = eye


def ambient(color: str, strength: float) -> None:
    """Light from all around, as a room's own walls and ceiling would give."""
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs["Color"].default_value = parts.rgba(color)
    world.node_tree.nodes["Background"].inputs["Strength"].default_value = strength
    bpy.context.scene.world = world


def shell(wall: bpy.types.Material, floor: bpy.types.Material, back_m: float, skirting: str = "#efece6") -> None:
    """A back wall at y = `back_m` with its skirting board, a side wall far off to the right, and the floor."""
    parts.box((9, 0.1, 3.2), (0, back_m + 0.05, 1.6), wall)
    parts.box((9, 9, 0.1), (0, back_m - 4, -0.05), floor)
    parts.box((9, 0.018, 0.11), (0, back_m - 0.009, 0.055), parts.paint(skirting, 0.4))


def shelf_unit(x: tuple[float, float], y: float, heights: list[float], depth: float, look: bpy.types.Material) -> None:
    """Upright sides, boards at `heights` and a back, open towards -y."""
    thick = 0.025
    middle = (x[0] + x[1]) / 2
    tall = heights[-1] - heights[0]
    for side in x:
        parts.box((thick, depth, tall + thick), (side, y + depth / 2, heights[0] + tall / 2), look)
    for height in heights:
        parts.box((x[1] - x[0], depth, thick), (middle, y + depth / 2, height), look)
    parts.box((x[1] - x[0], 0.01, tall), (middle, y + depth, heights[0] + tall / 2), look)


def vase(at: parts.Point, height: float, color: str) -> None:
    """A round-bellied vase."""
    profile = [(0.0, 0.0), (0.28, 0.0), (0.42, 0.16), (0.46, 0.34), (0.36, 0.58), (0.17, 0.8), (0.16, 0.95), (0.2, 1.0)]
    parts.lathe([(r * height, z * height) for r, z in profile], at, parts.paint(color, 0.35))


def studio_grey() -> None:
    """A cyclorama: paper sweeping from wall to floor, with a pool of light behind the head."""
    radius, back = 1.1, 3.4
    profile = [(back, 4.0), (back, radius)]
    profile += [
        (back - radius + radius * math.cos(a), radius - radius * math.sin(a))
        for a in (math.pi / 2 * i / 24 for i in range(1, 25))
    ]
    profile.append((-3.0, 0.0))
    vertices = [(x, y, z) for y, z in profile for x in (-7.0, 7.0)]
    parts.mesh(vertices, parts.grid(2, len(profile)), parts.plaster("#c9c8c6", "#c3c2c0"))
    parts.area_light((-1.3, -0.2, 2.3), (0.1, 3.4, 1.4), (1.0, 1.0), 24, "#fff6ec", spread_deg=75)
    parts.area_light((0, 1.0, 3.8), (0, 2.0, 0), (3.0, 2.0), 60, "#f2f5ff")
    ambient("#e4e8f0", 0.05)
    camera((0, -0.9, 1.45), (0, 3.4, 0.92), 27, 2.0, 1.0)


def home_office() -> None:
    """Floating shelves with books and pots over a desk, a tall plant, daylight from the left."""
    shell(parts.plaster("#dfe0da", "#d4d6cf"), parts.planks("#a87c52", "#8f6440"), 2.9)
    oak = parts.wood("#c79a66", "#8f6238")
    for height, x in ((1.62, (0.35, 1.75)), (1.22, (0.55, 1.75))):
        parts.box((x[1] - x[0], 0.24, 0.034), ((x[0] + x[1]) / 2, 2.78, height), oak)
    parts.books((0.75, 1.35), 2.7, 1.637, 0.25, 3, BINDINGS)
    parts.books((0.62, 1.02), 2.7, 1.237, 0.24, 8, BINDINGS)
    vase((0.55, 2.78, 1.637), 0.24, "#e9e2d6")
    parts.pot((1.56, 2.78, 1.637), 0.075, 0.12, parts.paint("#f4f1ea", 0.4))
    parts.leafy_plant((1.56, 2.78, 1.74), 0.26, 5, 0.09, 8)
    parts.pot((1.25, 2.78, 1.237), 0.055, 0.1, parts.paint("#bd6b47", 0.8))
    parts.blade_plant((1.25, 2.78, 1.33), 0.2, 4)
    vase((1.52, 2.78, 1.237), 0.19, "#4b6470")
    parts.box((1.7, 0.62, 0.035), (1.15, 2.55, 0.74), oak)
    for x in (0.36, 1.94):
        parts.box((0.05, 0.5, 0.72), (x, 2.55, 0.36), oak)
    parts.lamp((0.62, 2.6, 0.757), 0.42, 0.11, 5, parts.paint("#2f3236", 0.4))
    parts.books((1.25, 1.6), 2.55, 0.757, 0.24, 12, BINDINGS)
    parts.pot((-1.62, 2.45, 0), 0.19, 0.36, parts.paint("#d9d4c8", 0.6))
    parts.leafy_plant((-1.62, 2.45, 0.32), 1.35, 2, 0.24, 9)
    art = parts.layered_art(("#2f4a4f", "#6f8f86", "#d8a25e", "#efe3cc"), 1.6, 2.0)
    parts.picture((-0.62, 2.9, 1.62), 0.52, 0.7, art, parts.wood("#b98a58", "#80552f", 2))
    parts.area_light((-3.4, 0.4, 2.0), (0.4, 2.9, 1.1), (1.6, 2.0), 170, "#fff6ea")
    ambient("#e8edf2", 0.42)
    camera((0, -0.5, 1.28), (0.05, 2.9, 1.2), 30, 1.4, 0.9)


def bright_window() -> None:
    """A tall window behind sheer curtains, a green garden beyond, a plant on either side."""
    wall, white = parts.plaster("#eeebe5", "#e6e2da"), parts.paint("#f6f5f2", 0.4)
    back, half, low, top = 3.0, 0.95, 0.62, 2.8
    parts.box((4, 0.2, 3.2), (-half - 2, back + 0.1, 1.6), wall)
    parts.box((4, 0.2, 3.2), (half + 2, back + 0.1, 1.6), wall)
    parts.box((2 * half, 0.2, low), (0, back + 0.1, low / 2), wall)
    parts.box((2 * half, 0.2, 1.0), (0, back + 0.1, top + 0.5), wall)
    parts.box((9, 9, 0.1), (0, back - 4, -0.05), parts.planks("#b98e62", "#a37a50"))
    for x in (-half, 0.0, half):
        parts.box((0.07, 0.08, top - low), (x, back + 0.1, (low + top) / 2), white)
    for z in (low, 2.02, top):
        parts.box((2 * half, 0.09, 0.06), (0, back + 0.1, z), white)
    parts.box((2 * half + 0.16, 0.3, 0.035), (0, back - 0.05, low), white)
    garden(back + 6)
    net, drape = parts.sheer("#fbfaf6", 0.62), parts.sheer("#cfc4b2", 0.22)
    parts.curtain((-1.2, -0.36), back - 0.16, (0.02, 2.95), 9, 0.035, 1, net)
    parts.curtain((0.42, 1.2), back - 0.16, (0.02, 2.95), 9, 0.035, 2, net)
    parts.curtain((-1.62, -1.0), back - 0.27, (0.02, 2.95), 6, 0.055, 3, drape)
    parts.curtain((1.02, 1.66), back - 0.27, (0.02, 2.95), 6, 0.055, 4, drape)
    parts.rod(Vector((-1.8, back - 0.22, 2.96)), Vector((1.8, back - 0.22, 2.96)), 0.014, parts.paint("#4a4038", 0.4))
    parts.pot((2.05, 2.5, 0), 0.2, 0.4, parts.paint("#8d8a83", 0.7))
    parts.leafy_plant((2.05, 2.5, 0.36), 1.2, 7, 0.22, 9)
    parts.pot((-0.08, back - 0.06, low + 0.018), 0.075, 0.13, parts.paint("#c07a55", 0.8))
    parts.blade_plant((-0.08, back - 0.06, low + 0.12), 0.34, 9)
    parts.area_light((0, back + 0.5, 1.8), (0, 0, 0.9), (1.8, 2.0), 26, "#f4f8ff")
    parts.area_light((-2.5, -1.5, 2.6), (0, 3.0, 1.2), (2.5, 2.0), 120, "#fff3e2")
    ambient("#f2efe8", 0.55)
    camera((0, -0.5, 1.25), (0, 3.0, 1.3), 29, 1.4, 0.9)


def garden(y: float) -> None:
    """Sky, trees and a lawn, as shining shapes far outside the window."""
    rng = random.Random(11)
    parts.box((60, 0.1, 30), (0, y + 14, 8), parts.glow("#e4f0fb", 1.5))
    parts.box((60, 40, 0.1), (0, y + 10, -1.2), parts.glow("#a9bf7a", 0.75))
    leaves = [
        parts.glow(color, strength)
        for color in ("#5f8a45", "#7da25a", "#48713a", "#9cba74", "#c0d49a")
        for strength in (0.35, 0.6, 0.95)
    ]
    crowns = [(rng.uniform(-6, 6), rng.uniform(2, 8), rng.uniform(-0.6, 1.5), rng.uniform(0.7, 1.4)) for _ in range(16)]
    crowns += [(-0.9, 4.0, 0.4, 1.1), (0.5, 3.0, 1.0, 1.2), (1.6, 5.0, 0.2, 1.3)]
    for x, far, middle, reach in crowns:
        for _ in range(130):
            away = Vector([rng.gauss(0, 1) for _ in range(3)]).normalized() * reach * rng.random() ** 0.4
            size = rng.uniform(0.05, 0.17)
            outline = [(0, -size), (size * 0.7, -size * 0.7), (size, 0), (size * 0.7, size * 0.7), (0, size)]
            # Light comes from above: a crown's upper leaves are the brighter ones.
            bright = away.z / reach + rng.uniform(-0.7, 0.7)
            look = leaves[3 * rng.randrange(5) + (0 if bright < -0.3 else 1 if bright < 0.4 else 2)]
            parts.lathe(outline, (x + away.x, y + far + away.y, middle + away.z), look)


def warm_lamp() -> None:
    """Evening: an ochre wall, framed prints and a lamp on a sideboard."""
    shell(parts.plaster("#b3947a", "#a98a70"), parts.planks("#7d5233", "#6a432a"), 2.8, "#a98a70")
    walnut = parts.wood("#7a5132", "#3f2716", 0)
    parts.box((2.3, 0.44, 0.56), (0.75, 2.56, 0.46), walnut)
    for x in (0.2, 0.96):
        parts.box((0.006, 0.01, 0.5), (x, 2.337, 0.46), parts.paint("#20140c", 0.8))
    for x in (-0.3, 1.8):
        parts.box((0.05, 0.36, 0.18), (x, 2.56, 0.09), walnut)
    parts.lamp((1.42, 2.56, 0.74), 0.58, 0.19, 5.5, parts.paint("#8c5f35", 0.3))
    vase((0.1, 2.56, 0.74), 0.34, "#5c6f68")
    vase((-0.16, 2.5, 0.74), 0.2, "#d8c8ad")
    for i, color in enumerate(("#7b2f25", "#d8cdb6", "#2d4250")):
        parts.box((0.26 - 0.02 * i, 0.19, 0.034), (0.62, 2.54, 0.757 + 0.035 * i), parts.paint(color), (0, 0, 0.1 * i))
    frame = parts.paint("#1f1b18", 0.4)
    warm = ("#7b3b26", "#c7743c", "#e3b35f", "#f0dfbd")
    parts.picture((0.28, 2.8, 1.58), 0.46, 0.62, parts.layered_art(warm, 1.7, 0.4), frame)
    cool = ("#2e3f46", "#5d7a78", "#b9b08a", "#ead9b6")
    parts.picture((0.92, 2.8, 1.64), 0.4, 0.5, parts.layered_art(cool, 2.1, 5.2), frame)
    parts.picture((-1.32, 2.8, 1.55), 0.6, 0.8, parts.layered_art(("#3c4a3a", *warm[1:]), 1.5, 9.1), frame)
    parts.pot((-1.95, 2.4, 0), 0.2, 0.4, parts.paint("#4a3a30", 0.6))
    parts.leafy_plant((-1.95, 2.4, 0.36), 1.15, 21, 0.2, 8)
    parts.area_light((-2.6, -0.4, 2.2), (0, 2.8, 1.1), (1.2, 1.2), 30, "#ffe2c4")
    ambient("#8a7a70", 0.2)
    camera((0, -0.55, 1.2), (0.02, 2.8, 1.16), 29, 1.4, 0.9)


def bookshelf() -> None:
    """A wall of books, well out of focus."""
    parts.box((9, 9, 0.1), (0, -1, -0.05), parts.planks("#6f4a2e", "#5c3b24"))
    walnut = parts.wood("#6d4a30", "#3b2617", 0)
    heights = [0.1 + 0.36 * i for i in range(8)]
    for column, x in enumerate((-2.55, -1.53, -0.51, 0.51, 1.53)):
        shelf_unit((x, x + 1.02), 2.7, heights, 0.26, walnut)
        for row, height in enumerate(heights[:-1]):
            seed = column * 10 + row
            full = random.Random(seed).uniform(0.62, 1.0)
            parts.books((x + 0.02, x + 0.02 + 0.98 * full), 2.74, height + 0.0125, 0.3, seed, BINDINGS)
            if full < 0.78:
                vase((x + 0.9, 2.8, height + 0.0125), 0.2, ("#d9c7a2", "#6d8288", "#9b5a3c")[seed % 3])
    parts.area_light((-2.4, -0.2, 2.9), (0, 2.8, 1.2), (1.4, 1.4), 120, "#ffdcb2")
    parts.area_light((2.8, 0.6, 2.2), (0.8, 2.8, 1.0), (0.8, 0.8), 30, "#d6e4ff")
    ambient("#8a7a6a", 0.2)
    camera((0, -0.4, 1.25), (0, 2.8, 1.22), 36, 1.2, 0.8)


def demo_room() -> None:
    """The demo clip's room, as sharp as a laptop's camera sees it: a door, a sideboard, a print and a plant."""
    shell(parts.plaster("#b9c4c0", "#adb9b5"), parts.planks("#b28a60", "#9a7550"), 2.6)
    white = parts.paint("#f0eee9", 0.4)
    parts.box((0.86, 0.05, 2.05), (-1.25, 2.59, 1.025), white)
    for z, height in ((0.55, 0.75), (1.5, 0.85)):
        parts.box((0.6, 0.02, height), (-1.25, 2.565, z), white, edge=0.012)
    for x in (-1.73, -0.77):
        parts.box((0.09, 0.06, 2.073), (x, 2.58, 1.0365), white)
    parts.box((1.05, 0.06, 0.09), (-1.25, 2.58, 2.12), white)
    parts.box((0.12, 0.03, 0.02), (-0.95, 2.53, 1.02), parts.paint("#8f8f8d", 0.25))
    oak = parts.wood("#c2945f", "#8a5f38", 0)
    shelf_unit((0.35, 1.75), 2.25, [0.12, 0.45, 0.8], 0.34, oak)
    parts.books((0.4, 1.2), 2.3, 0.4625, 0.27, 31, BINDINGS)
    parts.books((0.75, 1.7), 2.3, 0.1325, 0.27, 32, BINDINGS)
    parts.lamp((1.5, 2.42, 0.813), 0.5, 0.14, 5, parts.paint("#d9d5cc", 0.4))
    parts.pot((0.55, 2.4, 0.813), 0.09, 0.15, parts.paint("#c98b64", 0.8))
    parts.leafy_plant((0.55, 2.4, 0.94), 0.42, 14, 0.13, 9)
    art = parts.layered_art(("#35506b", "#7c9db0", "#e0a878", "#f1e6d2"), 1.5, 3.3)
    parts.picture((1.05, 2.6, 1.6), 0.62, 0.46, art, parts.wood("#c79a66", "#8f6238", 0))
    parts.area_light((-2.8, -0.6, 2.2), (0.2, 2.6, 1.1), (1.4, 1.4), 110, "#fff4e6")
    ambient("#e6eaee", 0.45)
    camera((0, -0.35, 1.3), (0.05, 2.6, 1.22), 27, 2.8, 1.1)


ROOMS: dict[str, Callable[[], None]] = {
    "studio-grey": studio_grey,
    "home-office": home_office,
    "bright-window": bright_window,
    "warm-lamp": warm_lamp,
    "bookshelf": bookshelf,
    "demo-room": demo_room,
}


def render(name: str) -> None:
    """Build one room in an empty scene and render it to its file."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    ROOMS[name]()
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples, scene.cycles.seed = SAMPLES, 1
    scene.cycles.use_denoising, scene.cycles.use_adaptive_sampling = False, False
    scene.cycles.max_bounces, scene.cycles.sample_clamp_indirect = 6, 6.0
    scene.cycles.caustics_reflective = scene.cycles.caustics_refractive = False
    scene.render.resolution_x, scene.render.resolution_y = SIZE_PX
    scene.view_settings.view_transform = "Standard"
    scene.render.image_settings.file_format = "OPEN_EXR"
    scene.render.image_settings.color_depth = "32"
    scene.render.filepath = str((OUTPUT / f"{name}.exr").resolve())
    bpy.ops.render.render(write_still=True)


def main() -> None:
    """Render the rooms named after `--`, or all."""
    names = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    for name in names or ROOMS:
        render(name)


main()
