"""Finds a v4l2loopback device and makes it ready to be written. Linux only."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass

from engine.core.errors import EngineError, OutputError
from engine.platform import v4l2
from engine.platform.device_users import device_users
from engine.platform.invocation import PROGRAM

INSTALL_HINT = (
    "install the package v4l2loopback-dkms and run "
    "`sudo modprobe v4l2loopback exclusive_caps=1 card_label=Cyclorama`, or choose the PipeWire camera"
)


@dataclass(frozen=True, slots=True)
class Loopback:
    """A device that is ready.

    Attributes:
        path: /dev/videoN.
        card: Its name, as programs list it.
        size: (width, height) to write: the asked one, or that which a reader has pinned.
        notice: What is not as it should be although it works; None if nothing.
    """

    path: str
    card: str
    size: tuple[int, int]
    notice: EngineError | None


def find_loopbacks() -> dict[str, v4l2.Capability]:
    """Every v4l2loopback device that we may open, by path."""
    found = {}
    for path in v4l2.device_paths():
        with contextlib.suppress(OSError):  # not ours to open, or just gone
            if v4l2.is_loopback(path):
                found[path] = _capability(path)
    return found


def prepare_loopback(target: str, size: tuple[int, int]) -> Loopback:
    """Chooses the device, repairs it where an old driver left it unusable, and asks which size it will take.

    Args:
        target: Path or name of the device; empty for the first that can be written.
        size: (width, height) wanted.

    Raises:
        OutputError: There is none, or it is in use, or not ours to write.
    """
    path = target if target.startswith("/dev/") else _choose(target)
    try:
        return _prepare(path, size)
    except PermissionError as error:
        raise OutputError(
            "you have no permission to write to {path}",
            "run `sudo usermod -aG video {user}`, then log out and in again",
            code="loopback-permission",
            path=path,
            user=os.environ.get("USER", "$USER"),
        ) from error
    except FileNotFoundError as error:
        raise OutputError("there is no {path}", INSTALL_HINT, code="loopback-missing", path=path) from error
    except OSError as error:
        raise OutputError(
            "{path} can't be used ({reason})",
            "choose a v4l2loopback device",
            code="loopback-unusable",
            path=path,
            reason=error.strerror,
        ) from error


def _choose(name: str) -> str:
    devices = find_loopbacks()
    if name:
        devices = {path: device for path, device in devices.items() if device.card == name}
        if not devices:
            raise OutputError(
                "there is no virtual camera named {name!r}",
                "`{program} devices` lists them",
                code="virtual-camera-unknown",
                name=name,
                program=PROGRAM,
            )
    if not devices:
        raise OutputError("no virtual camera is installed", INSTALL_HINT, code="no-loopback")
    return next((path for path, device in devices.items() if device.output), next(iter(devices)))


def _prepare(path: str, size: tuple[int, int]) -> Loopback:
    capability = _capability(path)
    if capability.driver != v4l2.LOOPBACK_DRIVER:
        raise OutputError(
            "{path} ({card}) is no virtual camera",
            "choose a v4l2loopback device",
            code="not-a-loopback",
            path=path,
            card=capability.card,
        )
    if not capability.output:
        writers = _writers(path)
        if not writers:
            v4l2.restore_output(path)
            capability = _capability(path)
        if not capability.output:
            other = f"another program ({writers})" if writers else "another program"
            raise OutputError(
                "{other} is writing to {path}",
                "stop its virtual camera, or choose another device",
                code="loopback-busy",
                other=other,
                path=path,
            )
    with v4l2.opened(path, os.O_WRONLY) as descriptor:
        fourcc, accepted = v4l2.output_format(descriptor, size)
    if fourcc != "YU12":
        raise OutputError(
            "a program that reads {path} keeps it at the pixel format {fourcc}",
            "close {readers} and start again",
            code="loopback-format-held",
            path=path,
            fourcc=fourcc,
            readers=_readers(path) or "that program",
        )
    notice = None
    if accepted != size:
        notice = OutputError(
            "{readers} keeps {path} at {width}x{height}",
            "the picture is scaled to that until it is closed",
            code="loopback-size-held",
            path=path,
            readers=_readers(path) or "a program",
            width=accepted[0],
            height=accepted[1],
        )
    elif capability.capture:
        notice = OutputError(
            "browsers don't list {path}",
            "load the driver again with exclusive_caps=1",
            code="loopback-not-exclusive",
            path=path,
        )
    return Loopback(path, capability.card, accepted, notice)


def _capability(path: str) -> v4l2.Capability:
    with v4l2.opened(path) as descriptor:
        return v4l2.query(descriptor)


def _writers(path: str) -> str:
    """Who writes; most readers open a device for both, so these count only while frames arrive."""
    possible = [user for user in device_users(path) if user.writes]
    sure = [user for user in possible if not user.reads]
    found = sure or (possible if possible and v4l2.is_written(path) else [])
    return ", ".join(sorted({user.program for user in found}))


def _readers(path: str) -> str:
    return ", ".join(sorted({user.program for user in device_users(path) if user.reads}))
