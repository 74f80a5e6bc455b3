"""Lists cameras, with the name shown to the user, the id kept in settings and the formats they offer."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2

from engine.core.errors import CameraError
from engine.platform.camera_names import camera_names, is_virtual_name
from engine.platform.invocation import PROGRAM

_BY_ID = Path("/dev/v4l/by-id")
_MOST_INDICES = 8
_COLOURLESS = frozenset(
    ("GREY", "Y8", "Y8I", "Y10", "Y10B", "Y10P", "Y12", "Y12I", "Y14", "Y16", "Z16", "INZI", "UVCH")
)
"""V4L2's formats of grey, infrared, depth and metadata: a laptop's face unlock has such a camera of its own."""
_INFRARED_WORDS = ("ir", "infrared", "hello")
"""In a camera's name, where the system tells no formats."""

BACKEND = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}.get(sys.platform, cv2.CAP_ANY)
"""What OpenCV captures with; Windows' newer Media Foundation takes ten seconds to open some cameras."""
MJPEG = "MJPG"
DECODABLE = ("YU12", "NV12", "YUYV", MJPEG)
"""The formats that are taken, by what decoding them costs."""


@dataclass(frozen=True, slots=True)
class CameraFormat:
    """A format that a camera offers.

    Attributes:
        fourcc: As OpenCV and V4L2 name it: `MJPG`, `YUYV`, `YU12`, `NV12` …
        size: (width, height) in pixels.
        fps: The highest frame rate at that size; 0 where it is not told.
    """

    fourcc: str
    size: tuple[int, int]
    fps: float


@dataclass(frozen=True, slots=True)
class CameraInfo:
    """A camera that is there.

    Attributes:
        id: What settings keep: the same after the camera was unplugged and plugged in again, where the system can tell.
        name: Shown to the user.
        address: What OpenCV opens: /dev/videoN on Linux, an index elsewhere.
        virtual: A program feeds it; it may be our own.
        formats: What it offers; empty where that is not told.
    """

    id: str
    name: str
    address: str | int
    virtual: bool = False
    formats: tuple[CameraFormat, ...] = ()

    @property
    def fitness(self) -> int:
        """How fit it is for calls, the lowest first: colour, infrared or grey, no pictures, fed by a program."""
        if self.virtual:
            return 3
        if sys.platform == "linux":
            fourccs = {offer.fourcc.strip("\0 ") for offer in self.formats}
            if fourccs:
                return 0 if fourccs - _COLOURLESS else 1
            return 2
        return 1 if any(word in self.name.casefold().split() for word in _INFRARED_WORDS) else 0


def list_cameras() -> list[CameraInfo]:
    """Every camera that can be captured from now, the fittest for calls first.

    Cheap where the system tells the names; elsewhere each camera is opened for a moment.
    """
    if sys.platform != "linux":
        return _cameras_by_index()
    from engine.platform import v4l2

    ids = _stable_ids()
    cameras = []
    for path in v4l2.device_paths():
        try:
            camera = _describe(path, ids.get(path, path))
        except OSError:  # not ours to open, or just pulled out
            continue
        if camera:
            cameras.append(camera)
    return sorted(cameras, key=lambda camera: camera.fitness)


def find_camera(wanted: str) -> CameraInfo:
    """The camera of an index, id, path or name; `auto` takes the fittest that is a real one.

    Raises:
        CameraError: It is not there.
    """
    if wanted == "auto" and sys.platform == "linux":
        # Not /dev/video0: that may be a virtual camera, or gone while another is plugged in.
        first = next((camera for camera in list_cameras() if not camera.virtual), None)
        if first is None:
            raise CameraError("no camera connected", "connect one", code="no-camera")
        return first
    if sys.platform != "linux":
        return _find_by_index(wanted)
    if wanted.isdigit():
        wanted = f"/dev/video{wanted}"
    link = _BY_ID / wanted  # for a path that path itself
    if wanted.startswith("/dev/") or link.is_symlink():
        return _at(os.path.realpath(link))
    cameras = list_cameras()
    for same in (
        lambda camera: wanted in (camera.id, camera.name),
        lambda camera: wanted.casefold() in camera.name.casefold(),
    ):
        found = next(filter(same, cameras), None)
        if found:
            return found
    raise CameraError(
        "there is no camera {wanted!r}",
        "connect it; `{program} devices` lists what is connected",
        code="camera-unknown",
        wanted=wanted,
        program=PROGRAM,
    )


def _cameras_by_index() -> list[CameraInfo]:
    """Cameras of a system where OpenCV opens them by index; their ids are their names, if the system tells any."""
    names = camera_names()
    if not names:
        return [CameraInfo(str(i), f"Camera {i}", i) for i in range(_MOST_INDICES) if _opens(i)]
    ids = [name if names.index(name) == i else f"{name} #{names[: i + 1].count(name)}" for i, name in enumerate(names)]
    return [CameraInfo(ids[i], name, i, virtual=is_virtual_name(name)) for i, name in enumerate(names)]


def _find_by_index(wanted: str) -> CameraInfo:
    if wanted.isdigit():
        return CameraInfo(wanted, f"Camera {wanted}", int(wanted))
    if wanted == "auto" and not camera_names():
        return CameraInfo("0", "Camera 0", 0)
    cameras = sorted(_cameras_by_index(), key=lambda camera: camera.fitness)
    matches = (
        lambda camera: wanted == "auto" and not camera.virtual,
        lambda camera: wanted in (camera.id, camera.name),
        lambda camera: wanted.casefold() in camera.name.casefold(),
    )
    for matching in matches:
        if (found := next(filter(matching, cameras), None)) is not None:
            return found
    if wanted == "auto":
        raise CameraError("no camera connected", "connect one", code="no-camera")
    raise CameraError(
        "there is no camera {wanted!r}",
        "connect it; `{program} devices` lists what is connected",
        code="camera-unknown",
        wanted=wanted,
        program=PROGRAM,
    )


def choose_format(
    formats: tuple[CameraFormat, ...], size: tuple[int, int], fps: float, preference: str
) -> CameraFormat | None:
    """What to ask a camera for.

    Raw at the full rate costs least to decode; large pictures fit through USB 2 only as JPEG.

    Args:
        formats: What it offers.
        size: (width, height) wanted.
        fps: Frame rate wanted.
        preference: `auto`, `mjpeg` or `raw`.

    Returns:
        The format that comes nearest: kind first unless it is `auto`, then size, then rate, then the cheaper kind.
        None if nothing is known.
    """
    usable = [offer for offer in formats if offer.fourcc in DECODABLE]
    if preference != "auto":
        usable = [offer for offer in usable if (offer.fourcc == MJPEG) == (preference == "mjpeg")] or usable
    width, height = size

    def distance(offer: CameraFormat) -> tuple[int, int, int]:
        too_small = offer.size[0] < width or offer.size[1] < height
        area = abs(offer.size[0] * offer.size[1] - width * height) * (4 if too_small else 1)
        too_slow = max(0, round(fps - offer.fps)) if offer.fps else 0
        return area, too_slow, DECODABLE.index(offer.fourcc)

    return min(usable, key=distance, default=None)


def _at(path: str) -> CameraInfo:
    """The camera of a device's path; no other device is asked, since that may hang."""
    camera = None
    with contextlib.suppress(OSError):  # opening it will say what is wrong
        camera = _describe(path, _stable_ids().get(path, path))
    return camera or CameraInfo(path, path, path)


def _stable_ids() -> dict[str, str]:
    """By device's path."""
    return {os.path.realpath(link): link.name for link in sorted(_BY_ID.glob("*"))} if _BY_ID.is_dir() else {}


def _describe(path: str, stable_id: str) -> CameraInfo | None:
    from engine.platform import v4l2

    # what a loopback device is and offers changes with who writes to it
    appeared_ns = time.monotonic_ns() if v4l2.is_loopback(path) else os.stat(path).st_ctime_ns
    return _ask(path, stable_id, appeared_ns)


@lru_cache(maxsize=64)
def _ask(path: str, stable_id: str, appeared_ns: int) -> CameraInfo | None:
    """Asks once for each time that the node appeared: a hundred questions may take a USB camera a while."""
    from engine.platform import v4l2

    with v4l2.opened(path) as descriptor:
        capability = v4l2.query(descriptor)
        if not capability.capture:
            return None
        formats = tuple(CameraFormat(*offer) for offer in v4l2.capture_formats(descriptor))
    return CameraInfo(stable_id, capability.card, path, capability.driver == v4l2.LOOPBACK_DRIVER, formats)


def _opens(index: int) -> bool:
    capture = cv2.VideoCapture(index, BACKEND)
    opened = capture.isOpened()
    capture.release()
    return opened
