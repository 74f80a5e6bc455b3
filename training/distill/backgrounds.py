"""Interiors drawn from random numbers: negatives without a person, and backgrounds to paste persons over.

Nothing here aims at realism. It aims at the shapes that a small network mistakes for persons: upright ellipses low
in the frame (chair backs, lamps, coats on a hook), round tops, skin-like wood and walls, soft shadows, busy shelves.
"""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.random import Generator

SUPERSAMPLE = 2  # drawn larger and downsampled by area, so that edges are anti-aliased

Image = np.ndarray
Colour = tuple[float, float, float]


def draw_interior(rng: Generator, width: int, height: int) -> Image:
    """An interior without a person.

    Returns:
        uint8 [height, width, 3], BGR.
    """
    canvas = _walls(rng, width * SUPERSAMPLE, height * SUPERSAMPLE)
    for _ in range(rng.integers(0, 3)):
        _ON_THE_WALL[rng.integers(len(_ON_THE_WALL))](canvas, rng)
    for _ in range(rng.integers(0, 5)):
        _ON_THE_FLOOR[rng.integers(len(_ON_THE_FLOOR))](canvas, rng)
    if rng.random() < 0.5:
        canvas = _illuminate(canvas, rng)
    return cv2.resize(canvas, (width, height), interpolation=cv2.INTER_AREA)


def texture(rng: Generator, width: int, height: int, strength: float) -> np.ndarray:
    """Smooth random relief over several octaves: float32 [height, width, 1], about zero mean."""
    relief = np.zeros((height, width), np.float32)
    for octave in range(rng.integers(2, 6)):
        cells = rng.normal(0, 1, (2 + 2**octave, 2 + 2**octave)).astype(np.float32)
        relief += cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC) / (octave + 1)
    return relief[..., None] * strength


def _colour(rng: Generator) -> Colour:
    """One BGR colour; every third is a wood, leather or skin tone, which interiors and persons share."""
    if rng.random() < 1 / 3:
        hue, saturation, value = rng.uniform(4, 18), rng.uniform(40, 170), rng.uniform(40, 245)
    else:
        hue, saturation, value = rng.uniform(0, 180), rng.beta(1.2, 2.5) * 255, rng.uniform(5, 255)
    pixel = cv2.cvtColor(np.array([[[hue, saturation, value]]], np.uint8), cv2.COLOR_HSV2BGR)[0, 0]
    return float(pixel[0]), float(pixel[1]), float(pixel[2])


def _shade(colour: Colour, gain: float) -> Colour:
    b, g, r = (min(255.0, c * gain) for c in colour)
    return b, g, r


def _walls(rng: Generator, width: int, height: int) -> Image:
    wall = np.full((height, width, 3), _colour(rng), np.float32)
    if rng.random() < 0.4:
        seam = int(rng.uniform(0, width))
        wall[:, :seam] *= rng.uniform(0.7, 1.0)
    if rng.random() < 0.3:
        _stripes(wall, rng)
    floor = int(height * rng.uniform(0.55, 1.3))
    if floor < height:
        wall[floor:] = _colour(rng)
    wall += texture(rng, width, height, rng.uniform(1, 18))
    ramp_x = np.linspace(rng.uniform(-40, 40), rng.uniform(-40, 40), width, dtype=np.float32)
    ramp_y = np.linspace(rng.uniform(-40, 40), rng.uniform(-40, 40), height, dtype=np.float32)
    wall += ramp_x[None, :, None] + ramp_y[:, None, None]
    return np.clip(wall, 0, 255).astype(np.uint8)


def _stripes(image: np.ndarray, rng: Generator) -> None:
    """Curtain folds, blinds, panelling or brick courses over a part of the image, in place."""
    height, width = image.shape[:2]
    period = rng.uniform(8, 60)
    if rng.random() < 0.6:
        x0, x1 = np.sort(rng.uniform(0, width, 2)).astype(int)
        wave = np.cos(np.arange(x1 - x0) * 2 * np.pi / period)[None, :, None]
        part = image[:, x0:x1]
    else:
        y0, y1 = np.sort(rng.uniform(0, height, 2)).astype(int)
        wave = np.cos(np.arange(y1 - y0) * 2 * np.pi / period)[:, None, None]
        part = image[y0:y1]
    part[...] = np.clip(part * (1 + rng.uniform(0.05, 0.35) * wave), 0, 255)


def _box(canvas: Image, rng: Generator, widths: tuple[float, float], heights: tuple[float, float]) -> tuple[int, ...]:
    """A random rectangle (x0, y0, x1, y1) whose sides are shares of the canvas's."""
    height, width = canvas.shape[:2]
    w, h = width * rng.uniform(*widths), height * rng.uniform(*heights)
    x0, y0 = rng.uniform(-w / 3, width - w * 2 / 3), rng.uniform(-h / 4, height * 0.7 - h / 2)
    return int(x0), int(y0), int(x0 + w), int(y0 + h)


def _window(canvas: Image, rng: Generator) -> None:
    x0, y0, x1, y1 = _box(canvas, rng, (0.12, 0.5), (0.3, 0.9))
    frame, bright = _colour(rng), _shade(_colour(rng), rng.uniform(1, 3))
    cv2.rectangle(canvas, (x0, y0), (x1, y1), bright, -1)
    for _ in range(rng.integers(0, 6)):
        centre = (int(rng.uniform(x0, x1)), int(rng.uniform((y0 + y1) / 2, y1)))
        radius = max(2, int((y1 - y0) * rng.uniform(0.05, 0.25)))
        cv2.circle(canvas, centre, radius, _shade(bright, rng.uniform(0.4, 0.9)), -1)
    thickness = int(rng.integers(3, 14))
    cv2.rectangle(canvas, (x0, y0), (x1, y1), frame, thickness)
    for share in np.linspace(0, 1, rng.integers(2, 5))[1:-1]:
        x = int(x0 + (x1 - x0) * share)
        cv2.line(canvas, (x, y0), (x, y1), frame, thickness)


def _picture(canvas: Image, rng: Generator) -> None:
    x0, y0, x1, y1 = _box(canvas, rng, (0.06, 0.3), (0.12, 0.5))
    cv2.rectangle(canvas, (x0, y0), (x1, y1), _colour(rng), -1)
    for _ in range(rng.integers(1, 8)):
        centre = (int(rng.uniform(x0, x1)), int(rng.uniform(y0, y1)))
        axes = (max(1, int((x1 - x0) * rng.uniform(0.03, 0.25))), max(1, int((y1 - y0) * rng.uniform(0.03, 0.25))))
        cv2.ellipse(canvas, centre, axes, rng.uniform(0, 180), 0, 360, _colour(rng), -1)
    cv2.rectangle(canvas, (x0, y0), (x1, y1), _colour(rng), int(rng.integers(2, 10)))


def _shelf(canvas: Image, rng: Generator) -> None:
    x0, y0, x1, y1 = _box(canvas, rng, (0.2, 1.2), (0.4, 1.3))
    wood = _colour(rng)
    cv2.rectangle(canvas, (x0, y0), (x1, y1), _shade(wood, rng.uniform(0.4, 1.1)), -1)
    rows = int(rng.integers(2, 7))
    row_height = (y1 - y0) / rows
    for row in range(rows):
        bottom, x = int(y0 + (row + 1) * row_height), x0 + rng.uniform(0, 20)
        while x < x1:
            book = rng.uniform(4, 26)
            top = int(bottom - row_height * rng.uniform(0.45, 0.92))
            if rng.random() < 0.8:
                cv2.rectangle(canvas, (int(x), top), (int(x + book), bottom), _colour(rng), -1)
            x += book
        cv2.line(canvas, (x0, bottom), (x1, bottom), wood, int(rng.integers(2, 9)))


def _door(canvas: Image, rng: Generator) -> None:
    height, width = canvas.shape[:2]
    w, x0 = int(width * rng.uniform(0.12, 0.3)), int(rng.uniform(-0.1, 0.95) * width)
    y0, colour = int(height * rng.uniform(-0.1, 0.3)), _colour(rng)
    cv2.rectangle(canvas, (x0, y0), (x0 + w, height), colour, -1)
    cv2.rectangle(canvas, (x0, y0), (x0 + w, height), _shade(colour, rng.uniform(0.5, 1.5)), int(rng.integers(2, 10)))
    cv2.circle(canvas, (x0 + w // 8, int(height * 0.7)), 5, _colour(rng), -1)


def _monitor(canvas: Image, rng: Generator) -> None:
    x0, y0, x1, y1 = _box(canvas, rng, (0.15, 0.5), (0.2, 0.55))
    cv2.rectangle(canvas, (x0, y0), (x1, y1), _colour(rng), -1)
    for _ in range(rng.integers(0, 12)):
        left, top = int(rng.uniform(x0, x1)), int(rng.uniform(y0, y1))
        right, bottom = int(rng.uniform(left, x1)), top + int(rng.integers(2, 20))
        cv2.rectangle(canvas, (left, top), (right, bottom), _colour(rng), -1)
    dark = _shade(_colour(rng), 0.25)
    cv2.rectangle(canvas, (x0, y0), (x1, y1), dark, int(rng.integers(4, 16)))
    middle = (x0 + x1) // 2
    cv2.rectangle(canvas, (middle - 12, y1), (middle + 12, y1 + (y1 - y0) // 3), dark, -1)


def _chair(canvas: Image, rng: Generator) -> None:
    """A chair or sofa back, often with a head rest: low, upright, rounded, as a person's outline is."""
    height, width = canvas.shape[:2]
    colour, centre = _colour(rng), int(rng.uniform(0.05, 0.95) * width)
    half, top = int(width * rng.uniform(0.05, 0.22)), int(height * rng.uniform(0.3, 0.8))
    corner = int(half * rng.uniform(0.1, 0.9))
    cv2.rectangle(canvas, (centre - half, top + corner), (centre + half, height), colour, -1)
    cv2.rectangle(canvas, (centre - half + corner, top), (centre + half - corner, height), colour, -1)
    for side in (-1, 1):
        cv2.circle(canvas, (centre + side * (half - corner), top + corner), corner, colour, -1)
    if rng.random() < 0.4:
        axes = (max(3, int(half * rng.uniform(0.3, 0.7))), max(3, int(half * rng.uniform(0.15, 0.5))))
        cv2.ellipse(canvas, (centre, top - axes[1]), axes, 0, 0, 360, _shade(colour, rng.uniform(0.7, 1.3)), -1)
    if rng.random() < 0.6:
        seam = _shade(colour, rng.uniform(0.5, 1.4))
        for _ in range(rng.integers(1, 4)):
            x = centre + int(half * rng.uniform(-0.8, 0.8))
            cv2.line(canvas, (x, top + corner), (x, height), seam, int(rng.integers(1, 5)))


def _lamp(canvas: Image, rng: Generator) -> None:
    height, width = canvas.shape[:2]
    x, y, size = int(rng.uniform(0, width)), int(rng.uniform(0, 0.7) * height), int(height * rng.uniform(0.04, 0.18))
    cv2.line(canvas, (x, y), (x, height), _colour(rng), int(rng.integers(2, 10)))
    narrow = int(size * rng.uniform(0.3, 1))
    shade = np.array([[x - narrow, y - size], [x + narrow, y - size], [x + size, y + size], [x - size, y + size]])
    cv2.fillConvexPoly(canvas, shade.astype(np.int32), _shade(_colour(rng), rng.uniform(1, 2)))


def _plant(canvas: Image, rng: Generator) -> None:
    height, width = canvas.shape[:2]
    x, y, size = rng.uniform(0, width), rng.uniform(0.4, 1.0) * height, height * rng.uniform(0.06, 0.3)
    green = cv2.cvtColor(np.array([[[rng.uniform(25, 85), rng.uniform(60, 220), rng.uniform(30, 180)]]], np.uint8), 54)
    leaf = float(green[0, 0, 0]), float(green[0, 0, 1]), float(green[0, 0, 2])
    for _ in range(rng.integers(6, 40)):
        angle = rng.uniform(0, 2 * np.pi)
        centre = (int(x + np.cos(angle) * size * rng.random()), int(y + np.sin(angle) * size * rng.random()))
        axes = (max(2, int(size * rng.uniform(0.1, 0.5))), max(1, int(size * rng.uniform(0.03, 0.15))))
        cv2.ellipse(canvas, centre, axes, np.degrees(angle), 0, 360, _shade(leaf, rng.uniform(0.5, 1.5)), -1)
    pot = int(size * 0.4)
    cv2.rectangle(canvas, (int(x) - pot, int(y + size * 0.6)), (int(x) + pot, int(y + size * 1.4)), _colour(rng), -1)


def _cushions(canvas: Image, rng: Generator) -> None:
    """Cushions, bags, a coat on a hook: overlapping ellipses."""
    height, width = canvas.shape[:2]
    colour = _colour(rng)
    centre = np.array([rng.uniform(0, width), rng.uniform(0.3, 1.0) * height])
    for _ in range(rng.integers(1, 5)):
        at = centre + rng.normal(0, height * 0.08, 2)
        axes = (int(height * rng.uniform(0.03, 0.2)), int(height * rng.uniform(0.03, 0.3)))
        tone = _shade(colour, rng.uniform(0.6, 1.4))
        cv2.ellipse(canvas, (int(at[0]), int(at[1])), axes, rng.uniform(-30, 30), 0, 360, tone, -1)


def _table(canvas: Image, rng: Generator) -> None:
    height, width = canvas.shape[:2]
    y, colour = int(height * rng.uniform(0.6, 1.0)), _colour(rng)
    x0, x1 = np.sort(rng.uniform(-0.3, 1.3, 2) * width).astype(int)
    thick = int(height * rng.uniform(0.02, 0.2))
    cv2.rectangle(canvas, (int(x0), y), (int(x1), y + thick), colour, -1)
    for x in (x0 + 10, x1 - 10):
        cv2.line(canvas, (int(x), y), (int(x), height), _shade(colour, 0.7), int(rng.integers(3, 14)))


def _illuminate(canvas: Image, rng: Generator) -> Image:
    """A soft pool of light or shade, and a blur for what is out of focus."""
    height, width = canvas.shape[:2]
    pool = np.zeros((height // 8, width // 8), np.float32)
    centre = (int(rng.uniform(0, width // 8)), int(rng.uniform(0, height // 8)))
    cv2.circle(pool, centre, int(height / 8 * rng.uniform(0.2, 0.8)), 1.0, -1)
    pool = cv2.resize(cv2.GaussianBlur(pool, (0, 0), 6), (width, height))[..., None]
    lit: np.ndarray = np.clip(canvas * (1 + rng.uniform(-0.5, 0.6) * pool), 0, 255).astype(np.uint8)
    return cv2.GaussianBlur(lit, (0, 0), rng.uniform(0.5, 8)) if rng.random() < 0.5 else lit


Draw = Callable[[Image, Generator], None]
_ON_THE_WALL: list[Draw] = [_window, _picture, _shelf, _door, _picture]
_ON_THE_FLOOR: list[Draw] = [_chair, _chair, _lamp, _plant, _cushions, _table, _monitor]
