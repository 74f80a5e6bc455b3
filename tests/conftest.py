"""What every test shares: where pictures are, and that quiet is asserted."""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest

pytest_plugins = ["tests.shim.fixtures"]

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("CYCLORAMA_SHARED", ROOT.parent / "shared"))

cv2.setNumThreads(1)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def shared(relative: str) -> Path:
    """A file or folder of the shared material; skips the test where it is not there."""
    path = SHARED / relative
    if not path.exists():
        pytest.skip(f"needs {relative} of the shared material, which is not here")
    return path


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and cache of the person who runs the tests are neither read nor written."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    monkeypatch.delenv("CYCLORAMA_MODELS", raising=False)


@pytest.fixture(autouse=True)
def _quiet(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails on a log warning that the test did not announce by `@pytest.mark.expected_log(pattern)`."""
    yield
    marker = request.node.get_closest_marker("expected_log")
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and not (marker and re.search(marker.args[0], record.getMessage()))
    ]
    assert not unexpected, f"unexpected log warnings: {unexpected}"


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """Fails if a thread of the engine outlives its test by more than two seconds."""
    before = set(threading.enumerate())
    yield
    end_s = time.monotonic() + 2
    while left := [t.name for t in threading.enumerate() if t not in before and t.name.startswith("cyclorama")]:
        if time.monotonic() > end_s:
            pytest.fail(f"threads left running: {left}")
        time.sleep(0.02)
