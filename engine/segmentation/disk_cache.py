"""Small things worth remembering from one start to the next; losing them costs time and nothing else."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from engine.platform import paths

log = logging.getLogger(__name__)


class DiskCache:
    """Texts by key in a file of the cache folder.

    Args:
        name: Of the file, without ending.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def file(self) -> Path:
        """Where they are kept; may not exist."""
        return paths.cache_dir() / f"{self._name}.json"

    def get(self, key: str) -> str | None:
        """What was noted; None where nothing was, or the file is damaged."""
        return self._read().get(key)

    def put(self, key: str, text: str) -> None:
        """Notes something down; where that fails it is lost."""
        notes = self._read() | {key: text}
        partial = self.file.with_suffix(".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            partial.write_text(json.dumps(notes, indent=1), "utf-8")
            partial.replace(self.file)
        except OSError as error:
            log.info("%s is not remembered: %s", self._name, error)

    def _read(self) -> dict[str, str]:
        try:
            notes = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(key): str(text) for key, text in notes.items()} if isinstance(notes, dict) else {}
