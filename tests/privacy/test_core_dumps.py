"""A crash leaves no camera picture on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from engine.platform import process
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="core dumps are looked at on Linux")

MARK = b"camera picture "
PROGRAM = """
import os, resource
from pathlib import Path
from engine.platform import process
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
if {unbound}:
    resource.setrlimit = lambda *limit: None
if {forbidden}:
    process.forbid_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE), Path("/proc/self/coredump_filter").read_text().strip(), flush=True)
picture = {mark} * 1000
os.abort()
"""


def crash(folder: Path, *, forbidden: bool, unbound: bool = False) -> tuple[str, list[Path]]:
    """What a crashing process said, and the files that it left."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(forbidden=forbidden, unbound=unbound, mark=MARK)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode < 0, f"it was to crash: {done.stderr}"
    return done.stdout, list(folder.iterdir())


def test_a_crash_leaves_no_core_file(tmp_path: Path):
    said, files = crash(tmp_path, forbidden=True)
    assert said.strip() == "(0, 0) 00000000"
    assert files == []


def test_a_dump_that_the_limit_does_not_bind_has_no_memory_in_it(tmp_path: Path):
    """As one that goes to a program; here the limit is not set."""
    (tmp_path / "free").mkdir()
    (tmp_path / "kept").mkdir()
    _, free = crash(tmp_path / "free", forbidden=False)
    if not free:
        pytest.skip("core dumps go elsewhere on this machine")
    assert any(MARK * 10 in path.read_bytes() for path in free)
    said, kept = crash(tmp_path / "kept", forbidden=True, unbound=True)
    assert said.split()[-1] == "00000000"
    assert not any(MARK * 10 in path.read_bytes() for path in kept), "registers alone are in it"


@pytest.mark.parametrize(
    ("command", "times"), [("run", 1), ("devices", 1), ("doctor", 1), ("render", 0), ("models", 0)]
)
def test_what_opens_a_camera_forbids_them_first(command, times, monkeypatch):
    asked: list[None] = []
    monkeypatch.setattr(process, "forbid_core_dumps", lambda: asked.append(None))
    with pytest.raises(SystemExit):
        main.main([command, "--help"])
    assert len(asked) == times
