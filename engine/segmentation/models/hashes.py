"""SHA-256 of model files, computed once for each state of a file."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

from engine.platform.atomic_files import write_atomically

SUMS_FILE = "sha256sums.txt"
"""Lies beside a model's files, in the form that `sha256sum --check` reads."""


def sha256_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal; a file of known path, time and size is not read again.

    Raises:
        OSError: The file can't be read.
    """
    state = path.stat()
    return _sha256_of(path, state.st_mtime_ns, state.st_size)


@functools.lru_cache(maxsize=256)
def _sha256_of(path: Path, mtime_ns: int, size: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_sums(folder: Path) -> dict[str, str]:
    """SHA-256 by file name from a folder's `sha256sums.txt`; empty where there is none.

    Raises:
        OSError: It can't be read.
        ValueError: A line is not in the form of `sha256sum`.
    """
    path = folder / SUMS_FILE
    if not path.is_file():
        return {}
    sums = {}
    for line in path.read_text("ascii").splitlines():
        sha256, name = line.split("  ", 1)
        if len(sha256) != hashlib.sha256().digest_size * 2 or Path(name).name != name:
            raise ValueError(line)
        sums[name] = sha256
    return sums


def write_sums(folder: Path) -> None:
    """Writes a folder's `sha256sums.txt` over its model files: the network, its weights and its description.

    Raises:
        OutputError: The file can't be written.
    """
    names = sorted(
        path.name for path in folder.iterdir() if path.suffix in {".pdmodel", ".pdiparams", ".json", ".onnx", ".yaml"}
    )
    lines = "".join(f"{sha256_of(folder / name)}  {name}\n" for name in names)
    write_atomically(folder / SUMS_FILE, lines.encode("ascii"))
