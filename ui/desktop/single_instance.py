"""One window per person: a second launch brings the first to the front."""

from __future__ import annotations

import getpass

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from engine.core.errors import UsageError
from engine.platform.paths import APP_NAME

_ANSWER_MS = 500
_WORD_MS = 100
"""A word is sent together with the connection, so it is nearly always there already."""
_RAISE = b"raise"
_TOGGLE_PAUSE = b"toggle pause"


class SingleInstance(QObject):
    """Listens under a name of this person's; tells what later launches ask for.

    Args:
        name: Of the application.
    """

    raised = Signal()
    """The window is to come to the front."""
    pause_toggled = Signal()
    """Pause, or go on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = _server_name(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Whether this is the first launch; if not, the first one was told to come to the front."""
        if _ask(self._name, _RAISE):
            return False
        # A socket that does not answer was left by a crash.
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Lets a next launch be the first."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.waitForReadyRead(_WORD_MS)
            word = socket.readAll().data()
            socket.deleteLater()
            if word == _TOGGLE_PAUSE:
                self.pause_toggled.emit()
            else:
                self.raised.emit()


def toggle_pause(name: str = APP_NAME) -> None:
    """Has the window that is open pause or go on.

    Raises:
        UsageError: There is none.
    """
    if not _ask(_server_name(name), _TOGGLE_PAUSE):
        raise UsageError("no window of Cyclorama is open", "start it first")


def _server_name(name: str) -> str:
    return f"{name}-{getpass.getuser()}"


def _ask(server: str, word: bytes) -> bool:
    """Sends one word to the first launch; False if there is none."""
    socket = QLocalSocket()
    socket.connectToServer(server)
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(word)
    socket.waitForBytesWritten(_ANSWER_MS)
    socket.disconnectFromServer()
    return True
