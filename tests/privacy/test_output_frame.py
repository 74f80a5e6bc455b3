"""The type checker proves that nothing but an output frame reaches an output, and that only the gate makes one."""

from pathlib import Path

import pytest
from mypy import api

from tests.conftest import ROOT

PROGRAM = """
from engine.core.frame import Image
from engine.outputs.base import Output
from engine.privacy import OutputFrame, own_picture

def try_to_send(output: Output, image: Image) -> None:
    {line}
"""


def errors_of(line: str, program: Path) -> str:
    program.write_text(PROGRAM.format(line=line))
    out, _, _ = api.run(["--config-file", str(ROOT / "pyproject.toml"), str(program)])
    return out


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("output.send(image)", "incompatible type"),
        ("output.send(OutputFrame(image))", "Missing positional arguments"),
        ("output.send(OutputFrame(object(), image, None))", "incompatible type"),
        ("own_picture(image).image = image", "final attribute"),
        ("output.send(own_picture(image))", "Success"),
    ],
)
def test_mypy_proves_it(line, error, tmp_path):
    assert error in errors_of(line, tmp_path / "program.py")
