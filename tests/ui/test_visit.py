"""A visit in a real window: a camera, a virtual camera and keys as a person presses them; the camera is pulled out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.core import settings_file
from engine.core.settings import BackgroundKind
from engine.platform.paths import settings_path
from tests.conftest import ROOT
from tests.shim import peers
from tests.shim.device import Device, Shim
from tests.support.program import running
from tests.support.waiting import until

SIZE = (640, 360)


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """A virtual screen of its own."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("needs Xvfb and xdotool")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def camera(shim: Shim) -> Iterator[Device]:
    """A camera that shows a grey background with a lighter head and shoulders."""
    camera = shim.plug(card="Desk camera", driver="uvcvideo")
    try:
        shim.show(camera)
    except PermissionError:
        pytest.skip("no right to make a node in /dev")
    picture = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
    cv2.ellipse(picture, (320, 150), (60, 80), 0, 0, 360, (150, 170, 210), -1)
    cv2.ellipse(picture, (320, 360), (150, 130), 0, 0, 360, (120, 60, 40), -1)
    frames = [cv2.imencode(".jpg", picture)[1].tobytes()]
    ready, stop = shim.spawn.Event(), shim.spawn.Event()
    feeder = shim.start(peers.feed, camera.path, "MJPG", SIZE, frames, 30.0, ready, stop)
    feeder.wait_for(ready)
    yield camera
    stop.set()
    feeder.result()


def test_launch_choose_start_pause_unplug_and_quit(
    display: str, shim: Shim, camera: Device, shown_loopback: Device, tmp_path: Path
) -> None:
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(tmp_path)}
    os.environ.pop("WAYLAND_DISPLAY", None)

    def xdotool(*words: str) -> str:
        command = ["xdotool", *words]
        done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def press(key: str) -> None:
        xdotool("windowfocus", "--sync", window)
        xdotool("key", "--clearmodifiers", key)

    recording = tmp_path / "others see"
    begun, stop = shim.spawn.Event(), shim.spawn.Event()
    with running([sys.executable, str(ROOT / "main.py")], os.environ | shim.environment | environment) as app:
        until(lambda: xdotool("search", "--onlyvisible", "--name", "Cyclorama"), "the window")
        window = xdotool("search", "--onlyvisible", "--name", "Cyclorama").splitlines()[-1]
        press("ctrl+4")
        press("ctrl+Return")
        reader = shim.start(peers.record, shown_loopback.path, recording, begun, stop)
        reader.wait_for(begun)
        press("ctrl+p")
        press("ctrl+p")
        camera.unplug()
        before = recording.stat().st_size
        until(lambda: recording.stat().st_size > before + 20 * 1280 * 720 * 3 // 2, "pictures without the camera")
        assert app.poll() is None
        press("ctrl+q")
        _, errors = app.communicate(timeout=30)
        stop.set()
        reader.result()
    assert app.returncode == 0, errors
    assert "Traceback" not in errors
    assert settings_file.load(settings_path()).settings.background.kind is BackgroundKind.BLUR
