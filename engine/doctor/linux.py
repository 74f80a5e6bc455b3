"""What a virtual camera on Linux depends on."""

from __future__ import annotations

import os
import platform
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from engine.doctor.check import Check, State
from engine.outputs.virtual_camera import pipewire_abi
from engine.outputs.virtual_camera.loopback import find_loopbacks
from engine.outputs.virtual_camera.pipewire import pipewire_socket
from engine.platform import v4l2
from engine.platform.device_users import device_users

LOAD = "sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama"
_INSTALL = {
    "debian": "sudo apt install v4l2loopback-dkms",
    "fedora": "sudo dnf install akmod-v4l2loopback  # from RPM Fusion",
    "arch": "sudo pacman -S v4l2loopback-dkms",
    "suse": "sudo zypper install v4l2loopback-kmp-default",
}
_SECURE_BOOT = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
_BROWSERS = {
    "chromium": ("Chromium", "turn on chrome://flags/#enable-webrtc-pipewire-camera"),
    "google-chrome": ("Chrome", "turn on chrome://flags/#enable-webrtc-pipewire-camera"),
    "firefox": ("Firefox", "set media.webrtc.camera.allow-pipewire to true in about:config"),
}


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
    title = "Kernel module"
    if loaded or module.is_dir():
        version = _text(module / "version") or "of unknown version"
        yield Check(title, State.OK, f"v4l2loopback {version} is loaded")
        return
    modules = _text(root / "lib/modules" / platform.release() / "modules.dep")
    installed = "v4l2loopback.ko" in modules
    state = State.WARNING if pipewire else State.PROBLEM
    instead = "; the PipeWire camera works without it" if pipewire else ""
    if not installed:
        command = _INSTALL.get(_family(root), _INSTALL["debian"])
        yield Check(title, state, f"v4l2loopback is not installed for this kernel{instead}", f"{command} && {LOAD}")
        return
    yield Check(title, state, f"v4l2loopback is installed but not loaded{instead}", LOAD)
    if _bytes(root / _SECURE_BOOT)[4:5] == b"\1":
        yield Check(
            "Secure Boot",
            State.WARNING,
            "Secure Boot is on, so the kernel takes only modules signed with a key that you enrolled",
            "sudo mokutil --import /var/lib/dkms/mok.pub && sudo reboot",
        )


def _device(path: str, capability: v4l2.Capability) -> Iterator[Check]:
    title = f"{capability.card} ({path})"
    if capability.capture and capability.output:
        yield Check(
            title,
            State.WARNING,
            "it announces capture and output together, so browsers don't list it",
            f"sudo modprobe -r v4l2loopback && {LOAD}",
        )
    else:
        yield Check(title, State.OK, "exclusive_caps is on, so browsers list it while it is written")
    for user in device_users(path):
        message = f"{user.program} (process {user.pid}) uses it"
        if not user.reads:
            message = f"{user.program} (process {user.pid}) writes to it"
        elif not user.writes:
            message = f"{user.program} (process {user.pid}) reads it"
        yield Check(title, State.NOTE, message)


def _permissions() -> Iterator[Check]:
    shut = [path for path in v4l2.device_paths() if not os.access(path, os.R_OK | os.W_OK)]
    if shut:
        message = f"{', '.join(shut)} may not be opened by you"
        yield Check("Permission", State.PROBLEM, message, "sudo usermod -aG video $USER  # then log out and in again")


def _pipewire() -> Check:
    title = "PipeWire"
    try:
        version = pipewire_abi.load().pw_get_library_version().decode()
    except OSError:
        return Check(title, State.NOTE, "PipeWire is not installed; it would offer a camera without a kernel module")
    if not pipewire_socket().is_socket():
        return Check(title, State.NOTE, f"PipeWire {version} is installed but no daemon runs for you",
                     "systemctl --user start pipewire wireplumber")  # fmt: skip
    return Check(title, State.OK, f"PipeWire {version} runs; its camera needs no kernel module")


def _portal(root: Path) -> Check:
    service = root / "usr/share/dbus-1/services/org.freedesktop.portal.Desktop.service"
    if service.exists():
        return Check("Camera portal", State.OK, "programs may ask for PipeWire cameras through xdg-desktop-portal")
    return Check(
        "Camera portal",
        State.NOTE,
        "xdg-desktop-portal is not installed, so browsers see no PipeWire camera",
        "install xdg-desktop-portal and your desktop's backend of it",
    )


def _browsers(root: Path, pipewire_only: bool) -> Iterator[Check]:
    for program, (name, fix) in _BROWSERS.items():
        if not shutil.which(program):
            continue
        if pipewire_only:
            yield Check(name, State.NOTE, f"{name} looks for PipeWire cameras only when told to", fix)
        elif program == "firefox" and _family(root) == "fedora":
            message = "Fedora's Firefox shows PipeWire cameras and may not show v4l2loopback ones"
            yield Check(name, State.NOTE, message, "publish with --sink virtual:pipewire")


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
