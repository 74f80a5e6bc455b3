"""The doctor: what it finds on systems laid out for it, and its self-test on the imitated device."""

from __future__ import annotations

import errno
import json
import platform
import sys
from pathlib import Path
from typing import Any

import cv2
import pytest

from engine.doctor.check import State
from engine.doctor.coded_picture import decode, encode
from engine.doctor.linux import linux_checks
from engine.media.colour_formats import to_bgr
from tests.conftest import ROOT
from tests.shim.device import Device, Shim


@pytest.mark.parametrize("code", [0, 1, 0xDEADBEEF, 0xFFFFFFFF])
@pytest.mark.parametrize("seen_size", [(640, 480), (320, 180), (1280, 720)])
def test_a_coded_picture_survives_scaling_and_jpeg(code: int, seen_size: tuple[int, int]) -> None:
    bgr = cv2.resize(to_bgr(encode(code, (640, 480))), seen_size, interpolation=cv2.INTER_AREA)
    seen = cv2.imdecode(cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_GRAYSCALE)
    assert decode(seen) == code


@pytest.mark.parametrize("grey", [0, 16, 128, 255])
def test_a_plain_picture_encodes_no_number(grey: int) -> None:
    luma = encode(7, (640, 480)).planes[0].copy()
    luma.fill(grey)
    assert decode(luma) is None


def lay_out(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


DRIVER = "Virtual camera driver"
MODULES = f"lib/modules/{platform.release()}/modules.dep"
SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
@pytest.mark.parametrize(
    ("files", "title", "state", "words"),
    [
        ({}, DRIVER, State.PROBLEM, "apt install v4l2loopback-dkms"),
        ({"etc/os-release": b'ID=nobara\nID_LIKE="fedora"\n'}, DRIVER, State.PROBLEM, "dnf install"),
        ({"etc/os-release": b"ID=arch\n"}, DRIVER, State.PROBLEM, "pacman -S"),
        (
            {MODULES: b"updates/dkms/v4l2loopback.ko: kernel/x.ko\n"},
            DRIVER,
            State.PROBLEM,
            "not loaded",
        ),
        (
            {"sys/module/v4l2loopback/version": b"0.12.7\n"},
            DRIVER,
            State.OK,
            "v4l2loopback 0.12.7 is loaded",
        ),
        (
            {MODULES: b"extra/v4l2loopback.ko:\n", SECURE_BOOT: b"\6\0\0\0\1"},
            "Secure Boot",
            State.WARNING,
            "mokutil --import",
        ),
        ({}, "Camera portal", State.NOTE, "isn't installed"),
        ({"usr/share/dbus-1/services/org.freedesktop.portal.Desktop.service": b""}, "Camera portal", State.OK, ""),
    ],
)
def test_finds_what_is_missing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, bytes],
    title: str,
    state: State,
    words: str,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))  # no PipeWire
    found = {check.title: check for check in linux_checks(lay_out(tmp_path, files))}
    assert found[title].state is state
    assert words in f"{found[title].message} {found[title].fix} {found[title].command}"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_secure_boot_is_no_matter_where_it_is_off(tmp_path: Path) -> None:
    lay_out(tmp_path, {MODULES: b"extra/v4l2loopback.ko:\n", SECURE_BOOT: b"\6\0\0\0\0"})
    assert "Secure Boot" not in {check.title for check in linux_checks(tmp_path)}


def examine(shim: Shim, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Exit status and findings of `main.py doctor`, by title."""
    command = [sys.executable, str(ROOT / "main.py"), "doctor", "--json", *arguments]
    process = shim.popen(command, stdout=-1, text=True, cwd=ROOT)
    report = json.loads(process.communicate(timeout=60)[0])
    assert report["healthy"] is (process.returncode == 0)
    return process.returncode, {check["title"]: check for check in report["checks"]}


def test_is_content_where_a_picture_comes_back(shim: Shim, shown_loopback: Device) -> None:
    status, found = examine(shim)
    assert status == 0
    assert found["Test picture"]["state"] == "ok"
    assert "shows the picture that was sent" in found["Test picture"]["message"]
    assert found[f"Cyclorama ({shown_loopback.path})"]["state"] == "ok"


def test_is_not_content_where_nothing_can_be_written(shim: Shim, shown_loopback: Device) -> None:
    shown_loopback.fail_writes(errno.EIO)
    status, found = examine(shim)
    assert status == 1
    assert found["Test picture"]["state"] == "problem"
    assert "Input/output error" in found["Test picture"]["message"]


def test_warns_of_a_device_that_browsers_do_not_list(shim: Shim) -> None:
    device = shim.plug(card="Open", exclusive_caps=False)
    try:
        shim.show(device)
    except PermissionError:
        pytest.skip("no right to make a node in /dev")
    status, found = examine(shim, "--no-self-test")
    assert status == 0
    assert found[f"Open ({device.path})"]["state"] == "warning"
    assert "exclusive_caps=1" in found[f"Open ({device.path})"]["command"]
