"""One window per person: a second launch brings the first to the front."""

from __future__ import annotations

import getpass

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER_MS = 500


class SingleInstance(QObject):
    """Listens under a name of this person's; `raised` tells of later launches.

    Args:
        name: Of the application.
    """

    raised = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = f"{name}-{getpass.getuser()}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Whether this is the first launch; if not, the first one was told to come to the front."""
        if self._call_first():
            return False
        # What answers to nobody was left by a crash.
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
        return True

    def release(self) -> None:
        """Lets a next launch be the first."""
        self._server.close()

    def _call_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.disconnectFromServer()
        return True

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.raised.emit()
