"""Asks what closing the window means while others see the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.controls import Label, button, column, row
from ui.widgets.inputs import Switch


class CloseDialog(QDialog):
    """Three ways on, and whether to remember the one that was taken.

    Args:
        parent: The window.
        style_sheet: The theme's.
        has_tray: Whether there is a tray to go to.
        decide: Told the choice, "tray" or "quit", and whether to remember it; cancelling tells nothing.
    """

    def __init__(
        self, parent: QWidget, style_sheet: str, *, has_tray: bool, decide: Callable[[str, bool], None]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Close the window?"))
        self.setStyleSheet(style_sheet)
        body = column(self, margin=20, spacing=12)
        body.addWidget(Label(self.tr("You are on air"), "heading"))
        body.addWidget(Label(self.tr("If you quit, your picture disappears from the meeting."), wrap=True))
        self.remember = Switch(self.tr("Always do this"))
        body.addWidget(self.remember)

        def chosen(choice: str) -> None:
            remember = self.remember.isChecked()
            self.accept()
            decide(choice, remember)

        self.tray = button(self.tr("Keep running in the tray"), "accent")
        self.tray.clicked.connect(lambda: chosen("tray"))
        self.tray.setVisible(has_tray)
        self.quit = button(self.tr("Quit"))
        self.quit.clicked.connect(lambda: chosen("quit"))
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        body.addLayout(row(None, self.cancel, self.quit, self.tray))
        (self.tray if has_tray else self.cancel).setDefault(True)
        self.open()
