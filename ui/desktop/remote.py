"""What remote control changes of the window, on the window's own thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from engine.core import settings_file
from engine.core.errors import EngineError, UsageError
from engine.core.profiles import profile_path
from engine.core.settings import Background
from engine.remote.protocol import RemoteStatus, refuse_unmasked
from ui.controller import Controller

_ANSWER_S = 5.0


class _Call:
    """Something to do on the window's thread, whose end another thread waits for."""

    def __init__(self, action: Callable[[], None]) -> None:
        self._action = action
        self.done = threading.Event()
        self.error: EngineError | None = None

    def run(self) -> None:
        """Does it."""
        try:
            self._action()
        except EngineError as error:
            self.error = error
        finally:
            self.done.set()


class WindowTarget(QObject):
    """The window, as `engine.remote` drives it from its own threads.

    Args:
        controller: Owns the engine on the window's behalf.
    """

    _asked = Signal(object)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._asked.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def set_background(self, background: Background) -> None:
        """Puts a background in force."""
        self._do(lambda: self._controller.choose_background(background))

    def set_camera(self, camera: str) -> None:
        """Goes on with another camera."""
        self._do(lambda: self._controller.source.use_camera(camera))

    def set_profile(self, name: str) -> None:
        """Goes on with the settings kept under a name."""
        self._do(lambda: self._use_profile(name))

    def set_option(self, name: str, value: str) -> None:
        """Puts a setting with a few choices in force.

        Args:
            name: Of the setting.
            value: One of its choices.
        """
        self._do(lambda: self._controller.change(**{name: value}))

    def pause(self, on: bool) -> None:
        """Shows the fallback frame; or goes on."""
        self._do(lambda: self._controller.pause(on))

    def freeze(self, on: bool) -> None:
        """Repeats the last picture; or goes on."""
        self._do(lambda: self._controller.freeze(on))

    def plate(self, word: str) -> None:
        """Takes a clean plate, keeps it on the disk, or forgets it.

        Args:
            word: `capture`, `remember` or `delete`.
        """
        ask = {
            "capture": self._controller.take_plate,
            "remember": self._controller.plates.remember,
            "delete": self._controller.plates.delete,
        }[word]
        self._do(ask)

    def remote_status(self) -> RemoteStatus:
        """What runs, and how; single values, which any thread may read."""
        controller = self._controller
        status, settings, plate = controller.status, controller.settings, controller.plates.status
        return RemoteStatus(
            state=status.state.value,
            message=status.message,
            hint=status.hint,
            background=str(settings.background),
            camera=settings.camera,
            profile=controller.state.profile,
            paused=controller.paused,
            frozen=controller.frozen,
            source=status.source.name if status.source else "",
            output=status.output,
            model=status.model,
            runtime=status.runtime,
            frames_out=controller.stats().frames_out,
            plate=plate.phase.value,
            plate_message=str(plate.refusal or ""),
        )

    def _use_profile(self, name: str) -> None:
        path = profile_path(name)
        if not path.is_file():
            raise UsageError("there is no profile {name}", "make it in the window", code="profile-missing", name=name)
        refuse_unmasked(settings_file.load(path).settings, self._controller.settings, name)
        self._controller.profiles.use(name)

    def _run(self, call: _Call) -> None:
        call.run()

    def _do(self, action: Callable[[], None]) -> None:
        """Has the window's thread do it, and waits.

        Raises:
            EngineError: It failed, or the window does not answer.
        """
        call = _Call(action)
        self._asked.emit(call)
        if not call.done.wait(_ANSWER_S):
            raise EngineError("the window does not answer", "look at it", code="window-busy")
        if call.error is not None:
            raise call.error
