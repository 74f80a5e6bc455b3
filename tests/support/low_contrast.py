"""Persons who move in front of backgrounds of nearly their colours, with the truth about every pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8, Image
from engine.media.colour_formats import to_bgr, to_i420

SIZE = (640, 360)
NOISE_SIGMA = 1.5
CUT_LEVELS = 8
"""Largest difference, of any channel, with which a pixel of the output counts as the camera's."""
EDGE_PX = 5
"""Side of the square by which the true background is eroded: what remains is beyond any person's soft edge."""
_TEXTURE_CELL_PX = 8

Paint = Callable[[int], tuple[F32, F32]]
"""Offset of the person, in pixels -> background and person, float32 [h, w, 3] each."""


@dataclass(frozen=True)
class LowContrastScene:
    """A scene that moves sideways, or in which a gap opens.

    Attributes:
        name: For test names.
        paint: Draws background and person.
        speed_px: Motion per frame; with `gap`, how much wider the gap gets.
        gap: The person stays, and a gap opens inside the outline.
    """

    name: str
    paint: Paint
    speed_px: int
    gap: bool = False

    def frame(self, index: int) -> tuple[Image, F32]:
        """An I420 picture, and its true alpha, float32 [h, w]; at index 4 the person is in the middle."""
        offset = 0 if self.gap else self.speed_px * (index - 4)
        alpha = _body(offset, max(0, (index - 3) * self.speed_px) if self.gap else 0)
        background, person = self.paint(offset)
        noise = np.random.default_rng(index).normal(0, NOISE_SIGMA, background.shape)
        picture = alpha[..., np.newaxis] * person + (1 - alpha[..., np.newaxis]) * background + noise
        return to_i420(np.clip(picture, 0, 255).astype(np.uint8)), alpha


def background_shown(output: Image, frame: Image, alpha: F32) -> int:
    """How many pixels outside the person an output shows as the camera took them; its own background is white."""
    shown, taken = to_bgr(output).astype(np.int16), to_bgr(frame).astype(np.int16)
    outside = cv2.erode((alpha <= 0).astype(np.uint8), np.ones((EDGE_PX, EDGE_PX), np.uint8)) > 0
    same = np.abs(shown - taken).max(axis=2) <= CUT_LEVELS
    return int(np.count_nonzero(same & (np.abs(shown - 255).max(axis=2) > 40) & outside))


def _body(offset: int, gap: int) -> F32:
    """Head and shoulders, float32 [h, w], with a gap of a width between arm and body."""
    width, height = SIZE
    mask = np.zeros((height, width), np.uint8)
    x = width // 2 + offset
    cv2.ellipse(mask, (x, height * 4 // 10), (width // 10, height // 5), 0, 0, 360, 255, -1, cv2.LINE_AA)
    cv2.ellipse(mask, (x, height), (width // 4, height * 2 // 5), 0, 0, 360, 255, -1, cv2.LINE_AA)
    if gap:
        cv2.ellipse(mask, (x + 90, height - 45), (min(gap, 40), 30), 0, 0, 360, 0, -1, cv2.LINE_AA)
    return mask.astype(np.float32) / 255


def _texture(seed: int, shift: int = 0) -> F32:
    cells = SIZE[1] // _TEXTURE_CELL_PX + 1, SIZE[0] // _TEXTURE_CELL_PX + 1
    coarse = np.random.default_rng(seed).normal(0, 1, cells).astype(np.float32)
    plane = cv2.resize(coarse, SIZE, interpolation=cv2.INTER_CUBIC)
    return np.roll(plane, shift, axis=1)[..., np.newaxis].astype(np.float32)


def _plain(background: tuple[int, int, int], person: tuple[int, int, int], textures: tuple[float, float]) -> Paint:
    """Two colours, BGR, each with its texture's standard deviation."""

    def paint(offset: int) -> tuple[F32, F32]:
        wall = np.float32(background) + np.float32(textures[0]) * _texture(1)
        return wall, np.float32(person) + np.float32(textures[1]) * _texture(2, offset)

    return paint


def _striped(offset: int) -> tuple[F32, F32]:
    stripes = np.where((np.arange(SIZE[0]) - offset) // 8 % 2 > 0, 150, 95).astype(np.float32)
    person = np.broadcast_to(stripes[np.newaxis, :, np.newaxis], (SIZE[1], SIZE[0], 3))
    return np.float32((150, 95, 150)) + 4 * _texture(1), person + 3 * _texture(2, offset)


def _written(wall: tuple[int, int, int], ink: tuple[int, int, int], person: tuple[int, int, int]) -> Paint:
    """A wall with text, and a person whose luma is between the two."""
    picture: U8 = np.full((SIZE[1], SIZE[0], 3), wall, np.uint8)
    for row in range(30, SIZE[1], 26):
        cv2.putText(
            picture, "the quick brown fox jumps over the lazy dog", (4, row), cv2.FONT_HERSHEY_SIMPLEX, 0.85, ink, 2
        )

    def paint(_offset: int) -> tuple[F32, F32]:
        return picture.astype(np.float32), np.full((SIZE[1], SIZE[0], 3), person, np.float32)

    return paint


MOVING = tuple(
    LowContrastScene(f"{name}-{speed_px}px", paint, speed_px)
    for name, paint in {
        "dim": _plain((38, 14, 40), (30, 32, 38), (3, 3)),
        "dim wall": _plain((60, 30, 62), (45, 50, 60), (4, 4)),
        "beige": _plain((150, 165, 175), (160, 175, 190), (6, 6)),
        "stripes": _striped,
        "dark on dark": _plain((35, 25, 45), (28, 26, 30), (10, 2)),
        "text, dim": _written((42, 40, 36), (20, 18, 16), (30, 28, 27)),
        "text, bright": _written((196, 200, 204), (172, 176, 180), (184, 188, 192)),
    }.items()
    for speed_px in (8, 16)
)
GAPS = tuple(
    LowContrastScene(f"gap-{name}", paint, 8, gap=True)
    for name, paint in {
        "bright": _plain((40, 200, 40), (150, 90, 130), (6, 6)),
        "same luma": _plain((20, 122, 20), (150, 90, 130), (6, 6)),
        "dim": _plain((60, 30, 62), (45, 50, 60), (4, 4)),
    }.items()
)
