"""Whether the app starts with the person's session, by the XDG autostart specification."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

SUPPORTED = sys.platform == "linux"


def entry_path() -> Path:
    """The desktop entry that the session reads."""
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(config) / "autostart" / "cyclorama.desktop"


def enabled() -> bool:
    """Whether the app starts with the session."""
    return entry_path().is_file()


def enable(on: bool) -> None:
    """Writes or removes the entry.

    Raises:
        OSError: The folder can't be written.
    """
    path = entry_path()
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[Desktop Entry]\nType=Application\nName=Cyclorama\nExec={_command()} --minimized\n", "utf-8")


def _command() -> str:
    installed = shutil.which("cyclorama")
    main = Path(__file__).resolve().parents[2] / "main.py"
    return shlex.join([installed] if installed else [sys.executable, str(main)])
