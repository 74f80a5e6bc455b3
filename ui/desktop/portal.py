"""One key that is heard whatever program has the keyboard, by the desktop's GlobalShortcuts portal.

https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

from __future__ import annotations

import itertools
import socket
from collections import deque
from contextlib import suppress
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

_NAME, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_SHORTCUTS = DBusAddress(_PATH, _NAME, "org.freedesktop.portal.GlobalShortcuts")
_REGISTRY = DBusAddress(_PATH, _NAME, "org.freedesktop.host.portal.Registry")
_ANSWER_S = 10.0
"""For what the portal answers by itself; a person who is asked may take as long as they like."""


class PortalError(Exception):
    """There is no such portal, or it refused."""


class PortalKey:
    """Asks for one key and waits for it; closing gives it back. Blocks: for a thread of its own.

    Args:
        app_id: Of the desktop entry.
        name: Of the shortcut, for the desktop to remember which key the person chose.
        description: What the key does, for the person.
        preferred: The key asked for, as in "CTRL+ALT+p"; the desktop or the person may choose another.

    Raises:
        PortalError: There is no such portal here.
    """

    def __init__(self, app_id: str, name: str, description: str, preferred: str) -> None:
        self._shortcut = (name, {"description": ("s", description), "preferred_trigger": ("s", preferred)})
        self._session = ""
        self._tokens = (f"cyclorama_{number}" for number in itertools.count())
        try:
            self._connection = open_dbus_connection("SESSION")
        except (OSError, KeyError, ValueError) as error:
            raise PortalError(str(error)) from error
        self._signals: deque[Message] = deque()
        rule = MatchRule(type="signal", path_namespace=_PATH)
        self._connection.filter(rule, queue=self._signals)
        try:
            self._call(message_bus.AddMatch(rule))
            self._call(Properties(_SHORTCUTS).get("version"))
            with suppress(PortalError):  # older portals tell by other means which program asks
                self._call(new_method_call(_REGISTRY, "Register", "sa{sv}", (app_id, {})))
        except PortalError:
            self.release()
            raise

    def bind(self) -> str:
        """Asks the desktop for the key, which may ask the person.

        Returns:
            The key in the desktop's words; may be empty.

        Raises:
            PortalError: It was refused.
        """
        session = {"session_handle_token": ("s", next(self._tokens))}
        self._session = self._ask("CreateSession", "a{sv}", (), session)["session_handle"][1]
        bound = self._ask("BindShortcuts", "oa(sa{sv})sa{sv}", (self._session, [self._shortcut], ""), {})
        return _trigger(bound["shortcuts"][1])

    def wait(self) -> str | None:
        """Waits until the key is pressed or another one was chosen.

        Returns:
            None if it was pressed, else the new key in the desktop's words.

        Raises:
            PortalError: The connection was closed, or the desktop takes the key away.
        """
        while True:
            signal = self._next_signal()
            member, body = signal.header.fields[HeaderFields.member], signal.body
            if member == "Closed" and signal.header.fields[HeaderFields.path] == self._session:
                raise PortalError("the desktop ended it")
            if not body or body[0] != self._session:
                continue
            if member == "Activated" and body[1] == self._shortcut[0]:
                return None
            if member == "ShortcutsChanged":
                return _trigger(body[1])

    def close(self) -> None:
        """Gives the key back; may be called by another thread, whose waiting it ends."""
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Closes the connection; to be called by the thread that waited."""
        self._connection.close()

    def _ask(self, method: str, signature: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> dict[str, Any]:
        """Calls a method whose answer is a signal of its own."""
        options = {"handle_token": ("s", next(self._tokens)), **options}
        (handle,) = self._call(new_method_call(_SHORTCUTS, method, signature, (*arguments, options)))
        while True:
            signal = self._next_signal()
            if signal.header.fields[HeaderFields.path] == handle:
                code, results = signal.body
                if code:
                    raise PortalError(f"{method} was refused")
                return dict(results)

    def _call(self, message: Message) -> tuple[Any, ...]:
        try:
            reply = self._connection.send_and_get_reply(message, timeout=_ANSWER_S)
        except (OSError, TimeoutError) as error:
            raise PortalError(str(error)) from error
        if reply.header.message_type is MessageType.error:
            raise PortalError(reply.header.fields.get(HeaderFields.error_name, "error"))
        return tuple(reply.body)

    def _next_signal(self) -> Message:
        try:
            return self._connection.recv_until_filtered(self._signals)
        except OSError as error:
            raise PortalError(str(error)) from error


def _trigger(shortcuts: list[tuple[str, dict[str, Any]]]) -> str:
    return next((str(known["trigger_description"][1]) for _, known in shortcuts if "trigger_description" in known), "")
