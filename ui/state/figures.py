"""Collects the engine's figures once a second while the window is in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.controller import Controller
from ui.pages.statistics import StatisticsPage

_EVERY_MS = 1000


class Figures(QTimer):
    """Feeds the page Statistics and the figures over the picture.

    Args:
        window: While it is out of sight nothing is collected.
        controller: Has the figures.
        page: Shows them.
        show_over: Given the lines that stand over the picture; none for nothing.
    """

    def __init__(
        self, window: QWidget, controller: Controller, page: StatisticsPage, show_over: Callable[[list[str]], None]
    ) -> None:
        super().__init__(window)
        self._window, self._controller, self._page, self._show_over = window, controller, page, show_over
        self.setInterval(_EVERY_MS)
        self.timeout.connect(self.collect)
        page.overlay.setChecked(controller.state.overlay)
        page.overlay.toggled.connect(self._set_overlay)

    def collect(self) -> None:
        """Collects once."""
        if not self._window.isVisible() or self._window.isMinimized():
            return
        stats = self._controller.stats()
        self._page.collect(stats)
        lines: list[str] = []
        if self._controller.state.overlay:
            lines = [f"{name}   {value}" for name, value in self._page.figures(stats).items()]
        self._show_over(lines)

    def _set_overlay(self, on: bool) -> None:
        self._controller.state.overlay = on
        self._controller.remember()
        self.collect()
