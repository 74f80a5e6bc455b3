"""The native kernel of temporal smoothing."""

from __future__ import annotations

import ctypes
from ctypes import c_float, c_int32, c_ssize_t, c_void_p
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]

_PLANES = ("alpha", "warped", "guide", "residual", "fused")
_KINDS = (np.float32, np.float32, np.uint8, np.uint8, np.float32)


class _Job(ctypes.Structure):
    """`SmoothingJob` of source/smoothing.c."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height")),
        *((name, c_void_p) for name in _PLANES),
        *((f"{name}_stride", c_ssize_t) for name in _PLANES),
        *((name, c_float) for name in ("strength", "contrast_weight", "full_error", "error_span", "vacated_start")),
        *((name, c_float) for name in ("vacated_slope", "pixel_start", "pixel_slope")),
        *((name, c_float) for name in ("gone_alpha", "gone_start", "low_contrast")),
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """How far the last mask is blended in, in the kernel's order; `TemporalParameters` says what each means.

    Attributes:
        contrast_weight: For each level.
        full_error: As a share of `error_span`.
        error_span: In levels.
        vacated_start: A confidence.
        vacated_slope: For each unit of alpha.
        pixel_start: A confidence.
        pixel_slope: For each unit of alpha.
        gone_alpha: An alpha.
        gone_start: A confidence.
        low_contrast: In levels.
    """

    contrast_weight: float
    full_error: float
    error_span: float
    vacated_start: float
    vacated_slope: float
    pixel_start: float
    pixel_slope: float
    gone_alpha: float
    gone_start: float
    low_contrast: float


def smooth(
    library: ctypes.CDLL, planes: tuple[F32, F32, U8, U8], fused: F32, strength: float, weights: Weights
) -> None:
    """Writes `fused`: a mask blended with the last one.

    Args:
        library: With the kernel.
        planes: The mask and the last one, warped, float32 [h, w] in [0, 1]; luma and the flow's residual, uint8 [h, w].
            Rows may lie apart.
        fused: float32 [h, w], likewise; no part of the others.
        strength: Largest share of the last mask, 0..1.
        weights: How far it is blended in.

    Raises:
        MemoryError: There is none left.
        ValueError: The planes don't fit one another, or their dtypes aren't these.
    """
    given: tuple[NDArray[np.generic], ...] = (*planes, fused)
    height, width = fused.shape
    for name, kind, plane in zip(_PLANES, _KINDS, given, strict=True):
        if plane.dtype != kind:
            raise ValueError(f"{name} of {plane.dtype} is none of {kind.__name__}")
        if plane.shape != (height, width) or plane.strides[1] != plane.itemsize or not plane.size:
            raise ValueError(f"{name} of {plane.shape} does not fit a mask of {fused.shape}")
    job = _Job(
        *(width, height, *(address(plane) for plane in given), *(plane.strides[0] for plane in given)),
        *(strength, *(getattr(weights, name) for name in Weights.__slots__)),
    )
    if not library.smooth_mask(ctypes.byref(job)):
        raise MemoryError("no memory is left for temporal smoothing")
