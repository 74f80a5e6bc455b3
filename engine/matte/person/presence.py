"""Presence: whether the frame shows a person at all, and which connected components belong to one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8


@dataclass(frozen=True, slots=True)
class PresenceParameters:
    """When a person is present. Areas are shares of the frame; chosen on pictures with and without persons.

    Attributes:
        sure: Alpha above which a pixel is surely a person's.
        possible: Alpha above which pixels form one connected component.
        enter_area: Sure area from which a person is present. Backgrounds without a person reach 0.005; pictures of
            persons, hands and distant figures among them, 0.03 and more.
        stay_area: Sure area below which a present person becomes absent.
        leave_ns: How long the area must stay below before the mask is emptied; with a frame's time well under 300 ms.
        enter_ratio: Smallest area of a new connected component, as a share of the largest one.
        stay_ratio: The same of a component that was there before: the two differ so that none flickers.
    """

    sure: float = 0.9
    possible: float = 0.15
    enter_area: float = 0.01
    stay_area: float = 0.005
    leave_ns: int = 200_000_000
    enter_ratio: float = 0.04
    stay_ratio: float = 0.01


class Presence:
    """Empties masks without a person, with hysteresis in area and time."""

    def __init__(self, parameters: PresenceParameters | None = None) -> None:
        self._parameters = parameters or PresenceParameters()
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
        sure = np.asarray(cv2.compare(alpha, self._parameters.sure, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        area = cv2.countNonZero(sure) / sure.size
        if area >= (self._parameters.stay_area if self.present else self._parameters.enter_area):
            self.present = True
            self._seen_ns = now_ns
        elif self._seen_ns is None or now_ns - self._seen_ns > self._parameters.leave_ns:
            self.present = False
        if not self.present:
            self._kept = None
            return np.zeros_like(alpha)
        return self._without_small_components(alpha, sure) if clean_up else alpha

    def _without_small_components(self, alpha: F32, sure: U8) -> F32:
        """Drops connected components too small beside the largest; one that was there before may be smaller."""
        possible = np.asarray(cv2.compare(alpha, self._parameters.possible, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        count, labels = cv2.connectedComponents(possible, connectivity=8, ltype=cv2.CV_16U)
        if count > 2:
            flat = labels.ravel()
            areas = np.bincount(flat, weights=sure.ravel(), minlength=count)
            ratio = np.full(count, self._parameters.enter_ratio)
            if self._kept is not None and self._kept.shape == alpha.shape:
                known = np.bincount(flat, weights=self._kept.ravel(), minlength=count) > 0
                ratio[known] = self._parameters.stay_ratio
            keep = areas >= ratio * areas.max()
            keep[0] = True
            alpha = alpha * keep.astype(np.float32)[labels]
            sure = sure & (keep.astype(np.uint8) * np.uint8(255))[labels]
        self._kept = sure
        return alpha
