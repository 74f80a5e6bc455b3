"""What a virtual camera on Linux depends on."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from engine.doctor.check import Check, State
from engine.doctor.loopback_commands import LOAD, RELOAD
from engine.outputs.virtual_camera import pipewire_abi
from engine.outputs.virtual_camera.loopback import find_loopbacks
from engine.outputs.virtual_camera.pipewire import pipewire_socket
from engine.platform import v4l2
from engine.platform.device_users import device_users

_INSTALL = {
    "debian": "sudo apt install v4l2loopback-dkms",
    "fedora": "sudo dnf install akmod-v4l2loopback  # from RPM Fusion",
    "arch": "sudo pacman -S v4l2loopback-dkms",
    "suse": "sudo zypper install v4l2loopback-kmp-default",
}
_SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
_CHROMIUM_FLAG = "chrome://flags/#enable-webrtc-pipewire-camera"
_BROWSERS = {"chromium": "Chromium", "google-chrome": "Chrome", "firefox": "Firefox"}


def linux_checks(root: Path = Path("/")) -> Iterator[Check]:
    """Every finding on this system.

    Args:
        root: Where the files of the system are looked for; devices are always the real ones.
    """
    pipewire = _pipewire()
    loopbacks = find_loopbacks()
    yield from _module(root, loaded=bool(loopbacks), pipewire=pipewire.state is State.OK)
    for path, capability in loopbacks.items():
        yield from _device(path, capability)
    yield from _permissions()
    yield pipewire
    yield _portal(root)
    yield from _browsers(root, pipewire_only=not loopbacks)


def _module(root: Path, *, loaded: bool, pipewire: bool) -> Iterator[Check]:
    module = root / "sys/module/v4l2loopback"
    title = "Virtual camera driver"
    if loaded or module.is_dir():
        version = _text(module / "version")
        template = "v4l2loopback {version} is loaded" if version else "v4l2loopback is loaded"
        yield Check(title, State.OK, template, code="loopback-loaded", version=version)
        return
    modules = _text(root / "lib/modules" / platform.release() / "modules.dep")
    state = State.WARNING if pipewire else State.PROBLEM
    if "v4l2loopback.ko" not in modules:
        yield Check(
            title,
            state,
            "v4l2loopback isn't installed; only programs that read PipeWire cameras see the virtual camera"
            if pipewire
            else "no virtual camera is installed",
            "install v4l2loopback and load it",
            code="loopback-not-installed",
            command=f"{_INSTALL.get(_family(root), _INSTALL['debian'])} && {LOAD}",
        )
        return
    yield Check(
        title,
        state,
        "v4l2loopback isn't loaded; only programs that read PipeWire cameras see the virtual camera"
        if pipewire
        else "v4l2loopback is installed but not loaded",
        "load it",
        code="loopback-not-loaded",
        command=LOAD,
    )
    if _bytes(root / _SECURE_BOOT)[4:5] == b"\1":
        yield Check(
            "Secure Boot",
            State.WARNING,
            "Secure Boot is on, so the kernel only loads modules signed with a key you enrolled",
            "enrol the key and restart",
            code="secure-boot",
            command="sudo mokutil --import /var/lib/dkms/mok.pub && sudo reboot",
        )


def _device(path: str, capability: v4l2.Capability) -> Iterator[Check]:
    title = f"{capability.card} ({path})"
    if capability.capture and capability.output:
        yield Check(
            title,
            State.WARNING,
            "browsers don't list this device because it offers capture and output at once",
            "load the driver again with exclusive_caps=1",
            code="loopback-not-exclusive",
            command=RELOAD,
        )
    else:
        yield Check(title, State.OK, "browsers list this device while it is in use", code="loopback-exclusive")
    for user in device_users(path):
        template = "{program} (process {pid}) uses it"
        if not user.reads:
            template = "{program} (process {pid}) sends to it"
        elif not user.writes:
            template = "{program} (process {pid}) shows it"
        yield Check(title, State.NOTE, template, code="loopback-in-use", program=user.program, pid=user.pid)


def _permissions() -> Iterator[Check]:
    shut = [path for path in v4l2.device_paths() if not os.access(path, os.R_OK | os.W_OK)]
    if shut:
        yield Check(
            "Permission",
            State.PROBLEM,
            "you have no permission to open {paths}",
            "join the group “video”, then log out and in again",
            code="device-permission",
            command="sudo usermod -aG video $USER",
            paths=", ".join(shut),
        )


def _pipewire() -> Check:
    title = "PipeWire"
    try:
        version = pipewire_abi.load().pw_get_library_version().decode()
    except OSError:
        message = "PipeWire isn't installed; it offers a virtual camera without a driver"
        return Check(title, State.NOTE, message, code="pipewire-not-installed")
    if not pipewire_socket().is_socket():
        return Check(
            title,
            State.NOTE,
            "PipeWire isn't running",
            "start it",
            code="pipewire-not-running",
            command="systemctl --user start pipewire wireplumber",
        )
    message = "PipeWire {version} is running; its camera needs no driver"
    return Check(title, State.OK, message, code="pipewire-running", version=version)


def _portal(root: Path) -> Check:
    title = "Camera portal"
    if (root / "usr/share/dbus-1/services/org.freedesktop.portal.Desktop.service").exists():
        message = "programs can ask for PipeWire cameras"
        return Check(title, State.OK, message, code="portal-installed")
    message = "xdg-desktop-portal isn't installed; browsers need it for PipeWire cameras"
    return Check(title, State.NOTE, message, code="portal-not-installed")


def _browsers(root: Path, pipewire_only: bool) -> Iterator[Check]:
    for program, name in _BROWSERS.items():
        if not shutil.which(program):
            continue
        if pipewire_only:
            yield Check(
                name,
                State.NOTE,
                "{name} shows PipeWire cameras only after a setting is changed",
                "set media.webrtc.camera.allow-pipewire to true on this page"
                if program == "firefox"
                else "turn on this flag",
                code="browser-pipewire-off",
                command="about:config" if program == "firefox" else _CHROMIUM_FLAG,
                name=name,
            )
        elif program == "firefox" and _family(root) == "fedora":
            yield Check(
                name,
                State.NOTE,
                "Fedora's Firefox shows PipeWire cameras and may not show v4l2loopback ones",
                "choose PipeWire as the virtual camera",
                code="firefox-pipewire-only",
            )


def _family(root: Path) -> str:
    words = re.findall(r'^ID(?:_LIKE)?="?([^"\n]*)', _text(root / "etc/os-release"), re.MULTILINE)
    return next((family for family in _INSTALL if family in " ".join(words)), "")


def _text(path: Path) -> str:
    return _bytes(path).decode("utf-8", "replace").strip()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
