"""The whole app between two imitated devices: a camera that comes and goes, and a reader that knows nothing of us."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.platform.device_users import device_users
from engine.platform.paths import assets_dir
from tests.conftest import ROOT
from tests.shim import peers
from tests.shim.device import Child, Device, Shim
from tests.support.waiting import until

SIZE = (640, 360)
FRAME_BYTES = SIZE[0] * SIZE[1] * 3 // 2
FPS = 15
PERSON_STD = 15


class Camera:
    """A camera that films the demo clip's person."""

    def __init__(self, shim: Shim) -> None:
        clip = cv2.VideoCapture(str(assets_dir() / "demo" / "demo.mp4"))
        frames = (clip.read()[1] for _ in range(10))
        self._frames = [cv2.imencode(".jpg", cv2.resize(frame, SIZE))[1].tobytes() for frame in frames]
        self._shim = shim
        self.device: Device | None = None

    def plug(self, number: int | None = None) -> Device:
        self.device = self._shim.plug(number, card="Camera")
        self._shim.show(self.device)
        ready, self._stop = self._shim.spawn.Event(), self._shim.spawn.Event()
        args = (self.device.path, "MJPG", SIZE, self._frames, FPS, ready, self._stop)
        self._feeder = self._shim.start(peers.feed, *args)
        self._feeder.wait_for(ready)
        return self.device

    def unplug(self) -> None:
        assert self.device
        self.device.unplug()
        self._stop.set()
        self._feeder.result()


class Reader:
    """A program that reads the virtual camera and keeps what it received."""

    def __init__(self, shim: Shim, path: str, into: Path) -> None:
        self._file = into
        self._ready, self._stop = shim.spawn.Event(), shim.spawn.Event()
        self._child: Child = shim.start(peers.record, path, into, self._ready, self._stop)

    @property
    def received(self) -> int:
        return self._file.stat().st_size // FRAME_BYTES if self._file.exists() else 0

    def luma_std(self, index: int) -> float:
        """How lively a frame is: a plain background has 0."""
        frame = np.fromfile(self._file, np.uint8, SIZE[0] * SIZE[1], offset=index * FRAME_BYTES)
        return float(frame.std())

    def plain_at_the_end(self) -> int:
        """How many of the newest frames in a row are the plain background alone."""
        newest_first = range(self.received - 1, -1, -1)
        return next((count for count, index in enumerate(newest_first) if self.luma_std(index)), self.received)

    def shows_person(self) -> bool:
        return self.received > 0 and self.luma_std(self.received - 1) > PERSON_STD

    def close(self) -> None:
        self._stop.set()
        self._child.kill()


@pytest.fixture
def camera(shim: Shim) -> Iterator[Camera]:
    camera = Camera(shim)
    try:
        camera.plug()
    except PermissionError:
        pytest.skip("no right to make a node in /dev")
    yield camera
    camera.unplug()


@pytest.fixture
def app(shim: Shim, camera: Camera, shown_loopback: Device) -> Iterator[subprocess.Popen[bytes]]:
    assert camera.device
    command = [sys.executable, str(ROOT / "main.py"), "run", "--source", f"camera:{camera.device.path}"]
    command += ["--sink", f"virtual:{shown_loopback.path}", "--background", "color:#00ff00"]
    command += ["--size", f"{SIZE[0]}x{SIZE[1]}", "--fps", str(FPS), "--seconds", "170"]
    app = shim.popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: any(user.pid == app.pid and user.writes for user in device_users(shown_loopback.path)))
    yield app
    app.kill()
    app.wait()


def films(app: subprocess.Popen[bytes], camera: Device) -> bool:
    return any(user.pid == app.pid for user in device_users(camera.path))


@pytest.mark.usefixtures("app")
def test_the_stream_goes_on_while_the_camera_is_unplugged(
    shim: Shim, camera: Camera, shown_loopback: Device, tmp_path: Path
) -> None:
    reader = Reader(shim, shown_loopback.path, tmp_path / "seen.i420")
    until(reader.shows_person)
    assert camera.device
    number = camera.device.number
    camera.unplug()
    # A second of fallback frames in a row: on a busy machine one may come before, too, while a prediction is late.
    until(lambda: reader.plain_at_the_end() >= FPS)
    camera.plug(number)
    print(f"picture back after {until(reader.shows_person):.2f} s")
    reader.close()


def test_the_camera_is_idle_without_a_reader(
    shim: Shim, camera: Camera, app: subprocess.Popen[bytes], shown_loopback: Device, tmp_path: Path
) -> None:
    assert camera.device
    device = camera.device
    until(lambda: not films(app, device))
    reader = Reader(shim, shown_loopback.path, tmp_path / "seen.i420")
    until(lambda: any(user.pid != app.pid for user in device_users(shown_loopback.path)))
    print(f"camera opened after {until(lambda: films(app, device)):.2f} s")
    until(reader.shows_person)
    reader.close()
    until(lambda: not films(app, device))


def test_a_killed_app_leaves_no_background(
    shim: Shim, app: subprocess.Popen[bytes], shown_loopback: Device, tmp_path: Path
) -> None:
    reader = Reader(shim, shown_loopback.path, tmp_path / "seen.i420")
    until(reader.shows_person)
    app.kill()
    app.wait()
    time.sleep(0.5)
    count = reader.received
    reader.close()
    frames = peers.recorded(tmp_path / "seen.i420", SIZE)[:count]
    corners = [frame[:40, :40] for frame in frames]  # where the demo clip shows its background
    assert all(np.ptp(corner) == 0 for corner in corners)
    time.sleep(0.2)
    assert reader.received == count
