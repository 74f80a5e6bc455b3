"""Paint calm videos that loop without a seam: leaf shadows on a wall, lights at night, waves of colour.

From the project's root, with numpy, opencv-python and av; names choose some of them, a number paints one frame alone:

    python assets/make/paint_loops.py [NAME ...] [--frame NUMBER]

Every motion is a sine whose period divides the loop's length, so the last frame leads into the first.
"""

import argparse
import math
from collections.abc import Callable
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import Colorspace
from paint_backgrounds import aperture
from paint_walls import mottled, plaster, window_light
from tone import BACKGROUNDS, Picture, Picture8, encode, linear

SIZE_PX = WIDTH, HEIGHT = 1280, 720
FPS, SECONDS = 30, 10
FRAMES = FPS * SECONDS
CRF = "21"

Frame = Callable[[float], Picture]
"""From the loop's phase, 0..1, to a linear picture (H, W, 3)."""


def swing(phase: float, cycles: int, offset: float) -> float:
    """A sine with whole cycles in the loop, -1..1."""
    return math.sin(2 * math.pi * (cycles * phase + offset))


def twig(rng: np.random.Generator, length_px: float, angle: float, soft_px: float) -> Picture:
    """The shadow of a twig with leaves that starts in the middle of a square: 1 where no light comes through."""
    side = int(2.4 * length_px)
    shadow = np.zeros((side, side), np.float32)
    at = np.array([side / 2, side / 2])
    for step in range(14):
        ahead = at + length_px / 14 * np.array([math.cos(angle), math.sin(angle)])
        cv2.line(shadow, tuple(map(int, at)), tuple(map(int, ahead)), 0.8, 3, cv2.LINE_AA)
        for side_of in (-1, 1):
            turn = angle + side_of * rng.uniform(0.6, 1.1)
            size = length_px * rng.uniform(0.075, 0.11) * (1 - 0.03 * step)
            middle = ahead + size * np.array([math.cos(turn), math.sin(turn)])
            axes = (int(size), int(size * rng.uniform(0.32, 0.45)))
            cv2.ellipse(shadow, tuple(map(int, middle)), axes, math.degrees(turn), 0, 360, 1.0, -1, cv2.LINE_AA)
        at, angle = ahead, angle + rng.uniform(-0.12, 0.12)
    return cv2.GaussianBlur(shadow, (0, 0), soft_px)


def leaf_shadows() -> Frame:
    """Sun through a window and a tree in front of it; the twigs sway."""
    rng = np.random.default_rng(31)
    wall = plaster(SIZE_PX, "#e7ddd0", 8)
    sun = window_light(SIZE_PX, 8)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    sky = (0.60 - 0.18 * np.hypot(x / WIDTH - 0.45, 0.7 * (y / HEIGHT - 0.35)))[..., None] * linear("#f2f1f4")
    twigs = []
    for number in range(16):
        start = (rng.uniform(0.42, 1.0) * WIDTH, rng.uniform(-0.12, 0.75) * HEIGHT)
        soft_px = rng.uniform(3, 11)
        shadow = twig(rng, rng.uniform(230, 400), math.pi * rng.uniform(0.62, 1.05), soft_px)
        twigs.append((start, shadow, rng.uniform(1.5, 3.5), 1 + number % 3, rng.uniform(0, 1)))

    def frame(phase: float) -> Picture:
        through = np.ones((HEIGHT, WIDTH), np.float32)
        gust = 0.75 + 0.25 * swing(phase, 1, 0.2)
        for (left, top), shadow, degrees, cycles, offset in twigs:
            side = shadow.shape[0]
            turn = gust * degrees * (swing(phase, cycles, offset) + 0.3 * swing(phase, cycles + 2, 2 * offset))
            matrix = cv2.getRotationMatrix2D((side / 2, side / 2), turn, 1.0)
            matrix[:, 2] += (left - side / 2, top - side / 2)
            through *= 1 - 0.82 * cv2.warpAffine(shadow, matrix, SIZE_PX, flags=cv2.INTER_LINEAR)
        light = sky + (sun * through)[..., None] * linear("#ffe2b8") * 0.46
        return wall * light

    return frame


def evening_lights() -> Frame:
    """Lights of a town at night, far out of focus; they drift a little and breathe."""
    rng = np.random.default_rng(17)
    y = np.mgrid[0:HEIGHT, 0:WIDTH][0].astype(np.float32)
    v = (y / HEIGHT)[..., None]
    ground = (1 - v) * linear("#101a33") + v * linear("#2b2036")
    glow = np.exp(-(((y / HEIGHT - 0.62) / 0.22) ** 2))[..., None] * linear("#6b4a3c") * 0.35
    base = ground + glow
    lights = []
    for _ in range(130):
        radius_px = rng.uniform(14, 58)
        place = (rng.uniform(-0.02, 1.02) * WIDTH, (0.62 + rng.normal(0, 0.13)) * HEIGHT)
        color = linear(str(rng.choice(["#ffb866", "#ffd9a3", "#ffa766", "#fff0d8", "#ffcf8f", "#a9c8ff", "#ff8f70"])))
        sharp = cv2.copyMakeBorder(aperture(radius_px, blades=16), 6, 6, 6, 6, cv2.BORDER_CONSTANT)
        disc = cv2.GaussianBlur(sharp, (0, 0), 2)
        disc = disc / disc.max()
        bright, drift_px = color * rng.lognormal(-2.6, 0.7), rng.uniform(4, 14)
        lights.append((place, disc, bright, drift_px, int(rng.integers(1, 3)), rng.uniform()))

    def frame(phase: float) -> Picture:
        picture = base.copy()
        for (left, top), disc, color, drift_px, cycles, offset in lights:
            breath = 0.8 + 0.2 * swing(phase, cycles, 2 * offset)
            column = left + drift_px * swing(phase, 1, offset)
            row = top + 0.35 * drift_px * swing(phase, 1, offset + 0.25)
            half = disc.shape[0] // 2
            x0, y0 = math.floor(column) - half, math.floor(row) - half
            shift = np.array([[1, 0, column - math.floor(column)], [0, 1, row - math.floor(row)]], np.float32)
            moved = cv2.warpAffine(disc, shift, (disc.shape[1] + 1, disc.shape[0] + 1))
            top_px, left_px = max(y0, 0), max(x0, 0)
            bottom_px, right_px = min(y0 + moved.shape[0], HEIGHT), min(x0 + moved.shape[1], WIDTH)
            if bottom_px > top_px and right_px > left_px:
                part = moved[top_px - y0 : bottom_px - y0, left_px - x0 : right_px - x0]
                picture[top_px:bottom_px, left_px:right_px] += part[..., None] * (breath * color)
        return picture

    return frame


def slow_waves() -> Frame:
    """Folds of blue and green light that rise and sink."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    u, v = x / WIDTH, y / HEIGHT
    share = np.clip(0.6 * v + 0.4 * u, 0, 1)[..., None]
    ground = (1 - share) * linear("#1f5a6e") + share * linear("#161c3f")
    folds = (
        (0.30, 0.10, 0.1, 0.26, "#57c0b4"),
        (0.50, 0.13, 0.45, 0.30, "#3a86b8"),
        (0.74, 0.10, 0.8, 0.34, "#5a62c4"),
    )

    def frame(phase: float) -> Picture:
        picture = ground.copy()
        for base, height, offset, shade, color in folds:
            drift = 0.35 * swing(phase, 1, offset)
            crest = base + height * np.sin(2.6 * u + 6.3 * offset + drift) + 0.03 * np.sin(6.1 * u - 2 * drift + offset)
            crest += 0.02 * swing(phase, 1, offset + 0.3)
            below = v - crest
            inside = 0.5 + 0.5 * np.tanh(below / 0.006)
            lit = np.exp(-np.maximum(below, 0) / 0.20) * inside
            shadow = np.exp(-np.maximum(-below, 0) / 0.09) * (1 - inside)
            picture += (shade * lit)[..., None] * (linear(color) - picture)
            picture *= (1 - 0.30 * shadow)[..., None]
        return picture

    return frame


LOOPS: dict[str, tuple[Callable[[], Frame], float]] = {
    "leaf-shadows": (leaf_shadows, 0.1),
    "evening-lights": (evening_lights, 0.1),
    "slow-waves": (slow_waves, 0.1),
}
"""Each with the contrast of its tone."""


def grained(picture: Picture, contrast: float, grain: Picture) -> Picture8:
    """8 bits, with the same grain in every frame: it keeps slopes from banding and costs next to no bits."""
    encoded = encode(np.clip(picture, 0, 1).astype(np.float32), contrast) * 255
    return np.clip(encoded + grain[..., None] + 0.5, 0, 255).astype(np.uint8)


def write(name: str) -> None:
    """Write assets/backgrounds/NAME.mp4."""
    build, contrast = LOOPS[name]
    frame, grain = build(), mottled(SIZE_PX, (1.5, 1.0), 3) * 0.8
    with av.open(str(BACKGROUNDS / f"{name}.mp4"), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream("libx264", FPS, options={"crf": CRF, "preset": "slow", "threads": "1"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.colorspace = Colorspace.ITU601
        for number in range(FRAMES):
            picture = grained(frame(number / FRAMES), contrast, grain)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "bgr24")))
        container.mux(stream.encode())


def main() -> None:
    """Paint the loops that were asked for, or one frame of each to look at."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(LOOPS))
    parser.add_argument("--frame", type=int, help="write build/NAME.png alone")
    args = parser.parse_args()
    for name in args.names or LOOPS:
        if args.frame is None:
            write(name)
            continue
        build, contrast = LOOPS[name]
        Path("build").mkdir(exist_ok=True)
        grain = mottled(SIZE_PX, (1.5, 1.0), 3) * 0.8
        cv2.imwrite(f"build/{name}.png", grained(build()(args.frame / FRAMES), contrast, grain))


if __name__ == "__main__":
    main()
