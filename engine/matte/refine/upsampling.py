"""Upsampling of alphas."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.frame import U8


def doubled(plane: U8) -> U8:
    """Each sample of uint8 [h, w] as 2x2 samples."""
    height, width = plane.shape
    pairs = plane * np.uint16(0x0101)
    return np.stack([pairs, pairs], axis=1).view(np.uint8).reshape(2 * height, 2 * width)


def softened(alpha: U8) -> U8:
    """An alpha, uint8 [h, w], after a small blur that stands for the lens: the network decides each pixel by itself."""
    return cv2.GaussianBlur(alpha, (3, 3), 0)  # type: ignore[return-value]


def upsampled(alpha: U8, size: tuple[int, int], *, exact: bool = False) -> U8:
    """The alpha of the working size at a picture's (width, height).

    Outside the person's bounding box nothing is computed, if the picture is a multiple of the working size.

    Args:
        alpha: uint8 [h, w].
        size: (width, height) wanted, no smaller.
        exact: Keep its edges as sharp as they are, instead of softening them.
    """
    height, width = alpha.shape
    factor = size[0] // width
    soft = np.asarray if exact else softened
    interpolation = cv2.INTER_CUBIC if exact else cv2.INTER_LINEAR
    if (width * factor, height * factor) != size:
        return cv2.resize(soft(alpha), size, interpolation=interpolation)  # type: ignore[return-value]
    whole = np.zeros(size[::-1], np.uint8)
    x, y, wide, high = cv2.boundingRect(alpha)
    if wide:  # blur and upsampling reach two pixels
        rows, columns = slice(max(0, y - 2), min(height, y + high + 2)), slice(max(0, x - 2), min(width, x + wide + 2))
        inner = whole[_times(rows, factor), _times(columns, factor)]
        cv2.resize(soft(alpha[rows, columns]), inner.shape[::-1], dst=inner, interpolation=interpolation)
    return whole


def _times(part: slice, factor: int) -> slice:
    return slice(part.start * factor, part.stop * factor)
