"""What the user did, so that it can be undone and redone."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

_KEPT = 100
_MERGE_S = 1.5
"""Changes of the same kind within this time are undone together, as the steps of a slider."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done.

    Attributes:
        undo: Takes it back.
        redo: Does it again.
        kind: Steps of the same kind may be merged; empty if this one may not.
        at_s: When it was done.
    """

    undo: Callable[[], None]
    redo: Callable[[], None]
    kind: str = ""
    at_s: float = 0.0


class History:
    """Steps to undo, and undone steps to redo."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def did(self, undo: Callable[[], None], redo: Callable[[], None], kind: str = "") -> None:
        """Remembers a step that was done just now."""
        now_s = time.monotonic()
        last = self._done[-1] if self._done else None
        if kind and last is not None and last.kind == kind and now_s - last.at_s < _MERGE_S:
            undo = last.undo
            self._done.pop()
        self._done = [*self._done, Step(undo, redo, kind, now_s)][-_KEPT:]
        self._undone.clear()

    def undo(self) -> bool:
        """Takes the last step back; False if there is none."""
        if not self._done:
            return False
        step = self._done.pop()
        step.undo()
        self._undone.append(step)
        return True

    def redo(self) -> bool:
        """Does the step that was undone last again; False if there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        step.redo()
        self._done.append(step)
        return True
