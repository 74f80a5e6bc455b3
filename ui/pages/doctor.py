"""What the virtual camera depends on, what is wrong with it, and what to run to fix it."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from engine.doctor import run_doctor
from engine.doctor.check import Check, State
from ui.controller import Controller
from ui.texts import engine_sentence, engine_text
from ui.widgets.controls import Card, Label, Page, button, row
from ui.worker import Worker


class CheckCard(Card):
    """One finding, with its fix ready to copy."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        self.body.setSpacing(4)
        states = {
            State.OK: (self.tr("Fine"), "good"),
            State.NOTE: (self.tr("Note"), "muted"),
            State.WARNING: (self.tr("Warning"), "warning"),
            State.PROBLEM: (self.tr("Problem"), "error"),
        }
        word, role = states[check.state]
        title = Label(engine_text(check.title), "heading", wrap=True)
        line = row()
        line.addWidget(title, 1)
        line.addWidget(Label(word, role))
        self.body.addLayout(line)
        self.body.addWidget(Label(engine_sentence(check.message), "muted", wrap=True))
        if check.fix:
            self.body.addWidget(Label(engine_sentence(check.fix), wrap=True))
        if check.command:
            fix = Label(check.command, "code", wrap=True)
            fix.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            copy = button(self.tr("Copy"))
            copy.setAccessibleName(self.tr("Copy the fix for {title}").format(title=title.text()))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(fix.text()))
            self.body.addWidget(fix)
            self.body.addLayout(row(None, copy))


class DoctorPage(Page):
    """Runs the doctor in the background; findings appear as they are made."""

    _found = Signal(object)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Doctor"))
        self._controller = controller
        self._worker = Worker(self)
        self._cancelled = threading.Event()
        self._found.connect(self._add)
        self.body.addWidget(
            Label(
                self.tr("Checks cameras and the virtual camera, and says what to run where something is missing."),
                wrap=True,
            )
        )
        self.start = button(self.tr("Check now"))
        self.start.clicked.connect(self.run)
        self.body.addLayout(row(self.start, None))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.verdict = Label("", "heading", wrap=True)
        self.body.addWidget(self.verdict)
        self.body.addStretch(1)
        self.checks: list[Check] = []

    def run(self) -> None:
        """Checks everything; without the test picture while we are on air, which would disturb the meeting."""
        if self._worker.busy:
            return
        self.checks.clear()
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.verdict.setText(self.tr("Checking…"))
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
        self._list.addWidget(CheckCard(check))

    def _finish(self, _: object) -> None:
        self.start.setEnabled(True)
        problems = sum(check.state is State.PROBLEM for check in self.checks)
        self.verdict.setText(
            self.tr("%n problem(s) to fix", "", problems) if problems else self.tr("Everything needed is there.")
        )
