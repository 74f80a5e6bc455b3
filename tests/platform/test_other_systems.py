"""Windows and macOS, imitated: `sys.platform` is patched, and their modules and programs are fakes."""

from __future__ import annotations

import plistlib
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from engine.core.errors import CameraError
from engine.doctor import desktop
from engine.platform import camera_names as names
from engine.platform import process
from engine.sources import camera_devices
from tests.conftest import ROOT
from ui.desktop import autostart

LINUX_ONLY = """
import sys
import av, cv2, numpy, openvino, PIL.Image, pooch, requests, yaml, tomli_w, platformdirs, tqdm, pyvirtualcam
import asyncio, getpass, multiprocessing.connection, subprocess, shutil, tempfile, socket
import PySide6.QtWidgets, PySide6.QtNetwork, PySide6.QtSvg
import main
for module in ("fcntl", "resource", "termios", "pwd", "grp", "jeepney"):
    sys.modules[module] = None
sys.platform = sys.argv[1]
from importlib import import_module
for module, _ in main.COMMANDS.values():
    if not module.startswith("training"):
        import_module(module)
import_module("ui.app")
print("imported")
"""


class Registry(types.ModuleType):
    """As much of `winreg` as is used: values by key, in one hive."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE, REG_SZ = 1, 2, 1

    def __init__(self) -> None:
        super().__init__("winreg")
        self.values: dict[str, dict[str, str]] = {}

    def OpenKey(self, hive: int, path: str) -> Any:  # noqa: N802 - winreg's name
        if hive != self.HKEY_CURRENT_USER or path not in self.values:
            raise FileNotFoundError(path)
        return self._key(path)

    def CreateKey(self, hive: int, path: str) -> Any:  # noqa: N802
        self.values.setdefault(path, {})
        return self._key(path)

    def QueryValueEx(self, key: str, name: str) -> tuple[str, int]:  # noqa: N802
        if name not in self.values[key]:
            raise FileNotFoundError(name)
        return self.values[key][name], self.REG_SZ

    def SetValueEx(self, key: str, name: str, _: int, kind: int, value: str) -> None:  # noqa: N802
        assert kind == self.REG_SZ
        self.values[key][name] = value

    def DeleteValue(self, key: str, name: str) -> None:  # noqa: N802
        del self.values[key][name]

    def _key(self, path: str) -> Any:
        import contextlib

        return contextlib.nullcontext(path)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """An empty registry, on Windows."""
    found = Registry()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", found)
    monkeypatch.setattr(autostart.shutil, "which", lambda _: None)  # from Python 3.12 on it asks Windows itself
    return found


def on_windows(monkeypatch: pytest.MonkeyPatch, *listed: str) -> None:
    """DirectShow lists these cameras, and a microphone."""
    import av.device

    devices = [types.SimpleNamespace(description=name, media_types=["video"]) for name in listed]
    devices.append(types.SimpleNamespace(description="Microphone", media_types=["audio"]))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(av.device, "enumerate_input_devices", lambda kind: devices if kind == "dshow" else [])


def on_macos(monkeypatch: pytest.MonkeyPatch, **unique_ids: str) -> None:
    """system_profiler lists these cameras, by name."""
    items = [{"_name": name, "spcamera_unique-id": unique_id} for name, unique_id in unique_ids.items()]
    answer = plistlib.dumps([{"_dataType": "SPCameraDataType", "_items": items}])
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(names.subprocess, "run", lambda *_, **__: types.SimpleNamespace(stdout=answer))


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_everything_imports_without_the_modules_of_linux(platform: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINUX_ONLY, platform], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "imported", done.stderr[-2000:]


def test_windows_cameras_have_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch, "OBS Virtual Camera", "Integrated Camera", "USB Cam", "USB Cam")
    listed = camera_devices.list_cameras()
    assert [(camera.id, camera.address, camera.virtual) for camera in listed] == [
        ("OBS Virtual Camera", 0, True),
        ("Integrated Camera", 1, False),
        ("USB Cam", 2, False),
        ("USB Cam #2", 3, False),
    ]


def test_auto_never_takes_a_virtual_camera(monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch, "OBS Virtual Camera", "Integrated Camera")
    assert camera_devices.find_camera("auto").address == 1
    assert camera_devices.find_camera("integrated").address == 1
    assert camera_devices.find_camera("0").address == 0
    on_windows(monkeypatch, "OBS Virtual Camera")
    with pytest.raises(CameraError) as refused:
        camera_devices.find_camera("auto")
    assert refused.value.code == "no-camera"
    with pytest.raises(CameraError) as refused:
        camera_devices.find_camera("Logitech")
    assert refused.value.code == "camera-unknown"


def test_macos_cameras_are_sorted_as_opencv_sorts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    on_macos(monkeypatch, **{"FaceTime HD Camera": "C0FFEE", "USB Camera": "0x1100000c45636d"})
    assert [(camera.name, camera.address) for camera in camera_devices.list_cameras()] == [
        ("USB Camera", 0),
        ("FaceTime HD Camera", 1),
    ]


@pytest.mark.parametrize("answer", [b"", b"no plist", plistlib.dumps([{}])])
def test_cameras_go_by_number_where_names_are_not_told(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    on_macos(monkeypatch)
    monkeypatch.setattr(names.subprocess, "run", lambda *_, **__: types.SimpleNamespace(stdout=answer))
    monkeypatch.setattr(camera_devices, "_opens", lambda index: index < 2)
    assert [camera.id for camera in camera_devices.list_cameras()] == ["0", "1"]
    assert camera_devices.find_camera("auto").address == 0


def test_windows_starts_it_at_log_in_by_the_registry(registry: Registry) -> None:
    assert not autostart.enabled()
    autostart.enable(True)
    assert autostart.enabled()
    line = registry.values[autostart.RUN_KEY][autostart.VALUE]
    assert line.endswith("--minimized")
    autostart.enable(False)
    autostart.enable(False)
    assert not autostart.enabled()


def test_macos_starts_it_at_log_in_by_a_launch_agent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    autostart.enable(True)
    agent = plistlib.loads((tmp_path / "Library/LaunchAgents/io.github.cyclorama.Cyclorama.plist").read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"][-1] == "--minimized"
    assert autostart.enabled()
    autostart.enable(False)
    assert not autostart.enabled()


def test_the_bundle_starts_itself_at_log_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/my apps/cyclorama")
    autostart.enable(True)
    assert "Exec='/opt/my apps/cyclorama' --minimized" in autostart.entry_path().read_text("utf-8")


def test_the_doctor_finds_the_virtual_cameras_of_windows(registry: Registry) -> None:
    assert [check.code for check in desktop.windows_checks()] == ["no-virtual-camera"]
    registry.values[desktop._UNITY_CAPTURE_CLSID] = {"": "Unity Video Capture"}
    registry.values[desktop._CONSENT] = {"Value": "Deny"}
    assert [check.code for check in desktop.windows_checks()] == ["unity-capture-installed", "camera-access-denied"]
    registry.values[desktop._OBS_WINDOWS_CLSID] = {"": "OBS Virtual Camera"}
    assert next(iter(desktop.windows_checks())).code == "obs-camera-installed"


def test_priorities_and_memory_are_left_alone_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for platform in ("win32", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        process.keep_freed_memory()
        process.lower_thread_priority()
    monkeypatch.setattr(sys, "platform", "win32")
    assert process.peak_rss_mb() == 0
