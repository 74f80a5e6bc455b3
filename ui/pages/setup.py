"""Whether the virtual camera works, what to do where it doesn't, and where meeting programs list it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from engine.doctor import run_doctor
from engine.doctor.check import Check, State
from ui.controller import Controller
from ui.texts import check_fix, check_message, engine_text
from ui.widgets.controls import Label, button, row
from ui.widgets.layout import Card, Page, Section
from ui.worker import Worker

_COPIED_MS = 2000


class CheckCard(Card):
    """One finding, with what to do and what to copy."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.body.setSpacing(6)
        states = {
            State.OK: (self.tr("Fine"), "good"),
            State.NOTE: (self.tr("Note"), "muted"),
            State.WARNING: (self.tr("Warning"), "warning"),
            State.PROBLEM: (self.tr("Problem"), "error"),
        }
        word, role = states[check.state]
        title = engine_text(check.title)
        line = row()
        line.addWidget(Label(title, "heading", wrap=True), 1)
        line.addWidget(Label(word, role))
        self.body.addLayout(line)
        self.body.addWidget(Label(check_message(check), "muted", wrap=True))
        if check.state is State.OK:
            return
        if fix := check_fix(check):
            self.body.addWidget(Label(fix, wrap=True))
        if check.command:
            command = Label(check.command, "code", wrap=True)
            command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.copy = button(self.tr("Copy"))
            self.copy.setAccessibleName(self.tr("Copy the fix for {title}").format(title=title))
            self.copy.clicked.connect(partial(self._copy, check.command))
            self.body.addWidget(command)
            self.body.addLayout(row(None, self.copy))

    def _copy(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self, lambda: self.copy.setText(self.tr("Copy")))


class SetupPage(Page):
    """Checks everything when it is opened; findings appear as they are made."""

    _found = Signal(object)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Set-up"))
        self._controller = controller
        self._worker = Worker(self)
        self._cancelled = threading.Event()
        self._found.connect(self._add)
        self.checks: list[Check] = []
        self.verdict = Label("", "heading", wrap=True)
        self.body.addWidget(self.verdict)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.start = button(self.tr("Check again"))
        self.start.clicked.connect(self.run)
        self.body.addLayout(row(self.start, None))
        self.fine = Section(self.tr("What works"))
        self.body.addWidget(self.fine)
        self.body.addWidget(Label(self.tr("In your meeting"), "heading"))
        self.body.addWidget(Label(self.tr("Press Start, then choose Cyclorama as the camera:"), wrap=True))
        for name, steps in (
            ("Zoom", self.tr("Arrow beside the camera button → Cyclorama")),
            ("Google Meet", self.tr("Three dots → Settings → Video → Camera → Cyclorama")),
            ("Microsoft Teams", self.tr("More → Settings → Devices → Camera → Cyclorama")),
            ("Jitsi Meet", self.tr("Arrow beside the camera button → Cyclorama")),
            ("Webex", self.tr("Arrow beside the video button → Camera → Cyclorama")),
            ("OBS", self.tr("Sources → + → Video Capture Device → Cyclorama")),
        ):
            card = Card()
            card.body.setSpacing(4)
            card.body.addWidget(Label(name, "heading"))
            card.body.addWidget(Label(steps.replace("→ ", "→\u00a0"), "muted", wrap=True))
            self.body.addWidget(card)
        restart = self.tr("Not listed? Restart the meeting program after pressing Start.")
        effects = self.tr("Turn off the meeting program's own background effect.")
        self.body.addWidget(Label(f"{restart} {effects}", "small", wrap=True))
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Checks anew."""
        super().showEvent(event)
        self.run()

    def run(self) -> None:
        """Checks everything; without the test picture while on air, which would disturb the meeting."""
        if self._worker.busy:
            return
        self.checks.clear()
        for layout in (self._list, self.fine.body):
            while (item := layout.takeAt(0)) is not None:
                if (card := item.widget()) is not None:
                    card.deleteLater()
        self.verdict.setText(self.tr("Checking…"))
        self.verdict.set_role("heading")
        self.start.setEnabled(False)
        chosen = self._controller.settings.virtual_camera
        target = "" if chosen == "auto" else chosen
        self_test = not self._controller.publishing
        self._worker.submit(partial(self._check, target, self_test), self._finish, self._finish)

    def close_work(self) -> None:
        """Stops between two findings."""
        self._cancelled.set()
        self._worker.close()

    def _check(self, target: str, self_test: bool) -> None:
        for check in run_doctor(target, self_test=self_test):
            if self._cancelled.is_set():
                return
            self._found.emit(check)

    def _add(self, check: Check) -> None:
        self.checks.append(check)
        (self.fine.body if check.state is State.OK else self._list).addWidget(CheckCard(check))

    def _finish(self, _: object) -> None:
        self.start.setEnabled(True)
        problems = sum(check.state is State.PROBLEM for check in self.checks)
        self.fine.setVisible(any(check.state is State.OK for check in self.checks))
        self.verdict.set_role("error" if problems else "good")
        self.verdict.setText(
            self.tr("%n problem(s) to fix", "", problems) if problems else self.tr("Everything is ready.")
        )
