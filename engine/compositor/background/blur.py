"""Blurs the background with the person left out, so that no halo of the person appears around them.

The blurred background has no more samples than the blur needs, at places that don't depend on the picture: what lies
between two samples is gone, and neither averaging many frames nor sharpening brings it back.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.compositor.background.scaling import scaled_plane
from engine.core.frame import U8, Image, PixelFormat


@dataclass(frozen=True, slots=True)
class BlurParameters:
    """How the background is blurred; what names no measurement was chosen by eye.

    Attributes:
        min_strength: Weaker blurs are this one. At 40, letters of a twelfth of the picture's height were half readable
            after the deconvolution of 30 averaged frames; at 55 they are not (tests/privacy/test_blur_attack.py).
        sigma_at_0: Standard deviation that a blur of strength 0 would have, in parts of the frame's shorter side.
        sigma_at_100: The same at strength 100; between them each step is the same ratio.
        max_samples: (width, height) of the largest grid of samples; an upright frame has them the other way round. A
            sample is then at least 22 pixels of 720p.
        background_weight: Weight of a background pixel, beside that of the background's mean colour.
        mean_weight: Weight of the mean colour, which shows only deep inside the person.
        person_gain: A small pixel next to the person, or person by a quarter, has no weight: masks are often slightly
            too narrow.
        upsampling: Pixels a sample, each way, in which the samples are joined smoothly before the last, bilinear step.
        smoothing_px: Width of the two box filters that do that.
    """

    min_strength: int = 55
    sigma_at_0: float = 0.012
    sigma_at_100: float = 0.07
    max_samples: tuple[int, int] = (56, 32)
    background_weight: int = 252
    mean_weight: int = 3
    person_gain: int = 4
    upsampling: int = 4
    smoothing_px: int = 5


PARAMETERS = BlurParameters()

_MARGIN = np.ones((3, 3), np.uint8)
_BINOMIAL = np.array([0.25, 0.5, 0.25], np.float32)


def sigma_of(strength: int) -> float:
    """Standard deviation of a blur of this strength (0..100), in parts of the frame's shorter side."""
    low, high = PARAMETERS.sigma_at_0, PARAMETERS.sigma_at_100
    return low * float((high / low) ** (max(strength, PARAMETERS.min_strength) / 100))


def sample_grid(size: tuple[int, int], strength: int) -> tuple[int, int]:
    """(columns, rows) of the samples that a background is reduced to.

    One sample for each standard deviation of the blur: the variances of the area means (1/12), of the binomial filter
    (1/2), of bilinear interpolation between samples (1/6) and of two box filters of 5/4 samples (1/4) add up to one.

    Args:
        size: (width, height) of the frame.
        strength: 0..100.
    """
    width, height = size
    largest = PARAMETERS.max_samples if width >= height else PARAMETERS.max_samples[::-1]
    step_px = max(sigma_of(strength) * min(size), width / largest[0], height / largest[1], 1.0)
    return max(2, int(width / step_px)), max(2, int(height / step_px))


def blur_background(image: Image, alpha: U8, strength: int, out: Image) -> None:
    """Writes the blurred background, its own colours continued behind the person.

    A normalised convolution (Knutsson and Westin, CVPR 1993): blur(background * w) / blur(w), w = 1 - alpha. Look and
    cost are the same at every resolution, except for the downsampling and the last upsampling.

    Args:
        image: The frame.
        alpha: uint8 [H, W], 255 = person.
        strength: 0..100.
        out: A picture like the frame, to write to.
    """
    columns, rows = sample_grid(image.size, strength)
    size = min(2 * columns, image.size[0]) // 2 * 2, min(2 * rows, image.size[1]) // 2 * 2
    channels = cv2.split(image.planes[0]) if image.format is PixelFormat.BGR else image.planes
    planes = [scaled_plane(plane, size) for plane in channels]  # type: ignore[arg-type]
    blurred = _joined(_sampled(planes, scaled_plane(alpha, size)))
    small = [cv2.merge(blurred)] if image.format is PixelFormat.BGR else blurred
    for source, plane in zip(small, out.planes, strict=True):
        cv2.resize(source, plane.shape[1::-1], dst=plane, interpolation=cv2.INTER_LINEAR)


def _sampled(planes: list[U8], alpha: U8) -> list[U8]:
    """uint8 [h, w] each -> uint8 [h / 2, w / 2]: the samples, averaged over what is not person, and filtered."""
    near_person = cv2.multiply(cv2.dilate(alpha, _MARGIN), PARAMETERS.person_gain)  # type: ignore[call-overload]
    weight: U8 = cv2.subtract(PARAMETERS.background_weight, near_person)  # type: ignore[call-overload]
    total = _averaged(weight.astype(np.uint16) * np.uint16(255)) + np.float32(255 * PARAMETERS.mean_weight)
    is_background = bool(weight.any())
    samples: list[U8] = []
    for plane in planes:
        mean = cv2.mean(plane, weight)[0] if is_background else 128.0
        sums = _averaged(np.multiply(plane, weight, dtype=np.uint16)) + np.float32(mean * PARAMETERS.mean_weight)
        samples.append(cv2.divide(sums, total, scale=255, dtype=cv2.CV_8U))  # type: ignore[arg-type]
    return samples


def _averaged(
    sums: np.ndarray[tuple[int, ...], np.dtype[np.uint16]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """uint16 [h, w] -> float32 [h / 2, w / 2]: means of 2x2, then a binomial filter, which ends at half a sample."""
    halved = cv2.resize(sums, (sums.shape[1] // 2, sums.shape[0] // 2), interpolation=cv2.INTER_AREA)
    return cv2.sepFilter2D(halved, cv2.CV_32F, _BINOMIAL, _BINOMIAL, borderType=cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def _joined(samples: list[U8]) -> list[U8]:
    """The samples as smooth planes, without steps or diamonds: bilinear interpolation, then two box filters."""
    rows, columns = samples[0].shape
    size = columns * PARAMETERS.upsampling, rows * PARAMETERS.upsampling
    box = (PARAMETERS.smoothing_px, PARAMETERS.smoothing_px)
    joined: list[U8] = []
    for plane in samples:
        smooth = cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR)
        for _ in range(2):
            smooth = cv2.blur(smooth, box, borderType=cv2.BORDER_REPLICATE)
        joined.append(smooth)  # type: ignore[arg-type]
    return joined
