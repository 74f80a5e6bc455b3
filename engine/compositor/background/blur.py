"""Blurs the background with the person left out, so that no halo of the person appears around them."""

from __future__ import annotations

import cv2
import numpy as np

from engine.compositor.background.scaling import scaled_plane
from engine.core.frame import U8, Image, PixelFormat

MIN_SIGMA = 0.012
"""Standard deviation of the blur at strength 0, in parts of the frame's shorter side."""

MAX_SIGMA = 0.07
"""The same at strength 100; between them each step is the same ratio."""

# Two box filters of width 5 are applied to the downsampled picture; a box of width k has variance (k^2 - 1) / 12.
_BOX_PX = 5
_PASSES = 2
_SMALL_SIGMA_PX = 2.0

_BACKGROUND, _PRIOR = 252, 3
"""Weights of a background pixel and of the background's mean colour; the mean shows only deep inside the person."""

_MARGIN = np.ones((3, 3), np.uint8)
_GAIN = 4
"""A small pixel next to the person, or person by a quarter, has no weight: masks are often slightly too narrow."""


def sigma_of(strength: int) -> float:
    """Standard deviation of a blur of this strength (0..100), in parts of the frame's shorter side."""
    return MIN_SIGMA * float((MAX_SIGMA / MIN_SIGMA) ** (strength / 100))


def blur_background(image: Image, alpha: U8, strength: int, out: Image) -> None:
    """Writes the blurred background, its own colours continued behind the person.

    A normalised convolution (Knutsson and Westin, CVPR 1993): blur(background * w) / blur(w),
    w = 1 - alpha. The picture is downsampled to a size that follows from the strength alone and blurred by a fixed
    kernel: look and cost are the same at every resolution, except for the downsampling and upsampling.

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
    planes = np.stack([scaled_plane(plane, size) for plane in channels])  # type: ignore[arg-type]
    blurred = list(_blurred(planes, scaled_plane(alpha, size)))
    small = [cv2.merge(blurred)] if image.format is PixelFormat.BGR else blurred
    for source, plane in zip(small, out.planes, strict=True):
        cv2.resize(source, plane.shape[1::-1], dst=plane, interpolation=cv2.INTER_LINEAR)


def _blurred(planes: U8, alpha: U8) -> U8:
    """uint8 [planes, h, w] -> the same, blurred over what is not person."""
    near_person = cv2.multiply(cv2.dilate(alpha, _MARGIN), _GAIN)  # type: ignore[call-overload]
    weight: U8 = cv2.subtract(_BACKGROUND, near_person)  # type: ignore[call-overload]
    means = [cv2.mean(plane, weight)[0] if weight.any() else 128.0 for plane in planes]
    sums = np.empty((len(planes) + 1, *alpha.shape), np.uint16)
    np.multiply(planes, weight, out=sums[:-1], dtype=np.uint16)
    np.multiply(weight, np.uint16(255), out=sums[-1], dtype=np.uint16)
    for plane in sums:
        for _ in range(_PASSES):
            cv2.blur(plane, (_BOX_PX, _BOX_PX), dst=plane)
    total = sums[-1] + np.uint16(255 * _PRIOR)
    for plane, mean in zip(sums, means, strict=False):
        plane += np.uint16(mean * _PRIOR)
    blurred: U8 = np.empty_like(planes)
    for plane, target in zip(sums, blurred, strict=False):
        cv2.divide(plane, total, dst=target, scale=255, dtype=cv2.CV_8U)
    return blurred
