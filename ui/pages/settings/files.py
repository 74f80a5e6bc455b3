"""Reset, import and export of the settings, each with a way back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.core import settings_file
from engine.core.errors import EngineError
from engine.core.settings import Settings
from ui.controller import Controller
from ui.state.notices import Level, Notice


class SettingsFiles(QObject):
    """What is done with the settings as a whole.

    Args:
        controller: Whose settings.
        parent: Over which dialogs open.
    """

    def __init__(self, controller: Controller, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._over = parent

    def reset(self) -> None:
        """Takes the defaults, with a way back; the camera stays."""
        controller, before = self._controller, self._controller.settings
        defaults = Settings(camera=before.camera, virtual_camera=before.virtual_camera)
        controller.replace_settings(defaults)
        controller.did(
            self.tr("Settings reset"),
            lambda: controller.replace_settings(before),
            lambda: controller.replace_settings(defaults),
        )

    def import_from(self, path: Path) -> None:
        """Takes the settings of a file, with a way back."""
        controller = self._controller
        if not path.is_file():
            message = self.tr("{name} doesn't exist").format(name=path.name)
            controller.tell(Notice(Level.ERROR, message))
            return
        before, loaded = controller.settings, settings_file.load(path)
        controller.replace_settings(loaded.settings)
        if loaded.problem is not None:
            controller.tell_error(loaded.problem, Level.WARNING)
        else:
            controller.did(
                self.tr("Settings imported"),
                lambda: controller.replace_settings(before),
                lambda: controller.replace_settings(loaded.settings),
            )

    def export_to(self, path: Path) -> None:
        """Writes the settings to a file."""
        try:
            settings_file.save(self._controller.settings, path)
        except EngineError as error:
            self._controller.tell_error(error)
        else:
            self._controller.tell(Notice(Level.INFO, self.tr("Settings exported")))

    def ask_import(self) -> None:
        """Asks for a file to import."""
        dialog = self._file_dialog(self.tr("Import settings"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def ask_export(self) -> None:
        """Asks for a file to export to."""
        dialog = self._file_dialog(self.tr("Export settings"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._over, title, str(Path.home()), self.tr("Settings") + " (*.toml)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
