"""Lets the background's light fall on the person's edge."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import F32, U8

REACH_TILES = 3
"""How far inside the person it is felt."""

_BOX_TILES = 5
_MOST = 0.6
"""Part of the background's light in the outermost edge at strength 100."""


def wrapped_light(planes: list[U8], alpha: U8, strength: int) -> tuple[list[F32], F32]:
    """The light around the person, and how much of it falls on each tile.

    Args:
        planes: uint8 [h, w] each, the background shrunk to one sample a tile.
        alpha: uint8 [h, w], shrunk likewise.
        strength: 0..100.

    Returns:
        Light, float32 [h, w] in 0..255 for each plane, and its part, float32 [h, w] in 0..1.
    """
    free = _blur((255 - alpha).astype(np.float32))
    return [_blur(plane.astype(np.float32)) for plane in planes], free * np.float32(_MOST * strength / 100 / 255)


def _blur(field: F32) -> F32:
    return cv2.blur(field, (_BOX_TILES, _BOX_TILES))  # type: ignore[return-value]
