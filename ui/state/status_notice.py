"""What is told of the engine's status."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from engine.pipeline.session import State, Status
from ui.state.notices import Level, Notice
from ui.texts import problem_hint, problem_message


def status_notice(status: Status, open_setup: Callable[[], None] | None) -> Notice:
    """The notice of a status that has a message.

    Args:
        status: Of the engine.
        open_setup: Opens the page that says what is missing, where the virtual camera is; None where it isn't.
    """
    level = Level.ERROR if status.state is State.FAILED else Level.WARNING
    message, hint = problem_message(status.message, status.error), problem_hint(status.hint, status.error)
    notice = Notice(level, message, hint, key="status")
    if open_setup is None:
        return notice
    hint = QCoreApplication.translate("Controller", "Set-up says what to do.")
    action = QCoreApplication.translate("Controller", "Set up")
    return dataclasses.replace(notice, hint=hint, action=action, act=open_setup)
