"""The record of what was installed: SHA-256 of archives and files, to tell when they have changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from engine.core.errors import ModelError
from engine.platform import paths
from engine.platform.atomic_files import write_atomically


def _ledger_file() -> Path:
    return paths.data_dir() / "sha256.json"


def key_of(folder: Path) -> str:
    """What a folder is called in the record."""
    return f"{folder.parent.name}/{folder.name}"


def record(folder: Path, hashes: dict[str, str], archives: Mapping[str, str] | None = None) -> None:
    """Records the hashes of an installed folder; without hashes its record is removed.

    Args:
        folder: The folder.
        hashes: SHA-256 by file name.
        archives: SHA-256 by path on the server of what it came from.

    Raises:
        ModelError: The record is damaged.
    """
    ledger = read_ledger()
    ledger["archives"].update(archives or {})
    ledger["files"].pop(key_of(folder), None)
    if hashes:
        ledger["files"][key_of(folder)] = hashes
    write_atomically(_ledger_file(), json.dumps(ledger, indent=1, sort_keys=True).encode())


def read_ledger() -> dict[str, dict[str, Any]]:
    """The record: `archives`, SHA-256 by path on the server, and `files`, SHA-256 by name by folder.

    Raises:
        ModelError: It is damaged.
    """
    try:
        document = json.loads(_ledger_file().read_text("utf-8"))
        return {part: dict(document[part]) for part in ("archives", "files")}
    except FileNotFoundError:
        return {"archives": {}, "files": {}}
    except (OSError, ValueError, TypeError, KeyError) as error:
        # Starting a new record would accept a changed archive as a first download.
        raise ModelError(
            "{file} is damaged",
            "delete it to accept the next downloads as they are",
            code="ledger-damaged",
            file=_ledger_file(),
        ) from error
