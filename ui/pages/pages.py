"""The window's pages: each made when it is opened, or in an idle moment before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.style.theme import Theme
from ui.widgets.controls import follow_theme


class Pages(Mapping[str, QWidget]):
    """Every page by its name, in the rail's order; asking for one makes it.

    Args:
        theme: Whose style sheet they wear.
    """

    def __init__(self, theme: Theme) -> None:
        self.stack = QStackedWidget()
        self._theme = theme
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._undressed: list[QWidget] = []
        self._idle = QTimer(self.stack)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._do_next)

    def add(self, name: str, make: Callable[[], QWidget]) -> None:
        """Adds a page, which `make` makes once."""
        self._makers[name] = make

    def __getitem__(self, name: str) -> QWidget:
        if name not in self._made:
            page = self._made[name] = self._makers[name]()
            self._undressed.append(page)
            self.stack.addWidget(page)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def open(self, name: str) -> None:
        """Shows a page."""
        page = self[name]
        self._dress(page)
        self.stack.setCurrentWidget(page)

    def is_open(self, name: str) -> bool:
        """Whether a page is the one in front."""
        return self.stack.currentWidget() is self._made.get(name)

    def prepare(self) -> None:
        """Makes what was not opened yet, each in a turn of the event loop, so that no turn takes long."""
        self._idle.start()

    def follow_theme(self) -> None:
        """Dresses the page in front at once, the others each in a turn of its own."""
        self._undressed = list(self._made.values())
        current = self.stack.currentWidget()
        if current is not None:
            self._dress(current)
        if self._undressed:
            self._idle.start()

    def close(self) -> None:
        """Makes nothing any more."""
        self._idle.stop()

    def _do_next(self) -> None:
        if self._undressed:
            self._dress(self._undressed[0])
        elif unmade := [name for name in self._makers if name not in self._made]:
            self[unmade[0]]
        if self._undressed or len(self._made) < len(self._makers):
            self._idle.start()

    def _dress(self, page: QWidget) -> None:
        if page in self._undressed:
            self._undressed.remove(page)
            dress(page, self._theme)


def dress(part: QWidget, theme: Theme) -> None:
    """Has a part of the window wear the theme's style sheet and follow it."""
    if part.styleSheet() != theme.style_sheet:
        part.setStyleSheet(theme.style_sheet)
    follow_theme(part)
