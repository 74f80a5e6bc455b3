"""The native kernel of disocclusion detection."""

from __future__ import annotations

import ctypes
from ctypes import c_double, c_float, c_int32, c_void_p
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address
from engine.kernels.plausibility import MOST_WINDOW_PX

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]


class _Job(ctypes.Structure):
    """`DisocclusionJob` of source/disocclusion.c."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height")),
        *((name, c_void_p) for name in ("picture", "expected", "alpha", "flow")),
        *((name, c_float) for name in ("tolerance", "tolerance_per_noise", "max_tolerance", "tolerance_per_gradient")),
        ("sure", c_double),
        *((name, c_int32) for name in ("person_reach", "background_reach", "unknown_colour")),
        ("max_rejected", c_double),
        ("outline_reach", c_int32),
        ("max_ambiguous", c_double),
        *((name, c_float) for name in ("moving", "max_displacement")),
        ("confidence", c_void_p),
    )


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of disocclusion detection, in the kernel's order; `DisocclusionParameters` says what each means.

    Attributes:
        tolerance: In levels.
        tolerance_per_noise: In levels for each.
        max_tolerance: In levels.
        tolerance_per_gradient: In levels for each.
        sure: An alpha.
        person_reach_px: Half the window's side, as the other reaches.
        background_reach_px: In pixels at half the mask's size.
        unknown_colour: In levels.
        max_rejected: A share.
        outline_reach_px: In pixels at half the mask's size.
        max_ambiguous: A share.
        moving_px: In pixels of the flow.
        max_displacement_px: In pixels of the flow.
    """

    tolerance: float
    tolerance_per_noise: float
    max_tolerance: float
    tolerance_per_gradient: float
    sure: float
    person_reach_px: int
    background_reach_px: int
    unknown_colour: int
    max_rejected: float
    outline_reach_px: int
    max_ambiguous: float
    moving_px: float
    max_displacement_px: float


def examine(
    library: ctypes.CDLL, small_bgr: U8, expected_bgr: U8, alpha: F32, flow: F32, thresholds: Thresholds
) -> tuple[F32, bool]:
    """Confidence in each pixel of a propagated mask, float32 [h, w] in [0, 1], and whether the mask may be used.

    Args:
        library: With the kernel.
        small_bgr: The frame that the mask was propagated to, uint8 [h, w, 3]; h and w are even.
        expected_bgr: The frame that the mask comes from, warped by the flow, uint8 [h, w, 3].
        alpha: The propagated mask, float32 [h, w] in [0, 1].
        flow: float32 [h, w, 2], (x, y) in pixels.
        thresholds: What counts as evidence.

    Raises:
        MemoryError: There is none left.
        ValueError: The planes don't fit one another or the kernel.
    """
    height, width = alpha.shape
    reaches = thresholds.person_reach_px, thresholds.background_reach_px, thresholds.outline_reach_px
    if height % 2 or width % 2 or not alpha.size or 2 * max(reaches) + 1 > MOST_WINDOW_PX:
        raise ValueError(f"a mask of {alpha.shape} or a window is none for the kernel")
    if not small_bgr.shape == expected_bgr.shape == (height, width, 3) or flow.shape != (height, width, 2):
        raise ValueError(f"the pictures or the flow don't fit a mask of {alpha.shape}")
    picture, expected = np.ascontiguousarray(small_bgr, np.uint8), np.ascontiguousarray(expected_bgr, np.uint8)
    mask, motion = np.ascontiguousarray(alpha, np.float32), np.ascontiguousarray(flow, np.float32)
    confidence = np.empty((height, width), np.float32)
    job = _Job(
        *(width, height, address(picture), address(expected), address(mask), address(motion)),
        *(getattr(thresholds, name) for name in Thresholds.__slots__),
        address(confidence),
    )
    trusted = library.examine_propagated(ctypes.byref(job))
    if trusted < 0:
        raise MemoryError("no memory is left for disocclusion detection")
    return confidence, bool(trusted)
