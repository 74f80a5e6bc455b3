"""The window: a rail of pages, the open page beside it, and the live picture with its actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QMainWindow, QWidget

from engine.platform.paths import assets_dir
from ui.controller import Controller
from ui.desktop.pause_key import PauseKey
from ui.pages.about import AboutPage
from ui.pages.adjust import AdjustPage
from ui.pages.backgrounds import BackgroundsPage
from ui.pages.models import ModelsPage
from ui.pages.pages import Pages, dress
from ui.pages.settings.page import SettingsPage
from ui.pages.setup import SetupPage
from ui.pages.statistics import StatisticsPage
from ui.preview.widget import PreviewWidget
from ui.state.devices import DeviceWatch
from ui.state.figures import Figures
from ui.state.others_see import Seen
from ui.state.window_place import place_of, put_back
from ui.style.icons import app_icon
from ui.style.theme import Theme
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Banner
from ui.widgets.close_dialog import CloseDialog
from ui.widgets.controls import IconButton
from ui.widgets.device_menu import DeviceMenu
from ui.widgets.keys import KeysDialog
from ui.widgets.seen_texts import over_picture, seen_texts
from ui.widgets.workspace import Rail, Workspace


class MainWindow(QMainWindow):
    """Everything on one surface.

    Args:
        controller: Already holding session and settings.
        theme: In force.
        kept: Folder for pasted pictures.
        has_tray: Whether closing may leave the app in the tray.
    """

    closed = Signal()
    """The user is done with the app."""

    def __init__(self, controller: Controller, theme: Theme, kept: Path, *, has_tray: bool) -> None:
        super().__init__()
        self._controller = controller
        self._theme = theme
        self._has_tray = has_tray
        self._shown = False
        self._remembered = controller.state.panel_open, controller.state.page
        self.setWindowIcon(app_icon())

        self.device_watch = DeviceWatch(self)
        self.preview = PreviewWidget(controller)
        self.devices = DeviceMenu(controller, self.device_watch)
        self.actions_bar = ActionBar(controller, self.preview, self.device_watch)
        self.backgrounds = BackgroundsPage(controller, assets_dir() / "backgrounds", kept)
        self.statistics = StatisticsPage(controller)
        self.models = ModelsPage(controller)
        self.pause_key = PauseKey(self)
        self.setup = SetupPage(controller)
        self.pages = Pages(theme)
        self._build()
        self.banner = Banner(controller.notices, self.workspace.stage)
        self._connect()
        self._restore()

    def _build(self) -> None:
        self.rail = Rail()
        self.stack = self.pages.stack
        self.rail_buttons = self.rail.buttons
        group = QButtonGroup(self)
        group.setExclusive(False)
        for name, icon_name, title, make in self._contents():
            chooser = IconButton(icon_name, title, checkable=True, role="rail")
            chooser.clicked.connect(partial(self._rail_clicked, name))
            group.addButton(chooser)
            self.rail.add(name, chooser, last_group=name == "settings")
            self.pages.add(name, make)
        self.workspace = Workspace(self.rail, self.stack, self.devices, self.preview, self.actions_bar)
        self.panel, self.stage = self.workspace.panel, self.workspace.stage
        self.stage.setObjectName("stage")
        self.workspace.panel_open = self._controller.state.panel_open
        self.setCentralWidget(self.workspace)
        self.workspace.setFocus()  # so that no control shows a focus ring before a key was pressed

    def _contents(self) -> list[tuple[str, str, str, Callable[[], QWidget]]]:
        """Name, icon, title and maker of each page; those that work while they are closed are there already."""
        controller, theme, watch, key = self._controller, self._theme, self.device_watch, self.pause_key
        settings = partial(SettingsPage, controller, theme, key, watch, has_tray=self._has_tray)
        return [
            ("backgrounds", "image", self.tr("Background"), lambda: self.backgrounds),
            ("adjust", "adjust", self.tr("Adjust"), partial(AdjustPage, controller)),
            ("setup", "setup", self.tr("Set-up"), lambda: self.setup),
            ("models", "models", self.tr("Models"), lambda: self.models),
            ("statistics", "statistics", self.tr("Statistics"), lambda: self.statistics),
            ("settings", "settings", self.tr("Settings"), settings),
            ("about", "about", self.tr("About"), partial(AboutPage, self.statistics.report)),
        ]

    def _connect(self) -> None:
        controller = self._controller
        controller.status_changed.connect(self._follow)
        controller.others_see_changed.connect(self._follow)
        controller.mode_changed.connect(self._follow)
        controller.settings_changed.connect(self._follow_settings)
        controller.setup_wanted.connect(partial(self.open_page, "setup"))
        self.actions_bar.setup_wanted.connect(partial(self.open_page, "setup"))
        self.devices.setup_wanted.connect(partial(self.open_page, "setup"))
        self.actions_bar.reworded.connect(self.workspace.arrange)
        self.actions_bar.full_screen_wanted.connect(self.toggle_full_screen)
        self.preview.clicked.connect(self.backgrounds.matting.clicked)
        self.backgrounds.matting.picking_changed.connect(self.preview.set_picking)
        self.pause_key.pressed.connect(controller.toggle_pause)
        self._theme.changed.connect(self._follow_theme)
        self._figures = Figures(self, controller, self.statistics, self.preview.set_overlay)
        self._figures.start()
        bar = self.actions_bar
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Return", bar.start.click),
            ("Ctrl+P", bar.pause.click),
            ("Ctrl+F", bar.freeze.click),
            ("Ctrl+D", bar.split.click),
            ("Ctrl+M", bar.show_mask.click),
            ("Ctrl+I", bar.mirror.click),
            ("F11", self.toggle_full_screen),
            ("Esc", self._leave_full_screen),
            ("Ctrl+B", self.toggle_panel),
            ("Ctrl+O", self.backgrounds.pick_files),
            ("Ctrl+Z", controller.undo),
            ("Ctrl+Shift+Z", controller.redo),
            ("F1", self.show_keys),
            ("Ctrl+Q", self.closed.emit),
        ]
        keys += [(f"Ctrl+{number}", partial(self.open_page, name)) for number, name in enumerate(self.pages, 1)]
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)
        self._follow_theme()
        self._follow()
        self._follow_settings()

    def open_page(self, name: str, _checked: bool = True) -> None:
        """Shows a page of the panel by its name."""
        if name not in self.pages:
            name = "backgrounds"
        self.pages.open(name)
        self._controller.state.page = name
        self._show_panel(True)

    def toggle_panel(self) -> None:
        """Shows the page beside the picture, or the picture alone."""
        self._show_panel(not self.workspace.panel_open)

    def _rail_clicked(self, name: str, _checked: bool = True) -> None:
        """Opens a page; a click on the open one gives its place to the picture."""
        if self.workspace.panel_open and self.pages.is_open(name):
            self._show_panel(False)
        else:
            self.open_page(name)

    def _show_panel(self, on: bool) -> None:
        state = self._controller.state
        if (on, state.page) != self._remembered:
            self._remembered = on, state.page
            self._controller.remember()
        self.workspace.panel_open = state.panel_open = on
        current = state.page
        for name, chooser in self.rail_buttons.items():
            chooser.setChecked(on and name == current)
        self.workspace.arrange()

    def show_keys(self) -> None:
        """The keys, in a dialog."""
        KeysDialog(self, self._theme.style_sheet).open()

    def toggle_full_screen(self) -> None:
        """The picture alone on the whole screen, and back."""
        self.workspace.full_screen = not self.isFullScreen()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.workspace.arrange()
        self.preview.refresh()

    def bring_to_front(self) -> None:
        """Shows the window above others, out of the tray or the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        """Shows the picture first where page and picture share a place."""
        super().showEvent(event)
        if self._shown:
            return
        self._shown = True
        if (layout := self.layout()) is not None:
            layout.activate()
        placed = self.workspace.arrangement
        if placed is not None and placed.stage is None:
            self._show_panel(False)

    def changeEvent(self, event: QEvent) -> None:
        """A minimised window polls nothing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.preview.set_minimised(self.isMinimized())
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._follow_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Into the tray, or the end of the app; asks while others see the picture."""
        self._keep_geometry()
        choice = self._controller.state.on_close
        if choice == "tray" and self._has_tray:
            event.ignore()
            self.hide()
            return
        seen = self._controller.others_see
        if choice != "quit" and (seen.on_air or (seen.wanted and not seen.reason)):
            event.ignore()
            CloseDialog(self, self._theme.style_sheet, has_tray=self._has_tray, decide=self._close_as)
            return
        super().closeEvent(event)
        self.closed.emit()

    def _close_as(self, choice: str, remember: bool) -> None:
        if remember:
            self._controller.state.on_close = choice
            self._controller.remember()
        if choice == "tray":
            self.hide()
        else:
            self.closed.emit()

    def release(self) -> None:
        """Ends what runs beside the window."""
        self._figures.stop()
        self.pages.close()
        self._keep_geometry()
        self.pause_key.stop()
        self.device_watch.close()
        self.models.close_work()
        self.setup.close_work()
        self.backgrounds.close_work()

    def _keep_geometry(self) -> None:
        if not self.isFullScreen():
            self._controller.state.geometry = place_of(self)

    def _restore(self) -> None:
        put_back(self, self._controller.state.geometry)
        page, is_open = self._controller.state.page, self._controller.state.panel_open
        self.open_page(page)
        self._show_panel(is_open)

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def _follow_theme(self) -> None:
        for part in (self.rail, self.stage, self.actions_bar):
            dress(part, self._theme)
        self.pages.follow_theme()
        self.panel.update()
        self.workspace.text_scale = self._theme.text_scale
        self.workspace.arrange()

    def _follow_settings(self) -> None:
        settings = self._controller.settings
        self.preview.set_shape((settings.width, settings.height))
        shape = settings.height / settings.width
        if shape != self.workspace.shape:
            self.workspace.shape = shape
        self.workspace.arrange()

    def _follow(self) -> None:
        seen = self._controller.others_see
        texts = seen_texts(seen)
        self.setWindowTitle(f"{texts.headline} – Cyclorama")
        self.preview.set_status(*over_picture(seen))
        starting = seen.picture is Seen.STARTING
        self.preview.set_message(self.tr("Starting the camera…") if starting else "")
        if not starting:
            self.pages.prepare()
        self.workspace.arrange()
