"""What Qt is given is what the repository says."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_the_compiled_resources_are_those_that_the_list_names(tmp_path: Path):
    compiled = tmp_path / "resources_rc.py"
    compiler = Path(sys.executable).with_name("pyside6-rcc")
    command = [compiler, "--format-version", "1", "--no-compress", "resources.qrc", "-o", compiled]
    subprocess.run(command, cwd=ROOT, check=True)
    assert compiled.read_bytes() == (ROOT / "ui" / "style" / "resources_rc.py").read_bytes()
