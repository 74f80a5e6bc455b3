"""Nothing is sent anywhere when the runtime is loaded."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

PROGRAM = """
import sys
import engine.segmentation.openvino_runtime
print([name for name in sys.modules if name.startswith("openvino_telemetry.")])
"""


def test_openvino_is_loaded_without_its_telemetry() -> None:
    loaded = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    assert loaded.stdout == "[]\n"
