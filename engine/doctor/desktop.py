"""What a virtual camera on Windows and macOS depends on."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from engine.doctor.check import Check, State

_CONSENT = r"SOFTWARE\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
_OBS_WINDOWS_CLSID = r"SOFTWARE\Classes\CLSID\{A3FCE0F5-3493-419F-958A-ABA1250EC20B}"
_UNITY_CAPTURE_CLSID = r"SOFTWARE\Classes\CLSID\{5C2CD55C-92AD-4999-8666-912BD3E70010}"


def windows_checks() -> Iterator[Check]:
    """Every finding on Windows."""
    title = "Virtual camera"
    if platform.machine() == "ARM64":
        yield Check(
            "Processor",
            State.PROBLEM,
            "there is no virtual camera for Windows on Arm",
            "use a PC with an x64 processor",
            code="windows-on-arm",
        )
        return
    if _registry_has(_OBS_WINDOWS_CLSID):
        yield Check(title, State.OK, "the OBS virtual camera is installed", code="obs-camera-installed")
    elif _registry_has(_UNITY_CAPTURE_CLSID):
        yield Check(title, State.OK, "Unity Capture is installed", code="unity-capture-installed")
    else:
        yield Check(
            title,
            State.PROBLEM,
            "no virtual camera is installed",
            "install OBS Studio, which brings one",
            code="no-virtual-camera",
            command="winget install OBSProject.OBSStudio",
        )
    if _registry_value(_CONSENT) == "Deny":
        yield Check(
            "Camera permission",
            State.PROBLEM,
            "Windows doesn't let programs use the camera",
            "allow it in the privacy settings",
            code="camera-access-denied",
            command="start ms-settings:privacy-webcam",
        )


def macos_checks() -> Iterator[Check]:
    """Every finding on macOS."""
    title = "Virtual camera"
    if any(Path(folder, "OBS.app").exists() for folder in ("/Applications", Path.home() / "Applications")):
        yield Check(
            title,
            State.NOTE,
            "OBS is installed",
            "start its virtual camera once and allow its extension in System Settings",
            code="obs-extension-needed",
        )
    else:
        yield Check(
            title,
            State.PROBLEM,
            "no virtual camera is installed",
            "install OBS, which brings one",
            code="no-virtual-camera",
            command="brew install --cask obs",
        )
    yield Check(
        "Camera permission",
        State.NOTE,
        "macOS asks once whether the app may use the camera",
        "change the answer in the privacy settings",
        code="camera-access-asked",
        command="open 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera'",
    )


def _registry_has(key: str) -> bool:
    return _registry_value(key, "") is not None


def _registry_value(key: str, name: str = "Value") -> str | None:
    """A value of the person's or the machine's registry; None if there is no such key."""
    if sys.platform == "win32":
        import winreg

        for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            try:
                with winreg.OpenKey(hive, key) as opened:
                    return str(winreg.QueryValueEx(opened, name)[0])
            except OSError:
                continue
    return None
