"""Hints name a command that works, however the program was started."""

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
"""The script that an installation puts into its `bin` folder."""


def hint(command: list[str | Path], folder: Path, path: str = "") -> str:
    """The hint for a model of an unknown name."""
    done = subprocess.run(
        [*command, "models", "get", "unknown"],
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


def test_names_the_script_in_a_checkout(tmp_path):
    interpreter = Path(sys.executable)
    elsewhere = hint([interpreter, ROOT / "main.py"], tmp_path, "/nowhere")
    assert elsewhere == f"{interpreter} {ROOT / 'main.py'} models lists them"
    here = hint([interpreter, "main.py"], ROOT, str(interpreter.parent))
    assert here == f"{interpreter.name} main.py models lists them"


@pytest.mark.skipif(sys.platform == "win32", reason="an installation there puts a program in place of a script")
def test_names_the_command_where_it_is_installed(installed, tmp_path):
    assert hint([installed], tmp_path, str(installed.parent)) == "cyclorama models lists them"
    assert hint([installed], tmp_path, "/nowhere") == "bin/cyclorama models lists them"
    assert hint([installed], ROOT, "/nowhere") == f"{installed} models lists them"


@pytest.mark.skipif(sys.platform == "win32", reason="an installation there puts a program in place of a script")
def test_the_named_command_runs(tmp_path):
    said = hint([sys.executable, ROOT / "main.py"], tmp_path).removesuffix(" lists them")
    assert subprocess.run(said, shell=True, cwd=tmp_path, capture_output=True, check=False).returncode == 0
