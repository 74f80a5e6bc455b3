"""How a picture of any shape fills a frame."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.frame import U8, Image
from engine.core.settings import Fit
from engine.media.colour_formats import downsample_plane
from engine.transform.frame_transform import cover_crop


def fitted_size(size: tuple[int, int], target: tuple[int, int], fit: Fit) -> tuple[int, int]:
    """The (width, height) to scale a picture to, before it is cropped to the target or centred on it.

    Args:
        size: (width, height) of the picture, in pixels.
        target: (width, height) to fill.
        fit: How to fill it.
    """
    if fit is Fit.STRETCH:
        return target
    ratios = target[0] / size[0], target[1] / size[1]
    ratio = max(ratios) if fit is Fit.COVER else min(ratios)
    return max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio))


def fit_bgr(bgr: U8, target: tuple[int, int], fit: Fit, bars: tuple[int, int, int]) -> U8:
    """Scales a picture, then crops or centres it.

    Args:
        bgr: uint8 [h, w, 3].
        target: (width, height) wanted.
        fit: How to fill it.
        bars: (red, green, blue) of the bars beside a contained picture.

    Returns:
        uint8 [H, W, 3], contiguous.
    """
    height, width = bgr.shape[:2]
    scaled_size = fitted_size((width, height), target, fit)
    if scaled_size != (width, height):
        downsamples = scaled_size[0] < width
        bgr = cv2.resize(bgr, scaled_size, interpolation=cv2.INTER_AREA if downsamples else cv2.INTER_CUBIC)  # type: ignore[assignment]
    if scaled_size == target:
        return np.ascontiguousarray(bgr)
    x, y = (target[0] - scaled_size[0]) // 2, (target[1] - scaled_size[1]) // 2
    if fit is Fit.COVER:
        return np.ascontiguousarray(bgr[-y : target[1] - y, -x : target[0] - x])
    canvas = np.empty((target[1], target[0], 3), np.uint8)
    canvas[:] = bars[::-1]
    canvas[y : y + scaled_size[1], x : x + scaled_size[0]] = bgr
    return canvas


def place(image: Image, fit: Fit, out: Image) -> None:
    """Scales an I420 picture into another; the bars beside a contained one stay as they are.

    Args:
        image: The picture.
        fit: How it fills the other.
        out: Where it is written, of the size that is wanted.
    """
    target = out.size
    x, y, width, height = cover_crop(image.size, target) if fit is Fit.COVER else (0, 0, *image.size)
    wide, high = fitted_size(image.size, target, fit) if fit is Fit.CONTAIN else target
    wide, high = max(2, wide // 2 * 2), max(2, high // 2 * 2)
    left, top = (target[0] - wide) // 4 * 2, (target[1] - high) // 4 * 2
    for plane, onto in zip(image.planes, out.planes, strict=True):
        divisor = target[0] // onto.shape[1]
        part = plane[y // divisor : (y + height) // divisor, x // divisor : (x + width) // divisor]
        free = onto[top // divisor : (top + high) // divisor, left // divisor : (left + wide) // divisor]
        np.copyto(free, scaled_plane(part, (wide // divisor, high // divisor)))


def scaled_plane(plane: U8, size: tuple[int, int]) -> U8:
    """uint8 [h, w] at another (width, height): halved while it stays larger, then bilinearly.

    INTER_AREA from less than twice the size would cost ten times as much.
    """
    halvings = max(0, min(plane.shape[1] // size[0], plane.shape[0] // size[1]).bit_length() - 1)
    halved = downsample_plane(plane, (plane.shape[1] >> halvings, plane.shape[0] >> halvings))
    if halved.shape[1::-1] == size:
        return halved
    return cv2.resize(halved, size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]
