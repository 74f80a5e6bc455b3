"""Lets the background's light fall on the person's edge."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.blending.parameters import BLEND
from engine.core.frame import F32


def wrapped_light(behind: F32, alpha: F32, window: int, strength: int) -> tuple[F32, F32]:
    """The light around the person, and how much of it falls on each tile.

    Args:
        behind: float32 [planes, h, w], 0..255, the background downsampled to one sample a tile.
        alpha: float32 [h, w], 0..1, downsampled likewise.
        window: How far light reaches, to both sides together, in tiles.
        strength: 0..100.

    Returns:
        Light, float32 [planes, h, w] in 0..255, and its part, float32 [h, w] in 0..1.
    """
    light = np.stack([cv2.blur(plane, (window, window)) for plane in behind])
    return light, cv2.blur((1 - alpha) * np.float32(BLEND.max_light * strength / 100), (window, window))  # type: ignore[return-value]
