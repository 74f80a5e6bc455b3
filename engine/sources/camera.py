"""A live camera. A thread of its own opens, reads and releases the device, so a hanging driver blocks no stage."""

from __future__ import annotations

import itertools
import os
import sys
import threading
import time
from dataclasses import dataclass

import cv2

from engine.core import clock
from engine.core.errors import CameraError
from engine.core.frame import U8, Frame
from engine.core.slot import Slot
from engine.platform.invocation import PROGRAM
from engine.sources.base import SourceInfo
from engine.sources.camera_decode import CameraDecoder
from engine.sources.camera_devices import BACKEND, DECODABLE, CameraInfo, choose_format, find_camera

OPEN_TIMEOUT_S = 12.0
"""Some cameras take several seconds to start; OpenCV itself gives up on a first frame after ten."""
READ_TIMEOUT_S = 5.0
_FAILED_READS = 5
"""So many reads in a row that bring nothing mean that the camera is lost; one alone is a damaged buffer."""
_DAMAGED_FRAMES = 30


@dataclass(frozen=True, slots=True)
class _Buffer:
    """What the camera delivered, and when."""

    captured_ns: int
    data: U8


class CameraSource:
    """Frames of a camera, as I420.

    After the first `open` the same camera is looked for by its stable id, so that one that was pulled out is found
    again at whatever number it comes back.

    Args:
        camera: Index, stable id, path or name; `auto` for the first.
        size: (width, height) asked for.
        fps: Frame rate asked for.
        preference: `auto`, `mjpeg` or `raw`.
    """

    def __init__(self, camera: str, size: tuple[int, int], fps: float, preference: str = "auto") -> None:
        self._wanted = camera
        self._name = ""
        self._size, self._fps, self._preference = size, fps, preference
        self._grabber: _Grabber | None = None
        self._decoder: CameraDecoder | None = None
        self._sequence = itertools.count()
        self._opened_ns = 0

    def open(self) -> SourceInfo:
        """Opens the camera and asks it for size, rate and format.

        Raises:
            CameraError: It is missing, busy, or does not answer.
        """
        self.close()
        grabber = self._grabber = _Grabber(self._wanted, self._size, self._fps, self._preference, self._name)
        info, fourcc = grabber.wait_until_open()
        self._decoder = CameraDecoder(fourcc, info.size)
        self._wanted, self._name = grabber.camera_id, grabber.camera_name
        self._opened_ns = clock.now_ns()
        return info

    def read(self) -> Frame | None:
        """The newest frame, waiting for one; None after `interrupt`.

        Raises:
            CameraError: The camera is lost, or sends nothing that can be decoded.
        """
        assert self._grabber
        assert self._decoder
        for _ in range(_DAMAGED_FRAMES):
            buffer = self._grabber.take()
            if buffer is None:
                return None
            image = self._decoder.decode(buffer.data)
            if image:
                captured_ns = buffer.captured_ns
                return Frame(next(self._sequence), captured_ns, captured_ns - self._opened_ns, image)
        raise CameraError(
            "{camera} sends damaged pictures",
            "try another cable, port or format",
            code="camera-damaged-pictures",
            camera=self._grabber.camera_name,
        )

    def interrupt(self) -> None:
        """Makes a `read` or `open` that is under way return soon; may be called from any thread."""
        if self._grabber:
            self._grabber.stop()

    def close(self) -> None:
        """Returns at once; the camera's own thread releases the device when the driver returns."""
        if self._grabber:
            self._grabber.stop()
            self._grabber = None


class _Grabber(threading.Thread):
    """Finds, opens, reads and releases the device on its own thread, which alone blocks in the driver."""

    def __init__(self, wanted: str, size: tuple[int, int], fps: float, preference: str, known_as: str) -> None:
        super().__init__(name="cyclorama-camera", daemon=True)
        self.camera_id = wanted
        self.camera_name = f"the camera {wanted}"
        self._known_as = known_as
        self._size, self._fps, self._preference = size, fps, preference
        self._buffers: Slot[_Buffer] = Slot()
        self._stopped = threading.Event()
        self._answered = threading.Event()
        self._answer: tuple[SourceInfo, str] | None = None
        self._error: CameraError | None = None
        self.start()

    def wait_until_open(self) -> tuple[SourceInfo, str]:
        """What the camera gives: the source's info, and the fourcc of its buffers."""
        if not self._answered.wait(OPEN_TIMEOUT_S):
            self._error = CameraError(
                "{camera} does not answer",
                "unplug it and plug it in again",
                code="camera-timeout",
                camera=self.camera_name,
            )
        if self._answer is None:
            self.stop()
            raise self._error or CameraError(
                "opening {camera} was interrupted", code="camera-open-interrupted", camera=self.camera_name
            )
        return self._answer

    def take(self) -> _Buffer | None:
        """The newest buffer; None once stopped."""
        buffer = self._buffers.get(READ_TIMEOUT_S)
        if buffer is None and not self._stopped.is_set():
            raise self._error or CameraError(
                "{camera} sends no pictures",
                "unplug it and plug it in again",
                code="camera-no-pictures",
                camera=self.camera_name,
            )
        return buffer

    def stop(self) -> None:
        """Wakes the waiting reader; the device is released when the driver returns."""
        self._stopped.set()
        self._answered.set()
        self._buffers.close(discard=True)

    def run(self) -> None:
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)  # what goes wrong is said by a CameraError
        try:
            camera = self._find()
            self.camera_id, self.camera_name = camera.id, camera.name
            _require_access(camera)
            if not self._stopped.is_set():  # no reader waits any more: keep the camera's light off
                self._open_and_grab(camera)
        except CameraError as error:
            self._error = error
        finally:
            self._answered.set()
            self._buffers.close()

    def _find(self) -> CameraInfo:
        """The camera that is wanted; one that was open before is lost where it is not found again."""
        try:
            camera = find_camera(self.camera_id)
        except CameraError:
            if not self._known_as:
                raise
        else:
            if _is_there(camera) or not self._known_as:
                return camera
        name = self._known_as
        raise CameraError("{name} is disconnected", "reconnect it or choose another", code="camera-lost", name=name)

    def _open_and_grab(self, camera: CameraInfo) -> None:
        capture = cv2.VideoCapture(camera.address, BACKEND)
        try:
            if not capture.isOpened():
                raise _refused(camera)
            answer = self._configure(camera, capture)
            self._grab(camera, capture, answer)
        finally:
            capture.release()

    def _grab(self, camera: CameraInfo, capture: cv2.VideoCapture, answer: tuple[SourceInfo, str]) -> None:
        failed = 0
        while not self._stopped.is_set():
            if capture.grab():
                captured_ns = clock.now_ns()
                ok, data = capture.retrieve()
                if ok:
                    self._answer = self._answer or answer
                    self._answered.set()
                    self._buffers.put(_Buffer(captured_ns, data))  # type: ignore[arg-type]
                    failed = 0
                    continue
            failed += 1
            if failed >= _FAILED_READS or not _is_there(camera):
                raise CameraError(
                    "{camera} is disconnected", "reconnect it or choose another", code="camera-lost", camera=camera.name
                )
            time.sleep(0.01)

    def _configure(self, camera: CameraInfo, capture: cv2.VideoCapture) -> tuple[SourceInfo, str]:
        chosen = choose_format(camera.formats, self._size, self._fps, self._preference)
        fourcc = chosen.fourcc if chosen else "MJPG" if self._preference != "raw" else "YUYV"
        width, height = chosen.size if chosen else self._size
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*fourcc))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        capture.set(cv2.CAP_PROP_FPS, self._fps)
        given = int(capture.get(cv2.CAP_PROP_FOURCC)).to_bytes(4, "little", signed=True).decode("ascii", "replace")
        # only Linux's backend hands out undecoded buffers of the formats that we decode better
        raw = sys.platform == "linux" and given in DECODABLE and bool(capture.set(cv2.CAP_PROP_CONVERT_RGB, 0))
        size = int(capture.get(cv2.CAP_PROP_FRAME_WIDTH)), int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))
        rate = capture.get(cv2.CAP_PROP_FPS)
        details = f"{given} {size[0]}x{size[1]} at {rate:g} fps"
        if size != self._size or round(rate) < round(self._fps):
            details += f", not {self._size[0]}x{self._size[1]} at {self._fps:g} as asked"
        return SourceInfo(camera.name, size, rate, live=True, details=details), given if raw else "BGR3"


def _is_there(camera: CameraInfo) -> bool:
    return not isinstance(camera.address, str) or os.path.exists(camera.address)


def _require_access(camera: CameraInfo) -> None:
    """Says in plain words what OpenCV would only call a failure to open."""
    if isinstance(camera.address, str):
        if not _is_there(camera):
            raise CameraError(
                "there is no camera at {address}",
                "connect it; `{program} devices` lists cameras",
                code="camera-device-missing",
                address=camera.address,
                program=PROGRAM,
            )
        if not os.access(camera.address, os.R_OK | os.W_OK):
            raise CameraError(
                "you have no permission to open {camera}",
                "run `sudo usermod -aG video $USER`, then log out and in again",
                code="camera-permission",
                camera=camera.name,
            )


def _refused(camera: CameraInfo) -> CameraError:
    if sys.platform == "linux" and isinstance(camera.address, str):
        from engine.platform.device_users import device_users

        programs = sorted({user.program for user in device_users(camera.address)})
        if programs:
            return CameraError(
                "{camera} is in use by {programs}",
                "close it there",
                code="camera-busy",
                camera=camera.name,
                programs=", ".join(programs),
            )
    return CameraError(
        "{camera} can't be opened",
        "close other programs that use it, or allow access to it",
        code="camera-open-failed",
        camera=camera.name,
    )
