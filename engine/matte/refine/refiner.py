"""Edge refinement: from the small mask to an alpha of the frame's size whose edges follow the picture's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8, FramePyramid, Mask
from engine.core.settings import Settings
from engine.kernels.edge_cells import History
from engine.matte.flow import motion_between
from engine.matte.methods.decision import Decision
from engine.matte.refine.cells import EdgeCells, curve, without_haze
from engine.matte.refine.features import edge_cells, working_planes
from engine.matte.refine.static_regions import StaticRegions
from engine.matte.refine.upsampling import softened, upsampled
from engine.matte.steps import ALL_STEPS, MatteSteps


@dataclass(frozen=True, slots=True)
class RefineParameters:
    """How masks are refined around the edge cells, whose own parameters are in `cells`.

    Attributes:
        ramp: Floor and span of the ramp where no edge is refined: half the network's ramp, least MAD on training
            clips.
        cut_residual: Mean flow residual (0..255) from which the history is dropped. On filmed clips a cut leaves 29
            and more, a person jumping or walking by at most 7.
    """

    ramp: tuple[float, float] = (0.2, 0.6)
    cut_residual: float = 12.0


_PARAMETERS = RefineParameters()
_RAMP_CURVE = curve(*_PARAMETERS.ramp)


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
        steps: Which steps are on; `history` and `static_regions` are this one's.
    """

    def __init__(
        self,
        model: Callable[[Sequence[F32]], F32] | None = None,
        *,
        every_cell: bool = False,
        steps: MatteSteps = ALL_STEPS,
    ) -> None:
        self._steps = steps
        self._cells = EdgeCells(model, every_cell=every_cell)
        self._every_cell = every_cell
        self._history: _History | None = None
        self._pending: _History | None = None

    def reset(self) -> None:
        """Drops the history: for a new scene."""
        self._history = self._pending = None

    def accept(self) -> None:
        """Makes the last result the history of the next one; call it once that result's mask has passed the gate."""
        self._history, self._pending = self._pending, None

    def refine(self, picture: FramePyramid, mask: Mask, settings: Settings, decision: Decision | None = None) -> U8:
        """Alpha of a picture, uint8 [H, W], 255 = person.

        The next call has no history unless `accept` is called in between, so that neither an error on the way nor a
        mask that was refused leaves anything behind.

        Args:
            picture: The frame; of I420 and BGR pictures I420 is the faster.
            mask: Its mask, with the decision in it.
            settings: With `refine`, edges follow the picture's, and with `temporal` also the last frame's; without,
                they are only upsampled and steepened.
            decision: What is known of the picture already.
        """
        history, self._history, self._pending = self._history, None, None
        if settings.refine:
            refined, self._pending = self._refined(picture, mask, settings, history, decision)
            if decision is None:
                return upsampled(refined, picture.image.size)
            return upsampled(decision.over(softened(refined)), picture.image.size, exact=True)
        alpha = np.asarray(cv2.LUT(cv2.convertScaleAbs(mask.alpha, alpha=255.0), _RAMP_CURVE), np.uint8)
        if decision is not None:
            return upsampled(decision.over(alpha), picture.image.size, exact=True)
        return cv2.resize(alpha, picture.image.size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]

    def _refined(
        self, picture: FramePyramid, mask: Mask, settings: Settings, history: _History | None, decision: Decision | None
    ) -> tuple[U8, _History | None]:
        """Alpha at the working size, and its history for the next frame."""
        temporal = settings.temporal
        planes = working_planes(picture, mask.alpha, coarse=settings.coarse_edges)
        if not (temporal and self._steps.history) or (history is not None and history.alpha.shape != planes.luma.shape):
            history = None
        edge = edge_cells(planes.mask)
        if decision is not None:
            edge = np.asarray(cv2.bitwise_and(edge, decision.undecided((edge.shape[1], edge.shape[0]))), np.uint8)
            if not cv2.hasNonZero(edge):
                return without_haze(planes.mask), None
        regions, changed = history.regions if history else StaticRegions(), None
        if temporal and self._steps.static_regions and not self._every_cell:
            changed, regions = regions.changed(mask.guide, mask.alpha)
            changed = np.asarray(cv2.resize(changed, edge.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
        motion = _motion_since(history, mask) if history else None
        alpha = self._cells(planes, edge, changed, history.alpha if history else None, motion, temporal)
        return alpha, _History(mask, alpha, regions) if temporal else None


def _motion_since(history: _History, mask: Mask) -> History | None:
    """How the picture has moved since the last frame; None after a cut."""
    last, guide, motion = history.mask, mask.guide, mask.motion
    if last.guide.shape != guide.shape:
        return None
    if motion is None or motion.previous_seq != last.seq:
        motion = motion_between(guide, last.guide, last.seq)
    if cv2.mean(motion.residual)[0] > _PARAMETERS.cut_residual:
        return None
    change = np.asarray(cv2.blur(cv2.absdiff(guide, last.guide), (5, 5)), np.uint8)
    return History(motion.flow, motion.residual, change)
