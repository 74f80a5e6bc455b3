"""Reads off the engine's source every message, hint and finding that can reach the window, as templates.

`raise CameraError(f"{self.camera.name} is lost", "plug it in again")` gives "{name} is lost" and "plug it in again".
The engine goes on writing plain sentences; `ui/texts.py` recognises a sentence by its template and translates that. A
text that can't be read off is an error here, so that none is forgotten.
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
RUN = ("sudo ", "brew ", "winget ", "open '", "systemctl ", "start ms-")
"""How a fix begins that is run, not read."""
SYSTEM_REASONS = ("ENOSPC", "EACCES", "EPERM", "ENOENT", "EROFS", "EISDIR", "ENOTDIR", "ENAMETOOLONG", "EIO", "EBUSY",
                  "ENODEV")  # fmt: skip
"""Why the system refuses a file or a device."""
Scope = ast.Module | ast.FunctionDef


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
    """Whether there is something to translate: a word outside the fields, and no command."""
    return bool(re.search("[a-z]{2}", re.sub(r"\{\w+\}", "", text))) and not text.startswith(RUN)


class _Module:
    """One module's messages.

    Args:
        tree: Its source.
        path: For error messages.
    """

    def __init__(self, tree: ast.Module, path: Path) -> None:
        self._tree = tree
        self._path = path

    def templates(self) -> Iterator[str]:
        """Templates of everything said in the module, functions within functions included."""
        for scope in ast.walk(self._tree):
            if isinstance(scope, Scope):
                for said in _own(scope):
                    yield from self._of(said, scope)

    def _of(self, node: ast.expr, scope: Scope) -> Iterator[str]:
        match node:
            case ast.Constant() | ast.JoinedStr():
                yield _template(node)
                for part in ast.walk(node):
                    if isinstance(part, ast.FormattedValue):
                        yield from self._of_phrase(part.value, scope)
            case ast.IfExp():
                yield from self._of(node.body, scope)
                yield from self._of(node.orelse, scope)
            case ast.Name():
                yield from self._of_name(node, scope)
            case ast.Call(func=ast.Name(id=name)) if returns := self._returns(name):
                for value, function in returns:
                    yield from self._of(value, function)
            case ast.Attribute(attr="message" | "hint" | "notice" | "template" | "hint_template") | ast.Starred():
                pass  # of another error, which is collected where it is raised
            case ast.Call(func=ast.Name(id="str")):
                pass  # a library's own words
            case ast.Call(func=ast.Attribute(value=ast.Constant(value="; "), attr="join")):
                pass  # messages in a row
            case _:
                raise UnclearError(f"{self._path}:{node.lineno}: what can {ast.unparse(node)} say?")

    def _of_phrase(self, field: ast.expr, scope: Scope) -> Iterator[str]:
        """A part of a sentence that stands in a field: what is chosen there, or was put under its name."""
        for node in self._values(field.id, scope) if isinstance(field, ast.Name) else [field]:
            match node:
                case ast.IfExp():
                    choices = [node.body, node.orelse]
                case ast.BoolOp():
                    choices = node.values
                case _:
                    choices = [node]
            yield from (phrase for phrase in map(_template, choices) if " " in phrase)

    def _of_name(self, name: ast.Name, scope: Scope) -> Iterator[str]:
        values = self._values(name.id, scope)
        for value in values:
            yield from self._of(value, scope)
        listed = [text for table in self._tables(name.id, scope) for text in table]
        yield from listed
        if not values and not listed:
            raise UnclearError(f"{self._path}:{name.lineno}: where does {name.id} come from?")

    def _values(self, name: str, scope: Scope) -> list[ast.expr]:
        """What is assigned to a name, in its function or else its module."""
        for place in (scope, self._tree):
            assigned = [node for node in ast.walk(place) if isinstance(node, ast.Assign)]
            found = [node.value for node in assigned if ast.unparse(node.targets[0]) == name]
            if found:
                return found
        return []

    def _tables(self, name: str, scope: Scope) -> Iterator[list[str]]:
        """What a name stands for in a loop over a table that is a constant of the module."""
        for loop in ast.walk(scope):
            if not isinstance(loop, ast.For):
                continue
            targets = [node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)]
            tables = [value for used in ast.walk(loop.iter) if isinstance(used, ast.Name)
                      for value in self._values(used.id, self._tree)]  # fmt: skip
            for table in tables if name in targets else []:
                rows = table.elts if isinstance(table, ast.Tuple) else zip(table.keys, table.values, strict=True)
                yield [_constants(row)[targets.index(name)] for row in rows]

    def _returns(self, name: str) -> list[tuple[ast.expr, ast.FunctionDef]]:
        functions = [node for node in self._tree.body if isinstance(node, ast.FunctionDef) and node.name == name]
        return [
            (node.value, function)
            for function in functions
            for node in ast.walk(function)
            if isinstance(node, ast.Return) and node.value is not None
        ]


def _own(scope: Scope) -> Iterator[ast.expr]:
    """Expressions that are said in a function or module, without those of the functions within."""
    waiting = list(scope.body)
    while waiting:
        node: ast.AST = waiting.pop()
        if isinstance(node, ast.Call):
            yield from _said_by(node)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "notice":
            yield node.value
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.FunctionDef)]


def _said_by(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that a person will read."""
    name = ast.unparse(call.func).rpartition(".")[2]
    if name == "Check":
        return [arg for number, arg in enumerate(call.args) if number != 1]
    is_ours = name.endswith("Error") and not hasattr(builtins, name) and name != "ArgumentTypeError"
    return call.args if is_ours else []


def _template(node: ast.expr) -> str:
    """The text of a literal with its fields by name; empty for anything else."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    template, taken = "", set()
    for part in node.values if isinstance(node, ast.JoinedStr) else []:
        if isinstance(part, ast.Constant):
            template += part.value
            continue
        name = _field_name(part.value)
        field = f"{name}{len(taken) + 1}" if name in taken else name
        taken.add(field)
        template += f"{{{field}}}"
    return template


def _field_name(node: ast.expr) -> str:
    """The last name in an expression, which says best what it is: `self.camera.name` is a name."""
    return re.findall(r"[A-Za-z]\w*", ast.unparse(node))[-1].lower()


def _constants(row: ast.expr | tuple[ast.expr, ast.expr]) -> list[str]:
    """The texts of a table's row, in order."""
    parts = row if isinstance(row, tuple) else (row,)
    return [node.value for part in parts for node in ast.walk(part) if isinstance(node, ast.Constant)]
