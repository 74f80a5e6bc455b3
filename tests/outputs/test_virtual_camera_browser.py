"""The virtual camera in browsers: QtWebEngine, and Chromium and Firefox where they are installed."""

from __future__ import annotations

import shutil
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from engine.doctor.coded_picture import encode
from engine.outputs.virtual_camera.camera import VirtualCamera
from engine.privacy import own_picture
from tests.shim.browser import meet, meet_in
from tests.shim.device import Device, Shim

SIZE = (640, 480)
FPS = 30
FRAMES = 60


def publish_clock(path: str, ready: Event, stop: Event) -> None:
    """Sends coded pictures of the time, in milliseconds."""
    camera = VirtualCamera(path)
    camera.open(SIZE, FPS)
    while not stop.wait(1 / FPS):
        camera.send(own_picture(encode(int(time.time() * 1000) % 2**32, SIZE)))
        ready.set()
    camera.close()


@pytest.mark.parametrize("program", ["QtWebEngine", "chromium", "firefox-esr"])
def test_a_browser_shows_what_is_sent(shim: Shim, shown_loopback: Device, tmp_path: Path, program: str) -> None:
    if program != "QtWebEngine" and not shutil.which(program):
        pytest.skip(f"needs {program}")
    ready, stop = shim.spawn.Event(), shim.spawn.Event()
    publisher = shim.start(publish_clock, shown_loopback.path, ready, stop)
    publisher.wait_for(ready)
    if program == "QtWebEngine":
        report = shim.call(meet, "Cyclorama", FRAMES, 100, timeout_s=120)
    else:
        report = shim.call(meet_in, program, "Cyclorama", FRAMES, 100, tmp_path, timeout_s=120)
    stop.set()
    publisher.result()
    if "missing" in report:
        pytest.skip(f"needs QtWebEngine of PySide6-Addons: {report['missing']}")
    assert "error" not in report
    assert report["size"] == list(SIZE)
    codes = [shown["code"] for shown in report["seen"]]
    assert None not in codes
    assert codes == sorted(codes)
    assert len(set(codes)) > FRAMES / 2
    delays_ms = sorted((shown["now_ms"] - shown["code"]) % 2**32 for shown in report["seen"])
    print(f"{program}: delay p50 {delays_ms[FRAMES // 2]} ms, p95 {delays_ms[FRAMES * 95 // 100]} ms")
