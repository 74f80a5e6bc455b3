"""Messages that wait to be read: the most important first, none lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Level(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_WEIGHTS = {Level.INFO: 0, Level.WARNING: 1, Level.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that blocks nothing.

    Attributes:
        level: How much it matters.
        message: What is the matter.
        hint: What to do about it; may be empty.
        action: Caption of a button that helps; empty for none.
        act: What that button does.
        key: A newer notice with the same key replaces this one; empty for none.
    """

    level: Level
    message: str
    hint: str = ""
    action: str = ""
    act: Callable[[], None] | None = None
    key: str = ""

    @property
    def fleeting(self) -> bool:
        """Whether it may go away by itself: it asks for nothing and warns of nothing."""
        return self.level is Level.INFO and not self.action


class Notices(QObject):
    """The notices that were not dismissed yet."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []

    @property
    def current(self) -> Notice | None:
        """The one to show: of the most important ones the newest; None if there is none."""
        return max(reversed(self._waiting), key=lambda notice: _WEIGHTS[notice.level], default=None)

    def __len__(self) -> int:
        return len(self._waiting)

    def tell(self, notice: Notice) -> None:
        """Adds a notice; one with the same key, or an equal one, is replaced."""
        kept = [each for each in self._waiting if each != notice and (not notice.key or each.key != notice.key)]
        self._waiting = [*kept, notice]
        self.changed.emit()

    def dismiss(self, notice: Notice) -> None:
        """Forgets a notice."""
        if notice in self._waiting:
            self._waiting.remove(notice)
            self.changed.emit()

    def retract(self, key: str) -> None:
        """Forgets the notice with a key, because it is no longer true."""
        for notice in [each for each in self._waiting if each.key == key]:
            self.dismiss(notice)
