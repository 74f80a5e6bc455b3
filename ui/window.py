"""The window: a rail of pages, the open page beside it, and the live picture with what it takes to go on air."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from engine.platform.paths import assets_dir
from ui.controller import Controller
from ui.desktop.pause_key import PauseKey
from ui.pages.adjust import AdjustPage
from ui.pages.backgrounds import BackgroundsPage
from ui.pages.doctor import DoctorPage
from ui.pages.meetings import MeetingsPage
from ui.pages.models import ModelsPage
from ui.pages.settings import SettingsPage
from ui.pages.statistics import Load, StatisticsPage
from ui.preview.widget import PreviewWidget
from ui.style.icons import app_icon
from ui.style.theme import Theme
from ui.texts import engine_sentence
from ui.widgets.banner import Banner
from ui.widgets.controls import IconButton, Panel, column, follow_theme
from ui.widgets.device_bar import DeviceBar
from ui.widgets.live_controls import Transport

_RAIL_PX = 88
_PANEL_PX = 344
_SMALLEST_PX = (880, 560)
_FIGURES_MS = 1000


class MainWindow(QMainWindow):
    """Everything on one surface; nothing modal.

    Args:
        controller: Already holding session and settings.
        theme: In force.
        kept: Folder for pasted pictures.
        has_tray: Whether closing may leave the app in the tray.
    """

    closed = Signal()
    """The person is done with the app."""

    def __init__(self, controller: Controller, theme: Theme, kept: Path, *, has_tray: bool) -> None:
        super().__init__()
        self._controller = controller
        self._has_tray = has_tray
        self.setWindowTitle("Cyclorama")
        self.setWindowIcon(app_icon())
        self.resize(1320, 664)

        self.banner = Banner()
        self.preview = PreviewWidget(controller)
        self.devices = DeviceBar(controller)
        self.transport = Transport(controller, self.preview)
        self.backgrounds = BackgroundsPage(controller, assets_dir() / "backgrounds", kept)
        self.statistics = StatisticsPage(controller)
        self.models = ModelsPage(controller)
        self.pause_key = PauseKey(self)
        self.doctor = DoctorPage(controller)
        self.pages: dict[str, tuple[str, str, QWidget]] = {
            "backgrounds": ("image", self.tr("Background"), self.backgrounds),
            "adjust": ("adjust", self.tr("Adjust"), AdjustPage(controller)),
            "meetings": ("virtual-camera", self.tr("Meetings"), MeetingsPage()),
            "models": ("models", self.tr("Models"), self.models),
            "doctor": ("doctor", self.tr("Doctor"), self.doctor),
            "statistics": ("statistics", self.tr("Statistics"), self.statistics),
            "settings": (
                "settings",
                self.tr("Settings"),
                SettingsPage(controller, theme, self.pause_key, has_tray=has_tray),
            ),
        }
        self._build()
        self._connect(theme)
        self._restore()

    def _build(self) -> None:
        root = QWidget()
        whole = QHBoxLayout(root)
        whole.setContentsMargins(8, 16, 16, 16)
        whole.setSpacing(12)

        self.rail = QWidget()
        self.rail.setObjectName("rail")
        rail = column(self.rail, spacing=8)
        self.stack = QStackedWidget()
        self.rail_buttons: dict[str, IconButton] = {}
        group = QButtonGroup(self)
        for name, (icon_name, title, page) in self.pages.items():
            if name == "settings":
                rail.addStretch(1)
            chooser = IconButton(icon_name, title, checkable=True, role="rail")
            chooser.setSizePolicy(chooser.sizePolicy().Policy.Expanding, chooser.sizePolicy().Policy.Fixed)
            chooser.clicked.connect(partial(self.open_page, name))
            group.addButton(chooser)
            rail.addWidget(chooser)
            self.rail_buttons[name] = chooser
            self.stack.addWidget(page)
        whole.addWidget(self.rail)

        self.panel = Panel()
        self.panel.setFixedWidth(_PANEL_PX)
        column(self.panel).addWidget(self.stack)
        whole.addWidget(self.panel)

        self.stage = QWidget()
        self.stage.setObjectName("stage")
        picture = column(self.stage)
        picture.setSpacing(16)
        picture.addWidget(self.devices)
        picture.addWidget(self.banner)
        picture.addWidget(self.preview, 1)
        picture.addWidget(self.transport)
        picture.addStretch(0)
        whole.addWidget(self.stage, 1)
        self.setCentralWidget(root)
        root.setFocus()  # so that no control shows a focus ring before a key was pressed

    def _connect(self, theme: Theme) -> None:
        controller = self._controller
        controller.told.connect(self.banner.tell)
        controller.status_changed.connect(self._follow)
        controller.settings_changed.connect(self._follow_settings)
        controller.doctor_wanted.connect(self._open_doctor)
        self.transport.full_screen_wanted.connect(self.toggle_full_screen)
        self.transport.help_wanted.connect(partial(self.open_page, "meetings"))
        self.statistics.overlay.setChecked(controller.state.overlay)
        self.statistics.overlay.toggled.connect(self._set_overlay)
        self.pause_key.pressed.connect(controller.toggle_pause)
        theme.changed.connect(self._follow_theme)
        self._theme = theme
        self._undressed: list[QWidget] = []
        self._dressing = QTimer(self)
        self._dressing.setSingleShot(True)
        self._dressing.timeout.connect(self._dress_next)
        self._load = Load()
        self._figures = QTimer(self)
        self._figures.setInterval(_FIGURES_MS)
        self._figures.timeout.connect(self._show_figures)
        self._figures.start()
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Return", self.transport.start.click),
            ("Ctrl+P", self.transport.pause.click),
            ("Ctrl+F", self.transport.freeze.click),
            ("Ctrl+D", self.transport.split.click),
            ("Ctrl+M", self.transport.show_mask.click),
            ("Ctrl+I", self.transport.mirror.click),
            ("F11", self.toggle_full_screen),
            ("Esc", self._leave_full_screen),
            ("Ctrl+O", self.backgrounds.pick_files),
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
        self._dress(self.pages[name][2])
        self.stack.setCurrentWidget(self.pages[name][2])
        self.rail_buttons[name].setChecked(True)
        if self._controller.state.page != name:
            self._controller.state.page = name
            self._controller.remember()

    def _open_doctor(self) -> None:
        self.open_page("doctor")
        self.doctor.run()

    def toggle_full_screen(self) -> None:
        """The picture alone on the whole screen, and back."""
        full = not self.isFullScreen()
        for part in (self.rail, self.panel, self.devices, self.transport):
            part.setVisible(not full)
        margins = (0, 0, 0, 0) if full else (8, 16, 16, 16)
        if (central := self.centralWidget()) is not None and (layout := central.layout()) is not None:
            layout.setContentsMargins(*margins)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._follow_settings()
        self.preview.refresh()

    def bring_to_front(self) -> None:
        """Shows the window above others, out of the tray or the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        """A minimised window polls nothing."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.preview.set_minimised(self.isMinimized())
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._follow_theme()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Into the tray where the person chose so, else the end of the app."""
        self._keep_geometry()
        if self._has_tray and self._controller.state.close_to_tray:
            event.ignore()
            self.hide()
            return
        super().closeEvent(event)
        self.closed.emit()

    def release(self) -> None:
        """Ends what runs beside the window."""
        self._figures.stop()
        self._dressing.stop()
        self._keep_geometry()
        self.pause_key.stop()
        self.devices.close_watch()
        self.models.close_work()
        self.doctor.close_work()
        self.backgrounds.close_work()

    def _keep_geometry(self) -> None:
        if not self.isFullScreen():
            self._controller.state.geometry = bytes(self.saveGeometry().toHex().data()).decode()

    def _restore(self) -> None:
        geometry = self._controller.state.geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromHex(geometry.encode()))
        self.open_page(self._controller.state.page)

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def _follow_theme(self) -> None:
        # What is in sight at once, the other pages each in a turn of the event loop, so that no turn takes long.
        self._undressed = [page for _, _, page in self.pages.values()]
        for part in (self.rail, self.stage, self.stack.currentWidget()):
            if part is not None:
                self._dress(part)
        self._dressing.start()
        self.panel.update()
        scale = 0.5 + self._theme.text_scale / 2
        self.rail.setMinimumWidth(max(_RAIL_PX, self.rail.sizeHint().width()))
        self.panel.setFixedWidth(round(_PANEL_PX * scale))
        width, height = (round(side * scale) for side in _SMALLEST_PX)
        self.setMinimumSize(QSize(width, max(min(height, self.screen().availableSize().height()), _SMALLEST_PX[1])))

    def _dress(self, part: QWidget) -> None:
        """Has a part wear the theme's style sheet and follow it; a page that does already stays as it is."""
        if part in self._undressed:
            self._undressed.remove(part)
        elif self.stack.indexOf(part) >= 0:
            return
        if part.styleSheet() != self._theme.style_sheet:
            part.setStyleSheet(self._theme.style_sheet)
        follow_theme(part)

    def _dress_next(self) -> None:
        if self._undressed:
            self._dress(self._undressed[0])
            self._dressing.start()

    def _set_overlay(self, on: bool) -> None:
        self._controller.state.overlay = on
        self._controller.remember()
        self._show_figures()

    def _show_figures(self) -> None:
        if not self.isVisible() or self.isMinimized():
            return
        stats = self._controller.stats()
        load = self._load.percent()
        self.devices.show_figures(stats.fps_out, stats.latency_p50_ms, load)
        lines = [f"{name}   {value}" for name, value in self.statistics.figures(stats).items()]
        self.preview.set_overlay(lines if self._controller.state.overlay else [])

    def _follow_settings(self) -> None:
        settings = self._controller.settings
        self.preview.set_shape((settings.width, settings.height), limited=not self.isFullScreen())

    def _follow(self) -> None:
        status = self._controller.status
        self.preview.set_message(engine_sentence(status.message) or self.tr("Starting the camera…"))
