"""Public docstrings of the engine are complete: arguments, errors, and the shapes and dtypes of arrays.

Ruff checks that there is one and its form, griffe (`make docs`) arguments that don't exist; this checks the rest.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.core import errors

ROOT = Path(__file__).resolve().parent.parent
ARRAY = re.compile(r"\b(U8|F32|I16|NDArray|ndarray)\b")
DTYPE = re.compile(r"\b(u?int(8|16|32|64)|float(16|32|64)|bool)\b")
PLAIN_PARAMETERS = 2
"""A function with no more may say in its first sentence what they are."""
NOT_LISTED = {"AssertionError", "NotImplementedError", "StopIteration"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def public_functions(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Function]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, Function) and not node.name.startswith("_"):
            yield prefix + node.name, node


def section(doc: str, name: str) -> list[str] | None:
    """Names that a section lists; None without the section."""
    found = re.search(rf"^{name}:\n((?:    .*\n?|\n)+)", doc, re.MULTILINE)
    return re.findall(r"^    \*{0,2}(\w+):", found[1], re.MULTILINE) if found else None


def raised(function: Function) -> set[str]:
    """Errors that the function's own body raises."""
    found: set[str] = set()
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Function | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            name = ast.unparse(node.exc.func).rpartition(".")[2]
            if name[:1].isupper():
                found.add(name)
        waiting.extend(ast.iter_child_nodes(node))
    return found - NOT_LISTED


def complaints(function: Function) -> Iterator[str]:
    doc = ast.get_docstring(function) or ""
    if doc.startswith("See `"):  # an override, documented where it is declared
        return
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    arguments += [each for each in (function.args.vararg, function.args.kwarg) if each is not None]
    names = {argument.arg for argument in arguments} - {"self", "cls"}
    listed = section(doc, "Args")
    if not doc:
        yield "has no docstring"
    if listed is not None and set(listed) != names:
        yield f"lists other arguments than it takes: {sorted(set(listed) ^ names)}"
    if listed is None and len(names) > PLAIN_PARAMETERS:
        yield "takes more than two arguments and lists none"
    annotations = [argument.annotation for argument in arguments] + [function.returns]
    if any(each and ARRAY.search(ast.unparse(each)) for each in annotations) and not (DTYPE.search(doc) and "[" in doc):
        yield "says no shape and dtype of an array, such as `uint8 [H, W]`"
    said = set(section(doc, "Raises") or ())
    if "EngineError" in said:
        said |= {name for name, value in vars(errors).items() if isinstance(value, type)}
    if missing := raised(function) - said:
        yield f"raises {sorted(missing)}, which it does not list"


@pytest.mark.parametrize("package", sorted(path.name for path in (ROOT / "engine").iterdir() if path.is_dir()))
def test_docstrings_are_complete(package: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{function.lineno}: {name} {complaint}"
        for path in sorted((ROOT / "engine" / package).rglob("*.py"))
        for name, function in public_functions(ast.parse(path.read_text("utf-8")).body)
        for complaint in complaints(function)
    ]
    assert not found
