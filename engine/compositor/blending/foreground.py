"""Estimates the person's own colours at their edge, so that no fringe of the old background remains."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.blending.parameters import BLEND
from engine.core.frame import F32


def foreground_and_background(picture: F32, alpha: F32, window: int) -> F32:
    """The person's colours continued beyond their edge, and the background's continued behind them.

    Blurred colours weighted by how sure alpha is of them, as in "Approximate fast foreground colour estimation" (Forte,
    ICIP 2021); the weight is the cube of alpha, which keeps a soft edge's mixed colours out.

    Args:
        picture: float32 [planes, h, w], 0..255, downsampled to one sample a tile.
        alpha: float32 [h, w], 0..1, downsampled likewise.
        window: Width of the blur, in tiles.

    Returns:
        float32 [2, planes, h, w]: of the person, of the background.
    """
    certain = np.stack([alpha, 1 - alpha])
    weight = certain * certain * certain
    sums: F32 = picture * weight[:, None]
    for plane in (*sums.reshape(-1, *alpha.shape), *weight):
        cv2.blur(plane, (window, window), dst=plane)
    sums += picture * np.float32(BLEND.picture_weight)
    weight += np.float32(BLEND.picture_weight)
    sums /= weight[:, None]
    return sums


def unmix(colour: F32, alpha: F32, person: F32, background: F32) -> None:
    """Unmixes the edge's colours in place: F + alpha (I - alpha F - (1 - alpha) B), Forte 2021 eq. 4.

    Args:
        colour: float32 [planes, n], the frame's I, 0..255; becomes the person's.
        alpha: float32 [n], 0..1.
        person: float32 [planes, n], F.
        background: float32 [planes, n], B; overwritten.
    """
    colour -= background
    background -= person
    background *= alpha
    colour += background
    colour *= alpha
    colour += person
    np.clip(colour, 0, 255, out=colour)
