"""The tray icon: what is needed while the window is out of sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from engine.core.settings import Background, BackgroundKind
from engine.pipeline.session import State
from ui.controller import Controller
from ui.state.profiles import profile_names
from ui.style.icons import app_icon
from ui.texts import engine_sentence
from ui.window import MainWindow


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
        controller.status_changed.connect(self._follow_status)
        self._follow()
        self.icon.show()

    def fill_backgrounds(self) -> None:
        """Blur, none, and the gallery's first ones."""
        self.backgrounds.clear()
        chosen = str(self._controller.settings.background)
        entries = [(self.tr("Blur"), Background()), (self.tr("None"), Background(BackgroundKind.NONE))]
        model = self._window.backgrounds.model
        entries += [(model.item(number).title, model.item(number).background) for number in range(model.rowCount())][
            :10
        ]
        for title, background in entries:
            action = self.backgrounds.addAction(title)
            action.setCheckable(True)
            action.setChecked(str(background) == chosen)
            action.triggered.connect(lambda _=False, chosen=background: self._controller.choose_background(chosen))

    def fill_profiles(self) -> None:
        """The usual settings and every profile."""
        self.profiles.clear()
        for name in ("", *profile_names()):
            action = self.profiles.addAction(name or self.tr("Usual settings"))
            action.setCheckable(True)
            action.setChecked(name == self._controller.state.profile)
            action.triggered.connect(lambda _=False, chosen=name: self._controller.use_profile(chosen))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._window.bring_to_front()

    def _follow(self) -> None:
        self.start.setText(self.tr("Stop") if self._controller.publishing else self.tr("Start"))
        self.pause.setChecked(self._controller.paused)

    def _follow_status(self) -> None:
        status = self._controller.status
        lost = status.state in (State.RECOVERING, State.FAILED)
        if lost != self._lost and not self._window.isVisible():
            title = self.tr("Interrupted") if lost else self.tr("Running again")
            self.icon.showMessage(
                title, engine_sentence(status.message) or self.tr("Everything is as it was."), app_icon()
            )
        self._lost = lost
