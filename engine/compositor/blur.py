"""Blurs the room without the person in it, so that nothing of them glows around them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.colour import shrink_plane
from engine.frame import U8, Image

MIN_SIGMA = 0.012
"""Standard deviation of the blur at strength 0, in parts of the frame's shorter side."""

MAX_SIGMA = 0.07
"""The same at strength 100; between them each step is the same ratio."""

# Two box filters of width 5 are what is applied to the shrunk picture; a box of width k has variance (k^2 - 1) / 12.
_BOX_PX = 5
_SMALL_SIGMA_PX = 2.0

_PRIOR = 655
"""Weight of the room's mean colour, of 65025: shows only where no room is near, deep inside the person."""

_MARGIN = np.ones((3, 3), np.uint8)
"""Small pixels beside the person are left out, too: a mask is rarely wider than the person, but often narrower."""


def sigma_of(strength: int) -> float:
    """Standard deviation of a blur of this strength (0..100), in parts of the frame's shorter side."""
    return MIN_SIGMA * float((MAX_SIGMA / MIN_SIGMA) ** (strength / 100))


def blur_room(image: Image, alpha: U8, strength: int, out: Image) -> None:
    """The room blurred, its own colours going on behind the person.

    A normalised convolution (Knutsson and Westin, CVPR 1993): blur(room * w) / blur(w), w = 1 - alpha. The picture is
    shrunk to a size that follows from the strength alone and blurred by a fixed kernel: the look is the same at every
    resolution, and so is the cost but for shrinking and growing.

    Args:
        image: The frame.
        alpha: uint8 [H, W], 255 = person.
        strength: 0..100.
        out: A picture like the frame, to write to.
    """
    width, height = image.size
    scale = min(1.0, _SMALL_SIGMA_PX / (sigma_of(strength) * min(width, height)))
    size = max(2, round(width * scale)), max(2, round(height * scale))
    small = _blurred([shrink_plane(plane, size) for plane in image.planes], shrink_plane(alpha, size))
    for source, plane in zip(small, out.planes, strict=True):
        cv2.resize(source, plane.shape[1::-1], dst=plane, interpolation=cv2.INTER_LINEAR)


def _blurred(planes: list[U8], alpha: U8) -> list[U8]:
    """uint8 planes [h, w] or [h, w, 3] of one size -> the same, blurred by their part that is not person."""
    weight: U8 = cv2.bitwise_not(cv2.dilate(alpha, _MARGIN))  # type: ignore[assignment]
    room = np.dstack(planes)
    mean = cv2.mean(room, weight)[:3] if weight.any() else (128.0, 128.0, 128.0)
    sums: NDArray[np.uint16] = np.empty((*alpha.shape, 4), np.uint16)
    np.multiply(room, weight[..., None], out=sums[..., :3], dtype=np.uint16)
    np.multiply(weight, np.uint16(255 - _PRIOR // 255), out=sums[..., 3], dtype=np.uint16)
    for _ in range(2):
        cv2.blur(sums, (_BOX_PX, _BOX_PX), dst=sums, borderType=cv2.BORDER_REFLECT_101)
    sums[..., :3] += np.array([value * _PRIOR / 255 for value in mean], np.uint16)
    total = sums[..., 3] + np.uint16(_PRIOR)
    channels: list[U8] = [
        cv2.divide(np.ascontiguousarray(sums[..., index]), total, scale=255, dtype=cv2.CV_8U)  # type: ignore[misc]
        for index in range(3)
    ]
    return channels if len(planes) == 3 else [cv2.merge(channels)]  # type: ignore[list-item]
