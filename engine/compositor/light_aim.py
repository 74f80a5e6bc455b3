"""Measures in a frame how studio light is to change it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8, FramePyramid, Image, PixelFormat
from engine.core.settings import Settings
from engine.media.colour_formats import downsample_from

_COLUMNS = 40
"""Of the grid, about: cells of 32 pixels at 720p."""
_BLUR = 0.05
"""Standard deviation of what is smoothed, as a share of the grid's width: about half a head."""
_WHITE = 219
"""Luma of white above black, in the range that video has."""
_MAX_STOPS, _MATCHED = 0.45, 0.5
"""How far the exposure follows at most, and which part of the difference: a dark coat is to stay dark."""
_MAX_CAST, _CAST_PART, _NEUTRAL = 10.0, 0.5, 20.0
"""The same for white balance, in levels of chroma at mid grey; and from which chroma on a colour counts half: a blue
sky is no blue light."""
_LIT_STOPS, _SHADED_STOPS = 0.45, -0.12
"""What a key light of full strength does to the side that it falls on, and to the other."""
_RAMP = 3.6
"""Standard deviations of the person's width over which the light falls off."""
_FACING = 0.35
"""Part of the light that depends on which way the outline faces; the rest falls off from side to side."""
_LEAST_PERSON = 0.005
"""Share of the frame below which no person is present."""


@dataclass(frozen=True, slots=True)
class StudioLight:
    """What is wanted.

    Attributes:
        match: How far exposure and white balance follow the background plate, 0..100.
        key: Strength of the light from a side, 0..100.
        from_right: Whether it comes from the right of the picture, not the left.
    """

    match: int = 0
    key: int = 0
    from_right: bool = False

    @staticmethod
    def of(settings: Settings) -> StudioLight:
        """What the settings want."""
        return StudioLight(settings.match_background, settings.key_light, settings.key_light_from == "right")


@dataclass(frozen=True, slots=True)
class _Cast:
    """Exposure in stops, and white balance in levels of chroma at mid grey."""

    stops: float = 0.0
    u: float = 0.0
    v: float = 0.0


@dataclass(frozen=True, slots=True)
class LightAim:
    """What was measured in a frame.

    Attributes:
        wanted: For which it was.
        at_ns: The frame's moment.
        size: Of the frame.
        cell: Side of a cell in pixels.
        cells: In which the person is, and one more around: (left, top, right, bottom), the last two outside.
        weight: float32 [rows, columns] in 0..1, where the person is.
        stops: float32 [rows, columns], what brightens.
        cast: (U, V) of the white balance, see `_Cast`.
    """

    wanted: StudioLight
    at_ns: int
    size: tuple[int, int]
    cell: int
    cells: tuple[int, int, int, int]
    weight: F32
    stops: F32
    cast: tuple[float, float]


def measured(
    picture: FramePyramid, alpha: U8, plate: Image | None, wanted: StudioLight, now_ns: int
) -> LightAim | None:
    """What a frame is to be lit by.

    Args:
        picture: The frame.
        alpha: uint8 [H, W], 255 = person.
        plate: The background plate that the person is matched to; None where there is none.
        wanted: How strongly.
        now_ns: The frame's moment.

    Returns:
        None where no person is present.
    """
    width, height = picture.image.size
    cell = max(4, 4 * round(width / _COLUMNS / 4))
    grid = -(-width // cell), -(-height // cell)
    weight = cv2.resize(alpha, grid, interpolation=cv2.INTER_NEAREST) * np.float32(1 / 255)
    if float(weight.mean()) < _LEAST_PERSON:
        return None
    luma = _luma(picture, grid)
    cast = _match(luma, weight, plate, wanted.match)
    stops = _key_light(weight, wanted) + np.float32(cast.stops)
    stops *= np.where(stops > 0, _headroom(luma, weight), np.float32(1))
    size, around = picture.image.size, _cells_around(weight)
    return LightAim(wanted, now_ns, size, cell, around, weight, stops, (cast.u, cast.v))


def _luma(picture: FramePyramid, grid: tuple[int, int]) -> F32:
    """float32 [rows, columns], 0..255 above black."""
    if picture.image.format is PixelFormat.BGR:
        return cv2.cvtColor(downsample_from(picture, 0, grid, quick=True), cv2.COLOR_BGR2GRAY).astype(np.float32)
    return downsample_from(picture, 0, grid, quick=True).astype(np.float32) - 16


def _match(luma: F32, weight: F32, plate: Image | None, strength: int) -> _Cast:
    """How far the person is from the plate's light, by a strength of 0..100.

    Cameras balance white by themselves and skin is no grey: the person counts as balanced and takes on the plate's
    cast.
    """
    if plate is None or not strength:
        return _Cast()
    own = max(float((luma * weight).sum() / weight.sum()), 8.0)
    step = max(1, plate.size[0] // (4 * _COLUMNS)) * 2
    if plate.format is PixelFormat.BGR:
        small = cv2.cvtColor(np.ascontiguousarray(plate.planes[0][::step, ::step]), cv2.COLOR_BGR2YUV)
        its_luma, u, v = (small[..., channel].astype(np.float32) for channel in range(3))
    else:
        its_luma = plate.planes[0][::step, ::step].astype(np.float32) - 16
        u, v = (plane[:: step // 2, :: step // 2].astype(np.float32) for plane in plate.planes[1:])
    u, v = u - 128, v - 128
    counts = 1 / (1 + (u * u + v * v) / _NEUTRAL**2)
    part = strength / 100
    difference = math.log2(max(float(its_luma.mean()), 8.0) / own)
    cast = [_CAST_PART * float((chroma * counts).sum() / counts.sum()) for chroma in (u, v)]
    return _Cast(
        part * min(max(_MATCHED * difference, -_MAX_STOPS), _MAX_STOPS),
        *(part * min(max(each, -_MAX_CAST), _MAX_CAST) for each in cast),
    )


def _key_light(weight: F32, wanted: StudioLight) -> F32:
    """Stops of each cell, float32 [rows, columns]: as if the blurred outline were a body that the light falls on."""
    columns = weight.shape[1]
    side = -1 if wanted.from_right else 1
    xs = np.arange(columns, dtype=np.float32)
    across = weight.sum(axis=0) / weight.sum()
    middle = float((across * xs).sum())
    spread = max(math.sqrt(float((across * (xs - middle) ** 2).sum())), 1.0)
    ramp = np.clip(0.5 - side * (xs - middle) / (_RAMP * spread), 0, 1)
    ramp = ramp * ramp * (3 - 2 * ramp)
    sigma = _BLUR * columns
    body = cv2.GaussianBlur(weight, (0, 0), sigma)
    slope = np.gradient(body, axis=1) if columns > 1 else np.zeros_like(body)  # one column faces neither side
    facing = np.clip(side * slope * (sigma * math.sqrt(2 * math.pi)), -1, 1)
    lit = (1 - _FACING) * ramp + _FACING * (0.5 + 0.5 * facing)
    stops: F32 = ((wanted.key / 100) * (_SHADED_STOPS + (_LIT_STOPS - _SHADED_STOPS) * lit)).astype(np.float32)
    return stops


def _headroom(luma: F32, weight: F32) -> F32:
    """Which part of a gain is left for what is bright already, so that no cheek burns out: float32, 0..1."""
    sigma = _BLUR * weight.shape[1] / 2
    lit, covered = (cv2.GaussianBlur(each, (0, 0), sigma) for each in (luma * weight, weight))
    near = lit / (covered + np.float32(1e-3))
    return (1 - np.clip(near / _WHITE, 0, 1) ** 3).astype(np.float32)


def _cells_around(weight: F32) -> tuple[int, int, int, int]:
    """The cells in which a person is, and one more all around: (left, top, right, bottom), the last two outside."""
    rows, columns = (np.flatnonzero(weight.any(axis=axis)) for axis in (1, 0))
    height, width = weight.shape
    return (
        max(int(columns[0]) - 1, 0),
        max(int(rows[0]) - 1, 0),
        min(int(columns[-1]) + 2, width),
        min(int(rows[-1]) + 2, height),
    )
