"""The window on small, high and enlarged screens, in every language: nothing outside, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.plugin import QtBot

from engine.core.settings import Background, BackgroundKind
from engine.doctor.check import Check, State
from tests.ui.conftest import CAMERAS, destroy
from ui.controller import Controller
from ui.languages import LANGUAGES, install_language
from ui.state.devices import Devices
from ui.state.notices import Level, Notice
from ui.style.theme import Theme
from ui.window import MainWindow

SCREENS = {
    "1024x600": (1016, 560),
    "1920x1080 at 150 %": (1272, 680),
    "1920x1080 at 200 %": (952, 500),
    "1920x1080 at 300 %": (632, 320),
    "800x1280": (792, 1088),
}
"""The largest content of a window on each screen."""


FOUND = (
    Check("Camera", State.OK, "{name} is connected", code="a", name="HD Pro Webcam C920"),
    Check("Virtual camera driver", State.PROBLEM, "no virtual camera is installed", "install v4l2loopback and load it",
          code="b", command="sudo apt install v4l2loopback-dkms && sudo modprobe v4l2loopback"),
    Check("Camera portal", State.NOTE, "programs can ask for PipeWire cameras", code="c"),
)  # fmt: skip


@pytest.fixture(params=list(LANGUAGES))
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translators = install_language(qapp, request.param)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def spoken_window(
    qtbot: QtBot, spoken: str, controller: Controller, theme: Theme, tmp_path: Path, _backgrounds: None
) -> Iterator[MainWindow]:
    window = MainWindow(controller, theme, tmp_path / "kept", has_tray=True)
    controller.start()
    window.device_watch.take(CAMERAS)
    window.show()
    yield window
    window.release()
    controller.state.on_close = "quit"
    destroy(window)


def cut(window: MainWindow) -> Iterator[str]:
    """What can't be read whole."""
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            if label.height() < label.heightForWidth(label.width()) - 1:
                yield f"too low: {label.text()}"
        elif label.width() < label.sizeHint().width() - 1:
            yield f"too narrow: {label.text()}"
    for button in window.findChildren(QAbstractButton):
        shown = button.isVisible() and button.text() and button.property("role") not in ("icon", "menu")
        if shown and button.width() < button.minimumSizeHint().width() - 1:
            yield f"button: {button.text()}"
    for box in window.findChildren(QComboBox):
        if box.isVisible() and box.width() < box.fontMetrics().horizontalAdvance(box.currentText()) + 36:
            yield f"list: {box.currentText()}"


def outside(window: MainWindow) -> Iterator[str]:
    """Widgets outside the window; what scrolls may be below it."""
    whole = window.rect()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.isWindow():
            continue
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        scrolls = any(isinstance(parent, QScrollArea) for parent in parents(widget))
        beside = place.left() < 0 or place.right() > whole.right()
        if beside or (not scrolls and (place.top() < 0 or place.bottom() > whole.bottom())):
            yield f"{type(widget).__name__} {place.getRect()}"


def parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_page_on_every_screen_in_every_language(spoken_window, controller, qtbot, screen, monkeypatch):
    monkeypatch.setattr("ui.pages.setup.run_doctor", lambda target, self_test: iter(FOUND))
    window = spoken_window
    window.resize(*SCREENS[screen])
    for devices in (Devices(), CAMERAS):  # off air the words beside Start depend on them
        window.device_watch.take(devices)
        with suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: not list(cut(window)), timeout=2000)
        assert not list(cut(window))
    controller.publish(True)
    controller.change(background=Background(BackgroundKind.NONE), zoom=150)
    controller.tell(Notice(Level.WARNING, "A message with quite some words in it", "And a hint", action="Act"))
    for name in window.pages:
        window.open_page(name)
        controller.poll()
        if name == "setup":
            qtbot.waitUntil(window.setup.start.isEnabled)
        with suppress(qtbot.TimeoutError):  # a layout follows its content some turns of the event loop later
            qtbot.waitUntil(lambda: not list(cut(window)), timeout=2000)
        assert not list(cut(window)), name
        assert not list(outside(window)), name
        assert window.actions_bar.start.isVisible()


def test_a_window_that_was_left_on_a_large_screen_fits_a_small_one(controller, theme, tmp_path, monkeypatch):
    first = MainWindow(controller, theme, tmp_path, has_tray=False)
    first.show()
    first.setGeometry(10, 10, 780, 780)
    first.release()
    destroy(first)
    small = QRect(0, 0, 700, 560)
    monkeypatch.setattr("ui.state.window_place._largest", lambda window: small)
    second = MainWindow(controller, theme, tmp_path, has_tray=False)
    second.show()
    assert second.size() == QSize(700, 560)
    assert small.contains(QRect(second.pos(), second.size()))
    second.release()
    destroy(second)
