"""Every setting, made from its declaration, with search, profiles, import, export and reset."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from engine.core import settings_file
from engine.core.errors import EngineError
from engine.core.settings import Settings, options
from engine.platform.invocation import PROGRAM
from ui.controller import Controller, Level, Notice
from ui.desktop import autostart
from ui.desktop.pause_key import PauseKey
from ui.state.profiles import delete_profile, profile_names
from ui.style.theme import Theme
from ui.widgets.controls import ComboBox, Label, LabelledSlider, Page, Switch, button, line, row
from ui.widgets.option_fields import OptionField

_ELSEWHERE = ("background",)
"""Settings with a page of their own."""
LANGUAGES = {"system": "", "en": "English", "zh_CN": "简体中文"}


class SettingsPage(Page):
    """The window's own choices, then all of the engine's.

    Args:
        controller: Whose settings.
        theme: For light, dark and the size of text.
        pause_key: Told whether it is wanted.
        has_tray: Whether there is a tray to close to.
    """

    def __init__(self, controller: Controller, theme: Theme, pause_key: PauseKey, *, has_tray: bool) -> None:
        super().__init__()
        self.set_title(self.tr("Settings"))
        self._controller = controller
        self._theme = theme
        self._build_window(has_tray)
        self._build_pause_key(pause_key)
        self.body.addWidget(line())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.body.addWidget(self.search)
        self.fields = {name: OptionField(controller, name) for name in options() if name not in _ELSEWHERE}
        for field in self.fields.values():
            self.body.addWidget(field)
        self.none_found = Label(self.tr("No setting matches"), "muted")
        self.none_found.hide()
        self.body.addWidget(self.none_found)
        self.body.addWidget(line())
        self._build_profiles()
        self.body.addWidget(line())
        self._build_file()
        self.body.addStretch(1)

    def _build_window(self, has_tray: bool) -> None:
        state = self._controller.state
        self.scheme = ComboBox(self.tr("Appearance"))
        for value, text in (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.scheme.addItem(text, value)
        self.scheme.choose(state.scheme)
        self.scheme.activated.connect(self._choose_scheme)
        self.motion = ComboBox(self.tr("Motion"))
        for value, text in (("system", self.tr("System")), ("full", self.tr("Full")), ("reduced", self.tr("Reduced"))):
            self.motion.addItem(text, value)
        self.motion.choose(state.motion)
        self.motion.activated.connect(lambda: self._remember("motion", self.motion.currentData()))
        self.language = ComboBox(self.tr("Language"))
        for value, text in LANGUAGES.items():
            self.language.addItem(text or self.tr("System"), value)
        self.language.choose(state.language)
        self.language.activated.connect(self._choose_language)
        for box in (self.scheme, self.motion, self.language):
            layout = row()
            layout.addWidget(Label(box.accessibleName(), wrap=True), 1)
            layout.addWidget(box, 1)
            self.body.addLayout(layout)
        self.text_size = LabelledSlider(self.tr("Text size, %"), (100, 200))
        self.text_size.set_value(round(state.text_scale * 100))
        self.text_size.slider.setTracking(False)
        self.text_size.moved.connect(self._scale_text)
        self.body.addWidget(self.text_size)
        self.close_to_tray = Switch(self.tr("Keep running in the tray when closed"))
        self.start_minimised = Switch(self.tr("Start in the tray"))
        self.autostart = Switch(self.tr("Start when I log in"))
        self.autostart.setChecked(autostart.enabled())
        self.autostart.toggled.connect(self._set_autostart)
        self.autostart.setVisible(autostart.SUPPORTED)
        self.body.addWidget(self.autostart)
        for switch, name in ((self.close_to_tray, "close_to_tray"), (self.start_minimised, "start_minimised")):
            switch.setChecked(getattr(state, name))
            switch.setEnabled(has_tray)
            switch.toggled.connect(lambda on, name=name: self._remember(name, on))
            self.body.addWidget(switch)

    def _build_pause_key(self, key: PauseKey) -> None:
        self._pause_key = key
        self.pause_anywhere = Switch(self.tr("Pause with a key from anywhere"))
        self.pause_anywhere.setChecked(self._controller.state.pause_anywhere)
        self.pause_anywhere.toggled.connect(self._want_pause_key)
        self.pause_how = Label("", "small", wrap=True)
        self.body.addWidget(self.pause_anywhere)
        self.body.addWidget(self.pause_how)
        key.changed.connect(self._follow_pause_key)
        self._follow_pause_key()

    def _build_profiles(self) -> None:
        self.body.addWidget(Label(self.tr("Profiles"), "heading"))
        self.profile = ComboBox(self.tr("Profile"))
        self.profile.activated.connect(lambda: self._controller.use_profile(self.profile.currentData()))
        self.delete_profile = button(self.tr("Delete"))
        self.delete_profile.setAccessibleName(self.tr("Delete the profile"))
        self.delete_profile.clicked.connect(self._delete_profile)
        layout = row()
        layout.addWidget(self.profile, 1)
        layout.addWidget(self.delete_profile)
        self.body.addLayout(layout)
        self.new_profile = QLineEdit()
        self.new_profile.setPlaceholderText(self.tr("Name of a new profile"))
        self.new_profile.setAccessibleName(self.tr("Name of a new profile"))
        self.new_profile.returnPressed.connect(self._keep_profile)
        keep = button(self.tr("Keep"), help=self.tr("Keeps the present settings under this name"))
        keep.clicked.connect(self._keep_profile)
        layout = row()
        layout.addWidget(self.new_profile, 1)
        layout.addWidget(keep)
        self.body.addLayout(layout)
        self._controller.profile_changed.connect(self._follow_profile)
        self._follow_profile()

    def _build_file(self) -> None:
        self.import_button = button(self.tr("Import…"))
        self.import_button.clicked.connect(self._ask_import)
        self.export_button = button(self.tr("Export…"))
        self.export_button.clicked.connect(self._ask_export)
        self.reset_button = button(self.tr("Reset"), help=self.tr("Every setting back to what it was at first"))
        self.reset_button.clicked.connect(self.reset)
        self.body.addLayout(row(self.import_button, self.export_button, None, self.reset_button))

    def reset(self) -> None:
        """Takes the defaults, with a way back; the camera stays."""
        before = self._controller.settings
        self._controller.replace_settings(Settings(camera=before.camera, virtual_camera=before.virtual_camera))
        self._controller.tell(
            Notice(
                Level.INFO,
                self.tr("Settings were reset"),
                action=self.tr("Undo"),
                act=lambda: self._controller.replace_settings(before),
            )
        )

    def import_from(self, path: Path) -> None:
        """Takes the settings of a file, with a way back."""
        if not path.is_file():
            self._controller.tell(Notice(Level.ERROR, self.tr("{name} is not there").format(name=path.name)))
            return
        before = self._controller.settings
        loaded = settings_file.load(path)
        self._controller.replace_settings(loaded.settings)
        if loaded.problem is not None:
            self._controller.tell_error(loaded.problem, Level.WARNING)
        else:
            self._controller.tell(
                Notice(
                    Level.INFO,
                    self.tr("Settings were imported"),
                    action=self.tr("Undo"),
                    act=lambda: self._controller.replace_settings(before),
                )
            )

    def export_to(self, path: Path) -> None:
        """Writes the settings to a file."""
        try:
            settings_file.save(self._controller.settings, path)
        except EngineError as error:
            self._controller.tell_error(error)
        else:
            self._controller.tell(Notice(Level.INFO, self.tr("Settings were exported")))

    def _keep_profile(self) -> None:
        if name := self.new_profile.text().strip():
            self._controller.use_profile(name)
            self.new_profile.clear()

    def _delete_profile(self) -> None:
        name = self._controller.state.profile
        self._controller.use_profile("")
        delete_profile(name)
        self._follow_profile()

    def _follow_profile(self) -> None:
        self.profile.clear()
        self.profile.addItem(self.tr("Usual settings"), "")
        for name in profile_names():
            self.profile.addItem(name, name)
        self.profile.choose(self._controller.state.profile)
        self.delete_profile.setEnabled(bool(self._controller.state.profile))

    def _want_pause_key(self, on: bool) -> None:
        self._remember("pause_anywhere", on)
        self.pause_how.setVisible(False)
        self._pause_key.start(wanted=on)

    def _follow_pause_key(self) -> None:
        key = self._pause_key
        self.pause_anywhere.setVisible(key.offered)
        self.pause_how.setVisible(not key.offered or self.pause_anywhere.isChecked())
        if not key.offered:
            text = self.tr("To pause from anywhere, bind this to a key in your desktop's settings: {command}")
            self.pause_how.setText(text.format(command=f"{PROGRAM} --toggle-pause"))
        elif key.trigger is None:
            self.pause_how.setText(self.tr("Your desktop gave no key."))
        elif key.trigger:
            text = self.tr("The key is {key}; your desktop's settings can change it.")
            self.pause_how.setText(text.format(key=key.trigger))
        else:
            self.pause_how.setText(self.tr("Your desktop's settings say which key it is."))

    def _set_autostart(self, on: bool) -> None:
        try:
            autostart.enable(on)
        except OSError as error:
            self._controller.tell(Notice(Level.ERROR, self.tr("This can't be changed"), error.strerror or ""))

    def _filter(self, text: str) -> None:
        found = [field for field in self.fields.values() if field.matches(text)]
        for field in self.fields.values():
            field.setVisible(field in found)
        self.none_found.setVisible(not found)

    def _ask_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import settings"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._file_dialog(self.tr("Export settings"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, "", self.tr("Settings") + " (*.toml)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _choose_scheme(self) -> None:
        self._remember("scheme", self.scheme.currentData())
        self._theme.set_scheme(self.scheme.currentData())

    def _choose_language(self) -> None:
        self._remember("language", self.language.currentData())
        self._controller.tell(Notice(Level.INFO, self.tr("The language changes with the next start")))

    def _scale_text(self, percent: int) -> None:
        self._remember("text_scale", percent / 100)
        self._theme.set_text_scale(percent / 100)

    def _remember(self, name: str, value: object) -> None:
        setattr(self._controller.state, name, value)
        self._controller.remember()
