"""Every thread that can exist has a name that begins with `cyclorama-` and a line in ARCHITECTURE.md's table."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from engine.core.statistics import StageName
from tests.conftest import ROOT


def thread_names(path: Path) -> list[str]:
    """The names of the threads that a module starts; fields of an f-string as `{}`."""
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not ast.unparse(node.func).endswith("Thread"):
            continue
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        name = given.get("name")
        assert name is not None, f"{path}:{node.lineno}: a thread without a name"
        parts = name.values if isinstance(name, ast.JoinedStr) else [name]
        names.append("".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts))
    return names


STARTED = sorted(
    {name for folder in ("engine", "ui") for path in (ROOT / folder).rglob("*.py") for name in thread_names(path)}
)


def listed() -> set[str]:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("| thread |")[1].split("\n\n")[0]
    return set(re.findall(r"^\| `([\w-]+)`", table, re.MULTILINE))


@pytest.mark.parametrize("name", STARTED)
def test_it_is_named_and_listed(name: str) -> None:
    assert name.startswith("cyclorama-")
    own = name.removeprefix("cyclorama-")
    expected = {str(stage) for stage in StageName} if own == "{}" else {own.replace("{}", "N")}
    assert expected <= listed()


def test_nothing_is_listed_that_does_not_exist() -> None:
    started = {name.removeprefix("cyclorama-").replace("{}", "N") for name in STARTED} - {"N"}
    assert listed() == started | {str(stage) for stage in StageName}
