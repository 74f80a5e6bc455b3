"""Studio light: the person's exposure and white balance drawn towards the background's, and a soft light from a side.

What is changed is the frame, before it is blended: the mask alone decides where that shows, as it does without.
All is computed on a coarse grid and upsampled as one map of gains, so that it can neither flicker nor draw an edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from engine.compositor.canvas import Canvas
from engine.compositor.light_aim import LightAim, StudioLight, measured
from engine.core.frame import F32, U8, FramePyramid, Image, PixelFormat
from engine.media.colour_formats import downsample_plane, halves

_UNIT = 128
"""A gain of 1 in the map, whose samples have 8 bits."""
_FOLLOW_S = 0.3
"""Time constant: after it gains and cast have followed by 63 %."""
_LOOK_S = 0.06
"""How often it is measured what gains are wanted; in between they go on towards the last ones."""
_SCENE_S = 1.0
"""After a longer gap nothing is smoothed: it is another scene."""


@dataclass(frozen=True, slots=True)
class _Gains:
    """What is done to each sample.

    Attributes:
        map: uint8 [rows, columns], `_UNIT` = 1.
        mean: Over the person; chroma takes this one.
        cast: (U, V), see `_Cast`.
    """

    map: U8
    mean: float
    cast: tuple[float, float]


class Lighting:
    """Lights frames one after the other, each a little towards what is wanted now; used by one thread."""

    def __init__(self) -> None:
        self._lit: Image | None = None
        self._aim: LightAim | None = None
        self._stops: F32 = np.zeros((0, 0), np.float32)
        self._cast = 0.0, 0.0
        self._last_ns = 0

    def light(
        self, picture: FramePyramid, alpha: U8, plate: Image | None, wanted: StudioLight, now_ns: int
    ) -> FramePyramid:
        """The frame in another light; the frame itself where none is wanted or no person is present.

        Args:
            picture: The frame.
            alpha: uint8 [H, W], 255 = person.
            plate: The background plate that the person is matched to; None where there is none.
            wanted: How strongly.
            now_ns: The frame's moment.

        Returns:
            A picture like the frame, valid until the next call. Around the person it is lit, elsewhere the frame's own.
        """
        passed_s, self._last_ns = (now_ns - self._last_ns) / 1e9, now_ns
        before = self._aim
        if before is not None and (before.size != picture.image.size or not 0 <= passed_s <= _SCENE_S):
            before = None
        aim = before
        if not wanted.key and not (wanted.match and plate):
            aim = None
        elif aim is None or aim.wanted != wanted or now_ns - aim.at_ns >= _LOOK_S * 1e9:
            aim = measured(picture, alpha, plate, wanted, now_ns)
        self._aim = aim
        if aim is None:
            return picture
        part = 1.0 if before is None else 1 - math.exp(-passed_s / _FOLLOW_S)
        self._stops = aim.stops if before is None else self._stops + np.float32(part) * (aim.stops - self._stops)
        self._cast = (
            self._cast[0] + part * (aim.cast[0] - self._cast[0]),
            self._cast[1] + part * (aim.cast[1] - self._cast[1]),
        )
        gains = np.exp2(self._stops)
        mean = float((gains * aim.weight).sum() / aim.weight.sum())
        lit = self._buffer(Canvas.of(picture.image))
        samples = np.clip(gains * _UNIT + 0.5, 0, 255).astype(np.uint8)
        _apply(picture, aim, _Gains(samples, mean, self._cast), lit)
        return FramePyramid(lit, halves(lit) if picture.halves else ())

    def _buffer(self, canvas: Canvas) -> Image:
        if self._lit is None or Canvas.of(self._lit) != canvas:
            self._lit = canvas.empty()
        return self._lit


def _apply(picture: FramePyramid, aim: LightAim, gains: _Gains, out: Image) -> None:
    """Writes the lit frame to `out`: the frame's own samples but in the cells around the person."""
    for into, plane in zip(out.planes, picture.image.planes, strict=True):
        np.copyto(into, plane)
    (left, top, right, bottom), cell = aim.cells, aim.cell
    width, height = picture.image.size
    x, y = left * cell, top * cell
    size = min(right * cell, width) - x, min(bottom * cell, height) - y
    part, target = picture.part(x, y, *size), out.part(x, y, *size)
    whole = (right - left) * cell, (bottom - top) * cell
    large = cv2.resize(gains.map[top:bottom, left:right], whole, interpolation=cv2.INTER_LINEAR)[: size[1], : size[0]]
    if out.format is PixelFormat.BGR:
        luma, v, u = _ycrcb(part.image.planes[0])
        u, v = _tinted((u, v), luma, 0, gains)
        brighter = cv2.multiply(luma, large, scale=1 / _UNIT)
        cv2.cvtColor(cv2.merge([brighter, v, u]), cv2.COLOR_YCrCb2BGR, dst=target.planes[0])
        return
    luma, u, v = part.image.planes
    half = part.halves[0] if part.halves else downsample_plane(luma, u.shape[::-1])
    for plane, into in zip(_tinted((u, v), half, 16, gains), target.planes[1:], strict=True):
        np.copyto(into, plane)
    # Black is 16 and stays so, up to what the gain differs from its mean.
    cv2.multiply(luma, large, dst=target.planes[0], scale=1 / _UNIT)
    black = round(16 * (gains.mean - 1))
    cv2.subtract(target.planes[0], black, dst=target.planes[0])  # type: ignore[call-overload]


def _ycrcb(bgr: U8) -> list[U8]:
    return list(cv2.split(cv2.cvtColor(bgr, cv2.COLOR_BGR2YCrCb)))  # type: ignore[arg-type]


def _tinted(planes: tuple[U8, U8], luma: U8, black: int, gains: _Gains) -> tuple[U8, U8]:
    """U and V, uint8 [h, w] each, with a gain and a cast that increases with the luma, as coloured light does."""
    gain = gains.mean
    slopes = [cast / (128 - black) for cast in gains.cast]
    u, v = (
        cv2.addWeighted(plane, gain, luma, slope, 128 * (1 - gain) - slope * black)
        for plane, slope in zip(planes, slopes, strict=True)
    )
    return u, v  # type: ignore[return-value]
