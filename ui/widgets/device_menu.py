"""Camera, resolution and virtual camera in one menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from ui.controller import Controller
from ui.state.devices import Devices, DeviceWatch
from ui.state.notices import Level, Notice
from ui.style.icons import icon

SIZES = ((640, 360), (640, 480), (960, 540), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160))
_LONGEST_NAME = 36


class DeviceMenu(QToolButton):
    """A button that names the source and opens the menu.

    Args:
        controller: Told what was chosen.
        watch: Knows what is connected.
    """

    setup_wanted = Signal()

    def __init__(self, controller: Controller, watch: DeviceWatch) -> None:
        super().__init__()
        self._controller = controller
        self._watch = watch
        self._seen: set[str] | None = None
        self.setProperty("role", "menu")
        self.setAccessibleName(self.tr("Camera and picture"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        controller.settings_changed.connect(self.follow)
        controller.status_changed.connect(self.follow)
        controller.mode_changed.connect(self.follow)
        watch.found.connect(self._take)
        self.follow_theme()

    def follow_theme(self) -> None:
        """Draws the icon again, in the colour of the text."""
        self.setIcon(icon("camera"))
        self.follow()

    def follow(self) -> None:
        """Says which camera is in use, at which size."""
        settings = self._controller.settings
        name = self._camera_name()
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        self.setText(f"{short} · \u200e{settings.width} × {settings.height}  ▾")
        self.setToolTip(self.tr("{camera}: choose camera, resolution and virtual camera").format(camera=name))

    def cameras(self) -> list[tuple[str, str]]:
        """(id, name) of every camera that can be chosen: what is connected, and what the settings name."""
        devices = self._watch.devices or Devices()
        chosen = self._controller.settings.camera
        cameras = list(devices.cameras)
        if chosen != "auto" and chosen not in [identity for identity, _ in cameras]:
            source = self._controller.status.source
            known = source.name if source is not None and not self._controller.source.on_demo else ""
            cameras.append((chosen, known or self.tr("Camera {name}").format(name=chosen)))
        return cameras

    def fill(self) -> None:
        """Lists what there is now."""
        controller, menu = self._controller, self._menu
        settings = controller.settings
        menu.clear()
        cameras = self.cameras()
        camera: str | None = settings.camera
        if camera == "auto" and cameras:
            camera = cameras[0][0]
        self._add(
            self.tr("Camera"),
            menu,
            cameras,
            None if controller.source.on_demo else camera,
            controller.source.use_camera,
        )
        demo = menu.addAction(self.tr("Demo clip"))
        demo.setCheckable(True)
        demo.setChecked(controller.source.on_demo)
        demo.triggered.connect(lambda _: controller.source.use_demo())
        size = (settings.width, settings.height)
        named = [(pair, f"\u200e{pair[0]} × {pair[1]}") for pair in sorted({*SIZES, size})]
        sizes = menu.addMenu(self.tr("Resolution"))
        self._add("", sizes, named, size, lambda pair: controller.change(width=pair[0], height=pair[1]))
        devices = self._watch.devices or Devices()
        virtual = list(devices.virtual_cameras)
        if virtual or settings.virtual_camera != "auto":
            virtual.insert(0, ("auto", self.tr("Automatic")))
        if settings.virtual_camera not in [identity for identity, _ in virtual] and settings.virtual_camera != "auto":
            virtual.append((settings.virtual_camera, settings.virtual_camera))
        self._add(
            self.tr("Virtual camera"),
            menu,
            virtual,
            settings.virtual_camera,
            lambda chosen: controller.change(virtual_camera=chosen),
        )
        if not virtual:
            menu.addAction(self.tr("Not installed – set up…")).triggered.connect(self.setup_wanted)

    def _camera_name(self) -> str:
        if self._controller.source.on_demo:
            return self.tr("Demo clip")
        cameras, chosen = self.cameras(), self._controller.settings.camera
        if chosen == "auto":
            return cameras[0][1] if cameras else self.tr("No camera")
        return next((name for identity, name in cameras if identity == chosen), chosen)

    def _add(
        self,
        heading: str,
        menu: QMenu,
        entries: Iterable[tuple[Any, str]],
        chosen: object,
        choose: Callable[[Any], None],
    ) -> None:
        if heading:
            menu.addSeparator()
            title = menu.addAction(heading)
            title.setEnabled(False)
        group = QActionGroup(menu)
        for data, text in entries:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(data == chosen)
            action.triggered.connect(lambda _=False, data=data: choose(data))
            group.addAction(action)

    def _take(self, devices: Devices) -> None:
        """The first time there is no camera, the demo clip takes its place; a new one is offered."""
        controller = self._controller
        before, self._seen = self._seen, {identity for identity, _ in devices.cameras}
        self.follow()
        if before is None:
            if not devices.cameras and not controller.source.on_demo:
                controller.source.use_demo(no_camera=True)
            return
        for identity, name in devices.cameras:
            other_runs = controller.source.on_demo or (bool(before) and controller.settings.camera != identity)
            if identity not in before and other_runs:
                self._offer(identity, name)

    def _offer(self, identity: str, name: str) -> None:
        """Says that a camera was connected, with a button that takes it."""
        controller = self._controller
        controller.notices.retract("demo")
        controller.tell(
            Notice(
                Level.INFO,
                self.tr("{name} connected").format(name=name),
                action=self.tr("Use this camera"),
                act=partial(controller.source.use_camera, identity),
                key="new-camera",
            )
        )
