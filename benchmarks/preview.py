"""The preview's cost: processor time with the preview visible, less the engine's alone, in turns in one run."""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import cv2  # noqa: F401 - before Qt, whose plug-in path it changes; `_environment` takes that back

from engine.core.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.controller import Controller
    from ui.window import MainWindow

FPS = 30
WAIT_S = 0.5
VIEWS = {"plain": {}, "split": {"split": True}, "mask": {"mask": True}}


@dataclass(frozen=True)
class Turn:
    """Processor seconds and frames of one turn.

    Attributes:
        process_s: Of all threads.
        gui_s: Of the thread that paints.
        wall_s: Wall time.
        made: Frames that the engine made.
        shown: Frames that were painted.
    """

    process_s: float
    gui_s: float
    wall_s: float
    made: int
    shown: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--seconds", type=float, default=2.0, help="length of a turn")
    parser.add_argument("--rounds", type=int, default=8, help="how often each view has its turn; medians are reported")


def run(args: argparse.Namespace) -> int:
    """Takes turns: window hidden, then each view; prints a Markdown table."""
    with _environment(), _window() as (app, window, controller):
        turns: dict[str, list[tuple[Turn, Turn]]] = {name: [] for name in VIEWS}
        for _ in range(args.rounds):
            for name, view in VIEWS.items():
                window.hide()
                hidden = _turn(app, window, controller, args.seconds)
                window.show()
                window.preview.set_view(**({"split": False, "mask": False} | view))
                turns[name].append((hidden, _turn(app, window, controller, args.seconds)))
    alone = [before for pairs in turns.values() for before, _ in pairs]
    # Per frame, because a busy machine makes fewer of them and so would seem to take less.
    engine_s = statistics.median(each.process_s / max(each.made, 1) for each in alone)
    print(f"% of a core at {FPS} frames a second; the engine alone takes {100 * FPS * engine_s:.0f}\n")
    print("| view | window and engine | GUI thread | shown/s |\n|---|---:|---:|---:|")
    for name, pairs in turns.items():
        more = statistics.median(
            seen.process_s / max(seen.made, 1) - before.process_s / max(before.made, 1) for before, seen in pairs
        )
        gui = statistics.median(seen.gui_s / max(seen.shown, 1) for _, seen in pairs)
        shown = statistics.median(seen.shown / seen.wall_s for _, seen in pairs)
        print(f"| {name} | +{100 * FPS * more:.1f} | {100 * FPS * gui:.1f} | {shown:.1f} |")
    gui = statistics.median(each.gui_s / each.wall_s for each in alone)
    print(f"| hidden | | {100 * gui:.1f} | {sum(each.shown for each in alone)} |")
    return 0


@contextmanager
def _environment() -> Iterator[None]:
    """Folders of its own, and a platform that needs no display where there is none."""
    for variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        os.environ.pop(variable, None)
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = folder
        yield


@contextmanager
def _window() -> Iterator[tuple[QApplication, MainWindow, Controller]]:
    """The whole window on the demo clip at 720p, with idle control off."""
    from PySide6.QtWidgets import QApplication

    from engine.pipeline.session import Session
    from engine.platform.paths import data_dir, settings_path
    from ui.controller import Controller
    from ui.state.window_state import WindowState
    from ui.style.theme import Theme
    from ui.window import MainWindow

    settings = Settings(width=1280, height=720, fps=FPS, on_demand=False)
    app = QApplication([])
    state = WindowState()
    controller = Controller(Session(settings, "demo"), settings, settings_path(), state, data_dir() / "window.json")
    controller.source.on_demo = True
    window = MainWindow(controller, Theme(app), Path(data_dir()), has_tray=False)
    window.show()
    controller.start()
    try:
        while controller.stats().frames_out < 2 * FPS:
            _rest(app, 0.1)
        yield app, window, controller
    finally:
        window.release()
        controller.stop()


def _turn(app: QApplication, window: MainWindow, controller: Controller, seconds: float) -> Turn:
    """Measures one turn, after a short wait."""
    _rest(app, WAIT_S)
    before = _counted(window, controller)
    _rest(app, seconds)
    after = _counted(window, controller)
    return Turn(*(late - early for early, late in zip(before, after, strict=True)))  # type: ignore[arg-type]


def _counted(window: MainWindow, controller: Controller) -> tuple[float, ...]:
    stats = controller.stats()
    made = stats.frames_in - stats.frames_dropped
    return time.process_time(), time.thread_time(), time.monotonic(), made, window.preview.frames_shown


def _rest(app: QApplication, seconds: float) -> None:
    """Lets the app run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(app)
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
