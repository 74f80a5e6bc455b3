"""How this program was started, so that a hint can name what the person can type."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

_COMMAND = "cyclorama"
_SCRIPT = "main.py"


def program(started: Path, interpreter: Path) -> str:
    """What to type before a command such as `doctor`.

    Args:
        started: The script that runs: ours, or the one that an installation puts in its place.
        interpreter: What it runs on.

    Returns:
        "cyclorama" where that is found, else the way to it; "python main.py" from a checkout, each as short as may be.
    """
    if started.name == _SCRIPT:
        words = [_short(interpreter), _short(started)]
    elif started.stem == _COMMAND and shutil.which(_COMMAND) is None:
        words = [_short(started)]
    else:
        words = [_COMMAND]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _short(path: Path) -> str:
    """Its name if that alone is found, else relative to where the person is, if it lies there."""
    if (found := shutil.which(path.name)) and Path(found) == path:
        return path.name
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


PROGRAM = program(Path(sys.argv[0]), Path(sys.executable))
