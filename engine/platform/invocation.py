"""How this program was started, so that a hint can name a command that works."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

_COMMAND = "cyclorama"
_SCRIPT = "main.py"


def program(started: Path, interpreter: Path) -> str:
    """The words to type before a command such as `doctor`.

    Args:
        started: The script that runs: `main.py`, or the one that an installation makes.
        interpreter: The Python interpreter.

    Returns:
        "cyclorama" where it is on the PATH, else its path; "python main.py" from a checkout; each as short as possible.
    """
    if started.name == _SCRIPT:
        words = [_short(interpreter), _short(started)]
    elif started.stem == _COMMAND and shutil.which(_COMMAND) is None:
        words = [_short(started)]
    else:
        words = [_COMMAND]
    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _short(path: Path) -> str:
    """The name alone if it is on the PATH, else the path, relative to the working folder where it is below that."""
    if (found := shutil.which(path.name)) and Path(found) == path:
        return path.name
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


PROGRAM = program(Path(sys.argv[0]), Path(sys.executable))
