"""The tray icon: what is needed while the window is out of sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from engine.core.profiles import profile_names
from engine.pipeline.session import State
from ui.controller import Controller
from ui.gallery.item import FIXED
from ui.state.others_see import OthersSee, Seen
from ui.style.icons import app_icon
from ui.texts import problem_message
from ui.widgets.seen_texts import seen_texts
from ui.window import MainWindow

_LISTED = 10
_ICON_PX = 64


class Tray(QObject):
    """Start, pause, recent backgrounds, quit; notices while the window is hidden.

    Args:
        controller: Told what was chosen.
        window: Brought to the front.
        leave: Ends the app.
    """

    def __init__(self, controller: Controller, window: MainWindow, leave: Callable[[], None]) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._lost = False
        self.icon = QSystemTrayIcon(app_icon(), self)
        self.icon.setToolTip("Cyclorama")
        self.menu = QMenu(window.rail)  # where it finds its style sheet
        self.menu.addAction(self.tr("Show Cyclorama")).triggered.connect(window.bring_to_front)
        self.menu.addSeparator()
        self.start = self.menu.addAction("")
        self.start.triggered.connect(lambda: controller.publish(not controller.publishing))
        self.pause = self.menu.addAction(self.tr("Pause"))
        self.pause.setCheckable(True)
        self.pause.triggered.connect(controller.pause)
        self.backgrounds = self.menu.addMenu(self.tr("Background"))
        self.backgrounds.aboutToShow.connect(self.fill_backgrounds)
        self.profiles = self.menu.addMenu(self.tr("Profile"))
        self.profiles.aboutToShow.connect(self.fill_profiles)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Quit")).triggered.connect(leave)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        controller.mode_changed.connect(self._follow)
        controller.others_see_changed.connect(self._follow)
        controller.status_changed.connect(self._follow_status)
        self._follow()
        self.icon.show()

    def fill_backgrounds(self) -> None:
        """No background, blur, colour, and the gallery's first pictures."""
        self.backgrounds.clear()
        in_force = self._controller.settings.background
        model = self._window.backgrounds.model
        for item in [*map(model.fixed, FIXED), *model.files()[:_LISTED]]:
            background = item.background
            if background is None or item.broken:
                continue
            action = self.backgrounds.addAction(item.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(item.shows(in_force))
            action.triggered.connect(lambda _=False, chosen=background: self._controller.choose_background(chosen))

    def fill_profiles(self) -> None:
        """The default settings and every profile."""
        self.profiles.clear()
        for name in ("", *profile_names()):
            action = self.profiles.addAction(name or self.tr("Default"))
            action.setCheckable(True)
            action.setChecked(name == self._controller.state.profile)
            action.triggered.connect(lambda _=False, chosen=name: self._controller.profiles.use(chosen))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._window.bring_to_front()

    def _follow(self) -> None:
        self.start.setText(self.tr("Stop") if self._controller.publishing else self.tr("Start"))
        self.pause.setChecked(self._controller.paused)
        seen = self._controller.others_see
        self.icon.setToolTip(f"Cyclorama – {seen_texts(seen).headline}")
        self.icon.setIcon(_marked_icon(seen))

    def _follow_status(self) -> None:
        status = self._controller.status
        lost = status.state in (State.RECOVERING, State.FAILED)
        if lost != self._lost and not self._window.isVisible():
            title = self.tr("Interrupted") if lost else self.tr("Running again")
            text = problem_message(status.message, status.error) or seen_texts(self._controller.others_see).headline
            self.icon.showMessage(title, text, app_icon())
        self._lost = lost


def _marked_icon(seen: OthersSee) -> QIcon:
    """The app's icon with a dot that says what others see: green you, amber something else, grey a still picture."""
    if not seen.on_air:
        return app_icon()
    still = "#9a9aa8" if seen.safe else "#ffb020"
    color = "#4cc38a" if seen.picture is Seen.PERSON else still
    picture = QPixmap(app_icon().pixmap(_ICON_PX, _ICON_PX))
    side = picture.width()
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("white"))
        painter.setBrush(QColor(color))
        painter.drawEllipse(QRect(side * 9 // 16, side * 9 // 16, side * 3 // 8, side * 3 // 8))
    return QIcon(picture)
