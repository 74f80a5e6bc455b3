"""Edge refinement: from the small mask to an alpha of the frame's size whose edges follow the picture's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8, Image, Mask
from engine.core.settings import Settings
from engine.matte.flow import motion_between
from engine.matte.refine.features import (
    Cells,
    Flags,
    Planes,
    coordinates,
    edge_cells,
    gather,
    history_features,
    no_history,
    working_planes,
)
from engine.matte.refine.network import EdgeNetwork
from engine.matte.refine.static_regions import StaticRegions
from engine.matte.refine.upsampling import doubled, upsampled

_MODEL_FLOOR, _MODEL_SPAN = 0.25, 0.5  # outside the edge cells; haze over flat areas lies below 0.25
_CURVE_FLOOR, _CURVE_SPAN = 0.2, 0.6  # where no edge is refined: half the network's ramp, least MAD on training clips

_FLAT = 6
"""Largest distance of a cell's last alpha from 0 or 255 with which it counts as all background or all person."""

_DISAGREES = 60
"""Largest distance (0..255) of the mask from such a cell's last alpha that keeps it."""

_EXPLAINED = 0.5
"""Largest error term of the confidence: luma 5 of 255."""

_TEMPORAL_SPAN = 120
"""Value of `temporal` at which small changes would be ignored. On training clips stronger smoothing costs more overlap
 (1 - IoU up by 4 % at 75) than it saves in flicker (2 %)."""

_CUT_RESIDUAL = 12.0
"""Mean flow residual (0..255) from which the history is dropped. On filmed clips a cut leaves 29 and more, a person
jumping or walking by at most 7."""


def _curve(floor: float, span: float) -> U8:
    ramp = np.clip((np.arange(256) / 255 - floor) / span, 0, 1)
    return np.round(ramp * 255).astype(np.uint8)


_HAZE_CURVE, _RAMP_CURVE = _curve(_MODEL_FLOOR, _MODEL_SPAN), _curve(_CURVE_FLOOR, _CURVE_SPAN)


@dataclass(frozen=True, slots=True)
class _History:
    """The last frame whose mask passed.

    Attributes:
        mask: Its mask.
        alpha: Its alpha at the working size, uint8 [h, w].
        regions: What each part of it was like when it was last refined.
    """

    mask: Mask
    alpha: U8
    regions: StaticRegions


class EdgeRefiner:
    """Upsamples masks to the frame's size.

    At the edge of the mask a small network computes the alpha from the picture, the local colours and the last alpha,
    propagated by optical flow; everywhere else only haze is removed from the mask.

    Args:
        model: From features of cells to their alpha; the built-in network if absent.
        every_cell: Run it on every edge cell of each frame, also where nothing has changed; for training.
    """

    def __init__(self, model: Callable[[Sequence[F32]], F32] | None = None, *, every_cell: bool = False) -> None:
        self._model = model or EdgeNetwork()
        self._every_cell = every_cell
        self._history: _History | None = None
        self._pending: _History | None = None

    def reset(self) -> None:
        """Drops the history: for a new scene."""
        self._history = self._pending = None

    def accept(self) -> None:
        """Makes the last result the history of the next one; call it once that result's mask has passed the gate."""
        self._history, self._pending = self._pending, None

    def refine(self, image: Image, mask: Mask, settings: Settings) -> U8:
        """Alpha of a picture, uint8 [H, W], 255 = person.

        The next call has no history unless `accept` is called in between, so that neither an error on the way nor a
        mask that was refused leaves anything behind.

        Args:
            image: The frame; of I420 and BGR pictures I420 is the faster.
            mask: Its mask.
            settings: With `refine`, edges follow the picture's, and with `temporal` also the last frame's; without,
                they are only upsampled and steepened.
        """
        history, self._history, self._pending = self._history, None, None
        if settings.refine:
            refined, self._pending = self._refined(image, mask, settings.temporal, history)
            return upsampled(refined, image.size)
        alpha = cv2.LUT(cv2.convertScaleAbs(mask.alpha, alpha=255.0), _RAMP_CURVE)
        return cv2.resize(alpha, image.size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]

    def _refined(self, image: Image, mask: Mask, temporal: int, history: _History | None) -> tuple[U8, _History | None]:
        """Alpha at the working size, and its history for the next frame."""
        planes = working_planes(image, mask.alpha)
        alpha = doubled(np.asarray(cv2.LUT(planes.mask, _HAZE_CURVE), np.uint8))
        if not temporal or (history is not None and history.alpha.shape != alpha.shape):
            history = None
        edge = edge_cells(planes.mask)
        regions = history.regions if history else StaticRegions()
        if temporal and not self._every_cell:
            changed, regions = regions.changed(mask.guide, mask.alpha)
            changed = np.asarray(cv2.resize(changed, edge.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
            if history:
                cv2.copyTo(history.alpha, doubled(edge & ~changed), alpha)
            edge &= changed
        cells = coordinates(edge)
        if len(cells[0]):
            recalled = _recalled(history, planes, mask, cells) if history else None
            if recalled and not self._every_cell:
                cells, recalled = _undecided(planes, cells, recalled, alpha)
            if len(cells[0]):
                _put(alpha, cells, self._decided(planes, cells, recalled, temporal))
        return alpha, _History(mask, alpha, regions) if temporal else None

    def _decided(self, planes: Planes, cells: Cells, recalled: list[F32] | None, temporal: int) -> U8:
        """Alpha of some cells by the network, uint8 [n, 4]."""
        found = self._model([*gather(planes, cells), *(recalled or no_history(planes, cells))])
        if recalled:
            found = _smoothed(found, recalled, temporal)
        return cv2.convertScaleAbs(found, alpha=255.0)  # type: ignore[return-value]


def _recalled(history: _History, planes: Planes, mask: Mask, cells: Cells) -> list[F32] | None:
    """Features of the history at the cells; None after a cut."""
    last, guide, motion = history.mask, mask.guide, mask.motion
    if last.guide.shape != guide.shape:
        return None
    if motion is None or motion.previous_seq != last.seq:
        motion = motion_between(guide, last.guide, last.seq)
    if cv2.mean(motion.residual)[0] > _CUT_RESIDUAL:
        return None
    change = np.asarray(cv2.blur(cv2.absdiff(guide, last.guide), (5, 5)), np.uint8)
    return history_features(planes, history.alpha, cells, motion.flow, motion.residual, change)


def _undecided(planes: Planes, cells: Cells, recalled: list[F32], alpha: U8) -> tuple[Cells, list[F32]]:
    """The cells that the network is run on, and their history.

    The others were all person or all background and the mask agrees: they keep their last alpha.
    """
    (was, confidence), mask = recalled, planes.mask[cells]
    # Where the flow does not explain the picture, what was the person may be background now.
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
