"""A small cache on disk; losing it costs time and nothing else."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from engine.core.errors import OutputError
from engine.platform import paths
from engine.platform.atomic_files import write_atomically

log = logging.getLogger(__name__)


class DiskCache:
    """Texts by key in one JSON file of the cache folder.

    Args:
        name: Of the file, without ending.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def file(self) -> Path:
        """The file; may not exist."""
        return paths.cache_dir() / f"{self._name}.json"

    def get(self, key: str) -> str | None:
        """The text of a key; None where there is none, or the file is damaged."""
        return self._read().get(key)

    def put(self, key: str, text: str) -> None:
        """Stores a text; a failure is logged and ignored."""
        texts = self._read() | {key: text}
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.file, json.dumps(texts, indent=1).encode())
        except (OSError, OutputError) as error:
            log.info("%s is not cached: %s", self._name, error)

    def _read(self) -> dict[str, str]:
        try:
            texts = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(text) for key, text in texts.items()} if isinstance(texts, dict) else {}
