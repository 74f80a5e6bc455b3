"""What `auto` stands for: the model that fits what the camera sees, among those that this machine keeps up with."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.core.persons import PersonState

LOOK_EVERY_NS = 500_000_000
PATIENCE_NS = 5_000_000_000
"""How long another view must last before it counts; twice as long after each change, so that nothing flaps."""
SEARCH_EVERY_S = 2.0
"""How often it is looked which models are here: one that was just downloaded is taken up by itself."""

_ANOTHER_PERSON = 0.25
"""Share of the largest person's area from which on a region beside them is another person, not a hand or a speck."""
_CLEAR_BELOW = 0.02
"""Share of the height that is free below a person whose feet are visible; one at a desk reaches the lower edge."""
_TALL = 1.5
"""Height by width from which on a person stands, and is no torso behind a desk."""


class ModelSelection:
    """Names the model to use. The inference thread asks and says who is in view; a loader may rule one out.

    Args:
        ranked: Whether whole bodies or several persons are in view -> names of what is here, the best first.
        live: A view counts once it has lasted; rendering, the first one that shows a person decides.
    """

    def __init__(self, ranked: Callable[[bool], list[str]], *, live: bool) -> None:
        self._ranked = ranked
        self._live = live
        self._whole_bodies = False
        self._patience_ns = PATIENCE_NS
        self._decided = False
        self._looked_ns = 0
        self._other_since_ns: int | None = None
        self._names: list[str] = []
        self._searched_s = 0.0
        self._ruled_out: frozenset[str] = frozenset()

    def name(self) -> str:
        """The model that fits now; `auto` where none is here."""
        now_s = time.monotonic()
        if not self._names or (self._live and now_s - self._searched_s >= SEARCH_EVERY_S):
            self._searched_s = now_s
            self._names = self._ranked(self._whole_bodies)
        return next((name for name in self._names if name not in self._ruled_out), "auto")

    def rule_out(self, name: str) -> bool:
        """Leaves a model out that this machine does not keep up with; False for the last one, which has to do."""
        left = [each for each in self._names if each not in self._ruled_out and each != name]
        if left:
            self._ruled_out |= {name}
        return bool(left)

    def see(self, state: PersonState, size: tuple[int, int], captured_ns: int) -> None:
        """Looks at the persons now and then.

        Args:
            state: Those of a frame.
            size: (width, height) of the frame, whose shape the mask need not have.
            captured_ns: When the frame was captured.
        """
        if self._live:
            if captured_ns - self._looked_ns < LOOK_EVERY_NS:
                return
            self._looked_ns = captured_ns
        elif self._decided:
            return
        view = shows_whole_bodies(state, size)
        if view is None or view == self._whole_bodies:
            self._decided = view is not None
            self._other_since_ns = None
            return
        if self._other_since_ns is None:
            self._other_since_ns = captured_ns
        if not self._live or captured_ns - self._other_since_ns >= self._patience_ns:
            self._whole_bodies = view
            self._decided = True
            self._patience_ns *= 2
            self._other_since_ns = None
            self._names = []


def shows_whole_bodies(state: PersonState, size: tuple[int, int]) -> bool | None:
    """Whether several persons or one from head to foot are in view; None if no person is.

    Args:
        state: The persons in the frame.
        size: (width, height) of the frame.
    """
    if not state.persons:
        return None
    height, width = state.sure.shape
    (left, top, person_width, person_height), area = state.persons[0]
    for box, other_area in state.persons[1:]:
        middle = box.x + box.width / 2
        if other_area >= _ANOTHER_PERSON * area and not left <= middle <= left + person_width:
            return True
    is_tall = person_height / height * size[1] > _TALL * person_width / width * size[0]
    return bool(top + person_height < (1 - _CLEAR_BELOW) * height and is_tall)
