"""The window's and the engine's settings in sections, with a search over all, profiles, import, export and reset."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from engine.core.profiles import profile_names
from engine.platform.invocation import PROGRAM
from engine.segmentation.models.model_folder import available_models
from ui.controller import Controller
from ui.desktop import autostart
from ui.desktop.pause_key import PauseKey
from ui.languages import LANGUAGES
from ui.pages.settings.files import SettingsFiles
from ui.pages.settings.searchable import SearchablePage
from ui.state.devices import Devices, DeviceWatch
from ui.state.notices import Level, Notice
from ui.style.theme import Theme
from ui.texts import option_help, option_title
from ui.widgets.controls import Label, button, column, row
from ui.widgets.device_menu import SIZES
from ui.widgets.inputs import ComboBox, LabelledSlider, Switch
from ui.widgets.option_fields import ListField, OptionField, labelled

_RATES = (15.0, 24.0, 25.0, 30.0, 50.0, 60.0)


class SettingsPage(SearchablePage):
    """Everything that is set once; what changes the picture is on the page Adjust.

    Args:
        controller: Whose settings.
        theme: For light, dark and the size of text.
        pause_key: Told whether it is wanted.
        watch: Knows what is connected.
        has_tray: Whether there is a tray to close to.
    """

    def __init__(
        self, controller: Controller, theme: Theme, pause_key: PauseKey, watch: DeviceWatch, *, has_tray: bool
    ) -> None:
        super().__init__(self.tr("Settings"), self.tr("Search settings"), self.tr("No setting found"))
        self._controller = controller
        self._theme = theme
        self._watch = watch
        self.files = SettingsFiles(controller, self)
        self._build_appearance()
        self._build_app(pause_key, has_tray)
        self._build_camera()
        self._build_profiles()
        self._build_advanced()
        self.end()
        watch.found.connect(self._follow_devices)

    def _build_appearance(self) -> None:
        state = self._controller.state
        self.add_heading(self.tr("Appearance"))
        self.scheme = ComboBox(self.tr("Colours"))
        for value, text in (
            ("system", self.tr("System")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.scheme.addItem(text, value)
        self.scheme.choose(state.scheme)
        self.scheme.activated.connect(self._choose_scheme)
        self.motion = ComboBox(self.tr("Motion"))
        for value, text in (
            ("system", self.tr("System")),
            ("full", self.tr("Full")),
            ("reduced", self.tr("Reduced")),
        ):
            self.motion.addItem(text, value)
        self.motion.choose(state.motion)
        self.motion.activated.connect(lambda: self._remember("motion", self.motion.currentData()))
        self.language = ComboBox(self.tr("Language"))
        self.language.addItem(self.tr("System"), "system")
        for value, name in LANGUAGES.items():
            self.language.addItem(name, value)
        self.language.choose(state.language)
        self.language.activated.connect(self._choose_language)
        for box in (self.scheme, self.motion, self.language):
            self.add(labelled(box), box.accessibleName())
        self.text_size = LabelledSlider(self.tr("Text size"), (100, 200), unit="%", default=100)
        self.text_size.set_value(round(state.text_scale * 100))
        self.text_size.slider.setTracking(False)
        self.text_size.moved.connect(self._scale_text)
        self.add(self.text_size, self.tr("Text size"))

    def _build_app(self, key: PauseKey, has_tray: bool) -> None:
        state = self._controller.state
        self.add_heading(self.tr("Start and close"))
        self.autostart = Switch(self.tr("Open when I log in"))
        self.autostart.setChecked(autostart.enabled())
        self.autostart.toggled.connect(self._set_autostart)
        if autostart.SUPPORTED:
            self.add(self.autostart, self.tr("Open when I log in"))
        for text, name, needs_tray in (
            (self.tr("Open in the tray"), "start_minimised", True),
            (self.tr("Start the virtual camera at launch"), "start_on_launch", False),
        ):
            switch = Switch(text)
            switch.setChecked(getattr(state, name))
            switch.setEnabled(has_tray or not needs_tray)
            switch.toggled.connect(lambda on, name=name: self._remember(name, on))
            self.add(switch, text)
        self.on_close = ComboBox(self.tr("Closing the window"))
        self.on_close.addItem(self.tr("Asks while on air"), "ask")
        if has_tray:
            self.on_close.addItem(self.tr("Keeps running in the tray"), "tray")
        self.on_close.addItem(self.tr("Quits"), "quit")
        self.on_close.choose(state.on_close)
        self.on_close.activated.connect(lambda: self._remember("on_close", self.on_close.currentData()))
        self.add(labelled(self.on_close), f"{self.tr('Closing the window')} {self.tr('Keeps running in the tray')}")
        self._pause_key = key
        self.pause_anywhere = Switch(self.tr("Pause with a key from any program"))
        self.pause_anywhere.setChecked(state.pause_anywhere)
        self.pause_anywhere.toggled.connect(self._want_pause_key)
        self.pause_how = Label("", "small", wrap=True)
        holder = QWidget()
        whole = column(holder, spacing=4)
        whole.addWidget(self.pause_anywhere)
        whole.addWidget(self.pause_how)
        self.add(holder, self.tr("Pause with a key from any program"))
        key.changed.connect(self._follow_pause_key)
        self._follow_pause_key()

    def _build_camera(self) -> None:
        controller = self._controller
        self.add_heading(self.tr("Camera"))
        automatic = self.tr("Automatic")

        def devices() -> Devices:
            return self._watch.devices or Devices()

        self.camera = ListField(
            controller,
            ("camera",),
            option_title("camera"),
            lambda: [(("auto",), automatic), *(((key,), name) for key, name in devices().cameras)],
        )
        self.virtual_camera = ListField(
            controller,
            ("virtual_camera",),
            option_title("virtual_camera"),
            lambda: [(("auto",), automatic), *(((key,), name) for key, name in devices().virtual_cameras)],
        )
        self.resolution = ListField(
            controller,
            ("width", "height"),
            self.tr("Resolution"),
            lambda: [(pair, f"\u200e{pair[0]} × {pair[1]}") for pair in SIZES],
        )
        self.rate = ListField(
            controller,
            ("fps",),
            option_title("fps"),
            lambda: [((rate,), self.tr("{rate} fps").format(rate=f"{rate:g}")) for rate in _RATES],
            lambda rate: self.tr("{rate} fps").format(rate=f"{rate:g}"),
        )
        for field, words in (
            (self.camera, option_title("camera")),
            (self.resolution, self.tr("Resolution")),
            (self.rate, option_title("fps")),
            (self.virtual_camera, option_title("virtual_camera")),
        ):
            self.add(field, words)
        self._add_option("on_demand")

    def _build_profiles(self) -> None:
        self.add_heading(self.tr("Profiles"))
        self.profile = ComboBox(self.tr("Profile"))
        self.profile.activated.connect(lambda: self._controller.profiles.use(self.profile.currentData()))
        self.delete = button(self.tr("Delete"))
        self.delete.setAccessibleName(self.tr("Delete the profile"))
        self.delete.clicked.connect(lambda: self._controller.profiles.delete(self._controller.state.profile))
        layout = row()
        layout.addWidget(self.profile, 1)
        layout.addWidget(self.delete)
        self.add(layout, self.tr("Profile"))
        self.new_profile = QLineEdit()
        self.new_profile.setPlaceholderText(self.tr("Name, such as “Work”"))
        self.new_profile.setAccessibleName(self.tr("Name of the profile"))
        self.new_profile.returnPressed.connect(self._save_profile)
        self.save_profile = button(self.tr("Save as profile"))
        self.save_profile.clicked.connect(self._save_profile)
        whole = QWidget()
        inside = column(whole, spacing=8)
        inside.addWidget(self.new_profile)
        inside.addLayout(row(None, self.save_profile))
        self.add(whole, self.tr("Save as profile"))
        self._controller.profiles.changed.connect(self._follow_profile)
        self._follow_profile()

    def _build_advanced(self) -> None:
        self.advanced = self.add_section(self.tr("Advanced"))
        self.model = ListField(
            self._controller,
            ("model",),
            option_title("model"),
            lambda: [(("auto",), self.tr("Automatic")), *(((model.id,), model.id) for model in available_models())],
        )
        self.add(self.model, f"{option_title('model')} {option_help('model')}")
        for name in ("runtime", "precision", "camera_format"):
            self._add_option(name)
        self.import_button = button(self.tr("Import…"))
        self.import_button.clicked.connect(self.files.ask_import)
        self.export_button = button(self.tr("Export…"))
        self.export_button.clicked.connect(self.files.ask_export)
        self.add(row(self.import_button, self.export_button, None), self.tr("Import and export settings"))
        self.reset_button = button(self.tr("Reset all settings"))
        self.reset_button.clicked.connect(self.files.reset)
        self.add(row(self.reset_button, None), self.tr("Reset all settings"))

    def _add_option(self, name: str) -> None:
        self.add(OptionField(self._controller, name), f"{name} {option_title(name)} {option_help(name)}")

    def _save_profile(self) -> None:
        if name := self.new_profile.text().strip():
            self._controller.profiles.save(name)
            self.new_profile.clear()

    def _follow_profile(self) -> None:
        self.profile.clear()
        self.profile.addItem(self.tr("Default"), "")
        for name in profile_names():
            self.profile.addItem(name, name)
        self.profile.choose(self._controller.state.profile)
        self.delete.setEnabled(bool(self._controller.state.profile))

    def _follow_devices(self, _: Devices) -> None:
        self.camera.follow()
        self.virtual_camera.follow()

    def _want_pause_key(self, on: bool) -> None:
        self._remember("pause_anywhere", on)
        self.pause_how.setVisible(False)
        self._pause_key.start(wanted=on)

    def _follow_pause_key(self) -> None:
        key = self._pause_key
        self.pause_anywhere.setVisible(key.offered)
        self.pause_how.setVisible(not key.offered or self.pause_anywhere.isChecked())
        if not key.offered:
            text = self.tr(
                "To pause from any program, bind this command to a key in your desktop's settings: {command}"
            )
            self.pause_how.setText(text.format(command=f"{PROGRAM} --toggle-pause"))
        elif key.trigger is None:
            self.pause_how.setText(self.tr("Your desktop assigned no key."))
        elif key.trigger:
            text = self.tr("The key is {key}. You can change it in your desktop's settings.")
            self.pause_how.setText(text.format(key=key.trigger))
        else:
            self.pause_how.setText(self.tr("Your desktop's settings show the key."))

    def _set_autostart(self, on: bool) -> None:
        try:
            autostart.enable(on)
        except OSError as error:
            self._controller.tell(Notice(Level.ERROR, self.tr("This can't be changed"), error.strerror or ""))

    def _choose_scheme(self) -> None:
        self._remember("scheme", self.scheme.currentData())
        self._theme.set_scheme(self.scheme.currentData())

    def _choose_language(self) -> None:
        self._remember("language", self.language.currentData())
        self._controller.tell(Notice(Level.INFO, self.tr("The language changes at the next start")))

    def _scale_text(self, percent: int) -> None:
        self._remember("text_scale", percent / 100)
        self._theme.set_text_scale(percent / 100)

    def _remember(self, name: str, value: object) -> None:
        setattr(self._controller.state, name, value)
        self._controller.remember()
