"""Is there a person at all? Stray blobs go, and an empty room stays empty."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import F32

_ENTER_AREA = 0.006
"""Share of the frame that must be surely a person before one is believed to be there: a face at four metres."""
_STAY_AREA = 0.003
"""Share below which a person who was there is gone."""
_SURE = 0.8
_LEAVE_NS = 200_000_000
"""How long nobody must be seen before the mask is emptied; well under 300 ms."""


class Presence:
    """Empties masks that hold nobody, with hysteresis in area and time."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forgets whether anybody was there."""
        self.present = False
        self._seen_ns: int | None = None

    def apply(self, alpha: F32, now_ns: int, clean_up: bool) -> F32:
        """The mask, float32 [h, w], without what belongs to nobody; zeros where nobody is."""
        sure = (alpha > _SURE).astype(np.uint8)
        area = cv2.countNonZero(sure) / sure.size
        if area >= (_STAY_AREA if self.present else _ENTER_AREA):
            self.present = True
            self._seen_ns = now_ns
        elif self._seen_ns is None or now_ns - self._seen_ns > _LEAVE_NS:
            self.present = False
        if not self.present:
            return np.zeros_like(alpha)
        return _without_strays(alpha) if clean_up else alpha


def _without_strays(alpha: F32) -> F32:
    """Drops islands that hold no sure core of a hundredth of the largest one's area."""
    possible = (alpha > 0.15).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(possible, connectivity=8, ltype=cv2.CV_16U)
    if count <= 2:
        return alpha
    areas = stats[:, cv2.CC_STAT_AREA].copy()
    areas[0] = 0
    keep = areas >= areas.max() * 0.03
    keep[0] = True
    return alpha * keep.astype(np.float32)[labels]  # type: ignore[no-any-return]
