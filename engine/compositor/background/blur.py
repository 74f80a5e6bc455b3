"""Blurs the room without the person in it, so that nothing of them glows around them."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.background.scaling import scaled_plane
from engine.core.frame import U8, Image, PixelFormat

MIN_SIGMA = 0.012
"""Standard deviation of the blur at strength 0, in parts of the frame's shorter side."""

MAX_SIGMA = 0.07
"""The same at strength 100; between them each step is the same ratio."""

# Two box filters of width 5 are what is applied to the shrunk picture; a box of width k has variance (k^2 - 1) / 12.
_BOX_PX = 5
_PASSES = 2
_SMALL_SIGMA_PX = 2.0

_ROOM, _PRIOR = 252, 3
"""Weights of a pixel of the room, and of the room's mean colour, which so shows only deep inside the person."""

_MARGIN = np.ones((3, 3), np.uint8)
_GAIN = 4
"""Small pixels beside the person, or person by a quarter, count for nothing: masks are often a little too narrow."""


def sigma_of(strength: int) -> float:
    """Standard deviation of a blur of this strength (0..100), in parts of the frame's shorter side."""
    return MIN_SIGMA * float((MAX_SIGMA / MIN_SIGMA) ** (strength / 100))


def blur_background(image: Image, alpha: U8, strength: int, out: Image) -> None:
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
    channels = cv2.split(image.planes[0]) if image.format is PixelFormat.BGR else image.planes
    room = np.stack([scaled_plane(plane, size) for plane in channels])  # type: ignore[arg-type]
    blurred = list(_blurred(room, scaled_plane(alpha, size)))
    small = [cv2.merge(blurred)] if image.format is PixelFormat.BGR else blurred
    for source, plane in zip(small, out.planes, strict=True):
        cv2.resize(source, plane.shape[1::-1], dst=plane, interpolation=cv2.INTER_LINEAR)


def _blurred(room: U8, alpha: U8) -> U8:
    """uint8 [planes, h, w] -> the same, blurred by their part that is not person."""
    near_person = cv2.multiply(cv2.dilate(alpha, _MARGIN), _GAIN)  # type: ignore[call-overload]
    weight: U8 = cv2.subtract(_ROOM, near_person)  # type: ignore[call-overload]
    means = [cv2.mean(plane, weight)[0] if weight.any() else 128.0 for plane in room]
    sums = np.empty((len(room) + 1, *alpha.shape), np.uint16)
    np.multiply(room, weight, out=sums[:-1], dtype=np.uint16)
    np.multiply(weight, np.uint16(255), out=sums[-1], dtype=np.uint16)
    for plane in sums:
        for _ in range(_PASSES):
            cv2.blur(plane, (_BOX_PX, _BOX_PX), dst=plane)
    total = sums[-1] + np.uint16(255 * _PRIOR)
    for plane, mean in zip(sums, means, strict=False):
        plane += np.uint16(mean * _PRIOR)
    blurred: U8 = np.empty_like(room)
    for plane, target in zip(sums, blurred, strict=False):
        cv2.divide(plane, total, dst=target, scale=255, dtype=cv2.CV_8U)
    return blurred
