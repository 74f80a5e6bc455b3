"""Lets the background's light fall on the person's edge."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import F32

_MOST = 0.6
"""Part of the background's light in the outermost edge at strength 100."""


def wrapped_light(behind: F32, alpha: F32, window: int, strength: int) -> F32:
    """The light around the person, and how much of it falls on each tile.

    Args:
        behind: float32 [planes, h, w], 0..255, the background shrunk to one sample a tile.
        alpha: float32 [h, w], 0..1, shrunk likewise.
        window: How far light reaches, to both sides together, in tiles.
        strength: 0..100.

    Returns:
        float32 [planes + 1, h, w]: the light in each plane, 0..255, and its part, 0..1.
    """
    fields = np.concatenate([behind, (1 - alpha)[None]])
    for field in fields:
        cv2.blur(field, (window, window), dst=field)
    fields[-1] *= np.float32(_MOST * strength / 100)
    return fields
