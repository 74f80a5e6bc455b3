"""The native kernel of composition: the person over the background, all planes in one pass."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import c_float, c_int32, c_ssize_t, c_void_p
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address

U8 = NDArray[np.uint8]

_PLANES = 3


class _Plane(ctypes.Structure):
    """`ComposePlane` of source/tiles.h."""

    _fields_ = (
        *((name, c_void_p) for name in ("person", "background", "out")),
        *((name, c_ssize_t) for name in ("person_stride", "background_stride", "out_stride")),
        ("small", c_void_p),
        ("small_stride", c_ssize_t),
    )


class _Job(ctypes.Structure):
    """`ComposeJob` of source/tiles.h."""

    _fields_ = (
        *((name, c_int32) for name in ("width", "height", "interleaved", "side", "window", "refine", "straight")),
        ("light_wrap", c_float),
        ("alpha", c_void_p),
        ("alpha_stride", c_ssize_t),
        ("planes", _Plane * _PLANES),
    )


@dataclass(frozen=True, slots=True)
class Options:
    """How the edge is treated; `engine.compositor.blending` says what is computed.

    Attributes:
        side: Of a tile, 8 or 16 pixels.
        window: Width of the neighbourhood of colours and light in tiles, odd.
        refine: Whether to estimate the person's own colours.
        straight: Whether to mix nothing.
        light_wrap: Part of the background's light in the outermost edge, 0..1.
    """

    side: int
    window: int
    refine: bool
    straight: bool
    light_wrap: float


def compose_tiles(
    library: ctypes.CDLL,
    person: Sequence[U8],
    halves: Sequence[U8],
    background: Sequence[U8],
    alpha: U8,
    out: Sequence[U8],
    options: Options,
) -> None:
    """Writes `out` = the person over the background.

    Args:
        library: With the kernel.
        person: The frame's planes: one of uint8 [H, W, 3], or Y [H, W], U and V [H / 2, W / 2], H and W even.
        halves: The same at half the size, where they are at hand and the sides are whole pairs of tiles; else empty.
        background: Planes like the frame's; may be `out`.
        alpha: uint8 [H, W], 255 = person.
        out: Planes like the frame's.
        options: How the edge is treated.

    Raises:
        MemoryError: There is none left.
        ValueError: The planes don't fit one another.
    """
    interleaved = len(person) == 1
    if (interleaved and person[0].shape[2:] != (_PLANES,)) or alpha.strides[1] != 1:
        raise ValueError("the planes are neither I420 nor BGR, or the alpha's samples don't lie side by side")
    height, width = alpha.shape
    for given in (person, background, out):
        for number, plane in enumerate(given):
            shift = 1 if number else 0
            if plane.shape[:2] != (height >> shift, width >> shift) or plane.strides[1] != (3 if interleaved else 1):
                raise ValueError(f"plane {number} is no plane of a picture of {width} x {height}")
    job = _Job(
        *(width, height, interleaved, options.side, options.window, options.refine, options.straight),
        *(options.light_wrap, address(alpha), alpha.strides[0]),
    )
    for number in range(_PLANES):
        at, channel = (0, number) if interleaved else (number, 0)
        planes = person[at], background[at], out[at]
        small = halves[at] if halves else None
        job.planes[number] = _Plane(
            *((address(plane) or 0) + channel for plane in planes),
            *(plane.strides[0] for plane in planes),
            (address(small) or 0) + channel if small is not None else None,
            small.strides[0] if small is not None else 0,
        )
    if not library.compose_tiles(ctypes.byref(job)):
        raise MemoryError("no memory is left for composing")
