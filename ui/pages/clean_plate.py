"""The clean plate: how it is taken, why it was not, and whether it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from engine.core.errors import EngineError
from engine.matte.methods.plate.keeper import PlatePhase, PlateStatus
from ui.controller import Controller
from ui.texts import error_hint, error_message
from ui.widgets.controls import Label, button, column, row
from ui.worker import Worker

_POLL_MS = 200


class CleanPlateBox(QWidget):
    """Takes the clean plate, keeps it and forgets it; shown while the matting is by one.

    Args:
        controller: Whose session.
    """

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._worker = Worker(self)
        body = column(self, spacing=8)
        about = self.tr("Two seconds of the background without you show what is you, and what you hold.")
        body.addWidget(Label(about, "muted", wrap=True))
        self.take = button(self.tr("Step out of the picture"), "primary")
        self.take.clicked.connect(self._take)
        body.addLayout(row(self.take, None))
        self.told = Label("", wrap=True)
        body.addWidget(self.told)
        self.hint = Label("", wrap=True)
        body.addWidget(self.hint)
        self.remember = button(self.tr("Keep the clean plate"))
        self.remember.clicked.connect(lambda: self._do(controller.plates.remember))
        self.delete = button(self.tr("Delete the clean plate"))
        self.delete.clicked.connect(lambda: self._do(controller.plates.delete))
        body.addWidget(self.remember)
        body.addWidget(self.delete)
        self.kept = Label("", "small", wrap=True)
        body.addWidget(self.kept)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self.look)
        controller.settings_changed.connect(self._follow)
        self._follow()

    def close_work(self) -> None:
        """Ends what goes on beside the window."""
        self._timer.stop()
        self._worker.close()

    def look(self) -> None:
        """Shows where the plate stands."""
        status = self._controller.plates.status
        taking = status.phase in (PlatePhase.COUNTDOWN, PlatePhase.CAPTURING)
        self.take.setText(self._button_text(status))
        self.take.setAccessibleName(self.take.text())
        self.take.setEnabled(not taking)
        text, hint, role = self._sentence(status)
        self.told.setText(text)
        self.told.set_role(role)
        self.told.setVisible(bool(text))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        ready = status.phase is PlatePhase.READY
        self.remember.setVisible(ready and not status.remembered)
        self.delete.setVisible(ready or status.remembered)
        self.kept.setVisible(ready or status.remembered)
        self.kept.setText(
            self.tr("It is kept on this computer, where only you can read it.")
            if status.remembered
            else self.tr("It is a picture of your home: forgotten when Cyclorama ends, unless you keep it.")
        )

    def _button_text(self, status: PlateStatus) -> str:
        if status.phase is PlatePhase.COUNTDOWN:
            return self.tr("Step out: {seconds} s").format(seconds=status.seconds_left)
        if status.phase is PlatePhase.CAPTURING:
            return self.tr("Stay out: {percent} %").format(percent=round(status.progress * 100))
        return self.tr("Step out of the picture")

    def _sentence(self, status: PlateStatus) -> tuple[str, str, str]:
        """What there is to say, what to do about it, and the first one's role."""
        if status.phase in (PlatePhase.COUNTDOWN, PlatePhase.CAPTURING):
            return self.tr("Leave the picture, and leave the camera as it is."), "", ""
        if status.refusal is not None:
            return error_message(status.refusal), error_hint(status.refusal), "warning"
        notice = self._controller.status.matting_notice
        if status.phase is PlatePhase.READY and notice is not None:
            return error_message(notice), error_hint(notice), "warning"
        if status.phase is PlatePhase.READY:
            return self.tr("The clean plate is in use."), "", "good"
        return "", "", ""

    def _take(self) -> None:
        try:
            self._controller.take_plate()
        except EngineError as error:
            self._controller.tell_error(error)
        self.look()

    def _do(self, work: Callable[[], None]) -> None:
        """Reads and writes the disk, off the window's thread."""
        self._worker.submit(work, lambda _: self.look(), self._controller.tell_error)

    def _follow(self) -> None:
        on = self._controller.settings.matting == "clean-plate"
        self.setVisible(on)
        if on:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()
