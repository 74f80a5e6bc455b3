"""Motionless objects: what has not moved for minutes is a poster, a coat or a photograph, and no person."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8
from engine.matte.change import ChangeDetector, ChangeParameters


@dataclass(frozen=True, slots=True)
class MotionlessParameters:
    """When a part of the mask counts as motionless.

    Attributes:
        change: Change of a block's mean, beyond the frame's median change, that is motion; sensor noise of sigma 8
            leaves less than 1.
        max_rest_ns: How long no block of a person may move. Chosen, not measured: far longer than a person who listens
            keeps every part of the body in place.
        min_share: Share of a block that the mask must cover.
    """

    change: ChangeParameters = field(default=ChangeParameters(min_colour=3, less_median=True))
    max_rest_ns: int = 120_000_000_000
    min_share: float = 0.3


class MotionlessObjects:
    """Remembers when each block of the picture last moved, and empties components that rest for too long.

    A picture without any noise, as of a photograph that is played as a source, does not age: only a camera can tell.
    """

    def __init__(self, parameters: MotionlessParameters | None = None) -> None:
        self._parameters = parameters or MotionlessParameters()
        self._change = ChangeDetector(self._parameters.change)
        self.reset()

    def reset(self) -> None:
        """Forgets all motion."""
        self._last: U8 | None = None
        self._reference: U8 | None = None
        self._moved_ns: NDArray[np.int64] | None = None
        self._now_ns = 0

    def apply(self, alpha: F32, blocks: U8, now_ns: int) -> F32:
        """The mask, float32 [h, w], without motionless components.

        Args:
            alpha: The mask.
            blocks: Means over parts of the frame, uint8 [y, x, 3].
            now_ns: The frame's media time.
        """
        if self._reference is None or self._moved_ns is None or self._reference.shape != blocks.shape:
            self._last, self._reference = blocks, blocks.copy()
            self._moved_ns = np.full(blocks.shape[:2], now_ns, np.int64)
        elif self._last is not None and np.array_equal(blocks, self._last):
            self._moved_ns += max(0, now_ns - self._now_ns)
        self._last, elapsed_ns, self._now_ns = blocks, now_ns - self._now_ns, now_ns
        if elapsed_ns < 0:
            self._moved_ns[:] = now_ns
        moved = self._change.changed(blocks, self._reference) > 0
        self._reference[moved] = blocks[moved]
        self._moved_ns[moved] = now_ns
        resting = now_ns - self._moved_ns > self._parameters.max_rest_ns
        if not resting.any():
            return alpha
        return self._without_resting(alpha, resting)

    def _without_resting(self, alpha: F32, resting: NDArray[np.bool_]) -> F32:
        """Empties the components of which every block rests."""
        size = resting.shape[1], resting.shape[0]
        share = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)
        covered = (share >= self._parameters.min_share).astype(np.uint8)
        count, labels = cv2.connectedComponents(covered, connectivity=8, ltype=cv2.CV_16U)
        alive = np.zeros(count, np.bool_)
        alive[labels[~resting]] = True
        if alive[1:].all():
            return alpha
        alive[0] = True
        dead = cv2.dilate((~alive[labels]).astype(np.uint8), np.ones((3, 3), np.uint8))
        dead[(covered > 0) & alive[labels]] = 0
        kept = cv2.resize(1 - dead, alpha.shape[::-1], interpolation=cv2.INTER_NEAREST)
        return np.asarray(alpha * kept, np.float32)
