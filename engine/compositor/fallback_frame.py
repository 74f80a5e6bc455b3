"""The neutral picture that is sent where no camera pixel may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np

from engine.compositor.canvas import Canvas
from engine.core.frame import U8, Image


@dataclass(frozen=True, slots=True)
class FallbackFrameParameters:
    """How the neutral picture looks: a matter of design. Colours are (blue, green, red).

    Attributes:
        top_bgr, bottom_bgr: Ends of the gradient. They differ in lightness alone: a gradient of hue would show steps,
            as chroma has too few for a dither.
        glyph_bgr: Of the sign.
        units: Units of the sign, which is two of them wide, in the picture's shorter side.
    """

    top_bgr: tuple[int, int, int] = (70, 57, 49)
    bottom_bgr: tuple[int, int, int] = (43, 30, 22)
    glyph_bgr: tuple[int, int, int] = (168, 150, 136)
    units: int = 9


PARAMETERS = FallbackFrameParameters()

_SUBPIXEL_BITS = 4


@lru_cache(maxsize=2)
def neutral_frame(canvas: Canvas, *, with_alpha: bool = False) -> Image:
    """The neutral picture on a canvas, drawn once; with an alpha that is opaque everywhere where that is wanted."""
    picture = canvas.image(draw_fallback_frame(canvas.size))
    if not with_alpha:
        return picture
    return replace(picture, alpha=np.full(picture.size[::-1], 255, np.uint8))


def draw_fallback_frame(size: tuple[int, int]) -> U8:
    """A calm gradient with the sign of a paused camera.

    Args:
        size: (width, height) in pixels.

    Returns:
        uint8 [H, W, 3] BGR.
    """
    width, height = size
    down = np.linspace(0, 1, height)[:, None, None]
    rows = np.array(PARAMETERS.top_bgr) * (1 - down) + np.array(PARAMETERS.bottom_bgr) * down
    # An ordered dither hides the steps of so flat a gradient; it repeats after two pixels both ways.
    dither = np.tile(np.array([[0.125, 0.625], [0.875, 0.375]]), (height // 2 + 1, 1))[:height, :, None]
    picture: U8 = np.tile((rows + dither).astype(np.uint8), (1, width // 2 + 1, 1))[:, :width].copy()
    _draw_camera(picture, (width / 2, height / 2), min(width, height) / PARAMETERS.units)
    return picture


def _draw_camera(picture: U8, centre: tuple[float, float], unit_px: float) -> None:
    """A camera's outline of 2 x 1.3 units with two pause bars in it."""
    x, y = centre
    x -= 0.2 * unit_px
    stroke_px = max(1, round(unit_px * 0.09))
    _rounded_box(
        picture, (x - unit_px, y - 0.65 * unit_px), (x + unit_px, y + 0.65 * unit_px), unit_px * 0.22, stroke_px
    )
    finder = [(1.12, -0.18), (1.5, -0.45), (1.5, 0.45), (1.12, 0.18)]
    _polygon(picture, [(x + dx * unit_px, y + dy * unit_px) for dx, dy in finder])
    for side in (-0.22, 0.22):
        bar_x, half = x + side * unit_px, 0.08 * unit_px
        corners = [(-half, -0.3), (half, -0.3), (half, 0.3), (-half, 0.3)]
        _polygon(picture, [(bar_x + dx, y + dy * unit_px) for dx, dy in corners])


def _fixed(points: list[tuple[float, float]]) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    return np.round(np.array(points) * (1 << _SUBPIXEL_BITS)).astype(np.int32)


def _polygon(picture: U8, points: list[tuple[float, float]]) -> None:
    cv2.fillPoly(picture, [_fixed(points)], PARAMETERS.glyph_bgr, cv2.LINE_AA, _SUBPIXEL_BITS)


def _rounded_box(
    picture: U8, top_left: tuple[float, float], bottom_right: tuple[float, float], radius_px: float, stroke_px: int
) -> None:
    (left, top), (right, bottom) = top_left, bottom_right
    corners = [(right, top, -90), (right, bottom, 0), (left, bottom, 90), (left, top, 180)]
    outline: list[tuple[float, float]] = []
    for x, y, start_deg in corners:
        centre_x = x + (radius_px if x == left else -radius_px)
        centre_y = y + (radius_px if y == top else -radius_px)
        angles = np.radians(np.linspace(start_deg, start_deg + 90, 9))
        arc = zip(centre_x + radius_px * np.cos(angles), centre_y + radius_px * np.sin(angles), strict=True)
        outline.extend((float(px), float(py)) for px, py in arc)
    cv2.polylines(picture, [_fixed(outline)], True, PARAMETERS.glyph_bgr, stroke_px, cv2.LINE_AA, _SUBPIXEL_BITS)
