"""Between the window and the engine: one place that changes settings, follows the engine's state and shows notices."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from engine.core import settings_file
from engine.core.errors import EngineError
from engine.core.settings import Background, Settings
from engine.core.statistics import StatsSnapshot
from engine.pipeline.session import Preview, Session, State, Status
from engine.platform.paths import settings_path
from ui.state.profiles import profile_path
from ui.state.window_state import WindowState, save_state
from ui.texts import engine_sentence

_LOG = logging.getLogger(__name__)
_POLL_MS = 200
_SAVE_AFTER_MS = 500


class Level(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell, where it doesn't block.

    Attributes:
        level: How much it matters.
        message: What is the matter.
        hint: What to do about it; may be empty.
        action: Caption of a button that helps; empty for none.
        act: What that button does.
    """

    level: Level
    message: str
    hint: str = ""
    action: str = ""
    act: Callable[[], None] | None = None


class Controller(QObject):
    """Owns the session and the settings on the window's behalf.

    Args:
        session: Not yet started.
        settings: To begin with.
        settings_file_path: Where changed settings are saved, shortly after the last change.
        state: The window's own memory.
        state_path: Where that is saved.
        writable: False if a newer version wrote the settings: they are not written over.
    """

    settings_changed = Signal()
    status_changed = Signal()
    mode_changed = Signal()
    """Publishing, pause or freeze was switched."""
    profile_changed = Signal()
    doctor_wanted = Signal()
    told = Signal(object)
    """A `Notice`, or None when there is nothing to tell any more."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        settings_file_path: Path,
        state: WindowState,
        state_path: Path,
        *,
        writable: bool = True,
    ) -> None:
        super().__init__()
        self._session = session
        self.settings = settings
        self.state = state
        self._settings_path = settings_file_path
        self._state_path = state_path
        self._writable = writable
        self.status: Status = session.status
        self.publishing = False
        self.paused = False
        self.frozen = False
        self.on_demo = False
        self._status_told = False
        self._poll_timer = QTimer(self)
        self._poll_timer.setInterval(_POLL_MS)
        self._poll_timer.timeout.connect(self.poll)
        self._save_timer = QTimer(self)
        self._save_timer.setInterval(_SAVE_AFTER_MS)
        self._save_timer.setSingleShot(True)
        self._save_timer.timeout.connect(self.save)
        self._files = QFileSystemWatcher(self)
        self._reload_timer = QTimer(self)
        self._reload_timer.setInterval(_SAVE_AFTER_MS)
        self._reload_timer.setSingleShot(True)
        self._reload_timer.timeout.connect(self._reload)
        self._files.fileChanged.connect(lambda _: self._reload_timer.start())
        self._files.directoryChanged.connect(lambda _: self._reload_timer.start())

    def start(self) -> None:
        """Starts the engine; the preview flows, nothing is published yet."""
        self._session.start()
        self._watch_file()
        self._poll_timer.start()

    def stop(self) -> None:
        """Saves and stops the engine; returns within its five seconds."""
        self._poll_timer.stop()
        self._save_timer.stop()
        self._reload_timer.stop()
        self.save()
        self._session.stop()

    def preview(self) -> Preview | None:
        """The newest picture that left the privacy gate."""
        return self._session.preview()

    def use_profile(self, name: str) -> None:
        """Goes on with the settings kept under a name, made of the present ones if new; empty for the usual ones."""
        self.save()
        try:
            path = profile_path(name) if name else settings_path()
        except EngineError as error:
            self.tell_error(error)
            return
        self._settings_path = path
        self._watch_file()
        self.state.profile = name
        if path.is_file():
            loaded = settings_file.load(path)
            self._writable = not loaded.newer
            self.replace_settings(loaded.settings)
            if loaded.problem is not None:
                self.tell_error(loaded.problem)
        else:
            self._writable = True
        self.save()
        self.profile_changed.emit()

    def watch(self, on: bool) -> None:
        """Says whether the preview is in sight: the camera sleeps while no one looks."""
        self._session.watch(on)

    def stats(self) -> StatsSnapshot:
        """The engine's figures so far."""
        return self._session.stats()

    def change(self, **changes: Any) -> None:
        """Changes settings by name, live; a value out of its limits is told and not taken."""
        try:
            self.replace_settings(self.settings.replace(**changes))
        except EngineError as error:
            self.tell_error(error)

    def replace_settings(self, settings: Settings) -> None:
        """Takes another set of settings, live, and saves it shortly."""
        if settings != self.settings:
            self._put_in_force(settings)
            self._save_timer.start()

    def choose_background(self, background: Background) -> None:
        """Puts a background behind the person and remembers that it was used."""
        self.state.used(str(background))
        self.change(background=background)

    def remember(self) -> None:
        """Has the window's state saved shortly."""
        self._save_timer.start()

    def save(self) -> None:
        """Writes settings and state now; a folder that can't be written is told."""
        try:
            if self._writable:
                settings_file.save(self.settings, self._settings_path)
            save_state(self.state, self._state_path)
        except EngineError as error:
            self.tell_error(error)
        except OSError as error:
            self.tell(Notice(Level.WARNING, self.tr("The window's state could not be saved"), error.strerror or ""))

    def publish(self, on: bool) -> None:
        """Opens or closes the virtual camera while the preview goes on."""
        self.publishing = on
        self._session.publish(on)
        if not on:  # only now, so that a paused person is not seen for a moment
            self.paused = self.frozen = False
            self._session.pause(False)
            self._session.freeze(False)
        self.mode_changed.emit()

    def pause(self, on: bool) -> None:
        """Shows the fallback frame instead of the camera."""
        self.paused = on
        self._session.pause(on)
        self.mode_changed.emit()

    def toggle_pause(self) -> None:
        """Pauses, or goes on."""
        self.pause(not self.paused)

    def freeze(self, on: bool) -> None:
        """Repeats the last picture."""
        self.frozen = on
        self._session.freeze(on)
        self.mode_changed.emit()

    def use_camera(self, camera: str) -> None:
        """Changes to another camera, also away from the demo clip."""
        if self.on_demo:
            self.on_demo = False
            self.settings = self.settings.replace(camera=camera)
            self._session.apply(self.settings)
            self._session.use_source("camera")
            self.settings_changed.emit()
            self._save_timer.start()
        else:
            self.change(camera=camera)

    def use_demo(self) -> None:
        """Plays the built-in clip in place of a camera, and says so."""
        self.on_demo = True
        self._session.use_source("demo")
        self.tell(
            Notice(
                Level.INFO,
                self.tr("No camera was found, so the demo clip plays"),
                self.tr("Plug in a camera and choose it above; everything else can be tried meanwhile"),
            )
        )
        self.status_changed.emit()

    def tell(self, notice: Notice | None) -> None:
        """Shows a notice in the banner."""
        self._status_told = False
        self.told.emit(notice)

    def tell_error(self, error: EngineError, level: Level = Level.ERROR) -> None:
        """Shows an engine's error in the banner."""
        self.tell(Notice(level, engine_sentence(error.message), engine_sentence(error.hint)))

    def poll(self) -> None:
        """Looks at the engine's state and tells what is new."""
        status = self._session.status
        if status == self.status:
            return
        before, self.status = self.status, status
        if (status.message, status.hint, status.notice) != (before.message, before.hint, before.notice):
            self._tell_status(status)
        self.status_changed.emit()

    def _watch_file(self) -> None:
        """Follows the settings' file, which is replaced whole, and so its folder too."""
        if watched := self._files.files() + self._files.directories():
            self._files.removePaths(watched)
        present = [path for path in (self._settings_path, self._settings_path.parent) if path.exists()]
        if present:
            self._files.addPaths([str(path) for path in present])

    def _reload(self) -> None:
        """Takes what another program wrote into the settings' file; our own writing changes nothing."""
        self._watch_file()
        if self._save_timer.isActive() or not self._settings_path.is_file():
            return
        loaded = settings_file.load(self._settings_path)
        self._writable = not loaded.newer
        if loaded.problem is not None:
            self.tell_error(loaded.problem)
        else:
            self._put_in_force(loaded.settings)

    def _put_in_force(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._session.apply(settings)
            self.settings_changed.emit()

    def _tell_status(self, status: Status) -> None:
        if not status.message:
            if status.notice:
                self.tell(Notice(Level.INFO, engine_sentence(status.notice)))
            elif self._status_told:
                self.tell(None)
            return
        level = Level.ERROR if status.state is State.FAILED else Level.WARNING
        notice = Notice(level, engine_sentence(status.message), engine_sentence(status.hint))
        if self.publishing and not status.output:
            notice = replace(notice, action=self.tr("Open the doctor"), act=self.doctor_wanted.emit)
        self.tell(notice)
        self._status_told = True
