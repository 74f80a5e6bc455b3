"""Remote control: what each command does, who may ask, and that none ends masking by the way."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core import settings_file
from engine.core.settings import Background, BackgroundKind, Settings
from engine.remote.dbus import NAME, PATH, DBusServer
from engine.remote.protocol import RemoteStatus, handle, refuse_unmasked
from engine.remote.server import ControlClient, ControlServer
from tests.conftest import ROOT
from tests.support.waiting import until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="local sockets are POSIX")


class FakeTarget:
    def __init__(self) -> None:
        self.background, self.camera, self.profile = Background(), "auto", ""
        self.paused = self.frozen = False
        self.plate_word = ""

    def set_background(self, background: Background) -> None:
        self.background = background

    def set_camera(self, camera: str) -> None:
        self.camera = camera

    def set_profile(self, name: str) -> None:
        refuse_unmasked(
            Settings(background=Background(BackgroundKind.NONE)), Settings(background=self.background), name
        )
        self.profile = name

    def pause(self, on: bool) -> None:
        self.paused = on

    def freeze(self, on: bool) -> None:
        self.frozen = on

    def set_option(self, name: str, value: str) -> None:
        setattr(self, name, value)

    def plate(self, word: str) -> None:
        self.plate_word = word

    def remote_status(self) -> RemoteStatus:
        words = str(self.background), self.camera, self.profile
        return RemoteStatus("running", "", "", *words, self.paused, self.frozen, "", "", "", "", 0)


@pytest.fixture
def target() -> FakeTarget:
    return FakeTarget()


@pytest.fixture
def server(target: FakeTarget, tmp_path: Path) -> Iterator[ControlServer]:
    server = ControlServer(target, tmp_path / "run" / "control.sock")
    assert server.start()
    yield server
    server.stop()
    assert not (tmp_path / "run" / "control.sock").exists()


def test_each_command_does_what_it_says(target: FakeTarget) -> None:
    assert handle(target, "background blur:80")["status"]["background"] == "blur:80"
    assert handle(target, "background none")["status"]["background"] == "none"
    assert handle(target, "camera Back camera")["status"]["camera"] == "Back camera"
    assert handle(target, "pause")["status"]["paused"]
    assert handle(target, "freeze")["status"]["frozen"]
    resumed = handle(target, "resume")["status"]
    assert not resumed["paused"]
    assert not resumed["frozen"]
    assert handle(target, "toggle")["status"]["paused"]
    assert not handle(target, "toggle")["status"]["paused"]
    assert handle(target, "plate remember")["ok"]
    assert target.plate_word == "remember"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "background",
        "background nothing",
        "background image:/no/such.png",
        "pause now",
        "profile",
        "plate",
        "plate show",
        "reboot",
        "\0",
    ],
)
def test_what_is_no_command_changes_nothing(target: FakeTarget, line: str) -> None:
    answer = handle(target, line)
    assert not answer["ok"]
    assert "\n" not in answer["error"]
    assert target.background == Background()


def test_a_profile_never_ends_masking(target: FakeTarget) -> None:
    answer = handle(target, "profile bare")
    assert not answer["ok"]
    assert "would show your real background" in answer["error"]
    target.background = Background(BackgroundKind.NONE)
    assert handle(target, "profile bare")["ok"]


def test_the_socket_is_its_owners_alone(server: ControlServer, tmp_path: Path) -> None:
    path = tmp_path / "run" / "control.sock"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_clients_are_answered(server: ControlServer, target: FakeTarget, tmp_path: Path) -> None:
    client = ControlClient(tmp_path / "run" / "control.sock")
    assert json.loads(client.ask("background color:#00ff00"))["ok"]
    assert json.loads(client.ask("status"))["status"]["background"] == "color:#00ff00"
    client.close()
    assert str(target.background) == "color:#00ff00"


def test_watch_tells_each_change(server: ControlServer, target: FakeTarget, tmp_path: Path) -> None:
    client = ControlClient(tmp_path / "run" / "control.sock")
    client.send("watch")
    assert not json.loads(client.receive())["status"]["paused"]
    target.pause(True)
    assert json.loads(client.receive())["status"]["paused"]
    client.close()


def test_a_second_engine_leaves_the_first_its_socket(server: ControlServer, tmp_path: Path) -> None:
    second = ControlServer(FakeTarget(), tmp_path / "run" / "control.sock")
    assert not second.start()
    second.stop()
    assert (tmp_path / "run" / "control.sock").exists()


def test_a_socket_that_a_crash_left_is_replaced(target: FakeTarget, tmp_path: Path) -> None:
    path = tmp_path / "control.sock"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left:
        left.bind(str(path))
    server = ControlServer(target, path)
    assert server.start()
    server.stop()


def test_an_endless_line_ends_the_client(server: ControlServer, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as rude:
        rude.connect(str(tmp_path / "run" / "control.sock"))
        rude.sendall(b"x" * 20_000)
        rude.settimeout(10)
        with contextlib.suppress(ConnectionResetError):
            assert rude.recv(10) == b""
    client = ControlClient(tmp_path / "run" / "control.sock")
    assert json.loads(client.ask("status"))["ok"]
    client.close()


def ctl(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "ctl", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def runtime_folder() -> Iterator[Path]:
    """A short path: a socket's may have 107 bytes, and `tmp_path` is long in parallel runs."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        yield Path(folder)


def test_a_headless_run_is_controlled(tmp_path: Path, runtime_folder: Path) -> None:
    folders = {name: str(tmp_path / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    folders["XDG_RUNTIME_DIR"] = str(runtime_folder)
    environment = {**os.environ, **folders, "DBUS_SESSION_BUS_ADDRESS": ""}
    alone = ctl(environment, "status")
    assert alone.returncode == 1
    assert alone.stderr == "cyclorama: no engine of Cyclorama runs: open its window, or start `run`\n"
    profiles = tmp_path / "xdg_data_home" / "cyclorama" / "profiles"
    settings_file.save(Settings(background=Background.parse("color:#112233")), profiles / "work.toml")
    settings_file.save(Settings(background=Background.parse("none")), profiles / "bare.toml")
    command = [sys.executable, "main.py", "run", "--source", "synthetic", "--sink", "none", "--size", "320x180"]
    run = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        until(lambda: ctl(environment, "status").returncode == 0, "an answer of the engine")
        status = json.loads(ctl(environment, "background", "blur:80", "--json").stdout)
        assert status["background"] == "blur:80"
        assert json.loads(ctl(environment, "pause", "--json").stdout)["paused"]
        assert json.loads(ctl(environment, "profile", "work", "--json").stdout)["background"] == "color:#112233"
        bare = ctl(environment, "profile", "bare")
        assert bare.returncode == 2
        assert "would show your real background" in bare.stderr
        assert json.loads(ctl(environment, "status", "--json").stdout)["background"] == "color:#112233"
        assert ctl(environment, "camera", "no such camera").returncode == 1
    finally:
        run.terminate()
        assert run.wait(20) == 143


@pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="needs dbus-daemon")
def test_the_same_over_dbus(target: FakeTarget, monkeypatch: pytest.MonkeyPatch) -> None:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import DBusErrorResponse, unwrap_msg

    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
    server = DBusServer(target)
    try:
        assert server.start()
        assert not DBusServer(FakeTarget()).start()
        address = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        with open_dbus_connection(bus="SESSION") as client:

            def call(member: str, *values: str) -> str:
                message = new_method_call(address, member, "s" * len(values), values)
                return str(unwrap_msg(client.send_and_get_reply(message, timeout=10))[0])

            assert json.loads(call("Background", "blur:30"))["background"] == "blur:30"
            assert json.loads(call("Command", "pause"))["paused"]
            assert "Background" in call("Introspect")
            with pytest.raises(DBusErrorResponse):
                call("Background", "nothing")
            with pytest.raises(DBusErrorResponse):
                call("Shutdown")
    finally:
        server.stop()
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "cyclorama-control-dbus"]


def test_matting_and_who_is_shown_are_chosen_by_words(target):
    assert handle(target, "matting green-screen")["ok"]
    assert handle(target, "people me")["ok"]
    assert (target.matting, target.people) == ("green-screen", "me")
    for wrong in ("matting", "matting chroma", "people them"):
        assert not handle(target, wrong)["ok"]
