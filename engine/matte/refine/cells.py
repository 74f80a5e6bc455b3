"""The alpha of the edge cells: from their features by the network, or their last one where that still holds.

`EdgeCells` runs the native kernel where it was built and `reference` where not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from engine import kernels
from engine.core.frame import F32, U8
from engine.kernels.colours import find_local_colours
from engine.kernels.edge_cells import CellPlanes, Constants, EdgeCellKernel, History
from engine.matte.refine.features import (
    ERROR_TERMS,
    NO_CONFIDENCE,
    STALE_ALPHA,
    STALE_LUMA,
    STATISTICS_PX,
    Cells,
    Flags,
    Planes,
    block_planes,
    coordinates,
    gather,
    history_features,
    no_history,
)
from engine.matte.refine.network import EdgeNetwork
from engine.matte.refine.upsampling import doubled

_MODEL_FLOOR, _MODEL_SPAN = 0.25, 0.5  # outside the edge cells; haze over flat areas lies below 0.25

_FLAT = 6
"""Largest distance of a cell's last alpha from 0 or 255 with which it counts as all background or all person."""

_DISAGREES = 60
"""Largest distance (0..255) of the mask from such a cell's last alpha that keeps it."""

_EXPLAINED = 0.5
"""Largest error term of the confidence: luma 5 of 255."""

_TEMPORAL_SPAN = 120
"""Value of `temporal` at which small changes would be ignored. On training clips stronger smoothing costs more overlap
 (1 - IoU up by 4 % at 75) than it saves in flicker (2 %)."""


def curve(floor: float, span: float) -> U8:
    """uint8 [256]: 0 up to a floor (0..1), 255 from floor + span on, a ramp between them."""
    ramp = np.clip((np.arange(256) / 255 - floor) / span, 0, 1)
    return np.round(ramp * 255).astype(np.uint8)


def without_haze(mask: U8) -> U8:
    """The alpha where no cell is refined, uint8 [2h, 2w], of a mask, uint8 [h, w]."""
    return doubled(np.asarray(cv2.LUT(mask, _HAZE_CURVE), np.uint8))


_HAZE_CURVE = curve(_MODEL_FLOOR, _MODEL_SPAN)
_CONSTANTS = Constants(
    plain=_HAZE_CURVE,
    error_terms=ERROR_TERMS,
    no_confidence=NO_CONFIDENCE,
    stale_luma=STALE_LUMA,
    stale_alpha=STALE_ALPHA,
    flat=_FLAT,
    disagrees=_DISAGREES,
    explained=_EXPLAINED,
)

Network = Callable[[Sequence[F32]], F32]
"""Features of n cells, float32 [n, ...] each -> the alpha of their 2x2 pixels, float32 [n, 4] in [0, 1]."""


class EdgeCells:
    """Computes the alpha of the edge cells.

    Args:
        network: Of the reference, whatever was built; None for the built-in one.
        every_cell: Run it on every edge cell of each frame, also where nothing has changed; for training.
    """

    def __init__(self, network: Network | None = None, *, every_cell: bool = False) -> None:
        self._network = network or EdgeNetwork()
        self._every_cell = every_cell
        native = kernels.native()
        self._kernel: EdgeCellKernel | None = None
        if native is not None and isinstance(self._network, EdgeNetwork):
            self._kernel = EdgeCellKernel(native, self._network.layers, _CONSTANTS)

    def __call__(
        self, planes: Planes, edge: U8, changed: U8 | None, previous: U8 | None, history: History | None, temporal: int
    ) -> U8:
        """Alpha at the working size, uint8 [2h, 2w]: of the edge cells refined, elsewhere the mask without haze.

        Args:
            planes: The frame and its mask.
            edge: The edge cells, uint8 [h, w], 255 there and else 0.
            changed: Where they are refined again, likewise; the others keep the last alpha. None for everywhere.
            previous: The last alpha, uint8 [2h, 2w]; None if there is none.
            history: How to propagate it; None after a cut.
            temporal: Strength of the temporal smoothing, 0..100.
        """
        if self._kernel is None:
            return reference(self._network, planes, edge, changed, previous, history, temporal, self._every_cell)
        colours = find_local_colours(self._kernel.library, block_planes(planes), STATISTICS_PX)
        cells = CellPlanes(planes.luma, planes.chroma, planes.mask, edge, changed, colours)
        return self._kernel(cells, previous, history, 1 - temporal / _TEMPORAL_SPAN, every_cell=self._every_cell)


def reference(
    network: Network,
    planes: Planes,
    edge: U8,
    changed: U8 | None,
    previous: U8 | None,
    history: History | None,
    temporal: int,
    every_cell: bool = False,
) -> U8:
    """`EdgeCells` in NumPy and OpenCV.

    Args:
        network: The edge refinement network.
        planes: The frame at the working size.
        edge: Edge cells, uint8 [h, w], 255 there.
        changed: Cells whose luma changed, uint8 [h, w]; all if absent.
        previous: The last alpha, uint8 [2h, 2w].
        history: Motion since the last alpha.
        temporal: Strength of temporal smoothing, 0 to 100.
        every_cell: Whether to evaluate cells on which history and mask agree, too.
    """
    alpha = without_haze(planes.mask)
    if changed is not None:
        if previous is not None:
            cv2.copyTo(previous, doubled(edge & ~changed), alpha)
        edge = edge & changed
    cells = coordinates(edge)
    if not len(cells[0]):
        return alpha
    recalled = None
    if previous is not None and history is not None:
        recalled = history_features(planes, previous, cells, history.flow, history.residual, history.change)
        if not every_cell:
            cells, recalled = _undecided(planes, cells, recalled, alpha)
    if len(cells[0]):
        found = network([*gather(planes, cells), *(recalled or no_history(planes, cells))])
        if recalled:
            found = _smoothed(found, recalled, temporal)
        _put(alpha, cells, np.asarray(cv2.convertScaleAbs(found, alpha=255.0), np.uint8))
    return alpha


def _undecided(planes: Planes, cells: Cells, recalled: list[F32], alpha: U8) -> tuple[Cells, list[F32]]:
    """The cells that the network is run on, and their history.

    The others were all person or all background and the mask agrees: they keep their last alpha.
    """
    (was, confidence), mask = recalled, planes.mask[cells]
    # Where the flow does not explain the picture, the person of the last frame may be background now.
    person = (was.min(axis=1) >= 255 - _FLAT) & (confidence[:, 0] < _EXPLAINED) & (confidence[:, 2] < _EXPLAINED)
    background = was.max(axis=1) <= _FLAT
    undecided = ~((person & (mask >= 255 - _DISAGREES)) | (background & (mask <= _DISAGREES)))
    _put(alpha, _some(cells, ~undecided), was[~undecided].astype(np.uint8))
    return _some(cells, undecided), [part[undecided] for part in recalled]


def _some(cells: Cells, chosen: Flags) -> Cells:
    rows, columns = cells
    return rows[chosen], columns[chosen]


def _put(alpha: U8, cells: Cells, values: U8) -> None:
    """Writes uint8 [n, 4] to the 2x2 pixels of cells."""
    rows, columns = cells
    height, width = alpha.shape
    alpha.reshape(height // 2, 2, width // 2, 2)[rows, :, columns, :] = values.reshape(-1, 2, 2)


def _smoothed(found: F32, recalled: list[F32], temporal: int) -> F32:
    """Blends the cells' alpha with the last one, unless it differs much or the flow does not explain the picture."""
    was = recalled[0] * np.float32(1 / 255)
    change = found - was
    gain = np.abs(change) + (recalled[1][:, :1] + np.float32(1 - temporal / _TEMPORAL_SPAN))
    return np.asarray(was + change * np.minimum(gain, 1), np.float32)
