"""A key that pauses from anywhere, where the desktop has a portal for it."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.desktop.portal import PortalKey

_LOG = logging.getLogger(__name__)
_APP_ID = "io.github.cyclorama.Cyclorama"
_PREFERRED = "CTRL+ALT+p"


class PauseKey(QObject):
    """Looks for the portal, asks it for the key and waits for the key, all on a thread of its own.

    Attributes:
        offered: Whether there is a portal.
        trigger: The key in the desktop's words, possibly empty; None while there is none.
    """

    pressed = Signal()
    changed = Signal()
    _found = Signal(int, bool, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offered = False
        self.trigger: str | None = None
        self._turn = 0
        self._keys: set[PortalKey] = set()
        self._found.connect(self._take)

    def start(self, *, wanted: bool) -> None:
        """Looks whether there is a portal and, where wanted, asks it for the key; `changed` tells what came of it."""
        self.stop()
        arguments = self._turn, wanted, self.tr("Pause, or go on")
        threading.Thread(target=self._run, args=arguments, name="cyclorama-pause-key", daemon=True).start()

    def stop(self) -> None:
        """Gives the key back."""
        self._turn += 1
        self.trigger = None
        for key in list(self._keys):
            key.close()

    def _run(self, turn: int, wanted: bool, description: str) -> None:
        try:
            from ui.desktop.portal import PortalError, PortalKey
        except ImportError:  # only Linux has the portal, and installs what talks to it
            self._tell(turn, offered=False, trigger=None)
            return
        try:
            key = PortalKey(_APP_ID, "pause", description, _PREFERRED)
        except PortalError as error:
            _LOG.info("no global pause key: %s", error)
            self._tell(turn, offered=False, trigger=None)
            return
        self._keys.add(key)
        try:
            if not wanted or turn != self._turn:
                self._tell(turn, offered=True, trigger=None)
                return
            self._tell(turn, offered=True, trigger=key.bind())
            while True:
                if (chosen := key.wait()) is not None:
                    self._tell(turn, offered=True, trigger=chosen)
                elif turn == self._turn:
                    self.pressed.emit()
        except PortalError as error:
            _LOG.info("the global pause key is gone: %s", error)
            self._tell(turn, offered=True, trigger=None)
        finally:
            self._keys.discard(key)
            key.release()

    def _tell(self, turn: int, *, offered: bool, trigger: str | None) -> None:
        if turn == self._turn:  # else the answer is out of date
            self._found.emit(turn, offered, trigger)

    def _take(self, turn: int, offered: bool, trigger: str | None) -> None:
        if turn == self._turn:
            self.offered, self.trigger = offered, trigger
            self.changed.emit()
