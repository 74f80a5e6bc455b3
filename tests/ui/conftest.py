"""A window on a session without devices; a warning of Qt's fails the test."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.plugin import QtBot

from engine.core.settings import Settings
from engine.platform.paths import settings_path
from tests.ui.fakes import FakeSession
from ui.controller import Controller
from ui.state.devices import Devices
from ui.state.window_state import WindowState
from ui.style.theme import Theme
from ui.window import MainWindow

CAMERAS = Devices((("usb-one", "Desk camera"), ("usb-two", "Door camera")), (("/dev/video9", "Cyclorama"),))


_HARMLESS = (
    "This plugin does not support",  # the offscreen platform, of every window that is raised
    "No such signal QPlatformNativeInterface::systemTrayWindowChanged",  # Qt itself, of a tray off X11
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A warning of Qt's fails the test during which it came."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*_HARMLESS))


@pytest.fixture(scope="module", autouse=True)
def _collected_on_this_thread() -> Iterator[None]:
    """Collects cycles on the GUI thread alone.

    A worker that collects an old controller closes a descriptor that the event loop still polls, which then never
    ends.
    """
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def session() -> FakeSession:
    return FakeSession(Settings())


@pytest.fixture
def state() -> WindowState:
    return WindowState()


@pytest.fixture
def controller(qapp: QApplication, session: FakeSession, state: WindowState, tmp_path: Path) -> Iterator[Controller]:
    controller = Controller(session, Settings(), settings_path(), state, tmp_path / "window.json")
    yield controller
    controller.stop()


@pytest.fixture(scope="session")
def _theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def theme(_theme: Theme) -> Iterator[Theme]:
    _theme.set_scheme("light")
    yield _theme
    if _theme.text_scale != 1.0:
        _theme.set_text_scale(1.0)


def destroy(widget: QWidget) -> None:
    """Deletes now: style changes in later tests would otherwise polish every window there ever was."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def _backgrounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six small built-in backgrounds in place of the shipped ones."""
    folder = tmp_path / "assets" / "backgrounds"
    folder.mkdir(parents=True)
    for number in range(6):
        cv2.imwrite(str(folder / f"scene-{number}.jpg"), np.full((72, 128, 3), 40 * number, np.uint8))
    monkeypatch.setattr("ui.window.assets_dir", lambda: folder.parent)


@pytest.fixture
def window(
    qtbot: QtBot, controller: Controller, theme: Theme, tmp_path: Path, _backgrounds: None
) -> Iterator[MainWindow]:
    window = MainWindow(controller, theme, tmp_path / "kept", has_tray=True)
    controller.start()
    window.device_watch.take(CAMERAS)
    window.show()
    window.resize(1320, 720)
    controller.poll()
    yield window
    window.release()
    controller.state.on_close = "quit"
    destroy(window)
