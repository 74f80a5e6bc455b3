"""Which source is in use: a camera, or the demo clip in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from engine.pipeline.session import Session
from ui.state.notices import Level, Notice

if TYPE_CHECKING:
    from ui.controller import Controller


class SourceChoice(QObject):
    """Changes between cameras and the demo clip.

    Args:
        controller: Whose settings name the camera.
        session: Whose source it is.
    """

    changed = Signal()
    """The demo clip began or ended."""

    def __init__(self, controller: Controller, session: Session) -> None:
        super().__init__(controller)
        self._controller = controller
        self._session = session
        self.on_demo = False

    def use_camera(self, camera: str) -> None:
        """Changes to another camera, also away from the demo clip."""
        controller = self._controller
        controller.notices.retract("demo")
        controller.notices.retract("new-camera")
        if self.on_demo:
            self.on_demo = False
            controller.settings = controller.settings.replace(camera=camera)
            self._session.apply(controller.settings)
            self._session.use_source("camera")
            controller.settings_changed.emit()
            controller.remember()
            self.changed.emit()
        else:
            controller.change(camera=camera)

    def use_demo(self, *, no_camera: bool = False) -> None:
        """Plays the demo clip in place of a camera; says so where it was not asked for."""
        self.on_demo = True
        self._session.use_source("demo")
        if no_camera:
            message = QCoreApplication.translate("Controller", "No camera found. The demo clip is playing.")
            hint = QCoreApplication.translate("Controller", "Connect a camera; everything else can be tried meanwhile.")
            self._controller.tell(Notice(Level.WARNING, message, hint, key="demo"))
        self._controller.settings_changed.emit()
        self.changed.emit()
