"""A frame's chroma at the working size, and everything at a quarter of it, where decisions about regions are made."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8, FramePyramid, Mask, PixelFormat
from engine.matte.refine.features import working_size
from engine.media.colour_formats import downsample_from, to_i420

CELL_PX = 4
"""Side of a cell, in pixels of the working size."""
NEUTRAL = 128.0
"""Chroma of grey."""


@dataclass(frozen=True, slots=True)
class SmallFrame:
    """What the green screen reads of a frame.

    Attributes:
        chroma: U and V at the working size, uint8 [H, W] each.
        cells: U and V of each cell, relative to grey, float32 [2, h, w].
        luma: Of each cell, float32 [h, w], 0..255.
        person: The network's mask of each cell, float32 [h, w] in [0, 1].
    """

    chroma: tuple[U8, U8]
    cells: F32
    luma: F32
    person: F32

    @staticmethod
    def of(picture: FramePyramid, mask: Mask) -> SmallFrame:
        """Reads a frame.

        Args:
            picture: The frame.
            mask: The network's mask of it.
        """
        if picture.image.format is PixelFormat.BGR:
            picture = FramePyramid(to_i420(picture.image.planes[0]))
        size = working_size(picture.image.size)
        small = size[0] // CELL_PX, size[1] // CELL_PX
        planes = [downsample_from(picture, number, size, quick=True) for number in (1, 2)]
        luma, *cells = (downsample_from(picture, number, small, quick=True).astype(np.float32) for number in range(3))
        person = cv2.resize(mask.alpha, small, interpolation=cv2.INTER_LINEAR)
        return SmallFrame((planes[0], planes[1]), np.stack(cells) - np.float32(NEUTRAL), luma, person)  # type: ignore[arg-type]


def upsampled_cells(cells: U8, shape: tuple[int, ...], *, smooth: bool = False) -> U8:
    """Cells at the working size: uint8 [H, W].

    Args:
        cells: uint8 [h, w].
        shape: (H, W) wanted.
        smooth: Bilinearly, at five times the cost.
    """
    return cv2.resize(cells, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR if smooth else cv2.INTER_NEAREST)  # type: ignore[return-value]
