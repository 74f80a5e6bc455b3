"""Which camera, which size, which virtual camera; looked for off the GUI thread."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engine.outputs.virtual_camera.pipewire import pipewire_is_running
from engine.sources.camera_devices import list_cameras
from ui.controller import Controller
from ui.widgets.controls import ComboBox, Label, row
from ui.worker import Worker

_EVERY_MS = 3000
_LETTERS_BESIDE = 100
"""So many letters' widths do the choices and the figures need in one line."""
SIZES = ((640, 360), (640, 480), (960, 540), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160))


@dataclass(frozen=True, slots=True)
class Devices:
    """What is plugged in: (id, name) of each camera and each virtual camera."""

    cameras: tuple[tuple[str, str], ...]
    virtual_cameras: tuple[tuple[str, str], ...]


def find_devices() -> Devices:
    """Asks the system; may take a while."""
    found = list_cameras()
    cameras = tuple((camera.id, camera.name) for camera in found if not camera.virtual)
    if sys.platform != "linux":
        return Devices(cameras, tuple((camera.name, camera.name) for camera in found if camera.virtual))
    from engine.outputs.virtual_camera.loopback import find_loopbacks

    loopbacks = tuple((path, device.card) for path, device in find_loopbacks().items())
    return Devices(cameras, loopbacks + ((("pipewire", "PipeWire"),) if pipewire_is_running() else ()))


class DeviceWatch(QObject):
    """Looks for devices on a thread of its own, again and again where that is cheap."""

    found = Signal(Devices)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Looks now, and on Linux from time to time: elsewhere looking opens every camera."""
        self.look()
        if sys.platform == "linux":
            self._timer.start()

    def look(self) -> None:
        """Looks once, unless the last look still goes on."""
        if not self._worker.busy:
            self._worker.submit(find_devices, self.found.emit)

    def close(self) -> None:
        """Ends looking."""
        self._timer.stop()
        self._worker.close()


class DeviceBar(QWidget):
    """Three choices and the figures of the moment."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._devices: Devices | None = None
        self.watch = DeviceWatch(self)
        self.camera = ComboBox(self.tr("Camera"), "camera")
        self.camera.setMinimumContentsLength(14)
        self.camera.activated.connect(lambda: controller.use_camera(self.camera.currentData()))
        self.size_box = ComboBox(self.tr("Resolution"))
        self.size_box.setMinimumContentsLength(9)
        self.size_box.activated.connect(self._choose_size)
        self.virtual = ComboBox(self.tr("Virtual camera"), "virtual-camera")
        self.virtual.setMinimumContentsLength(12)
        self.virtual.activated.connect(lambda: controller.change(virtual_camera=self.virtual.currentData()))
        self.figures = Label("", "small")
        self.figures.setAccessibleName(self.tr("Frame rate, delay and load"))
        self.figures.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._layout = row(spacing=8)
        self._layout.addWidget(self.camera, 3)
        self._layout.addWidget(self.size_box, 2)
        self._layout.addWidget(self.virtual, 3)
        self._layout.addWidget(self.figures)
        self.setLayout(self._layout)
        controller.settings_changed.connect(self._follow)
        controller.status_changed.connect(self._follow)
        self.watch.found.connect(self.show_devices)
        self._follow()

    def show_devices(self, devices: Devices) -> None:
        """Lists what was found; the first time there is no camera, the demo clip takes its place."""
        first = self._devices is None
        if devices == self._devices:
            return
        self._devices = devices
        self._follow()
        if first and not devices.cameras and not self._controller.on_demo:
            self._controller.use_demo()

    def show_figures(self, fps: float, latency_ms: float, load_percent: float) -> None:
        """Figures of the moment in one line."""
        measured = self.tr("{fps} fps · {latency} ms · {load} % CPU")
        starting = self.tr("{fps} fps · {load} % CPU")  # no picture of the camera left yet
        self.figures.setText(
            (measured if latency_ms else starting).format(
                fps=f"{fps:.0f}", latency=f"{latency_ms:.0f}", load=f"{load_percent:.0f}"
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choices stand beneath one another where a narrow window or large text leaves no space beside."""
        super().resizeEvent(event)
        beside = self.width() > _LETTERS_BESIDE * self.fontMetrics().averageCharWidth()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def close_watch(self) -> None:
        """Ends looking for devices."""
        self.watch.close()

    def _follow(self) -> None:
        settings = self._controller.settings
        devices = self._devices or Devices((), ())
        cameras = list(devices.cameras)
        chosen = settings.camera
        # The settings may name a camera by its index, or one that is unplugged; both stay choosable.
        if chosen == "auto" and cameras:
            chosen = cameras[0][0]
        elif chosen not in [identity for identity, _ in cameras] and not self._controller.on_demo:
            source = self._controller.status.source
            named = self.tr("Camera") if chosen == "auto" else self.tr("Camera {name}").format(name=chosen)
            cameras.append((chosen, source.name if source else named))
        if self._controller.on_demo:
            cameras.append(("demo", self.tr("Demo clip")))
            chosen = "demo"
        _fill(self.camera, cameras, chosen)
        size = (settings.width, settings.height)
        sizes = [(pair, f"\u200e{pair[0]} × {pair[1]}") for pair in sorted({*SIZES, size})]
        _fill(self.size_box, sizes, size)
        virtual = [("auto", self.tr("Virtual camera: automatic")), *devices.virtual_cameras]
        if settings.virtual_camera not in [identity for identity, _ in virtual]:
            virtual.append((settings.virtual_camera, settings.virtual_camera))
        _fill(self.virtual, virtual, settings.virtual_camera)

    def _choose_size(self) -> None:
        width, height = self.size_box.currentData()
        self._controller.change(width=width, height=height)


def _fill(box: ComboBox, entries: Sequence[tuple[object, str]], chosen: object) -> None:
    """Lists entries and selects one; leaves an open list alone where nothing changed."""
    present = [(box.itemData(row), box.itemText(row)) for row in range(box.count())]
    if [(_plain(data), text) for data, text in present] != [(_plain(data), text) for data, text in entries]:
        box.clear()
        for data, text in entries:
            box.addItem(text, data)
    index = next((number for number, (data, _) in enumerate(entries) if data == chosen), -1)
    if box.currentIndex() != index:
        box.setCurrentIndex(index)


def _plain(data: object) -> object:
    """Qt hands tuples back as lists."""
    return tuple(data) if isinstance(data, list) else data
