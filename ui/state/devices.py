"""The cameras and virtual cameras that are there, looked for off the GUI thread."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from engine.outputs.virtual_camera.pipewire import pipewire_is_running
from engine.sources.camera_devices import list_cameras
from ui.worker import Worker

_EVERY_MS = 3000


@dataclass(frozen=True, slots=True)
class Devices:
    """What is connected.

    Attributes:
        cameras: (id, name) of each camera.
        virtual_cameras: (id, name) of each virtual camera.
        readers: Names of the programs that show a virtual camera, as far as the system tells.
    """

    cameras: tuple[tuple[str, str], ...] = ()
    virtual_cameras: tuple[tuple[str, str], ...] = ()
    readers: tuple[str, ...] = ()


def find_devices() -> Devices:
    """Asks the system; may take a while."""
    found = list_cameras()
    cameras = tuple((camera.id, camera.name) for camera in found if not camera.virtual)
    if sys.platform != "linux":
        return Devices(cameras, tuple((camera.name, camera.name) for camera in found if camera.virtual))
    from engine.outputs.virtual_camera.loopback import find_loopbacks
    from engine.platform.device_users import device_users

    loopbacks = find_loopbacks()
    readers = dict.fromkeys(user.program for path in loopbacks for user in device_users(path) if not user.writes)
    named = tuple((path, device.card) for path, device in loopbacks.items())
    return Devices(cameras, named + ((("pipewire", "PipeWire"),) if pipewire_is_running() else ()), tuple(readers))


class DeviceWatch(QObject):
    """Looks for devices on a thread of its own, again and again where that is cheap."""

    found = Signal(Devices)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.devices: Devices | None = None
        """What was found last; None before the first answer."""
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
            self._worker.submit(find_devices, self.take)

    def take(self, devices: Devices) -> None:
        """Takes what was found; tells only of what is new."""
        if devices != self.devices:
            self.devices = devices
            self.found.emit(devices)

    def close(self) -> None:
        """Ends looking."""
        self._timer.stop()
        self._worker.close()
