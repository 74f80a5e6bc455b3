"""Atomic writes of files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from engine.core.errors import OutputError
from engine.platform.atomic_files import Partial, write_atomically


def test_replaces_a_file_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    write_atomically(path, b"first")
    partial = Partial(path)
    partial.path.write_bytes(b"second")
    assert path.read_bytes() == b"first"
    partial.commit()
    partial.discard()
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are POSIX")
def test_respects_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_atomically(tmp_path / "file.bin", b"data")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "file.bin").stat().st_mode) == 0o644


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_follows_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "real.bin").write_bytes(b"old")
    (tmp_path / "link.bin").symlink_to(tmp_path / "real.bin")
    write_atomically(tmp_path / "link.bin", b"new")
    assert (tmp_path / "link.bin").is_symlink()
    assert (tmp_path / "real.bin").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="/dev/null is POSIX")
def test_refuses_to_replace_a_device() -> None:
    with pytest.raises(OutputError, match="not a file"):
        write_atomically(Path("/dev/null"), b"data")
    assert not Path("/dev/null").is_file()


def test_accepts_the_longest_file_name(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 251}.bin"
    write_atomically(path, b"data")
    assert path.read_bytes() == b"data"


def test_refuses_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file or directory") as refused:
        write_atomically(tmp_path / "missing" / "file.bin", b"data")
    assert refused.value.code == "folder-not-writable"
    assert refused.value.fields["path"] == tmp_path / "missing"
