"""Whether the app starts as the user logs in: an XDG desktop entry, Windows' registry, or a macOS launch agent."""

from __future__ import annotations

import os
import plistlib
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SUPPORTED = sys.platform in ("linux", "win32", "darwin")

LABEL = "io.github.cyclorama.Cyclorama"
RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
"""Below the user's own registry: what Windows starts at log-in, by name."""
VALUE = "Cyclorama"


def entry_path() -> Path:
    """The file that the desktop reads at log-in, on Linux and macOS."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / "cyclorama.desktop"


def enabled() -> bool:
    """Whether the app starts at log-in."""
    if sys.platform == "win32":
        return _registry_value() is not None
    return entry_path().is_file()


def enable(on: bool) -> None:
    """Makes the app start at log-in, minimized, or no longer.

    Raises:
        OSError: The file or the registry can't be written.
    """
    if sys.platform == "win32":
        _write_registry(on)
        return
    path = entry_path()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    command = [*_command(), "--minimized"]
    if sys.platform == "darwin":
        agent = {"Label": LABEL, "ProgramArguments": command, "RunAtLoad": True, "ProcessType": "Interactive"}
        path.write_bytes(plistlib.dumps(agent))
        return
    path.write_text(f"[Desktop Entry]\nType=Application\nName=Cyclorama\nExec={shlex.join(command)}\n", "utf-8")


def _command() -> list[str]:
    """What starts the app: the bundle's program, the installed command, the package, or the checkout's script."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    if installed := shutil.which("cyclorama"):
        return [installed]
    package = __name__.partition(".")[0]
    if package != "ui":
        return [sys.executable, "-m", package]
    return [sys.executable, str(Path(__file__).resolve().parents[2] / "main.py")]


def _registry_value() -> str | None:
    winreg = _winreg()
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
            return str(winreg.QueryValueEx(key, VALUE)[0])
    except OSError:
        return None


def _write_registry(on: bool) -> None:
    winreg = _winreg()
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
        if on:
            line = subprocess.list2cmdline([*_command(), "--minimized"])
            winreg.SetValueEx(key, VALUE, 0, winreg.REG_SZ, line)
        elif _registry_value() is not None:
            winreg.DeleteValue(key, VALUE)


def _winreg() -> Any:
    """Windows' module for the registry, which no other system has."""
    import importlib

    return importlib.import_module("winreg")
