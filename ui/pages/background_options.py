"""What the chosen background can be set to: the strength of a blur, a colour, how a picture fills the frame."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QPushButton, QWidget

from engine.core.settings import Background, BackgroundKind, Fit
from ui.controller import Controller
from ui.gallery.item import LIGHT_STRENGTH
from ui.widgets.controls import Label, button, column, row
from ui.widgets.inputs import ComboBox, LabelledSlider


class BackgroundOptions(QWidget):
    """Shows the options of the background in force.

    Args:
        controller: Whose settings.
    """

    resized = Signal()
    """Other options are shown."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._controller = controller
        body = column(self, margin=16, spacing=8)
        body.setContentsMargins(16, 12, 8, 12)
        self.strength = LabelledSlider(self.tr("Blur strength"), (LIGHT_STRENGTH, 100), unit="%")
        self.strength.moved.connect(lambda value: controller.change(background=Background(strength=value)))
        body.addWidget(self.strength)
        body.addWidget(self._build_colors())
        self.fit_row = QWidget()
        self.fit = ComboBox(self.tr("Picture fit"))
        for value, text in (
            (Fit.COVER, self.tr("Fill the frame")),
            (Fit.CONTAIN, self.tr("Show the whole picture")),
            (Fit.STRETCH, self.tr("Stretch")),
        ):
            self.fit.addItem(text, value)
        self.fit.activated.connect(lambda: controller.change(fit=Fit(self.fit.currentData())))
        line = row(Label(self.tr("Picture fit")))
        line.addWidget(self.fit, 1)
        column(self.fit_row).addLayout(line)
        body.addWidget(self.fit_row)
        self.unmasked = Label(self.tr("Your real background is visible."), "warning", wrap=True)
        body.addWidget(self.unmasked)
        controller.settings_changed.connect(self.follow)
        self.follow()

    def _build_colors(self) -> QWidget:
        self.colors = QWidget()
        line = row(spacing=6)
        self.swatches: dict[str, QPushButton] = {}
        for color, name in (
            ("#2b2a63", self.tr("Night blue")),
            ("#1f6f5c", self.tr("Forest green")),
            ("#9a6b4b", self.tr("Clay brown")),
            ("#c9c4bb", self.tr("Linen")),
            ("#f3f1ec", self.tr("Paper white")),
            ("#20242c", self.tr("Slate")),
        ):
            swatch = button("", help=name)
            swatch.setAccessibleName(name)
            swatch.setCheckable(True)
            swatch.setFixedSize(30, 30)
            swatch.setStyleSheet(
                f"QPushButton {{ background: {color}; border-radius: 15px; padding: 0; border: 1px solid gray; }}"
                "QPushButton:checked, QPushButton:focus { border: 3px solid palette(link); }"
            )
            swatch.clicked.connect(partial(self._choose_color, QColor(color)))
            self.swatches[color] = swatch
            line.addWidget(swatch)
        line.addStretch(1)
        self.more_colors = button(self.tr("Other colour…"))
        self.more_colors.clicked.connect(self.pick_color)
        body = column(self.colors)
        body.addLayout(line)
        body.addLayout(row(self.more_colors, None))
        return self.colors

    def pick_color(self) -> None:
        """Asks for a colour, shown at once; cancelling brings the old one back."""
        before = self._controller.settings.background
        dialog = QColorDialog(QColor(*before.color), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.currentColorChanged.connect(self._choose_color)
        dialog.rejected.connect(lambda: self._controller.change(background=before))
        dialog.open()

    def follow(self) -> None:
        """Shows what is in force."""
        settings = self._controller.settings
        background, kind = settings.background, settings.background.kind
        self.strength.setVisible(kind is BackgroundKind.BLUR)
        self.colors.setVisible(kind is BackgroundKind.COLOR)
        self.fit_row.setVisible(kind in (BackgroundKind.IMAGE, BackgroundKind.VIDEO))
        self.unmasked.setVisible(kind is BackgroundKind.NONE)
        if kind is BackgroundKind.BLUR:
            self.strength.set_value(background.strength)
        if kind is BackgroundKind.COLOR:
            for color, swatch in self.swatches.items():
                swatch.setChecked(color == QColor(*background.color).name())
        self.fit.choose(settings.fit)
        self.resized.emit()

    def _choose_color(self, color: QColor) -> None:
        rgb = (color.red(), color.green(), color.blue())
        self._controller.change(background=Background(BackgroundKind.COLOR, color=rgb))
