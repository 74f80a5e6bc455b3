"""The native kernel of edge refinement: features, network and alpha of all edge cells in one pass."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import c_float, c_int32, c_ssize_t, c_void_p
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.kernels.library import address

U8 = NDArray[np.uint8]
F32 = NDArray[np.float32]


class _Job(ctypes.Structure):
    """`EdgeJob` of source/edges.c."""

    _fields_ = (
        *((name, c_int32) for name in ("rows", "columns")),
        *((name, c_void_p) for name in ("luma", "u", "v")),
        *((name, c_ssize_t) for name in ("luma_stride", "u_stride", "v_stride")),
        *((name, c_void_p) for name in ("mask", "edge", "changed", "plain", "colours")),
        *((name, c_int32) for name in ("colour_rows", "colour_columns")),
        *((name, c_void_p) for name in ("previous", "flow", "residual", "change")),
        *((name, c_int32) for name in ("flow_rows", "flow_columns")),
        ("error_terms", c_void_p),
        ("no_confidence", c_float * 3),
        *((name, c_int32) for name in ("stale_luma", "stale_alpha", "flat", "disagrees")),
        *((name, c_float) for name in ("explained", "gain")),
        ("every_cell", c_int32),
        *((name, c_void_p) for name in ("weights", "alpha")),
    )


@dataclass(frozen=True, slots=True)
class Constants:
    """Tables and thresholds of edge refinement; `engine.matte.refine` says what each means.

    Attributes:
        plain: uint8 [256], alpha of a cell off the edge by its mask.
        error_terms: float32 [256, 2], confidence by residual luma error.
        no_confidence: What stands for it without history.
        stale_luma: Luma error (0..255) beyond which a history that disagrees is dropped.
        stale_alpha: Alpha difference (0..255) that counts as disagreement.
        flat: Largest distance of a cell's last alpha from 0 or 255 with which it may be kept.
        disagrees: Largest distance of the mask from it that keeps it.
        explained: Largest error term of the confidence that keeps it.
    """

    plain: U8
    error_terms: F32
    no_confidence: tuple[float, float, float]
    stale_luma: int
    stale_alpha: int
    flat: int
    disagrees: int
    explained: float


@dataclass(frozen=True, slots=True)
class CellPlanes:
    """A frame at the working size, and which of its cells are refined.

    Attributes:
        luma: uint8 [2h, 2w].
        chroma: U and V, uint8 [h, w].
        mask: uint8 [h, w], 255 = person.
        edge: uint8 [h, w], not 0 at edge cells.
        changed: uint8 [h, w], not 0 where they are refined again, the others keeping the last alpha; None for all.
        colours: float32 [y, x, 7], local colours of 8x8 cells.
    """

    luma: U8
    chroma: tuple[U8, U8]
    mask: U8
    edge: U8
    changed: U8 | None
    colours: F32


@dataclass(frozen=True, slots=True)
class History:
    """The last alpha and how the picture moved since.

    Attributes:
        flow: Backward, float32 [y, x, 2] in its own pixels.
        residual: Residual luma error of the flow, uint8 [y, x].
        change: Luma change in place, uint8 [y, x].
    """

    flow: F32
    residual: U8
    change: U8


class EdgeCellKernel:
    """Runs the kernel with one set of weights.

    Args:
        library: With the kernel.
        layers: Weights, float32 [inputs, outputs], and biases of 54, 48, 24 inputs and 4 outputs.
        constants: Tables and thresholds.
    """

    SIZES = (54, 48, 24, 4)

    def __init__(self, library: ctypes.CDLL, layers: Sequence[tuple[F32, F32]], constants: Constants) -> None:
        if tuple(weights.shape[0] for weights, _ in layers) != self.SIZES[:-1]:
            raise ValueError("the kernel is compiled for layers of 54, 48 and 24 inputs")
        self.library = library
        """With the kernel."""
        self._run = library.refine_edge_cells
        self._weights = np.concatenate([part.reshape(-1) for layer in layers for part in layer]).astype(np.float32)
        self._plain = np.ascontiguousarray(constants.plain, np.uint8)
        self._terms = np.ascontiguousarray(constants.error_terms, np.float32)
        self._constants = constants

    def __call__(
        self, planes: CellPlanes, previous: U8 | None, history: History | None, gain: float, *, every_cell: bool = False
    ) -> U8:
        """Alpha at the working size, uint8 [2h, 2w].

        Args:
            planes: The frame, and which of its cells are refined.
            previous: uint8 [2h, 2w], the last alpha; None without history.
            history: What `previous` is propagated by; None after a cut.
            gain: Part of any change that is followed at once.
            every_cell: Run the network on each edge cell.
        """
        if previous is None:
            history = None
        shape = planes.mask.shape
        mask, edge, colours = (np.ascontiguousarray(each) for each in (planes.mask, planes.edge, planes.colours))
        changed, last = (None if each is None else np.ascontiguousarray(each) for each in (planes.changed, previous))
        motion: list[NDArray[np.generic]] = (
            [np.ascontiguousarray(each) for each in (history.flow, history.residual, history.change)] if history else []
        )
        sampled = (planes.luma, *planes.chroma)
        double = 2 * shape[0], 2 * shape[1]
        fitting = [(each, shape) for each in (*planes.chroma, edge, changed) if each is not None]
        fitting += [(each, double) for each in (planes.luma, last) if each is not None]
        if any(each.shape != wanted for each, wanted in fitting) or any(each.strides[1] != 1 for each in sampled):
            raise ValueError(f"the planes don't fit a mask of {shape}")
        alpha = np.empty(double, np.uint8)
        constants = self._constants
        job = _Job(
            *shape,
            *(address(plane) for plane in sampled),
            *(plane.strides[0] for plane in sampled),
            *(address(plane) for plane in (mask, edge, changed, self._plain, colours)),
            *colours.shape[:2],
            address(last),
            *(address(each) for each in motion or (None, None, None)),
            *(motion[1].shape if motion else (0, 0)),
            address(self._terms),
            (c_float * 3)(*constants.no_confidence),
            *(constants.stale_luma, constants.stale_alpha, constants.flat, constants.disagrees),
            *(constants.explained, gain, every_cell),
            *(address(self._weights), address(alpha)),
        )
        self._run(ctypes.byref(job))
        return alpha
