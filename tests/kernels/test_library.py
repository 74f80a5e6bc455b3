"""Which kernels run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.kernels import library
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def _choose_again() -> Iterator[None]:
    library._loaded.cache_clear()
    yield
    library._loaded.cache_clear()


def test_the_reference_runs_where_nothing_was_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    assert (library.variant(), library.native()) == (library.REFERENCE, None)


def test_the_reference_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(library.VARIABLE, library.REFERENCE)
    assert library.native() is None


def test_a_library_of_another_source_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    if not library.library_path(library.BASELINE).exists():
        pytest.skip("the native kernels are not built: make kernels")
    monkeypatch.setattr(library, "source_digest", lambda: "0123456789abcdef")
    assert library.variant() == library.REFERENCE


def test_a_damaged_library_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    library.library_path(library.BASELINE).write_bytes(b"no library")
    assert library.variant() == library.REFERENCE


def test_build_makes_what_the_loader_takes(tmp_path: Path) -> None:
    if shutil.which("cc") is None:
        pytest.skip("needs a C compiler")
    for folder in ("engine", "packaging"):
        (tmp_path / folder).mkdir()
    (tmp_path / "engine" / "__init__.py").touch()
    built = shutil.ignore_patterns("__pycache__", "kernels-*")
    shutil.copytree(ROOT / "engine" / "kernels", tmp_path / "engine" / "kernels", ignore=built)
    shutil.copyfile(ROOT / "packaging" / "build_kernels.py", tmp_path / "packaging" / "build_kernels.py")
    subprocess.run([sys.executable, "packaging/build_kernels.py"], cwd=tmp_path, check=True)
    asked = [sys.executable, "-c", "from engine import kernels; print(kernels.variant())"]
    said = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.strip()
    assert said in (library.BASELINE, library.AVX2)


def test_build_without_a_compiler_says_so_and_goes_on() -> None:
    command = [sys.executable, "packaging/build_kernels.py", "--compiler", "no-such-compiler"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "slower path" in done.stderr
