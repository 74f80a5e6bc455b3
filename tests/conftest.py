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


DEVICE_FIXTURES = {"shim", "display"}
SLOW = {
    "benchmarks": ("test_reference", "test_speed"),
    "commands": ("test_command_line", "test_render_files", "test_render_many"),
    "compositor": ("test_background_video",),
    "matte": ("test_real_persons", "test_roi"),
    "outputs": ("test_pipewire",),
    "packaging": ("test_wheel",),
    "pipeline": ("test_pipeline", "test_model_selection"),
    "platform": ("test_other_systems",),
    "privacy": (
        "test_blur_attack",
        "test_fail_closed",
        "test_fail_closed_device",
        "test_fail_closed_scenes",
        "test_fast_motion",
        "test_low_contrast",
        "test_watermark",
    ),
    "segmentation": (
        "test_evaluate",
        "test_every_model",
        "test_families",
        "test_library",
        "test_live_switch",
        "test_official_networks",
        "test_runtimes",
        "test_models_command",
        "test_sanity",
    ),
    "ui": (
        "test_live_window",
        "test_packaging",
        "test_translations",
        "test_accessibility",
        "test_gallery",
        "test_screens",
        "test_window",
    ),
}
"""Modules, by folder, whose tests start processes, runtimes or whole pipelines."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks slow tests, and keeps those that need imitated devices or a display on one worker of pytest-xdist."""
    for item in items:
        needs_devices = DEVICE_FIXTURES & set(getattr(item, "fixturenames", ()))
        if needs_devices:
            item.add_marker(pytest.mark.xdist_group("devices"))
        if needs_devices or item.path.stem in SLOW.get(item.path.parent.name, ()):
            item.add_marker(pytest.mark.slow)


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
