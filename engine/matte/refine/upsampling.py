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


def upsampled(alpha: U8, size: tuple[int, int]) -> U8:
    """The alpha of the working size at a picture's (width, height), softened.

    The network decides each pixel of the working size by itself; a small blur stands for the lens. Outside the person's
    bounding box nothing is computed, if the picture is a multiple of the working size.

    Args:
        alpha: uint8 [h, w].
        size: (width, height) wanted, no smaller.
    """
    height, width = alpha.shape
    factor = size[0] // width
    if (width * factor, height * factor) != size:
        return cv2.resize(cv2.GaussianBlur(alpha, (3, 3), 0), size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]
    whole = np.zeros(size[::-1], np.uint8)
    x, y, wide, high = cv2.boundingRect(alpha)
    if wide:  # blur and upsampling reach two pixels
        rows, columns = slice(max(0, y - 2), min(height, y + high + 2)), slice(max(0, x - 2), min(width, x + wide + 2))
        inner = whole[_times(rows, factor), _times(columns, factor)]
        soft = cv2.GaussianBlur(alpha[rows, columns], (3, 3), 0)
        cv2.resize(soft, inner.shape[::-1], dst=inner, interpolation=cv2.INTER_LINEAR)
    return whole


def _times(part: slice, factor: int) -> slice:
    return slice(part.start * factor, part.stop * factor)
