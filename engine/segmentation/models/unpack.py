"""Unpacks untrusted zip archives: nothing is written outside the target folder, and only expected files."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from engine.core.errors import ModelError
from engine.platform.atomic_files import os_reason

CHUNK_BYTES = 1 << 20
MAX_RATIO = 100
"""Largest unpacked size over packed size; weights and images hardly compress."""
MAX_NAME_CHARACTERS = 200
MAX_DEPTH = 6
_JUNK = ("__MACOSX", ".DS_Store", "Thumbs.db")
_FORBIDDEN = set('\\:*?"<>|')
_FORMAT_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError, KeyError)
"""The exceptions of zipfile on damaged archives; NotImplementedError is a RuntimeError."""


class _HostileError(Exception):
    """An archive that must not be unpacked; says why."""


def unpack(archive: Path, target: Path, max_bytes: int, max_files: int, suffixes: Collection[str]) -> None:
    """Unpacks an archive into an empty folder.

    Args:
        archive: The zip file.
        target: An existing empty folder; what was unpacked before a failure stays in it.
        max_bytes: Of all files together, unpacked.
        max_files: How many entries it may have.
        suffixes: Endings that its files may have, lower case with their dot.

    Raises:
        ModelError: It is not a valid archive, or holds files that are not allowed.
    """
    try:
        with zipfile.ZipFile(archive) as file:
            entries = file.infolist()
            _check_entries(entries, max_files, suffixes)
            budget = min(max_bytes, MAX_RATIO * archive.stat().st_size + CHUNK_BYTES)
            for entry in entries:
                if not entry.is_dir() and not _is_junk(entry):
                    budget -= _extract(file, entry, target, budget)
    except _HostileError as error:
        raise ModelError(
            "{archive} is refused: {reason}",
            "download it from its publisher",
            code="archive-refused",
            archive=archive.name,
            reason=error,
        ) from error
    except _FORMAT_ERRORS as error:
        raise ModelError(
            "{archive} is not a valid zip archive", "download it again", code="archive-damaged", archive=archive.name
        ) from error
    except OSError as error:
        raise ModelError(
            "{archive} can't be unpacked ({reason})",
            "check the disk",
            code="archive-cannot-unpack",
            archive=archive.name,
            reason=os_reason(error),
        ) from error


def _check_entries(entries: list[zipfile.ZipInfo], max_files: int, suffixes: Collection[str]) -> None:
    if len(entries) > max_files:
        raise _HostileError(f"it has {len(entries)} entries, more than {max_files}")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        path = PurePosixPath(name)
        if (
            not path.parts
            or path.is_absolute()
            or ".." in path.parts
            or set(name) & _FORBIDDEN
            or not name.isprintable()
            or len(name) > MAX_NAME_CHARACTERS
            or len(path.parts) > MAX_DEPTH
            or any(part.endswith((".", " ")) for part in path.parts)
        ):
            raise _HostileError(f"the file name {name[:80]!r} is not allowed")
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise _HostileError(f"{name!r} is a link or a device")
        if entry.flag_bits & 1:
            raise _HostileError("it is encrypted")
        if str(path).casefold() in seen:
            raise _HostileError(f"{name!r} is in it twice")
        seen.add(str(path).casefold())
        if not entry.is_dir() and not _is_junk(entry) and path.suffix.lower() not in suffixes:
            raise _HostileError(f"it holds {name!r}, which is not allowed")


def _is_junk(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return parts[0] == _JUNK[0] or parts[-1] in _JUNK


def _extract(file: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, budget: int) -> int:
    """Writes one entry and returns the bytes that it unpacks to."""
    path = target / entry.filename
    path.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with file.open(entry) as source, path.open("xb") as sink:
        while chunk := source.read(CHUNK_BYTES):
            written += len(chunk)
            if written > budget:
                raise _HostileError("it unpacks to far more than expected")
            sink.write(chunk)
    return written
