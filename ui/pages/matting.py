"""How the person is found: the matting method, the green screen's colour, and who is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QWidget

from engine.matte.methods.key.key_colour import colour_at
from ui.controller import Controller
from ui.texts import error_hint, error_message, option_title
from ui.widgets.controls import Label, button, column, row
from ui.widgets.inputs import ComboBox
from ui.widgets.option_fields import labelled

_GREEN = "#00b140"
"""Chroma key green, which the colour dialog begins with while the colour is found by itself."""


class MattingBox(QWidget):
    """The choice of the method with a sentence on when to take it, the key colour, and who is shown.

    Args:
        controller: Whose settings.
        clean_plate: What is shown beneath the method while that is the clean plate.
    """

    picking_changed = Signal(bool)
    """Whether the next click on the picture takes its colour."""

    def __init__(self, controller: Controller, clean_plate: QWidget) -> None:
        super().__init__()
        self._controller = controller
        self._picking = False
        body = column(self, spacing=8)
        body.addWidget(Label(self.tr("Who is in the picture"), "heading"))
        self.method = ComboBox(option_title("matting"))
        for value, text in (
            ("network", self.tr("Network")),
            ("green-screen", self.tr("Green screen")),
            ("clean-plate", self.tr("Clean plate")),
        ):
            self.method.addItem(text, value)
        self.method.activated.connect(lambda: controller.change(matting=self.method.currentData()))
        body.addLayout(labelled(self.method))
        self.when = Label("", "muted", wrap=True)
        body.addWidget(self.when)
        self.notice = Label("", "warning", wrap=True)
        self.hint = Label("", wrap=True)
        body.addWidget(self.notice)
        body.addWidget(self.hint)
        body.addWidget(self._build_key())
        body.addWidget(clean_plate)
        self.people = ComboBox(option_title("people"))
        self.people.addItem(self.tr("Everyone in view"), "everyone")
        self.people.addItem(self.tr("Only me"), "me")
        self.people.activated.connect(lambda: controller.change(people=self.people.currentData()))
        body.addLayout(labelled(self.people))
        self.who = Label("", "muted", wrap=True)
        body.addWidget(self.who)
        controller.settings_changed.connect(self.follow)
        controller.status_changed.connect(self.follow)
        self.follow()

    def _build_key(self) -> QWidget:
        self.key_row = QWidget()
        self.swatch = Label("")
        self.swatch.setFixedSize(22, 22)
        self.key_text = Label("", wrap=True)
        line = row(self.swatch)
        line.addWidget(self.key_text, 1)
        self.pipette = button(self.tr("Pick in the picture"))
        self.pipette.setCheckable(True)
        self.pipette.clicked.connect(self._pick)
        self.automatic = button(self.tr("Find it by itself"))
        self.automatic.clicked.connect(lambda: self._set_key("auto"))
        self.other = button(self.tr("Other colour…"))
        self.other.clicked.connect(self.choose_color)
        body = column(self.key_row)
        body.addLayout(line)
        for each in (self.pipette, self.other, self.automatic):
            body.addWidget(each)
        return self.key_row

    def clicked(self, x: float, y: float) -> None:
        """Takes a click on the picture: a colour, or the person who alone is to be shown.

        Args:
            x: From 0 at the left side of what others see to 1.
            y: From 0 above to 1.
        """
        controller = self._controller
        preview = controller.preview()
        if self._picking:
            self._pick(False)
            if preview is not None and preview.raw is not None:
                self._set_key(colour_at(preview.raw, x, y))
        elif controller.settings.people == "me":
            controller.choose_subject(x, y)

    def choose_color(self) -> None:
        """Asks for the key colour."""
        key = self._controller.settings.key
        dialog = QColorDialog(QColor(_GREEN if key == "auto" else key), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.colorSelected.connect(lambda color: self._set_key(color.name()))
        dialog.open()

    def follow(self) -> None:
        """Shows what is in force, and why another method may be at work."""
        settings = self._controller.settings
        self.method.choose(settings.matting)
        self.when.setText(
            {
                "network": self.tr("Finds you anywhere. Take it if there is nothing special behind you."),
                "green-screen": self.tr("The finest edges. Take it if a green or blue cloth hangs behind you."),
                "clean-plate": self.tr("Keeps hair and what you hold. Take it if your camera stays where it is."),
            }[settings.matting]
        )
        notice = self._controller.status.matting_notice if settings.matting == "green-screen" else None
        self.notice.setText(error_message(notice) if notice else "")
        self.hint.setText(error_hint(notice) if notice else "")
        for label in (self.notice, self.hint):
            label.setVisible(notice is not None)
        if settings.matting != "green-screen" and self._picking:
            self._pick(False)
        self.key_row.setVisible(settings.matting == "green-screen")
        automatic = settings.key == "auto"
        self.key_text.setText(
            self.tr("The colour is found by itself.")
            if automatic
            else self.tr("The colour is {color}.").format(color=settings.key)
        )
        self.swatch.setVisible(not automatic)
        self.swatch.setStyleSheet(f"background: {settings.key}; border-radius: 4px;" if not automatic else "")
        self.automatic.setVisible(not automatic)
        self.people.choose(settings.people)
        alone = settings.people == "me"
        self.who.setText(
            self.tr(
                "Click yourself in the picture if another is shown. Who hugs you, or was merged with you from the"
                " first moment, can't be told from you."
            )
            if alone
            else ""
        )
        self.who.setVisible(alone)

    def _pick(self, on: bool) -> None:
        self._picking = on
        self.pipette.setChecked(on)
        self.pipette.setText(self.tr("Click the cloth in the picture") if on else self.tr("Pick in the picture"))
        self.pipette.setAccessibleName(self.pipette.text())
        self.picking_changed.emit(on)

    def _set_key(self, key: str) -> None:
        self._controller.change(key=key)
