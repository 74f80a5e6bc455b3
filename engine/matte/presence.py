"""Presence: whether the frame shows a person at all, and which connected components belong to one."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.frame import F32, U8

_SURE = 0.9
_POSSIBLE = 0.15
_ENTER_AREA = 0.01
"""Area above `_SURE`, as a share of the frame, from which a person is present. Pictures of backgrounds without a person
reach 0.005; pictures of persons, hands and distant figures among them, 0.03 and more."""
_STAY_AREA = 0.005
"""Share below which a present person becomes absent."""
_LEAVE_NS = 200_000_000
"""How long the area must stay below before the mask is emptied; with a frame's time well under 300 ms."""

_ENTER_RATIO = 0.04
"""Smallest area of a new connected component, as a share of the largest one."""
_STAY_RATIO = 0.01
"""Smallest share of a component that was there before: the two differ so that none flickers."""


class Presence:
    """Empties masks without a person, with hysteresis in area and time."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forgets whether a person was present."""
        self.present = False
        self._seen_ns: int | None = None
        self._kept: U8 | None = None

    def apply(self, alpha: F32, now_ns: int, clean_up: bool) -> F32:
        """The mask without small connected components; zeros while no person is present.

        Args:
            alpha: float32 [h, w] in [0, 1].
            now_ns: Time of the frame, `monotonic_ns`.
            clean_up: Whether to remove small components.

        Returns:
            float32 [h, w].
        """
        sure = np.asarray(cv2.compare(alpha, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        area = cv2.countNonZero(sure) / sure.size
        if area >= (_STAY_AREA if self.present else _ENTER_AREA):
            self.present = True
            self._seen_ns = now_ns
        elif self._seen_ns is None or now_ns - self._seen_ns > _LEAVE_NS:
            self.present = False
        if not self.present:
            self._kept = None
            return np.zeros_like(alpha)
        return self._without_small_components(alpha, sure) if clean_up else alpha

    def _without_small_components(self, alpha: F32, sure: U8) -> F32:
        """Drops connected components too small beside the largest; one that was there before may be smaller."""
        possible = np.asarray(cv2.compare(alpha, _POSSIBLE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        count, labels = cv2.connectedComponents(possible, connectivity=8, ltype=cv2.CV_16U)
        if count > 2:
            flat = labels.ravel()
            areas = np.bincount(flat, weights=sure.ravel(), minlength=count)
            ratio = np.full(count, _ENTER_RATIO)
            if self._kept is not None and self._kept.shape == alpha.shape:
                known = np.bincount(flat, weights=self._kept.ravel(), minlength=count) > 0
                ratio[known] = _STAY_RATIO
            keep = areas >= ratio * areas.max()
            keep[0] = True
            alpha = alpha * keep.astype(np.float32)[labels]
            sure = sure & (keep.astype(np.uint8) * np.uint8(255))[labels]
        self._kept = sure
        return alpha
