"""Reads the templates of every message, hint and finding that can reach the window off the engine's source.

`raise CameraError("{camera} is lost", "plug it in again", code="camera-lost", camera=name)` gives two templates. A
template may be chosen by a condition or stand under a name; one that is put together in another way is an error here,
so that none is forgotten.
"""

from __future__ import annotations

import ast
import builtins
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

NOT_SHOWN = ("commands/", "segmentation/evaluation/", "segmentation/trimap.py")
"""What only the command line says."""
SYSTEM_REASONS = ("ENOSPC", "EACCES", "EPERM", "ENOENT", "EROFS", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "EIO", "EBUSY",
                  "ENODEV")  # fmt: skip
"""Why the system refuses a file or a device."""
_STATE_PLACE = 1
"""Of the arguments of `Check`; it is no text."""


class UnclearError(Exception):
    """A message is put together in a way that can't be read off the source."""


def templates(engine: Path) -> list[str]:
    """Every template, sorted.

    Args:
        engine: The package's folder.

    Raises:
        UnclearError: A message can't be read off; the message says where.
    """
    found = {os.strerror(getattr(errno, name)).lower() for name in SYSTEM_REASONS}
    for path in sorted(engine.rglob("*.py")):
        if not path.relative_to(engine).as_posix().startswith(NOT_SHOWN):
            module = _Module(ast.parse(path.read_text("utf-8")), path)
            found |= {text for text in module.templates() if _is_said(text)}
    return sorted(found)


def _is_said(text: str) -> bool:
    """Whether there is something to translate: a word outside the fields."""
    return bool(re.search("[a-z]{2}", re.sub(r"\{[^}]*\}", "", text)))


class _Module:
    """One module's messages.

    Args:
        tree: Its source.
        path: For error messages.
    """

    def __init__(self, tree: ast.Module, path: Path) -> None:
        self._tree = tree
        self._path = path
        self._assigned: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._assigned.setdefault(ast.unparse(target), []).append(node.value)

    def templates(self) -> Iterator[str]:
        """Templates of every error and finding that is made in the module."""
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                for said in _said_by(node):
                    yield from self._of(said)
            elif isinstance(node, ast.Tuple):
                yield from _row(node)

    def _of(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp():
                yield from self._of(node.body)
                yield from self._of(node.orelse)
            case ast.Name() if node.id in self._assigned:
                for value in self._assigned[node.id]:
                    if not isinstance(value, ast.JoinedStr):  # a device's name
                        yield from self._of(value)
            case ast.Name() | ast.Attribute() | ast.Starred() | ast.Call():
                pass  # of a table or another error, which is collected where it is made
            case _:
                raise UnclearError(f"{self._path}:{node.lineno}: what can {ast.unparse(node)} say?")


def _said_by(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that a user will read.

    An error without a code is a reason that stands in a field of another; of those only fixed texts are translated.
    """
    name = ast.unparse(call.func).rpartition(".")[2]
    if name == "Check":
        return [arg for place, arg in enumerate(call.args) if place != _STATE_PLACE]
    if not name.endswith("Error") or hasattr(builtins, name) or name == "ArgumentTypeError":
        return []
    if any(keyword.arg == "code" for keyword in call.keywords):
        return call.args
    return [arg for arg in call.args if isinstance(arg, ast.Constant)]


def _row(row: ast.Tuple) -> list[str]:
    """The templates in a row of a table: what follows the code."""
    texts = [cell.value for cell in row.elts if isinstance(cell, ast.Constant) and isinstance(cell.value, str)]
    places = [place for place, text in enumerate(texts) if re.fullmatch("[a-z]+(-[a-z0-9]+)+", text)]
    if not places or len(texts) != len(row.elts):
        return []
    said = texts[places[0] + 1 :]
    return said if all(" " in text for text in said) else []
