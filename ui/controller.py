"""Between the window and the engine: one place that changes settings, follows the engine's state and shows notices."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from engine.core import settings_file
from engine.core.errors import EngineError
from engine.core.settings import Background, BackgroundKind, Settings
from engine.core.statistics import StatsSnapshot
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.pipeline.session import Preview, Session, Status
from ui.state.history import History
from ui.state.notices import Level, Notice, Notices
from ui.state.others_see import Mode, OthersSee, others_see
from ui.state.profiles import Profiles
from ui.state.settings_store import SettingsStore
from ui.state.source_choice import SourceChoice
from ui.state.status_notice import status_notice
from ui.state.window_state import WindowState, save_state
from ui.texts import error_hint, error_message

_POLL_MS = 200
_SAVE_AFTER_MS = 500


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
    setup_wanted = Signal()
    """The page that says what is missing for the virtual camera."""
    others_see_changed = Signal()

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
        if settings.camera == "demo":  # saved by an earlier version; the demo clip is a source and no camera
            settings = settings.replace(camera="auto")
        self.settings = settings
        self.state = state
        self.notices = Notices(self)
        self.history = History()
        self.others_see = OthersSee()
        """What others see now."""
        self.store = SettingsStore(settings_file_path, settings, self, writable=writable)
        """The file that holds the settings."""
        self.store.written.connect(self._reload)
        self.profiles = Profiles(self)
        self._state_path = state_path
        self.status: Status = session.status
        self.publishing = False
        self.paused = False
        self.frozen = False
        self.source = SourceChoice(self, session)
        """Which source is in use."""
        self.source.changed.connect(self._changed_mode)
        self._poll_timer = QTimer(self)
        self._poll_timer.setInterval(_POLL_MS)
        self._poll_timer.timeout.connect(self.poll)
        self._save_timer = QTimer(self)
        self._save_timer.setInterval(_SAVE_AFTER_MS)
        self._save_timer.setSingleShot(True)
        self._save_timer.timeout.connect(self.save)

    def start(self) -> None:
        """Starts the engine; the preview flows, nothing is published yet."""
        self._session.start()
        self.store.watch()
        self._poll_timer.start()

    def stop(self) -> None:
        """Saves and stops the engine; returns within its five seconds."""
        self._poll_timer.stop()
        self._save_timer.stop()
        self.store.stop()
        self.save()
        self._session.stop()

    def preview(self) -> Preview | None:
        """The newest picture that left the privacy gate."""
        return self._session.preview()

    def did(self, message: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Remembers a step and tells of it, with a button that takes it back."""
        self.history.did(undo, redo)
        self.tell(Notice(Level.INFO, message, action=self.tr("Undo"), act=self.undo, key="undo"))

    def undo(self) -> None:
        """Takes the last step back."""
        self.notices.retract("undo")
        self.history.undo()

    def redo(self) -> None:
        """Does the step that was undone last again."""
        self.notices.retract("undo")
        self.history.redo()

    def watch(self, on: bool) -> None:
        """Says whether the preview is in sight: the camera sleeps while no one looks."""
        self._session.watch(on)

    def stats(self) -> StatsSnapshot:
        """The engine's figures so far."""
        return self._session.stats()

    def change(self, **changes: Any) -> None:
        """Changes settings by name, live, so that it can be undone; a value out of its limits is told and not taken."""
        try:
            self.replace_settings(self.settings.replace(**changes))
        except EngineError as error:
            self.tell_error(error)

    def replace_settings(self, settings: Settings) -> None:
        """Takes another set of settings, live, saves it shortly and remembers the step."""
        before = self.settings
        if settings == before:
            return
        self._put_in_force(settings)
        self._save_timer.start()
        names = [item.name for item in dataclasses.fields(Settings)
                 if getattr(before, item.name) != getattr(settings, item.name)]  # fmt: skip
        self.notices.retract("undo")
        self.history.did(
            lambda: self._take_from(before, names), lambda: self._take_from(settings, names), kind=" ".join(names)
        )

    def _take_from(self, settings: Settings, names: list[str]) -> None:
        """Takes some values back; never the real background while others see the picture."""
        changes = {name: getattr(settings, name) for name in names}
        if self.publishing and settings.background.kind is BackgroundKind.NONE:
            changes.pop("background", None)
        self._put_in_force(self.settings.replace(**changes))
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
            self.store.save(self.settings)
            save_state(self.state, self._state_path)
        except EngineError as error:
            self.tell_error(error)
        except OSError as error:
            message = self.tr("The window's settings can't be saved")
            self.tell(Notice(Level.WARNING, message, error.strerror or "", key="state"))

    def publish(self, on: bool) -> None:
        """Opens or closes the virtual camera while the preview goes on."""
        self.publishing = on
        self._session.publish(on)
        if not on:  # only now, so that a paused person is not seen for a moment
            self.paused = self.frozen = False
            self._session.pause(False)
            self._session.freeze(False)
        self._changed_mode()

    def pause(self, on: bool) -> None:
        """Shows the fallback frame instead of the camera."""
        self.paused = on
        self._session.pause(on)
        self._changed_mode()

    def toggle_pause(self) -> None:
        """Pauses, or goes on."""
        self.pause(not self.paused)

    def freeze(self, on: bool) -> None:
        """Repeats the last picture."""
        self.frozen = on
        self._session.freeze(on)
        self._changed_mode()

    def choose_subject(self, x: float, y: float) -> None:
        """Makes the person at a point of the picture the only one who is shown; x and y are from 0 to 1."""
        self._session.choose_subject(x, y)

    @property
    def plates(self) -> PlateKeeper:
        """The clean plate, and what is asked of it."""
        return self._session.plates

    def take_plate(self) -> None:
        """Takes a clean plate after a countdown, and matts with it.

        Raises:
            EngineError: The background is `none`.
        """
        self.plates.take(self.settings)
        self.change(matting="clean-plate")

    def tell(self, notice: Notice) -> None:
        """Shows a notice over the picture."""
        self.notices.tell(notice)

    def tell_error(self, error: EngineError, level: Level = Level.ERROR, key: str = "") -> None:
        """Shows an engine's error over the picture."""
        self.tell(Notice(level, error_message(error), error_hint(error), key=key))

    def poll(self) -> None:
        """Looks at the engine's state and tells what is new."""
        status = self._session.status
        if status != self.status:
            before, self.status = self.status, status
            if (status.message, status.hint, status.notice) != (before.message, before.hint, before.notice):
                self._tell_status(status)
            self.status_changed.emit()
        self._derive()

    def _changed_mode(self) -> None:
        self._derive()
        self.mode_changed.emit()

    def _derive(self) -> None:
        """Works out what others see."""
        mode = Mode(self.publishing, self.paused, self.frozen, self.source.on_demo)
        preview = self._session.preview()
        fallback = preview is not None and preview.raw is None
        seen = others_see(self.status, mode, self.settings.background.kind, fallback=fallback)
        if seen != self.others_see:
            self.others_see = seen
            self.others_see_changed.emit()

    def take_loaded(self, loaded: settings_file.Loaded) -> None:
        """Puts in force what was read, as it is: nothing is written and nothing can be undone."""
        self._put_in_force(loaded.settings)
        self.store.took(self.settings)

    def _reload(self) -> None:
        """Takes what another program wrote into the settings' file; our own writing changes nothing."""
        if self._save_timer.isActive():
            return
        loaded = self.store.load()
        if loaded.problem is not None:
            self.tell_error(loaded.problem, key="settings")
        else:
            self.notices.retract("settings")
        self.take_loaded(loaded)

    def _put_in_force(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            try:
                self._session.apply(settings)
            except EngineError as error:
                self.tell_error(error)
            self.settings_changed.emit()
            self._derive()

    def _tell_status(self, status: Status) -> None:
        if not status.message:
            self.notices.retract("status")
            if status.notice:
                self.tell_error(status.notice, Level.INFO, key="output")
            return
        missing = self.publishing and not status.output
        self.tell(status_notice(status, self.setup_wanted.emit if missing else None))
