"""Lays out the files of the wheel: everything below one package, `cyclorama`.

The repository keeps its packages at the top (`engine`, `ui`, ...). In the wheel they are `cyclorama.engine`,
`cyclorama.ui`, ...: imports, and strings that name a module, are rewritten on the way.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

NAME = "cyclorama"
PACKAGES = ("engine", "ui", "training", "benchmarks")
COMMIT_FILE = Path("engine") / "platform" / "commit.txt"
"""In packages only: engine/platform/version.py reads it."""

_INIT = '''"""A virtual background for video calls. As a library: docs/library.md."""

from cyclorama.engine import __version__

__all__ = ["__version__"]
'''
_RUN = '"""`python -m cyclorama`."""\n\nfrom cyclorama.main import entry\n\nentry()\n'


def commit_of(root: Path) -> str:
    """The commit that is built, abbreviated; from an sdist, the one that it was made of; empty if unknown."""
    if (root / COMMIT_FILE).is_file():
        return (root / COMMIT_FILE).read_text("utf-8")
    try:
        command = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def lay_out(root: Path, target: Path) -> None:
    """Copies what the wheel contains into a folder, with the imports rewritten.

    Args:
        root: The project's folder.
        target: The folder of the package `cyclorama`.
    """
    modules = {".".join(path.relative_to(root).with_suffix("").parts) for path in sources(root) if path.suffix == ".py"}
    modules |= {module.removesuffix(".__init__") for module in modules}
    for path in sources(root):
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".py":
            copy.write_text(rewritten(path.read_text("utf-8"), modules), "utf-8")
        else:
            shutil.copyfile(path, copy)
    (target / "__init__.py").write_text(_INIT, "utf-8")
    (target / "__main__.py").write_text(_RUN, "utf-8")
    (target / "py.typed").touch()


def sources(root: Path) -> Iterator[Path]:
    """The project's files in the wheel, sorted."""
    yield root / "main.py"
    for package in PACKAGES:
        yield from files_below(root / package)
    for path in files_below(root / "assets"):
        inside = path.relative_to(root / "assets")
        if inside.parts[0] != "make" and not (inside.parts[0] == "translations" and path.suffix in (".py", ".ts")):
            yield path


def files_below(folder: Path) -> Iterator[Path]:
    """Files of a folder and the folders in it, sorted; nothing that Python compiled."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(parent) / name for name in sorted(names) if not name.endswith((".pyc", ".orig")))


def rewritten(source: str, modules: set[str]) -> str:
    """A module's source as it stands below `cyclorama`.

    Args:
        source: The module's text.
        modules: The project's modules by their names in the repository.

    Raises:
        SystemExit: It imports in a way that can't be rewritten.
    """
    tops = {"main", *PACKAGES}
    places: list[tuple[int, int]] = []  # (line, column in bytes) at which a module's name begins
    lines = source.encode().splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and (node.module or "").split(".")[0] in tops:
            column = lines[node.lineno - 1].index(b"from ", node.col_offset) + len("from ")
            places.append((node.lineno, column))
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] not in tops:
                    continue
                if alias.asname is None:
                    raise SystemExit(f"line {node.lineno}: write `from ... import`, not `import {alias.name}`")
                places.append((alias.lineno, alias.col_offset))
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and "." in node.value
            and node.value in modules
        ):
            places.append((node.lineno, node.col_offset + 1))
    for number, column in sorted(places, reverse=True):
        line = lines[number - 1]
        lines[number - 1] = line[:column] + f"{NAME}.".encode() + line[column:]
    return b"".join(lines).decode()
