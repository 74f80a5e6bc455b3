"""From the small mask to an alpha of the frame's size whose edges lie on the picture's."""

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
    edge_cells,
    gather,
    no_history,
    places,
    recall,
    working_planes,
)
from engine.matte.refine.network import EdgeNetwork
from engine.matte.refine.static_regions import StaticRegions
from engine.matte.refine.upsampling import doubled, upsampled

_MODEL_FLOOR, _MODEL_SPAN = 0.25, 0.5  # beside the edge band; the network's haze over flat areas lies below 0.25
_CURVE_FLOOR, _CURVE_SPAN = 0.2, 0.6  # where no edge is refined: half the network's ramp, least MAD on training clips

_FLAT = 6
"""Farthest from 0 or 255 that all of a cell was, for it to count as all room or all person."""

_DISAGREES = 60
"""Of 255: how far the mask may be from what such a cell was without being asked again."""

_EXPLAINED = 0.5
"""Of the trust's errors: luma 5 of 255."""

_TEMPORAL_SPAN = 120
"""Setting of `temporal` at which small changes would count for nothing. On training clips a stronger pull costs more
overlap (1 - IoU up by 4 % at 75) than it saves in flicker (2 %)."""

_CUT_RESIDUAL = 12.0
"""Mean luma error (0..255) beyond which the last alpha says nothing. On filmed clips a cut leaves 29 and more, a person
jumping or walking by at most 7."""


def _curve(floor: float, span: float) -> U8:
    ramp = np.clip((np.arange(256) / 255 - floor) / span, 0, 1)
    return np.round(ramp * 255).astype(np.uint8)


_BESIDE, _PLAIN = _curve(_MODEL_FLOOR, _MODEL_SPAN), _curve(_CURVE_FLOOR, _CURVE_SPAN)


@dataclass(frozen=True, slots=True)
class _History:
    """What is remembered of the last frame whose mask passed.

    Attributes:
        mask: Its mask.
        alpha: Its alpha at the working size, uint8 [h, w].
        regions: What each part of it looked like when it was last refined.
    """

    mask: Mask
    alpha: U8
    regions: StaticRegions


class EdgeRefiner:
    """Grows masks to the frame's size.

    Along the edge of the mask a small learned model looks at the picture, at local colours and at what the alpha was
    before, taken along by optical flow; everywhere else the mask is only cleared of haze.

    Args:
        model: From inputs of cells to their alpha; the built-in one if absent.
        every_cell: Ask it for every cell of the edge at each frame, also where nothing changed; for training.
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
        alpha = cv2.LUT(cv2.convertScaleAbs(mask.alpha, alpha=255.0), _PLAIN)
        return cv2.resize(alpha, image.size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]

    def _refined(self, image: Image, mask: Mask, temporal: int, history: _History | None) -> tuple[U8, _History | None]:
        """Alpha at the working size, and what to remember of it."""
        planes = working_planes(image, mask.alpha)
        alpha = doubled(np.asarray(cv2.LUT(planes.mask, _BESIDE), np.uint8))
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
        cells = places(edge)
        if len(cells[0]):
            past = _past(history, planes, mask, cells) if history else None
            if past and not self._every_cell:
                cells, past = _undecided(planes, cells, past, alpha)
            if len(cells[0]):
                _put(alpha, cells, self._decided(planes, cells, past, temporal))
        return alpha, _History(mask, alpha, regions) if temporal else None

    def _decided(self, planes: Planes, cells: Cells, past: list[F32] | None, temporal: int) -> U8:
        """What the model makes of some cells, uint8 [n, 4]."""
        found = self._model([*gather(planes, cells), *(past or no_history(planes, cells))])
        if past:
            found = _settled(found, past, temporal)
        return cv2.convertScaleAbs(found, alpha=255.0)  # type: ignore[return-value]


def _past(history: _History, planes: Planes, mask: Mask, cells: Cells) -> list[F32] | None:
    """What the last alpha says of the cells; None after a cut."""
    last, guide, motion = history.mask, mask.guide, mask.motion
    if last.guide.shape != guide.shape:
        return None
    if motion is None or motion.previous_seq != last.seq:
        motion = motion_between(guide, last.guide, last.seq)
    if cv2.mean(motion.residual)[0] > _CUT_RESIDUAL:
        return None
    change = np.asarray(cv2.blur(cv2.absdiff(guide, last.guide), (5, 5)), np.uint8)
    return recall(planes, history.alpha, cells, motion.flow, motion.residual, change)


def _undecided(planes: Planes, cells: Cells, past: list[F32], alpha: U8) -> tuple[Cells, list[F32]]:
    """The cells that the model has to decide, and their past.

    The others were all person or all room, and the mask has no reason to change that: they get what they were.
    """
    (was, trust), mask = past, planes.mask[cells]
    # Where the picture is not as the flow has it, what was the person may be the room behind them now.
    person = (was.min(axis=1) >= 255 - _FLAT) & (trust[:, 0] < _EXPLAINED) & (trust[:, 2] < _EXPLAINED)
    room = was.max(axis=1) <= _FLAT
    open_ = ~((person & (mask >= 255 - _DISAGREES)) | (room & (mask <= _DISAGREES)))
    _put(alpha, _some(cells, ~open_), was[~open_].astype(np.uint8))
    return _some(cells, open_), [part[open_] for part in past]


def _some(cells: Cells, chosen: Flags) -> Cells:
    rows, columns = cells
    return rows[chosen], columns[chosen]


def _put(alpha: U8, cells: Cells, values: U8) -> None:
    """Writes uint8 [n, 4] to the 2x2 pixels of cells."""
    rows, columns = cells
    height, width = alpha.shape
    alpha.reshape(height // 2, 2, width // 2, 2)[rows, :, columns, :] = values.reshape(-1, 2, 2)


def _settled(found: F32, past: list[F32], temporal: int) -> F32:
    """Cells' alpha drawn towards what it was, unless it differs much or the flow does not explain the picture."""
    was = past[0] * np.float32(1 / 255)
    change = found - was
    gain = np.abs(change) + (past[1][:, :1] + np.float32(1 - temporal / _TEMPORAL_SPAN))
    return np.asarray(was + change * np.minimum(gain, 1), np.float32)
