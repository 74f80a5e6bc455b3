"""Profiles: settings kept under a name, each step with a way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.core import settings_file
from engine.core.errors import EngineError
from engine.core.profiles import delete_profile, profile_path
from engine.platform.atomic_files import write_atomically
from engine.platform.paths import settings_path

if TYPE_CHECKING:
    from ui.controller import Controller


class Profiles(QObject):
    """Changes, saves and deletes profiles.

    Args:
        controller: Whose settings they hold.
    """

    changed = Signal()
    """Another one is in use, or one came or went."""

    def __init__(self, controller: Controller) -> None:
        super().__init__(controller)
        self._controller = controller

    def use(self, name: str) -> None:
        """Goes on with the settings of a profile; empty for the default ones."""
        self._controller.save()
        self._load(name)

    def save(self, name: str) -> None:
        """Saves the present settings as a profile, over one that has the name, and goes on with it."""
        controller = self._controller
        try:
            path = profile_path(name)
            before = path.read_bytes() if path.is_file() else None
            controller.save()
            settings_file.save(controller.settings, path)
        except EngineError as error:
            controller.tell_error(error)
            return
        saved, previous = controller.settings, controller.state.profile
        controller.store.use(path, saved)
        controller.state.profile = name
        self.changed.emit()

        def undo() -> None:
            if before is None:
                path.unlink(missing_ok=True)
                self._load(previous)
            else:
                write_atomically(path, before)
                self._load(name)

        def redo() -> None:
            settings_file.save(saved, path)
            self._load(name)

        controller.did(self.tr("Profile “{name}” saved").format(name=name), undo, redo)

    def delete(self, name: str) -> None:
        """Deletes a profile, so that it can be undone, and goes on with the default settings."""
        path = profile_path(name)
        self.use("")
        before = path.read_bytes() if path.is_file() else b""

        def delete() -> None:
            self.use("")
            delete_profile(name)
            self.changed.emit()

        def undo() -> None:
            write_atomically(path, before)
            self.use(name)

        delete()
        self._controller.did(self.tr("Profile “{name}” deleted").format(name=name), undo, delete)

    def _load(self, name: str) -> None:
        controller = self._controller
        try:
            path: Path = profile_path(name) if name else settings_path()
        except EngineError as error:
            controller.tell_error(error)
            return
        loaded = controller.store.load(path)
        controller.state.profile = name
        controller.take_loaded(loaded)
        if loaded.problem is not None:
            controller.tell_error(loaded.problem, key="settings")
        controller.save()
        self.changed.emit()
