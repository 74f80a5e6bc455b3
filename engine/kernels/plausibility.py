"""The native kernel of plausibility."""

from __future__ import annotations

import ctypes
from ctypes import c_double, c_int32, c_void_p
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]

MOST_WINDOW_PX = 33
"""Side of the largest window that the kernels of small planes accept."""

_LIMITS = (
    *("min_area", "max_coverage", "max_border", "min_contrast", "max_contrast", "contrast_per_luma"),
    *("min_texture", "min_outline"),
)


class _Job(ctypes.Structure):
    """`PlausibilityJob` of source/plausibility.c."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height")),
        *((name, c_void_p) for name in ("alpha", "guide")),
        *((name, c_double) for name in _LIMITS),
        ("outline_reach", c_int32),
    )


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of plausibility; `PlausibilityParameters` says what each means.

    Attributes:
        min_area: A share.
        max_coverage: A share.
        max_border: A share.
        min_contrast: In levels.
        max_contrast: In levels.
        contrast_per_luma: In levels for each.
        min_texture: A share.
        min_outline: A share.
        outline_reach_px: In pixels.
    """

    min_area: float
    max_coverage: float
    max_border: float
    min_contrast: float
    max_contrast: float
    contrast_per_luma: float
    min_texture: float
    min_outline: float
    outline_reach_px: int


def judge(library: ctypes.CDLL, alpha: F32, guide: U8, thresholds: Thresholds) -> bool:
    """Whether a mask can be a person's.

    Args:
        library: With the kernel.
        alpha: The mask, float32 [h, w] in [0, 1].
        guide: Its frame's luma, uint8 [h, w].
        thresholds: What a person's mask looks like.

    Raises:
        MemoryError: There is none left.
        ValueError: The planes don't fit one another or the kernel.
    """
    if guide.shape != alpha.shape or not alpha.size or 2 * thresholds.outline_reach_px + 1 > MOST_WINDOW_PX:
        raise ValueError(f"a mask of {alpha.shape}, a guide of {guide.shape} or a window is none for the kernel")
    mask, luma = np.ascontiguousarray(alpha, np.float32), np.ascontiguousarray(guide, np.uint8)
    height, width = alpha.shape
    limits = (getattr(thresholds, name) for name in _LIMITS)
    job = _Job(width, height, address(mask), address(luma), *limits, thresholds.outline_reach_px)
    plausible = library.judge_mask(ctypes.byref(job))
    if plausible < 0:
        raise MemoryError("no memory is left for judging a mask")
    return bool(plausible)
