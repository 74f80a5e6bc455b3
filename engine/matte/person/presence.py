"""Presence: whether the frame shows a person at all, and which connected components belong to one."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8
from engine.core.persons import ABSENT, PersonState
from engine.matte.person.components import Components


@dataclass(frozen=True, slots=True)
class PresenceParameters:
    """When a person is present. Areas are shares of the frame; chosen on pictures with and without persons.

    Attributes:
        enter_area: Sure area from which a person is present. Eight of nine backgrounds without a person reach 0.009 at
            most; pictures of persons, hands and distant figures among them, 0.03 and more.
        stay_area: Sure area below which a present person becomes absent.
        leave_ns: How long the area must stay below before the mask is emptied; with a frame's time well under 300 ms.
        enter_ratio: Smallest area of a new connected component, as a share of the largest one.
        stay_ratio: The same of a component that was there before: the two differ so that none flickers.
    """

    enter_area: float = 0.015
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
        self._present = False
        self._seen_ns: int | None = None
        self._kept: U8 | None = None

    def apply(self, alpha: F32, now_ns: int, clean_up: bool) -> tuple[F32, PersonState]:
        """The mask without small connected components; zeros while no person is present.

        Args:
            alpha: float32 [h, w] in [0, 1].
            now_ns: The frame's media time.
            clean_up: Whether to remove small components.

        Returns:
            The mask, float32 [h, w], and the persons in it.
        """
        found = Components(alpha)
        area = cv2.countNonZero(found.sure) / alpha.size
        if area >= (self._parameters.stay_area if self._present else self._parameters.enter_area):
            self._present = True
            self._seen_ns = now_ns
        elif self._seen_ns is None or now_ns - self._seen_ns > self._parameters.leave_ns:
            self._present = False
        if not self._present:
            self._kept = None
            return np.zeros_like(alpha), ABSENT
        kept = np.ones(len(found.areas), np.bool_)
        if clean_up and len(kept) > 2:
            kept = self._large_enough(found)
            if not kept.all():
                alpha = alpha * kept.astype(np.float32)[found.labels]
        state = found.state(kept)
        self._kept = state.sure
        return alpha, state

    def _large_enough(self, found: Components) -> NDArray[np.bool_]:
        """Which components are large enough beside the largest: bool [n]; one that was there before may be smaller."""
        ratio = np.full(len(found.areas), self._parameters.enter_ratio)
        if self._kept is not None and self._kept.shape == found.sure.shape:
            ratio[found.sums(self._kept) > 0] = self._parameters.stay_ratio
        kept = np.asarray(found.areas >= ratio * found.areas.max())
        kept[0] = True
        return kept
