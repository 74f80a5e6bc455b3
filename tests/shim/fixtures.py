"""The imitated devices as fixtures."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shim.device import Device, Shim, build


@pytest.fixture(scope="session")
def shim_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not sys.platform.startswith("linux"):
        pytest.skip("the imitated video device needs Linux")
    if not shutil.which("gcc"):
        pytest.skip("the imitated video device needs gcc to be built")
    return build(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def shim(shim_library: Path) -> Iterator[Shim]:
    """A folder of imitated devices, with none plugged in."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="vcamshim-", dir=memory) as folder:
        shim = Shim(shim_library, Path(folder))
        yield shim
        shim.close()


@pytest.fixture
def loopback(shim: Shim) -> Device:
    """An imitated v4l2loopback device with exclusive_caps=1."""
    return shim.plug(card="Cyclorama")


@pytest.fixture
def shown_loopback(shim: Shim, loopback: Device) -> Device:
    """The same, with a node in /dev."""
    try:
        shim.show(loopback)
    except PermissionError:
        pytest.skip("no right to make a node in /dev")
    return loopback
