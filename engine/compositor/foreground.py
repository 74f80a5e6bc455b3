"""Estimates the person's own colours at their edge, so that no fringe of the old room goes with them."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import F32, U8

_BOX_TILES = 5
_LEAST_WEIGHT = 1e-3
"""Of the local picture itself, which takes over where neither the person nor the room is near."""


def person_and_room(planes: list[U8], alpha: U8) -> tuple[list[F32], list[F32]]:
    """The person's colours going on beyond their edge, and the room's going on behind them.

    Blurred colours weighted by how sure alpha is of them, as in "Approximate fast foreground colour estimation" (Forte,
    ICIP 2021); the weight is the cube of alpha, which keeps a soft edge's mixed colours out.

    Args:
        planes: uint8 [h, w] each, the picture shrunk to one sample a tile.
        alpha: uint8 [h, w], shrunk likewise.

    Returns:
        Person and room, float32 [h, w] for each plane, in 0..255.
    """
    picture = [plane.astype(np.float32) for plane in planes]
    certain = alpha.astype(np.float32) * np.float32(1 / 255)
    return _spread(picture, certain), _spread(picture, 1 - certain)


def _spread(picture: list[F32], certain: F32) -> list[F32]:
    weight = certain * certain * certain
    least = np.float32(_LEAST_WEIGHT)
    total = _blur(weight) + least
    return [(_blur(plane * weight) + least * plane) / total for plane in picture]


def _blur(field: F32) -> F32:
    return cv2.blur(field, (_BOX_TILES, _BOX_TILES))  # type: ignore[return-value]
