"""Messages wait by weight; none is lost."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.state.notices import Level, Notice, Notices


def test_the_most_important_and_then_the_newest_comes_first(qapp):
    parent = QObject()
    notices = Notices(parent)
    old, new = Notice(Level.WARNING, "old"), Notice(Level.WARNING, "new")
    info, error = Notice(Level.INFO, "info"), Notice(Level.ERROR, "error")
    for notice in (old, error, new, info):
        notices.tell(notice)
    order = []
    while (current := notices.current) is not None:
        order.append(current.message)
        notices.dismiss(current)
    assert order == ["error", "new", "old", "info"]


def test_a_key_replaces_and_retracts(qapp):
    parent = QObject()
    notices = Notices(parent)
    notices.tell(Notice(Level.ERROR, "lost", key="status"))
    notices.tell(Notice(Level.WARNING, "settings were damaged", key="settings"))
    notices.tell(Notice(Level.ERROR, "busy", key="status"))
    assert len(notices) == 2
    assert notices.current.message == "busy"
    notices.retract("status")
    assert notices.current.message == "settings were damaged"


def test_the_same_notice_twice_is_one(qapp):
    parent = QObject()
    notices = Notices(parent)
    for _ in range(2):
        notices.tell(Notice(Level.INFO, "saved"))
    assert len(notices) == 1
