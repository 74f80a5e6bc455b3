"""Exposure of the captured picture: brightness, contrast, shadows and warmth, by one table look-up per sample."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import U8, Image, PixelFormat
from engine.core.settings import Settings

F64 = NDArray[np.float64]

_WARMEST_SHIFT = 24
"""How far chroma moves at a warmth of 100, in 8-bit steps."""


def adjust_exposure(image: Image, settings: Settings) -> Image:
    """The picture with another exposure; unchanged where nothing was asked for.

    Args:
        image: I420 or BGR.
        settings: Of them `brightness`, `contrast`, `low_light` and `warmth`.
    """
    light = (settings.brightness, settings.contrast, settings.low_light, settings.warmth)
    if not any(light):
        return image
    tables = _tables(image.format, *light)
    planes = tuple(cv2.LUT(plane, table) for plane, table in zip(image.planes, tables, strict=True))
    return replace(image, planes=planes)  # type: ignore[arg-type]


@lru_cache(maxsize=8)
def _tables(pixel_format: PixelFormat, brightness: int, contrast: int, low_light: int, warmth: int) -> tuple[U8, ...]:
    """One table per plane: uint8 [256], or [1, 256, 3] for BGR."""
    shift = warmth / 100 * _WARMEST_SHIFT
    steps = np.arange(256, dtype=np.float64)
    if pixel_format is PixelFormat.I420:
        luma = 16 + 219 * _curve((steps - 16) / 219, brightness, contrast, low_light)
        # U is blue against luma, V red: warm light has less of the one and more of the other.
        return tuple(
            _rounded(table, 16, high) for table, high in ((luma, 235), (steps - shift, 240), (steps + shift, 240))
        )
    lit = 255 * _curve(steps / 255, brightness, contrast, low_light)
    return (_rounded(np.stack([lit - shift, lit, lit + shift], axis=-1)[None], 0, 255),)


def _curve(value: F64, brightness: int, contrast: int, low_light: int) -> F64:
    """From light to light, 0..1: a gamma of 1 to 1/2 lifts shadows, then a slope of 1/2 to 2 and an offset."""
    lifted: F64 = np.clip(value, 0, 1) ** (1 / (1 + low_light / 100))
    return (lifted - 0.5) * 2 ** (contrast / 100) + 0.5 + brightness / 200


def _rounded(table: F64, low: int, high: int) -> U8:
    rounded: U8 = np.clip(np.rint(table), low, high).astype(np.uint8)
    return rounded
