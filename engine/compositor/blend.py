"""Lays the person over what stands behind them, in uint8 and only where the person is."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import U8, Image, PixelFormat

Box = tuple[slice, slice]


def alpha_planes(alpha: U8, image: Image) -> list[U8]:
    """The alpha for each plane of a picture.

    Args:
        alpha: uint8 [H, W], 255 = person.
        image: Its planes decide the sizes and channels.

    Returns:
        uint8 arrays of the planes' shapes: for I420 the alpha and, twice, its half-size area average.
    """
    if image.format is PixelFormat.BGR:
        return [cv2.merge([alpha, alpha, alpha])]  # type: ignore[list-item]
    height, width = image.planes[1].shape
    half: U8 = cv2.resize(alpha, (width, height), interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    return [alpha, half, half]


def person_boxes(alpha: U8, image: Image) -> list[Box]:
    """Rows and columns of each plane outside of which alpha is 0, even in the full-size plane."""
    x, y, width, height = cv2.boundingRect(alpha)
    left, top, right, bottom = x // 2, y // 2, (x + width + 1) // 2, (y + height + 1) // 2
    whole = slice(2 * top, 2 * bottom), slice(2 * left, 2 * right)
    if image.format is PixelFormat.BGR:
        return [whole]
    half = slice(top, bottom), slice(left, right)
    return [whole, half, half]


class Blender:
    """Blends planes; keeps its scratch memory from frame to frame."""

    def __init__(self) -> None:
        self._scratch = np.empty((3, 0), np.uint8)

    def over(self, person: U8, behind: U8, alpha: U8, out: U8) -> None:
        """Out = (alpha person + (255 - alpha) behind) / 255, within 1; exact where alpha is 0 or 255.

        Args:
            person: uint8 [H, W] or [H, W, 3].
            behind: Likewise.
            alpha: uint8 of the same shape.
            out: Likewise; may be `behind`.
        """
        if self._scratch.shape[1] < person.size:
            self._scratch = np.empty((3, person.size), np.uint8)
        rest, mine, others = (row[: person.size].reshape(person.shape) for row in self._scratch)
        cv2.bitwise_not(alpha, dst=rest)
        cv2.multiply(person, alpha, dst=mine, scale=1 / 255)
        cv2.multiply(behind, rest, dst=others, scale=1 / 255)
        cv2.add(mine, others, dst=out)
