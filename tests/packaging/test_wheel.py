"""The wheel's layout: all code below one package, and it runs there."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import __version__
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "packaging"))
from wheel_layout import PACKAGES, lay_out, rewritten


@pytest.fixture(scope="module")
def site_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as the wheel installs it."""
    folder = tmp_path_factory.mktemp("site-packages")
    (folder / "cyclorama").mkdir()
    lay_out(ROOT, folder / "cyclorama")
    return folder


def run(site_packages: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m cyclorama` where the repository can't be imported."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "cyclorama", *arguments],
        cwd=site_packages.parent,
        env={**os.environ, "PYTHONPATH": str(site_packages)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_module_imports_the_repository_names(site_packages: Path) -> None:
    tops = {"main", *PACKAGES}
    for path in site_packages.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            assert not [name for name in names if name.split(".")[0] in tops], path


def test_every_command_is_found(site_packages: Path) -> None:
    shown = run(site_packages, "--version")
    assert shown.stdout.startswith(f"cyclorama {__version__} (commit ")
    assert "openvino" in shown.stdout
    assert shown.stdout.rstrip().endswith(" kernels)")
    for command in ("render", "bench", "dataset", "doctor"):
        assert run(site_packages, command, "--help").stdout.startswith(f"usage: cyclorama {command}")


def test_data_files_and_the_type_marker_are_there(site_packages: Path) -> None:
    package = site_packages / "cyclorama"
    for name in ("py.typed", "assets/demo/demo.mp4", "engine/matte/refine/network.npz", "ui/style/theme.qss"):
        assert (package / name).is_file(), name
    assert not (package / "assets" / "make").exists()
    done = run(site_packages, "models", "verify", "cyclorama-lite")
    assert done.returncode == 0, done.stderr


def test_rewrites_imports_and_module_names_only() -> None:
    modules = {"engine", "engine.core.errors", "main"}
    source = (
        "from engine.core.errors import EngineError\n"
        "import os\n"
        "def f():\n"
        "    from main import entry; é = 'engine.core.errors'\n"
        "    return 'engine', 'engine.unknown'\n"
    )
    assert rewritten(source, modules) == (
        "from cyclorama.engine.core.errors import EngineError\n"
        "import os\n"
        "def f():\n"
        "    from cyclorama.main import entry; é = 'cyclorama.engine.core.errors'\n"
        "    return 'engine', 'engine.unknown'\n"
    )
    with pytest.raises(SystemExit, match="write `from"):
        rewritten("import engine.core.errors\n", modules)
