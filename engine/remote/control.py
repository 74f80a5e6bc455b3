"""Starts and stops both ways of remote control: the local socket and D-Bus."""

from __future__ import annotations

from engine.remote.dbus import DBusServer
from engine.remote.protocol import RemoteTarget
from engine.remote.server import ControlServer


class RemoteControl:
    """The local socket, and D-Bus where there is a session bus.

    Args:
        target: What is controlled.
    """

    def __init__(self, target: RemoteTarget) -> None:
        self._socket = ControlServer(target)
        self._dbus = DBusServer(target)

    def start(self) -> None:
        """Listens; the first engine that runs is the one that is controlled."""
        if self._socket.start():
            self._dbus.start()

    def stop(self) -> None:
        """Listens no more; may be called twice."""
        self._dbus.stop()
        self._socket.stop()
