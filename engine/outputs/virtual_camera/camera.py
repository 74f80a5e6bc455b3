"""The virtual camera: pyvirtualcam on v4l2loopback, OBS, Unity Capture, or our own PipeWire camera."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import cv2
import numpy as np

from engine.core.errors import EngineError, OutputError
from engine.core.frame import U8, Image, PixelFormat
from engine.outputs.virtual_camera.explanations import explained
from engine.outputs.virtual_camera.pipewire import CAMERA_NAME, PipeWireBackend, pipewire_is_running
from engine.outputs.virtual_camera.readers import LoopbackReaderWatch, ReaderWatch
from engine.privacy import OutputFrame

PIPEWIRE = "pipewire"
_BACKENDS = (PIPEWIRE, "v4l2loopback", "obs", "unitycapture")
_WIDTH_MULTIPLE = 16  # OBS on macOS shears other widths
_STRETCH_LIMIT = 0.02  # a difference in shape this small is stretched and not framed in black
_TIMEOUT_MS = 2000
_RING_SLOTS = 32  # most pictures that v4l2loopback's ring holds (MAX_BUFFERS in its source); its own default is 2 to 8


class VirtualCamera:
    """An output that meeting programs see as a camera.

    Args:
        target: Empty for the best that is here; `pipewire`, `obs`, `unitycapture` or `v4l2loopback`; or a device's
            path or name.
        last_frame: Makes the I420 picture of (width, height) that readers shall see should this process be killed;
            None leaves that to the driver.
        pipewire_name: What programs list a PipeWire camera as; a device has a name of its own.
    """

    pixel_format = PixelFormat.I420
    supports_alpha = False

    def __init__(
        self,
        target: str = "",
        last_frame: Callable[[tuple[int, int]], Image] | None = None,
        pipewire_name: str = CAMERA_NAME,
    ) -> None:
        self._target = target
        self._pipewire_name = pipewire_name
        self.kind = ""
        """pyvirtualcam's word for what it was opened on; empty where pyvirtualcam chose, and before `open`."""
        self._last_frame = last_frame
        self._camera: Any = None
        self._name = target or "virtual camera"
        self._size = (0, 0)
        self._canvas: Image | None = None
        self._inner = (0, 0, 0, 0)
        self._failed = 0
        self.notice: EngineError | None = None
        """What is not as it should be while it works, in one sentence for the person; may be empty."""
        self.readers = ReaderWatch()
        """Whether a program reads it; says None where that can't be known."""

    @property
    def name(self) -> str:
        """The device as programs list it."""
        return self._name

    @property
    def device(self) -> str:
        """The path or name that the device is opened by; empty before `open`."""
        return self._camera.device if self._camera else ""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) that readers receive; other pictures are scaled to it."""
        return self._size

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Opens the camera for pictures of (width, height) at a rate.

        The camera's own size may differ: a width that is no multiple of 16 is rounded, and a size that a reader has
        pinned is kept. `send` scales.

        Raises:
            OutputError: There is no virtual camera, or it can't be written.
        """
        width, height = size
        size = (max(1, round(width / _WIDTH_MULTIPLE)) * _WIDTH_MULTIPLE, height + height % 2)
        self.close()
        backend, device = self._choose()
        self.kind = backend or ""
        self.notice, self._failed, self._canvas = None, 0, None
        if sys.platform == "linux" and backend == "v4l2loopback":
            from engine.outputs.virtual_camera.loopback import prepare_loopback

            loopback = prepare_loopback(device or "", size)
            device, size, self.notice = loopback.path, loopback.size, loopback.notice
            self._name = f"{loopback.card} ({device})"
        self.readers = ReaderWatch()
        self._camera = _open(backend, device, size, fps, **({"readers": self.readers} if backend == PIPEWIRE else {}))
        self._size = size
        if backend == "v4l2loopback":
            assert device
            if self._last_frame:
                _write_last_frame(device, self._last_frame(size))
            self.readers = LoopbackReaderWatch(device)
        else:
            self._name = self._camera.device

    def send(self, frame: OutputFrame) -> None:
        """Writes one I420 picture.

        Raises:
            OutputError: The device is gone, or another program writes to it.
        """
        image = frame.image
        if image.size != self._size:
            image = self._fit(image)
        errno = _errno_of_this_thread()
        errno.value = 0
        self._camera.send(image.i420_buffer())
        # pyvirtualcam's send on Linux prints the error of a failed write and returns; errno still tells. One alone
        # may be a signal's, two in a row are not.
        self._failed = self._failed + 1 if errno.value else 0
        if self._failed >= 2:
            raise OutputError(
                "{name} can't be written ({reason})",
                "check that it is still connected and that no other program writes to it",
                code="virtual-camera-write-failed",
                name=self._name,
                reason=os.strerror(errno.value),
            )

    def close(self) -> None:
        """Releases the camera; may be called twice, and after a failed `open`."""
        self.readers.close()
        if self._camera is not None:
            camera, self._camera = self._camera, None
            if self.kind == "v4l2loopback" and not self._failed:
                self._clear_ring(camera)
            camera.close()

    def abort(self) -> None:
        """The same as `close`: a camera has nothing half-written."""
        self.close()

    def _clear_ring(self, camera: Any) -> None:
        """Writes over every picture that the driver still holds, for whoever opens the device next."""
        image = self._last_frame(self._size) if self._last_frame else _black(self._size)
        errno = _errno_of_this_thread()
        for _ in range(_RING_SLOTS):
            errno.value = 0
            camera.send(image.i420_buffer())
            if errno.value:  # it is gone, and its pictures with it
                break

    def _choose(self) -> tuple[str | None, str | None]:
        """(pyvirtualcam's backend or None for any, device or None for the first)."""
        if self._target == PIPEWIRE:
            return PIPEWIRE, self._pipewire_name
        if self._target in _BACKENDS:
            return self._target, None
        if sys.platform != "linux":
            return None, self._target or None
        from engine.outputs.virtual_camera.loopback import find_loopbacks

        if not self._target and not find_loopbacks() and pipewire_is_running():
            return PIPEWIRE, self._pipewire_name
        return "v4l2loopback", self._target or None

    def _fit(self, image: Image) -> Image:
        """Scales into the camera's size, with black bars where the shape differs."""
        inner = _inner_box(image.size, self._size)
        if self._canvas is None or inner != self._inner:
            # what a picture of another shape left here must not show beside this one
            self._canvas, self._inner = _black(self._size), inner
        left, top, width, height = inner
        for plane, canvas, step in zip(image.planes, self._canvas.planes, (1, 2, 2), strict=True):
            box = canvas[top // step : (top + height) // step, left // step : (left + width) // step]
            _resize(plane, box)
        return self._canvas


def _write_last_frame(path: str, image: Image) -> None:
    """Has the driver show a picture, and not the last one sent for ever, once nothing comes any more."""
    if sys.platform == "linux":
        from engine.platform import v4l2

        with contextlib.suppress(OSError):  # a driver that can't
            v4l2.set_timeout_image(path, image.i420_buffer().tobytes(), _TIMEOUT_MS)


def _black(size: tuple[int, int]) -> Image:
    width, height = size
    image = Image.from_i420(np.empty((height * 3 // 2, width), np.uint8))
    for plane, black in zip(image.planes, (16, 128, 128), strict=True):
        plane.fill(black)
    return image


def _open(backend: str | None, device: str | None, size: tuple[int, int], fps: float, **options: Any) -> Any:
    try:
        import pyvirtualcam.camera
    except ImportError as error:
        raise OutputError(
            "pyvirtualcam is not installed",
            "it has no build for Windows on Arm; elsewhere run `make run` again",
            code="pyvirtualcam-missing",
        ) from error
    if backend == PIPEWIRE:
        pyvirtualcam.register_backend(PIPEWIRE, PipeWireBackend)
    width, height = size
    if backend and backend not in pyvirtualcam.camera.BACKENDS:
        raise OutputError(
            "{backend} is not for this system",
            "omit the virtual camera's kind",
            code="virtual-camera-kind-unsupported",
            backend=backend,
        )
    try:
        return pyvirtualcam.Camera(
            width, height, fps, fmt=pyvirtualcam.PixelFormat.I420, device=device, backend=backend, **options
        )
    except RuntimeError as error:
        raise explained(str(error)) from error


def _inner_box(size: tuple[int, int], outer: tuple[int, int]) -> tuple[int, int, int, int]:
    """Where a picture goes within another, whole and centred: left, top, width, height, all even."""
    scale_x, scale_y = outer[0] / size[0], outer[1] / size[1]
    if abs(scale_x / scale_y - 1) <= _STRETCH_LIMIT:
        return 0, 0, *outer
    scale = min(scale_x, scale_y)
    width, height = (min(full, round(part * scale / 2) * 2) for part, full in zip(size, outer, strict=True))
    return (outer[0] - width) // 4 * 2, (outer[1] - height) // 4 * 2, width, height


def _resize(plane: U8, into: U8) -> None:
    height, width = into.shape
    downsamples = width < plane.shape[1]
    into[:] = cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA if downsamples else cv2.INTER_LINEAR)


def _errno_of_this_thread() -> ctypes.c_int:
    """The C library's errno, live; a constant 0 off Linux, where `send` raises by itself."""
    if sys.platform != "linux":
        return ctypes.c_int(0)
    errno: ctypes.c_int = _libc().__errno_location().contents
    return errno


@cache
def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None)
    libc.__errno_location.restype = ctypes.POINTER(ctypes.c_int)
    return libc
