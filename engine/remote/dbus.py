"""The same commands over D-Bus: `io.github.cyclorama.Cyclorama` on the session bus, by jeepney."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

from engine.remote.protocol import COMMANDS, WITH_ARGUMENT, RemoteTarget, encoded, handle

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

logger = logging.getLogger(__name__)

NAME: Final = "io.github.cyclorama.Cyclorama"
PATH: Final = "/io/github/cyclorama/Cyclorama"
_POLL_S: Final = 0.3
_ONLY_OWNER: Final = 1
_NO_QUEUE: Final = 4
"""DBUS_NAME_FLAG_DO_NOT_QUEUE: D-Bus specification, RequestName."""
_INTROSPECTION: Final = """<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node><interface name="{name}">
<method name="Command"><arg name="line" type="s" direction="in"/><arg name="json" type="s" direction="out"/></method>
{methods}
</interface></node>"""
_METHODS: Final = {word.capitalize(): word for word in COMMANDS}


class DBusServer:
    """Answers method calls on a thread of its own; silent where there is no bus.

    Args:
        target: What is controlled.
    """

    def __init__(self, target: RemoteTarget) -> None:
        self._target = target
        self._stopped = threading.Event()
        self._connection: DBusConnection | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> bool:
        """Takes the name on the session bus.

        Returns:
            False where there is no bus, or another engine has the name.
        """
        if sys.platform != "linux":
            return False
        try:
            from jeepney.bus_messages import message_bus
            from jeepney.io.blocking import open_dbus_connection

            self._connection = open_dbus_connection(bus="SESSION")
            reply = self._connection.send_and_get_reply(message_bus.RequestName(NAME, _NO_QUEUE), timeout=2)
            if reply.body[0] != _ONLY_OWNER:
                self._close()
                return False
        except Exception as error:  # noqa: BLE001 - no bus, no address, no jeepney: the socket is there all the same
            logger.info("no remote control over D-Bus: %s", error)
            self._close()
            return False
        self._thread = threading.Thread(target=self._serve, name="cyclorama-control-dbus", daemon=True)
        self._thread.start()
        return True

    def stop(self) -> None:
        """Gives the name back; may be called twice."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self._close()

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.close()
            self._connection = None

    def _serve(self) -> None:
        from jeepney import MessageType

        connection = self._connection
        assert connection is not None
        while not self._stopped.is_set():
            try:
                message = connection.receive(timeout=_POLL_S)
            except TimeoutError:
                continue
            except Exception:  # noqa: BLE001 - the bus is gone
                logger.info("the session bus ended")
                return
            if message.header.message_type is MessageType.method_call:
                with contextlib.suppress(OSError):
                    connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        from jeepney import HeaderFields, new_error, new_method_return

        member = str(message.header.fields.get(HeaderFields.member, ""))
        if member == "Introspect":
            return new_method_return(message, "s", (_introspection(),))
        line = _line(member, message.body)
        if line is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (f"no method {member}",))
        answer: dict[str, Any] = handle(self._target, line)
        if not answer["ok"]:
            return new_error(message, f"{NAME}.Error", "s", (answer["error"],))
        return new_method_return(message, "s", (encoded(answer["status"]).decode().strip(),))


def _line(member: str, body: tuple[Any, ...]) -> str | None:
    """The words of `ctl` that a method call stands for."""
    text = body[0] if body and isinstance(body[0], str) else ""
    if member == "Command":
        return text
    word = _METHODS.get(member)
    return None if word is None else f"{word} {text}".strip()


def _introspection() -> str:
    answer = '<arg name="json" type="s" direction="out"/>'
    rows = [
        f'<method name="{method}">'
        + ('<arg name="value" type="s" direction="in"/>' if word in WITH_ARGUMENT else "")
        + f"{answer}</method>"
        for method, word in _METHODS.items()
    ]
    return _INTROSPECTION.format(name=NAME, methods="\n".join(rows))
