"""The file that holds the settings in force: written after a change, read again where another program wrote it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from engine.core import settings_file
from engine.core.settings import Settings

_REST_MS = 500
"""After the last sign of a change: programs write in several steps."""


class SettingsStore(QObject):
    """Reads, writes and watches one file of settings at a time.

    Args:
        path: The file.
        settings: What it holds, or what is in force in place of it.
        writable: False if a newer version wrote it: it is not written over.
        parent: Owns this.
    """

    written = Signal()
    """Another program wrote the file, or we did."""

    def __init__(self, path: Path, settings: Settings, parent: QObject, *, writable: bool) -> None:
        super().__init__(parent)
        self.path = path
        self._held = settings
        self._writable = writable
        self._files = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        self._files.fileChanged.connect(lambda _: self._rest.start())
        self._files.directoryChanged.connect(lambda _: self._rest.start())

    def load(self, path: Path | None = None) -> settings_file.Loaded:
        """Reads the file, or goes on with another one."""
        self.path = path or self.path
        loaded = settings_file.load(self.path)
        self._writable = not loaded.newer
        self._held = loaded.settings
        self.watch()
        return loaded

    def took(self, settings: Settings) -> None:
        """What is in force in place of what was read; it is not written by itself."""
        self._held = settings

    def use(self, path: Path, settings: Settings) -> None:
        """Goes on with a file that was just written."""
        self.path, self._held, self._writable = path, settings, True
        self.watch()

    def save(self, settings: Settings) -> None:
        """Writes the file if it holds something else, or is gone.

        Raises:
            OutputError: It can't be written.
        """
        if self._writable and (settings != self._held or not self.path.is_file()):
            settings_file.save(settings, self.path)
            self._held = settings

    def watch(self) -> None:
        """Follows the file, which is replaced whole, and so its folder too."""
        if watched := self._files.files() + self._files.directories():
            self._files.removePaths(watched)
        present = [path for path in (self.path, self.path.parent) if path.exists()]
        if present:
            self._files.addPaths([str(path) for path in present])

    def stop(self) -> None:
        """Tells of no change any more."""
        self._rest.stop()

    def _tell(self) -> None:
        self.watch()
        if self.path.is_file():
            self.written.emit()
