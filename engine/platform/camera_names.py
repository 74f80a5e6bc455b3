"""Names of the cameras on Windows and macOS, where OpenCV knows only their indices."""

from __future__ import annotations

import plistlib
import subprocess
import sys

_PROFILER = ("system_profiler", "-xml", "SPCameraDataType")
_ANSWER_S = 10

_VIRTUAL_WORDS = ("virtual", "obs-camera", "unity video capture", "cyclorama")
"""Parts of the names of virtual cameras, in lower case: OBS's, Unity Capture's, ours and most others."""


def camera_names() -> list[str]:
    """The cameras' names in the order of OpenCV's indices; empty where the system does not tell.

    Windows: DirectShow lists devices in one order for all programs, OpenCV's DSHOW backend among them.
    macOS: OpenCV's AVFoundation backend sorts the devices by their unique ids, and so does this.
    """
    if sys.platform == "win32":
        return _directshow_names()
    if sys.platform == "darwin":
        return _avfoundation_names()
    return []


def is_virtual_name(name: str) -> bool:
    """Whether a camera's name is that of a virtual camera, which a program feeds."""
    return any(word in name.lower() for word in _VIRTUAL_WORDS)


def _directshow_names() -> list[str]:
    import av.device

    try:
        devices = av.device.enumerate_input_devices("dshow")
    except (OSError, ValueError):  # PyAV's errors are of these kinds
        return []
    return [device.description for device in devices if "video" in device.media_types]


def _avfoundation_names() -> list[str]:
    try:
        answer = subprocess.run(_PROFILER, capture_output=True, timeout=_ANSWER_S, check=True).stdout
        cameras = plistlib.loads(answer)[0]["_items"]
        return [camera["_name"] for camera in sorted(cameras, key=lambda camera: str(camera["spcamera_unique-id"]))]
    except (OSError, subprocess.SubprocessError, plistlib.InvalidFileException, KeyError, IndexError, TypeError):
        return []
