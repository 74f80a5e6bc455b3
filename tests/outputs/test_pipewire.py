"""The PipeWire camera in a private session: real daemon, real session manager, real reader."""

from __future__ import annotations

import ctypes
import hashlib
import itertools
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import OutputError
from engine.core.frame import Image
from engine.doctor.check import State
from engine.doctor.self_test import self_test
from engine.outputs.virtual_camera import pipewire_abi
from engine.outputs.virtual_camera.camera import VirtualCamera
from engine.outputs.virtual_camera.pipewire import PipeWireBackend
from engine.privacy import own_picture
from tests.support.waiting import until

pytestmark = pytest.mark.pipewire

PROGRAMS = ("pipewire", "wireplumber", "dbus-run-session", "gst-launch-1.0")
SIZE = (320, 240)
FRAME_BYTES = SIZE[0] * SIZE[1] * 3 // 2
FPS = 30


class Session:
    """PipeWire and WirePlumber of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **{key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")},
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        # prints the bus's address, and lives as long as its standard input
        script = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
        self._bus = subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", script],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus.stdout.readline().strip()
        self._daemons: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        self._run("pipewire")
        until((self.folder / "pipewire-0").is_socket)
        self._run("wireplumber")

    def kill(self, program: str = "") -> None:
        """Kills one daemon, or all."""
        for daemon in self._daemons:
            if not program or daemon.args == [program]:
                daemon.kill()
                daemon.wait()
        if program:
            return
        self._daemons.clear()
        (self.folder / "pipewire-0").unlink(missing_ok=True)

    def close(self) -> None:
        self.kill()
        self._bus.communicate()

    def read(self, count: int) -> list[str]:
        """sha1 of frames that a reader which knows nothing of us receives."""
        source = ["pipewiresrc", "target-object=cyclorama", f"num-buffers={count}"]
        command = ["gst-launch-1.0", "-q", *source, "!", "video/x-raw,format=I420", "!", "fdsink", "fd=1"]
        data = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, timeout=60, check=True).stdout
        return [hashlib.sha1(data[i : i + FRAME_BYTES]).hexdigest() for i in range(0, len(data), FRAME_BYTES)]

    def _run(self, program: str) -> None:
        quiet = subprocess.DEVNULL
        self._daemons.append(subprocess.Popen([program], env=self.environment, stdout=quiet, stderr=quiet))


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    session = Session(tmp_path)
    session.start()
    yield session
    session.close()


class Publisher:
    """Sends four frames of noise in turn."""

    def __init__(self) -> None:
        rng = np.random.default_rng(0)
        frames = [Image.from_i420(rng.integers(0, 256, (360, 320), np.uint8)) for _ in range(4)]
        self.digests = [hashlib.sha1(frame.i420_buffer().tobytes()).hexdigest() for frame in frames]
        self._frames = frames
        self.camera = VirtualCamera("pipewire")
        self.camera.open(SIZE, FPS)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._send)
        self._thread.start()

    def _send(self) -> None:
        sent = 0
        while not self._stop.wait(1 / FPS):
            self.camera.send(own_picture(self._frames[sent % len(self._frames)]))
            sent += 1

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self.camera.close()


@pytest.fixture
def publisher(session: Session) -> Iterator[Publisher]:
    publisher = Publisher()
    yield publisher
    publisher.close()


def test_a_reader_receives_every_frame_as_sent(session: Session, publisher: Publisher) -> None:
    received = session.read(30)
    order = [publisher.digests.index(item) for item in received]
    assert len(order) == 30
    assert all((after - before) % 4 == 1 for before, after in itertools.pairwise(order))


def test_knows_whether_anybody_looks(session: Session, publisher: Publisher) -> None:
    assert publisher.camera.readers.has_reader() is False
    reader = threading.Thread(target=session.read, args=(60,))
    reader.start()
    assert publisher.camera.readers.wait_for_reader(20)
    reader.join()
    until(lambda: publisher.camera.readers.has_reader() is False)


@pytest.mark.parametrize("published", [False, True], ids=["alone", "beside the app"])
def test_the_doctor_reads_its_picture_back(session: Session, published: bool) -> None:
    publisher = Publisher() if published else None
    time.sleep(1)  # the session manager needs a moment
    check = self_test("pipewire")
    if publisher:
        publisher.close()
    assert check.state is State.OK, check.message
    assert check.code == "self-test-passed"


def test_the_doctor_says_so_where_nothing_comes_back(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.kill("wireplumber")  # who links readers with cameras
    monkeypatch.setattr("engine.doctor.self_test.READ_BACK_S", 1.0)
    check = self_test("pipewire")
    assert check.state is State.PROBLEM
    assert check.code == "self-test-failed"
    assert "wireplumber" in check.command


def test_survives_the_daemons_restart(session: Session, publisher: Publisher) -> None:
    assert session.read(5)
    session.kill()
    until(lambda: publisher.camera.readers.has_reader() is False)
    session.start()
    time.sleep(3)  # the camera tries once a second; the session manager needs a moment, too
    assert set(session.read(30)) == set(publisher.digests)


def test_buffers_are_cleared_before_the_first_picture_and_after_the_last(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one reader was sent, or lay in memory before, is no other program's."""
    cleared: list[tuple[bool, bool]] = []
    clear = PipeWireBackend._clear

    def watched(self: PipeWireBackend, buffer: pipewire_abi.SpaBuffer) -> None:
        def is_written() -> bool:
            return any(ctypes.string_at(buffer.datas[0].data, buffer.datas[0].maxsize))

        before = is_written()
        clear(self, buffer)
        cleared.append((before, is_written()))

    monkeypatch.setattr(PipeWireBackend, "_clear", watched)
    publisher = Publisher()
    session.read(20)
    publisher.close()
    assert any(before for before, _ in cleared), "pictures lay in those that were taken back"
    assert len(cleared) % 2 == 0, "each is cleared when it comes and when it goes"
    assert not any(after for _, after in cleared)


def test_says_so_where_no_daemon_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(OutputError, match=r"check that the services pipewire and wireplumber are running"):
        VirtualCamera("pipewire").open(SIZE, FPS)
