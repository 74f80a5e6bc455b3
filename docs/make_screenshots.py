"""Takes docs/screenshots/*.png by driving the real app on the demo clip, and says how long the window stalled.

Run from the project's root, on a display or without one:

    python docs/make_screenshots.py [--source demo|file:PATH] [--out docs/screenshots] [--imitate]

Without a display Qt's offscreen platform draws the same window. Every picture shows the engine's live result.
`--imitate` plugs in the tests' imitated virtual camera first, so that the window can go on air without a kernel module,
and an imitated camera, which is pulled out before the last pictures.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):  # as main.py does
    os.environ.setdefault(_variable, "1")

import cv2  # noqa: E402

for _variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(_variable, None)

from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine.core.settings import Background, BackgroundKind, Settings  # noqa: E402
from engine.media.colour_formats import to_bgr  # noqa: E402
from engine.pipeline.session import Session  # noqa: E402
from engine.platform.paths import assets_dir, settings_path  # noqa: E402
from engine.sources.video_file import VideoFileSource  # noqa: E402
from ui.controller import Controller  # noqa: E402
from ui.gallery.item import Kind  # noqa: E402
from ui.languages import install_language  # noqa: E402
from ui.pages.adjust import AdjustPage  # noqa: E402
from ui.state.window_state import WindowState  # noqa: E402
from ui.style.icons import app_icon  # noqa: E402
from ui.style.theme import Theme  # noqa: E402
from ui.window import MainWindow  # noqa: E402

BEAT_MS = 5
_TRIES = 20
CAMERA_SIZE = (1280, 720)


@dataclass(frozen=True, order=True)
class Stall:
    """How late the event loop came around.

    Attributes:
        late_ms: By the clock.
        busy_ms: Processor time of the GUI thread meanwhile; the rest went to other threads and programs.
        step: What the visit was doing.
    """

    late_ms: float
    busy_ms: float
    step: str


class Heartbeat:
    """Measures how late the event loop comes around."""

    def __init__(self) -> None:
        self.stalls: list[Stall] = []
        self.step = "start"
        self.skip()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        late_ms = 1000 * (time.monotonic() - self._last) - BEAT_MS
        busy_ms = 1000 * (time.thread_time() - self._last_busy)
        self.stalls.append(Stall(max(late_ms, 0.0), busy_ms, self.step))
        self.skip()

    def skip(self) -> None:
        """Forgets what this script itself took since the last beat."""
        self._last, self._last_busy = time.monotonic(), time.thread_time()

    def report(self) -> str:
        """99th percentile and the longest of the stalls, each with the step."""
        ordered = sorted(self.stalls, reverse=True)
        longest = ", ".join(f"{stall.late_ms:.0f} ({stall.busy_ms:.0f}, {stall.step})" for stall in ordered[:8])
        p99_ms, busiest_ms = ordered[len(ordered) // 100].late_ms, max(stall.busy_ms for stall in ordered)
        return (
            f"stalls of the GUI thread in ms: p99 {p99_ms:.0f}, longest (its own processor time, step) {longest};"
            f" most processor time {busiest_ms:.0f}"
        )


class Visit:
    """One window on the real engine, driven step by step.

    Args:
        app: The application.
        source: As on the command line.
        out: Folder of the pictures.
    """

    def __init__(self, app: QApplication, source: str, out: Path) -> None:
        self._out = out
        self.heartbeat = Heartbeat()
        self.theme = Theme(app)
        self.theme.set_scheme("light")
        self.source = source
        self.open()

    def open(self) -> None:
        """Opens the window as a new user finds it, with a camera or without."""
        settings = Settings()
        self.controller = Controller(
            Session(settings, self.source),
            settings,
            settings_path(),
            WindowState(),
            settings_path().with_name("w.json"),
        )
        self.controller.source.on_demo = self.source == "demo"
        self.window = MainWindow(self.controller, self.theme, settings_path().parent, has_tray=True)
        self.window.show()
        self.heartbeat.skip()  # until now there was no window that could stall
        self.controller.start()
        self.window.device_watch.start()
        self.until(lambda: self.controller.stats().frames_out > 20, 30)

    def close(self) -> None:
        """Ends window and engine."""
        self.window.release()
        self.window.close()
        self.controller.stop()
        self.window.deleteLater()
        self.heartbeat.skip()

    def until(self, condition: Callable[[], bool], seconds: float) -> None:
        """Lets the app run until something is so, or the time is over."""
        end = time.monotonic() + seconds
        while not condition() and time.monotonic() < end:
            self.rest(0.05)

    def rest(self, seconds: float) -> None:
        """Lets the app run."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def take(self, name: str, *, person: bool = True) -> None:
        """Saves the window as it is shown, the fallback frame only where the step asked for it."""
        self.rest(1.5)
        if person and not self.controller.paused:
            self.rest(1.2)  # for the figures, which come once a second
            for _ in range(_TRIES):  # a machine under load shows fallback frames in between
                self.until(self._shows_person, 30)
                self.controller.poll()
                self.window.preview.refresh()
                if self._shows_person():
                    break
        target = self._out / f"{name}.png"
        if not self.window.grab().save(str(target)):
            raise OSError(f"can't write {target}")
        print(target, flush=True)
        self.heartbeat.step = f"after {name}"
        self.heartbeat.skip()

    def _shows_person(self) -> bool:
        preview = self.controller.preview()
        return preview is not None and preview.raw is not None

    def background(self, name: str) -> None:
        """Chooses a built-in background as a click on it does."""
        path = assets_dir() / "backgrounds" / name
        self.controller.choose_background(Background(BackgroundKind.IMAGE, path=path))


def visit(app: QApplication, source: str, out: Path, pull: Path | None) -> str:
    """Every step that the pictures show, in the order in which a new person takes them; returns how the window did.

    Args:
        app: The application.
        source: As on the command line.
        out: Folder of the pictures.
        pull: A file that has the camera pulled out as soon as it is there; None where there is no camera.
    """
    shown = Visit(app, source, out)
    window, actions = shown.window, shown.window.actions_bar
    model = window.backgrounds.model
    shown.take("blur")
    shown.background("bookshelf.jpg")
    shown.take("window")
    actions.split.click()
    shown.take("before-after")
    actions.split.click()
    actions.show_mask.click()
    shown.take("mask")
    actions.show_mask.click()
    studio_light(shown)
    window.open_page("backgrounds")
    window.backgrounds.choose(model.fixed(Kind.COLOR))
    shown.take("colour")
    window.backgrounds.choose(model.fixed(Kind.NONE))
    shown.take("none")
    window.backgrounds.choose(model.fixed(Kind.COLOR))
    actions.start.click()
    shown.until(lambda: bool(shown.controller.status.output or shown.controller.status.message), 10)
    window.open_page("setup")
    shown.until(window.setup.start.isEnabled, 20)
    shown.take("start")
    actions.pause.click()
    shown.take("pause")
    actions.pause.click()
    actions.start.click()
    shown.theme.set_scheme("dark")
    shown.rest(0.5)
    shown.background("city-dusk.jpg")
    for page in ("backgrounds", "adjust", "statistics", "models", "settings", "about"):
        window.open_page(page)
        shown.rest(8 if page == "statistics" else 0)
        shown.take(f"dark-{page}")
    window.open_page("setup")
    shown.until(window.setup.start.isEnabled, 20)
    shown.take("dark-setup")
    shown.theme.set_scheme("light")
    shown.rest(0.5)
    shown.theme.set_text_scale(2.0)
    shown.rest(0.5)
    window.open_page("backgrounds")
    shown.background("home-office.jpg")
    shown.take("text-200")
    shown.close()
    shown.theme.set_text_scale(1.0)
    if pull is not None:
        shown.source = "camera"
        shown.open()
        shown.take("camera")
        pull.touch()
        shown.until(lambda: bool(shown.controller.status.message), 20)
        shown.take("unplugged", person=False)
        shown.close()
        shown.source = source
    languages(app, shown)
    return shown.heartbeat.report()


def studio_light(shown: Visit) -> None:
    """The light of a picture, a light from one side, and a name."""
    page = shown.window.pages["adjust"]
    assert isinstance(page, AdjustPage)
    shown.window.open_page("adjust")
    shown.background("warm-lamp.jpg")
    shown.controller.change(match_background=80, key_light=60, key_light_from="right", name_tag="Robin Keller")
    shown.rest(0.5)
    page.verticalScrollBar().setValue(page.fields["match_background"].y() - 60)
    shown.take("studio-light")
    page.reset()
    page.verticalScrollBar().setValue(0)
    shown.controller.notices.retract("undo")


def languages(app: QApplication, shown: Visit) -> None:
    """The window in each language beside English."""
    for language, name, background in (
        ("zh_CN", "chinese", "bright-window.jpg"),
        ("de", "german", "plaster-wall.jpg"),
        ("es", "spanish", "misty-hills.jpg"),
    ):
        translators = install_language(app, language)
        shown.open()
        shown.background(background)
        shown.take(name)
        shown.close()
        for translator in translators:
            app.removeTranslator(translator)


def imitated(arguments: list[str]) -> int:
    """Runs this script again where a camera and a virtual camera are plugged in."""
    from tests.shim import peers
    from tests.shim.device import Shim, build

    with tempfile.TemporaryDirectory() as library, tempfile.TemporaryDirectory() as devices:
        shim = Shim(build(Path(library)), Path(devices))
        shim.show(shim.plug(card="Cyclorama"))
        camera = shim.plug(card="Desk camera", driver="uvcvideo")
        shim.show(camera)
        ready, stop = shim.spawn.Event(), shim.spawn.Event()
        feeder = shim.start(peers.feed, camera.path, "MJPG", CAMERA_SIZE, demo_jpegs(), 30.0, ready, stop)
        pull = Path(library) / "pull"
        try:
            feeder.wait_for(ready)
            running = shim.popen([sys.executable, __file__, *arguments, f"--pull={pull}"])
            while running.poll() is None:
                if pull.exists():
                    pull.unlink()
                    camera.unplug()
                time.sleep(0.1)
            return running.returncode
        finally:
            stop.set()
            shim.close()


def demo_jpegs() -> list[bytes]:
    """The demo clip's first second, there and back."""
    source = VideoFileSource(assets_dir() / "demo" / "demo.mp4", paced=False)
    source.open()
    try:
        frames = [source.read() for _ in range(30)]
    finally:
        source.close()
    pictures = [cv2.resize(to_bgr(frame.image), CAMERA_SIZE) for frame in frames if frame is not None]
    encoded = [cv2.imencode(".jpg", picture)[1].tobytes() for picture in pictures]
    return encoded + encoded[-2:0:-1]


def main() -> int:
    """Takes every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", default="demo", help="demo or file:PATH")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--imitate", action="store_true", help="plug in an imitated camera and virtual camera")
    parser.add_argument("--pull", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.imitate:
        return imitated([f"--source={args.source}", f"--out={args.out}"])
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = folder
        app = QApplication(sys.argv[:1])
        app.setApplicationDisplayName("Cyclorama")
        app.setWindowIcon(app_icon())
        print(visit(app, args.source, args.out, args.pull))
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # a runtime may still hold a thread, and tearing the interpreter down under it aborts
