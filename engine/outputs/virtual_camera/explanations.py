"""What the errors of pyvirtualcam mean, in words that a person can act on."""

from __future__ import annotations

from engine.core.errors import OutputError
from engine.platform.invocation import PROGRAM

_EXPLANATIONS = (
    (
        "missing permissions",
        "virtual-camera-permission",
        "you have no permission to write to the virtual camera",
        "run `sudo usermod -aG video $USER`, then log out and in again",
    ),
    (
        "OBS Virtual Camera device not found",
        "obs-camera-missing",
        "OBS's virtual camera is not installed",
        "install OBS 26 or newer",
    ),
    (
        "output could not be started",
        "obs-camera-busy",
        "the virtual camera could not be started, it is probably in use",
        "stop the virtual camera in OBS",
    ),
    (
        "No camera registered",
        "unity-capture-missing",
        "Unity Capture is not registered",
        "run its Install.bat, or install OBS",
    ),
    (
        "All cameras are already in use",
        "unity-capture-busy",
        "every Unity Capture camera is in use",
        "close a program that uses one",
    ),
    (
        "Device not found",
        "obs-camera-inactive",
        "OBS's virtual camera is not active yet",
        "install OBS 30 or newer, start and stop its virtual camera once and approve the extension",
    ),
    (
        "Multiple cameras not supported",
        "virtual-camera-twice",
        "this app already sends to a virtual camera",
        "close the other one first",
    ),
    (
        "already in use",
        "virtual-camera-open-here",
        "this app already sends to that virtual camera",
        "close the other one first",
    ),
    (
        "PipeWire",
        "pipewire-camera-failed",
        "the PipeWire camera can't be started",
        "check that the services pipewire and wireplumber are running",
    ),
)
"""What pyvirtualcam says, code, message and hint."""


def explained(errors: str) -> OutputError:
    """What the message of an error of pyvirtualcam means, and what to do."""
    for words, code, message, hint in _EXPLANATIONS:
        if words in errors:
            return OutputError(message, hint, code=code)
    return OutputError(
        "the virtual camera can't be started ({reason})",
        "`{program} doctor` says what is missing",
        code="virtual-camera-start-failed",
        reason=errors.splitlines()[0],
        program=PROGRAM,
    )
