"""The key that pauses from anywhere, over a real bus, with an imitated portal at its other end."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from shutil import which
from typing import Any

import pytest

pytest.importorskip("jeepney", reason="only Linux has the portal")
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

PATH = "/org/freedesktop/portal/desktop"
REQUEST, SESSION = f"{PATH}/request/1", f"{PATH}/session/1"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A session bus of its own."""
    if not which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


class Portal:
    """Answers as a desktop's portal does; `refuse` stands for a person who says no."""

    def __init__(self, *, refuse: bool = False) -> None:
        self.asked: list[str] = []
        self.bound: list[tuple[str, dict[str, Any]]] = []
        self._refuse = refuse
        self._connection = open_dbus_connection("SESSION")
        self._connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
        self._client = ""
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def signal(self, interface: str, member: str, signature: str, body: tuple[Any, ...], path: str = PATH) -> None:
        message = new_signal(DBusAddress(path, interface=interface), member, signature, body)
        message.header.fields[HeaderFields.destination] = self._client
        self._connection.send(message)

    def activate(self, session: str = SESSION, name: str = "pause") -> None:
        self.signal(SHORTCUTS, "Activated", "osta{sv}", (session, name, 0, {}))

    def choose(self, key: str) -> None:
        shortcuts = [("pause", {"trigger_description": ("s", key)})]
        self.signal(SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (SESSION, shortcuts))

    def end_session(self) -> None:
        self.signal("org.freedesktop.portal.Session", "Closed", "a{sv}", ({},), SESSION)

    def close(self) -> None:
        self._connection.sock.shutdown(2)
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message) -> None:
        fields = message.header.fields
        member, self._client = fields[HeaderFields.member], fields[HeaderFields.sender]
        self.asked.append(member)
        if member == "Get":
            self._connection.send(new_method_return(message, "v", (("u", 1),)))
        elif member == "Register":
            self._connection.send(new_method_return(message))
        elif member == "CreateSession":
            self._connection.send(new_method_return(message, "o", (REQUEST,)))
            self._respond(0, {"session_handle": ("s", SESSION)})
        elif member == "BindShortcuts":
            self.bound = message.body[1]
            self._respond(1 if self._refuse else 0, {"shortcuts": ("a(sa{sv})", [("pause", self._trigger())])})
            self._connection.send(new_method_return(message, "o", (REQUEST,)))  # an answer may come before its handle

    def _trigger(self) -> dict[str, Any]:
        return {"trigger_description": ("s", "Ctrl+Alt+P")}

    def _respond(self, code: int, results: dict[str, Any]) -> None:
        self.signal("org.freedesktop.portal.Request", "Response", "ua{sv}", (code, results), REQUEST)


@pytest.fixture
def portal(bus: str) -> Iterator[Portal]:
    running = Portal()
    yield running
    running.close()


def test_the_key_pauses_and_goes_on(portal, window, controller, qtbot):
    settings = window.pages["settings"]
    window.open_page("settings")
    window.pause_key.start(wanted=False)
    qtbot.waitUntil(settings.pause_anywhere.isVisible)
    assert "BindShortcuts" not in portal.asked
    settings.pause_anywhere.click()
    assert controller.state.pause_anywhere
    qtbot.waitUntil(lambda: "Ctrl+Alt+P" in settings.pause_how.text())
    (name, facts) = portal.bound[0]
    assert (name, facts["description"][1], facts["preferred_trigger"][1]) == ("pause", "Pause, or go on", "CTRL+ALT+p")
    portal.activate()
    qtbot.waitUntil(lambda: controller.paused)
    portal.activate()
    qtbot.waitUntil(lambda: not controller.paused)


def test_only_its_own_shortcut_counts_and_another_key_is_told(portal, window, controller, qtbot):
    window.pause_key.start(wanted=True)
    qtbot.waitUntil(lambda: window.pause_key.trigger == "Ctrl+Alt+P")
    portal.activate(session=f"{PATH}/session/other")
    portal.activate(name="something else")
    portal.choose("Meta+P")
    qtbot.waitUntil(lambda: window.pause_key.trigger == "Meta+P")
    assert not controller.paused


def test_switched_off_or_ended_by_the_desktop_the_key_is_given_back(portal, window, controller, qtbot):
    settings = window.pages["settings"]
    window.pause_key.start(wanted=True)
    qtbot.waitUntil(lambda: window.pause_key.trigger is not None)
    portal.end_session()
    qtbot.waitUntil(lambda: window.pause_key.trigger is None)
    settings.pause_anywhere.click()
    qtbot.waitUntil(lambda: window.pause_key.trigger is not None)
    settings.pause_anywhere.click()
    assert window.pause_key.trigger is None
    portal.activate()
    qtbot.waitUntil(lambda: not any(thread.name == "cyclorama-pause-key" for thread in threading.enumerate()))
    assert not controller.paused


def test_a_person_who_says_no_is_told_that_there_is_no_key(bus, window, qtbot):
    portal = Portal(refuse=True)
    settings = window.pages["settings"]
    settings.pause_anywhere.setChecked(True)
    qtbot.waitUntil(lambda: window.pause_key.offered and settings.pause_how.isVisibleTo(settings))
    assert settings.pause_how.text() == "Your desktop assigned no key."
    portal.close()


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere"])
def test_without_a_portal_the_page_says_what_to_do_instead(bus, address, window, monkeypatch, qtbot):
    if address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    settings = window.pages["settings"]
    with qtbot.waitSignal(window.pause_key.changed):
        window.pause_key.start(wanted=True)
    assert not settings.pause_anywhere.isVisibleTo(settings)
    assert settings.pause_how.text().endswith("cyclorama --toggle-pause")
