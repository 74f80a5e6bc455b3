"""Which build of the program this is."""

from __future__ import annotations

import importlib.metadata
import subprocess
from pathlib import Path

from engine import __version__

COMMIT_FILE = Path(__file__).with_name("commit.txt")
"""Written into packages as they are built; a checkout asks git instead."""

RUNTIMES = ("openvino", "paddlepaddle", "paddlepaddle-gpu")


def version_text(kernels: str) -> str:
    """One line: the program, its version, the commit, the installed runtimes, and the kernels that run here.

    Args:
        kernels: Their variant.
    """
    parts = [f"commit {commit() or 'unknown'}", *runtimes(), f"{kernels} kernels"]
    return f"cyclorama {__version__} ({', '.join(parts)})"


def commit() -> str:
    """The abbreviated commit; empty if unknown."""
    try:
        return COMMIT_FILE.read_text("utf-8").strip()
    except OSError:
        pass
    root = Path(__file__).resolve().parents[2]
    if not (root / ".git").exists():
        return ""
    try:
        command = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def runtimes() -> list[str]:
    """Name and version of each installed runtime, such as "openvino 2026.4.1"."""
    found = []
    for name in RUNTIMES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return found
