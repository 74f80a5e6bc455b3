"""Starts the window: one per person, in their language, on the settings they left."""

from __future__ import annotations

import argparse
import signal
import socket
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from engine.core import settings_file
from engine.core.profiles import profile_path
from engine.pipeline.session import Session
from engine.platform.paths import APP_NAME, data_dir, settings_path
from ui.controller import Controller
from ui.desktop.single_instance import SingleInstance
from ui.languages import install_language
from ui.state.notices import Level, Notice
from ui.state.window_state import load_state
from ui.style.icons import app_icon
from ui.style.theme import Theme

# What the window is made of is imported where it is made: camera and model open meanwhile.


def run(args: argparse.Namespace) -> int:
    """Opens the window and returns when the person is done.

    Args:
        args: `profile`, the name of settings to open with, may be empty; `minimized`, whether to start in the tray.

    Returns:
        0; also where another window was brought to the front instead.

    Raises:
        UsageError: No profile can have that name.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName("Cyclorama")
    app.setDesktopFileName("io.github.cyclorama.Cyclorama")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    _quit_on_signals(app)
    instance = SingleInstance(APP_NAME)
    if not instance.claim():
        return 0
    controller = _controller(app, args.profile)
    has_tray = QSystemTrayIcon.isSystemTrayAvailable()
    in_tray = has_tray and (args.minimized or controller.state.start_minimised)
    controller.watch(not in_tray)
    try:
        controller.start()
        return _run_window(app, controller, instance, has_tray=has_tray, in_tray=in_tray)
    finally:
        controller.stop()
        instance.release()


def _controller(app: QApplication, profile: str) -> Controller:
    """A session on the settings that were left, which is not started yet; tells what could not be read."""
    state_path = data_dir() / "window.json"
    loaded_state = load_state(state_path)
    state = loaded_state.state
    install_language(app, state.language)
    state.profile = profile or state.profile
    path = profile_path(state.profile) if state.profile else settings_path()
    loaded = settings_file.load(path)
    controller = Controller(
        Session(loaded.settings), loaded.settings, path, state, state_path, writable=not loaded.newer
    )
    if loaded.problem is not None:
        controller.tell_error(loaded.problem, key="settings")
    if loaded_state.kept_aside is not None:
        controller.tell(_damaged_state(loaded_state.kept_aside))
    return controller


def _run_window(
    app: QApplication, controller: Controller, instance: SingleInstance, *, has_tray: bool, in_tray: bool
) -> int:
    """Makes the window on a controller that has started, and returns when the person is done."""
    from engine.remote.control import RemoteControl
    from ui.desktop.remote import WindowTarget
    from ui.desktop.tray import Tray
    from ui.window import MainWindow

    state = controller.state
    theme = Theme(app)
    theme.set_scheme(state.scheme)
    theme.set_text_scale(state.text_scale)
    window = MainWindow(controller, theme, data_dir() / "backgrounds", has_tray=has_tray)
    leave = partial(app.exit, 0)  # quit() would first ask the window, which may want to stay
    window.closed.connect(leave)
    instance.raised.connect(window.bring_to_front)
    instance.pause_toggled.connect(controller.toggle_pause)
    if has_tray:
        Tray(controller, window, leave)
    if not in_tray:
        window.show()
    if state.start_on_launch:
        controller.publish(True)
    window.device_watch.start()
    remote = RemoteControl(WindowTarget(controller))
    remote.start()
    # After the remote control, which imports what it talks to the desktop with: two threads that did would deadlock.
    window.pause_key.start(wanted=state.pause_anywhere)
    try:
        return app.exec()
    finally:
        remote.stop()
        window.release()


def _damaged_state(kept_aside: Path) -> Notice:
    message = QCoreApplication.translate("App", "The window's settings were damaged. Gallery and theme start anew.")
    kept = QCoreApplication.translate("App", "The damaged file is kept as {path}.").format(path=kept_aside)
    return Notice(Level.WARNING, message, kept, key="state")


def _quit_on_signals(app: QApplication) -> None:
    """Ends the event loop at SIGINT and SIGTERM, also one that came before it began.

    Python runs handlers between its own instructions: while Qt waits it runs none, and amid the making of a window
    nothing of Qt may be called. So the handlers do nothing, and the number that Python writes is read in the loop.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.detach())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(reader.detach(), QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: app.exit(0))
