"""Name tag and logo: what is written and shown in a corner of the picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.controller import Controller
from ui.gallery.item import IMAGE_SUFFIXES
from ui.texts import option_help, option_title
from ui.widgets.controls import Label, button, column, row
from ui.widgets.option_fields import OptionField, labelled

_TAKEN_AFTER_MS = 600
_LONGEST = 80


class NameTagFields(QWidget):
    """The name as a line of text, the logo as a file, and the corner of both.

    Args:
        controller: Whose settings.
    """

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self.name_tag = QLineEdit()
        self.name_tag.setMaxLength(_LONGEST)
        self.name_tag.setClearButtonEnabled(True)
        self.name_tag.setAccessibleName(option_title("name_tag"))
        self.name_tag.setPlaceholderText(self.tr("Your name"))
        self.name_tag.setToolTip(option_help("name_tag"))
        self._typed = QTimer(self, singleShot=True, interval=_TAKEN_AFTER_MS)
        self._typed.timeout.connect(self._take_name)
        self.name_tag.textEdited.connect(lambda _: self._typed.start())
        self.name_tag.editingFinished.connect(self._take_name)
        self.choose = button(self.tr("Add a logo…"))
        self.choose.clicked.connect(self.pick_logo)
        self.remove = button(self.tr("Remove the logo"))
        self.remove.clicked.connect(lambda: controller.change(logo=""))
        self.file = Label("", "small", wrap=True)
        self.corner = OptionField(controller, "tag_corner")
        body = column(self, spacing=12)
        body.addLayout(labelled(self.name_tag))
        body.addLayout(row(self.choose, self.remove, None))
        body.addWidget(self.file)
        body.addWidget(self.corner)
        controller.settings_changed.connect(self._follow)
        self._follow()

    def pick_logo(self) -> None:
        """Asks for a picture, beginning with the user's pictures."""
        patterns = " ".join(f"*{suffix}" for suffix in IMAGE_SUFFIXES if suffix != ".svg")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        start = folder if Path(folder).is_dir() else str(Path.home())
        dialog = QFileDialog(self, self.tr("Add a logo"), start, self.tr("Pictures") + f" ({patterns})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._controller.change(logo=name))
        dialog.open()

    def _take_name(self) -> None:
        self._typed.stop()
        name = self.name_tag.text().strip()
        if name != self._controller.settings.name_tag:
            self._controller.change(name_tag=name)

    def _follow(self) -> None:
        settings = self._controller.settings
        if not self._typed.isActive() and self.name_tag.text().strip() != settings.name_tag:
            self.name_tag.setText(settings.name_tag)
        self.remove.setVisible(bool(settings.logo))
        self.file.setText(Path(settings.logo).name if settings.logo else "")
        self.file.setVisible(bool(settings.logo))
        nothing = "" if settings.name_tag or settings.logo else self.tr("Write a name or add a logo to use this.")
        self.corner.set_reason(nothing)
