"""Inference on the region of interest."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from engine.core.box import Box
from engine.core.frame import F32, U8, FramePyramid
from engine.media.colour_formats import downsample_bgr

_GRID_PX = 8
"""Grid of the crop in the frame, so that halving leaves no remainder: a crop of 1080p then takes 0.2 ms, not 2."""


def predict_roi(box: Box, picture: FramePyramid, size: tuple[int, int], predict: Callable[[U8], F32]) -> F32:
    """The network's mask of a region, with zeros around it.

    Args:
        box: In pixels of the mask.
        picture: The frame.
        size: (width, height) of the mask and of what the network takes.
        predict: The network: uint8 [h, w, 3] -> float32 [h, w].

    Returns:
        float32 [h, w].
    """
    frame = picture.image.size[0] // 2 * 2, picture.image.size[1] // 2 * 2
    left, right = _on_grid(box.x, box.x + box.width, size[0], frame[0])
    top, bottom = _on_grid(box.y, box.y + box.height, size[1], frame[1])
    part = picture.part(left, top, right - left, bottom - top)
    mask = predict(downsample_bgr(part, size, quick=True))
    # Pixel centres to full-frame coordinates: the crop lies on pixels of the frame, not of the mask.
    wide, high = (right - left) / frame[0], (bottom - top) / frame[1]
    x, y = left * size[0] / frame[0], top * size[1] / frame[1]
    to_whole = np.array([[wide, 0, x + (wide - 1) / 2], [0, high, y + (high - 1) / 2]])
    return np.asarray(cv2.warpAffine(mask, to_whole, size), np.float32)


def _on_grid(first: int, last: int, mask_px: int, frame_px: int) -> tuple[int, int]:
    """A span of the mask in pixels of the frame; the frame's border is kept."""
    begin, end = (round(at * frame_px / mask_px / _GRID_PX) * _GRID_PX for at in (first, last))
    return begin, frame_px if last == mask_px else end
