"""The native kernel of local colours."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import c_int32, c_void_p

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]

_NUMBERS = 7


class _Job(ctypes.Structure):
    """`ColoursJob` of source/colours.c."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height", "reach")),
        *((name, c_void_p) for name in ("y", "u", "v", "mask", "colours")),
    )


def find_local_colours(library: ctypes.CDLL, planes: Sequence[U8], window: int) -> F32:
    """The local mean colours of person and background, float32 [h, w, 7]; `local_colours` in features.py says which.

    Args:
        library: With the kernel.
        planes: Y, U, V and the mask of blocks, uint8 [h, w] each.
        window: Width of the neighbourhood, in blocks, odd.

    Raises:
        MemoryError: There is none left.
        ValueError: The planes don't fit one another.
    """
    shape = planes[0].shape
    if len(planes) != 4 or any(plane.shape != shape for plane in planes) or not planes[0].size:
        raise ValueError(f"the planes of {shape} are no Y, U, V and mask")
    given = [np.ascontiguousarray(plane, np.uint8) for plane in planes]
    colours = np.empty((*shape, _NUMBERS), np.float32)
    job = _Job(shape[1], shape[0], window // 2, *(address(plane) for plane in given), address(colours))
    if not library.find_local_colours(ctypes.byref(job)):
        raise MemoryError("no memory is left for local colours")
    return colours
