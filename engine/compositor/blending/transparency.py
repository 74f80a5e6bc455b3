"""What lies under the alpha of a transparent picture: a little of the person's colours around them, else zero."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.blending.parameters import BLEND, TRANSPARENCY
from engine.core.frame import F32, U8, Image, PixelFormat


def without_faint_islands(alpha: U8) -> U8:
    """Alpha without pixels below one half that are far from any of a half and more.

    Near a person their own colour can be estimated. Far from one it can't, and such a pixel would keep the camera's.

    Args:
        alpha: uint8 [H, W].
    """
    reach_px = max(TRANSPARENCY.min_reach_px, round(min(alpha.shape) * BLEND.window))
    certain = cv2.compare(alpha, TRANSPARENCY.certain, cv2.CMP_GE)  # type: ignore[call-overload]
    near = cv2.dilate(certain, np.ones((2 * reach_px + 1, 2 * reach_px + 1), np.uint8))
    return cv2.bitwise_and(alpha, near)  # type: ignore[return-value]


def hide_background(image: Image, alpha: U8) -> None:
    """Overwrites all that is transparent: `padding_px` of the person's colours around them, and zero beyond.

    Args:
        image: The person's own colours wherever alpha is above 0; changed in place.
        alpha: uint8 [H, W] of its size.
    """
    padding_px = TRANSPARENCY.padding_px
    if image.format is PixelFormat.BGR:
        planes = list(cv2.split(image.planes[0]))
        for plane in planes:
            _pad(plane, alpha, padding_px, 0)  # type: ignore[arg-type]
        cv2.merge(planes, dst=image.planes[0])
        return
    luma, *chroma = image.planes
    _pad(luma, alpha, padding_px, 16)
    half = cv2.resize(alpha, (alpha.shape[1] // 2, alpha.shape[0] // 2), interpolation=cv2.INTER_AREA)
    for plane in chroma:
        _pad(plane, half, padding_px // 2, 128)  # type: ignore[arg-type]


def _pad(plane: U8, alpha: U8, padding_px: int, black: int) -> None:
    """One plane, uint8 [h, w]: the mean of the person's inner colours around, weighted by alpha, or black."""
    x, y, width, height = cv2.boundingRect(alpha)
    top, left = max(0, y - padding_px), max(0, x - padding_px)
    part = np.s_[top : y + height + padding_px, left : x + width + padding_px]
    person = alpha[part]
    inside_px = 2 * TRANSPARENCY.inset_px + 1
    side = 2 * padding_px + inside_px  # so many pixels from the eroded person are `padding_px` from the person
    padded = np.full_like(plane, black)
    if person.size:
        weight: F32 = np.asarray(cv2.erode(person, np.ones((inside_px, inside_px), np.uint8)), np.uint8).astype(
            np.float32
        )
        total = cv2.boxFilter(weight, -1, (side, side), borderType=cv2.BORDER_CONSTANT)
        sums = cv2.boxFilter(plane[part] * weight, -1, (side, side), borderType=cv2.BORDER_CONSTANT)
        around = (sums / np.maximum(total, 1e-6) + 0.5).astype(np.uint8)
        inside = padded[part]
        np.copyto(inside, around, where=total > 0.5)
        np.copyto(inside, plane[part], where=person > 0)
    plane[:] = padded
