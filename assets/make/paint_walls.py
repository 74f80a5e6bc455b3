"""Paint quiet backgrounds: sunlight on a plaster wall, a painted canvas backdrop and hills in mist.

From the project's root, with numpy and opencv-python:

    python assets/make/paint_walls.py
"""

import cv2
import numpy as np
from tone import SIZE_PX, Picture, encode, linear, quantize, save_background

WIDTH, HEIGHT = SIZE_PX


def mottled(size_px: tuple[int, int], scales_px: tuple[float, ...], seed: int) -> Picture:
    """Smooth noise (H, W) of mean 0 and standard deviation 1; each scale counts the less the finer it is."""
    width, height = size_px
    rng = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    for scale in scales_px:
        small = rng.normal(0, 1, (round(height / scale) + 8, round(width / scale) + 8)).astype(np.float32)
        fine = cv2.resize(small, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)[:height, :width]
        total += fine * (scale / scales_px[0]) ** 0.6
    return (total - total.mean()) / total.std()


def plaster(size_px: tuple[int, int], color: str, seed: int) -> Picture:
    """The reflectance of a plaster wall, (H, W, 3): trowel strokes that are wider than high, and a fine tooth."""
    width, height = size_px
    strokes = cv2.resize(mottled((width // 3, height), (90, 30, 12), seed), (width, height))
    tooth = mottled(size_px, (3, 1.5), seed + 1)
    return (linear(color) * (1 + 0.028 * strokes + 0.014 * tooth)[..., None]).astype(np.float32)


def window_light(size_px: tuple[int, int], soft_px: float) -> Picture:
    """Sunlight through a window with six panes, thrown at a slant on a wall: (H, W), 0..1."""
    width, height = size_px
    panes = np.zeros((900, 900), np.float32)
    for column in range(2):
        for row in range(3):
            cv2.rectangle(panes, (20 + 440 * column, 15 + 295 * row), (425 + 440 * column, 280 + 295 * row), 1.0, -1)
    corners = np.array([[0, 0], [900, 0], [900, 900], [0, 900]], np.float32)
    thrown = np.array([[0.40, -0.16], [0.86, 0.02], [0.72, 1.04], [0.26, 0.80]], np.float32) * (width, height)
    light = cv2.warpPerspective(
        panes, cv2.getPerspectiveTransform(corners, thrown.astype(np.float32)), size_px, flags=cv2.INTER_AREA
    )
    return cv2.GaussianBlur(light, (0, 0), soft_px)


def plaster_wall() -> Picture:
    """Late sun on a warm white wall, the window's bars in it."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    u, v = x / WIDTH, y / HEIGHT
    sky = (0.66 - 0.20 * np.hypot(u - 0.45, 0.7 * (v - 0.35)))[..., None] * linear("#f4f1f2")
    sun = window_light(SIZE_PX, 11)[..., None] * linear("#ffe0b4") * 0.44
    return plaster(SIZE_PX, "#ece3d6", 5) * (sky + sun)


def canvas_backdrop() -> Picture:
    """A hand-painted canvas as portrait studios hang it: grey green, brighter in the middle."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    distance = np.hypot((x / WIDTH - 0.5) * 1.5, y / HEIGHT - 0.42)
    paint = mottled(SIZE_PX, (520, 300, 150), 26)
    brush = cv2.GaussianBlur(mottled(SIZE_PX, (46, 22), 22), (0, 0), 3)
    shade = 1.05 * np.exp(-((distance / 0.72) ** 2)) + 0.16
    share = np.clip(0.5 + 0.17 * paint + 0.03 * brush, 0, 1)[..., None]
    color = share * linear("#8d9a86") + (1 - share) * linear("#5f6d63")
    return (color * (shade * (1 + 0.03 * paint + 0.02 * brush))[..., None]).astype(np.float32)


def ridge(rng: np.random.Generator) -> Picture:
    """The height of a row of hills at each column, as a share of the picture's height."""
    u = np.linspace(0, 1, WIDTH, dtype=np.float32)
    line = np.zeros(WIDTH, np.float32)
    for octave in range(1, 8):
        waves = 0.9 * 1.9**octave * rng.uniform(0.8, 1.2)
        line += np.sin(waves * u * 2.2 + rng.uniform(0, 6.3)) / 1.8**octave
    return line


def misty_hills() -> Picture:
    """Hills one behind another at dawn, mist between them, a pale sky above."""
    rng = np.random.default_rng(9)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    u, v = x / WIDTH, y / HEIGHT
    dawn = np.exp(-((u - 0.68) ** 2 / 0.10 + (v - 0.40) ** 2 / 0.05))[..., None]
    top = np.clip(v / 0.55, 0, 1)[..., None]
    picture = (1 - top) * linear("#a9bfd6") + top * linear("#f1e3d3") + 0.28 * dawn * linear("#ffd7a6")
    near, far = linear("#22383c"), linear("#bcc8d2")
    count = 6
    for number in range(count):
        nearness = (number / (count - 1)) ** 1.25
        crest = 0.42 + 0.072 * number + (0.062 - 0.012 * nearness) * ridge(rng)
        soft_px = 1.2 + 2.5 * (1 - nearness)
        inside = 1 / (1 + np.exp(-np.clip((v - crest[None]) * HEIGHT / soft_px, -30, 30)))
        depth = np.clip((v - crest[None]) / 0.16, 0, 1)
        color = (1 - nearness) * far + nearness * near
        mist = (0.72 - 0.66 * nearness) * depth
        hill = color * (1 - mist)[..., None] + mist[..., None] * (0.85 * linear("#eadfd6") + 0.15 * far)
        picture = picture * (1 - inside)[..., None] + hill * inside[..., None]
    return cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 2.0)


def main() -> None:
    """Paint all three."""
    save_background("plaster-wall", quantize(encode(np.clip(plaster_wall(), 0, 1), contrast=0.1)))
    save_background("canvas", quantize(encode(np.clip(canvas_backdrop(), 0, 1), contrast=0.2)))
    save_background("misty-hills", quantize(encode(np.clip(misty_hills(), 0, 1), contrast=0.15)))


if __name__ == "__main__":
    main()
