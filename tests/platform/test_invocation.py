"""Hints name what the person can type, however the program was started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SCRIPT = f"""#!{sys.executable}
import sys
sys.path.insert(0, {str(ROOT)!r})
from main import entry
entry()
"""
"""What an installation puts into its folder of commands."""


def hint(command: list[str | Path], folder: Path, path: str = "") -> str:
    """What is said about a model that nobody knows."""
    done = subprocess.run(
        [*command, "models", "get", "nobody"],
        cwd=folder,
        env=os.environ | {"PATH": path or os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    return done.stderr.strip().rpartition(": ")[2]


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    script = tmp_path / "bin" / "cyclorama"
    script.parent.mkdir()
    script.write_text(SCRIPT)
    script.chmod(0o755)
    return script


def test_from_a_checkout_the_script_is_named(tmp_path):
    interpreter = Path(sys.executable)
    elsewhere = hint([interpreter, ROOT / "main.py"], tmp_path, "/nowhere")
    assert elsewhere == f"{interpreter} {ROOT / 'main.py'} models lists them"
    here = hint([interpreter, "main.py"], ROOT, str(interpreter.parent))
    assert here == f"{interpreter.name} main.py models lists them"


@pytest.mark.skipif(sys.platform == "win32", reason="an installation there puts a program in place of a script")
def test_where_it_is_installed_the_command_is_named(installed, tmp_path):
    assert hint([installed], tmp_path, str(installed.parent)) == "cyclorama models lists them"
    assert hint([installed], tmp_path, "/nowhere") == "bin/cyclorama models lists them"
    assert hint([installed], ROOT, "/nowhere") == f"{installed} models lists them"


@pytest.mark.skipif(sys.platform == "win32", reason="an installation there puts a program in place of a script")
def test_what_is_named_can_be_typed(tmp_path):
    said = hint([sys.executable, ROOT / "main.py"], tmp_path).removesuffix(" lists them")
    assert subprocess.run(said, shell=True, cwd=tmp_path, capture_output=True, check=False).returncode == 0
