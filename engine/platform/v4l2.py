"""V4L2 ioctls that neither OpenCV nor pyvirtualcam makes. Linux only.

Layouts and numbers are those of linux/videodev2.h on 64-bit machines.
"""

from __future__ import annotations

import contextlib
import fcntl
import mmap
import os
import re
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOOPBACK_DRIVER = "v4l2 loopback"

BUF_TYPE_VIDEO_CAPTURE = 1
BUF_TYPE_VIDEO_OUTPUT = 2

_CAP_VIDEO_CAPTURE = 0x1
_CAP_VIDEO_OUTPUT = 0x2
_CAP_DEVICE_CAPS = 0x80000000

_QUERYCAP = 0x80685600
_ENUM_FMT = 0xC0405602
_REQBUFS = 0xC0145608
_QUERYBUF = 0xC0585609
_STREAMON = 0x40045612
_S_CTRL = 0xC008561C
_TRY_FMT = 0xC0D05640
_ENUM_FRAMESIZES = 0xC02C564A
_ENUM_FRAMEINTERVALS = 0xC034564B

_CAPABILITY = struct.Struct("=16s32s32sIII12x")
_FMTDESC = struct.Struct("=III32s4s16x")
_FRMSIZEENUM = struct.Struct("=I4sI6I8x")
_FRMIVALENUM = struct.Struct("=I4sIII6I8x")
_FORMAT = struct.Struct("=I4xII4s4xII176x")
_BUFFER = struct.Struct("=IIII44xII4xI12x")
_DISCRETE = 1
_MEMORY_MMAP = 1
# v4l2loopback.c: its controls start at V4L2_CID_USER_BASE | 0xf000
_LOOPBACK_TIMEOUT_MS = 0x0098F902
_LOOPBACK_TIMEOUT_IMAGE_IO = 0x0098F903
_MOST_ENTRIES = 128
"""The limit of every enumeration: a driver that never returns EINVAL must not hang the program."""

COMMON_SIZES = ((640, 360), (640, 480), (960, 540), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160))
"""Sizes offered for a device that reports only a range."""


@dataclass(frozen=True, slots=True)
class Capability:
    """A device's answer to VIDIOC_QUERYCAP.

    Attributes:
        driver: The kernel module's name.
        card: The device's name as users see it.
        capture: It can be captured from now.
        output: It can be written to now.
    """

    driver: str
    card: str
    capture: bool
    output: bool


@contextlib.contextmanager
def opened(path: str, flags: int = os.O_RDONLY) -> Iterator[int]:
    """A descriptor of the device, opened without blocking.

    Raises:
        OSError: It is missing, or access is denied.
    """
    descriptor = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def device_paths() -> list[str]:
    """/dev/videoN of every video device, by number."""
    numbered = [
        (int(match[1]), str(path))
        for path in Path("/dev").glob("video*")
        if (match := re.fullmatch(r"video(\d+)", path.name))
    ]
    return [path for _, path in sorted(numbered)]


def query(descriptor: int) -> Capability:
    """Asks a device for its driver, name and capabilities.

    Raises:
        OSError: It is no video device, or is gone.
    """
    answer = bytearray(_CAPABILITY.size)
    fcntl.ioctl(descriptor, _QUERYCAP, answer)
    driver, card, _bus, _version, whole, node = _CAPABILITY.unpack(answer)
    flags = node if whole & _CAP_DEVICE_CAPS else whole
    return Capability(_text(driver), _text(card), bool(flags & _CAP_VIDEO_CAPTURE), bool(flags & _CAP_VIDEO_OUTPUT))


def is_loopback(path: str) -> bool:
    """Whether a device is v4l2loopback's; opens it only once, since opening wakes a USB camera.

    Raises:
        OSError: It is missing, or access is denied.
    """
    return _driver(path, os.stat(path).st_ctime_ns) == LOOPBACK_DRIVER


@cache
def _driver(path: str, appeared_ns: int) -> str:
    with opened(path) as descriptor:
        return query(descriptor).driver


def capture_formats(descriptor: int) -> list[tuple[str, tuple[int, int], float]]:
    """A camera's formats in the driver's order: (fourcc, (width, height), highest rate in 1/s or 0 if unknown)."""
    return [
        (fourcc.decode("ascii", "replace"), size, _highest_rate(descriptor, fourcc, size))
        for fourcc in _fourccs(descriptor)
        for size in _sizes(descriptor, fourcc)
    ]


def output_format(descriptor: int, size: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """The format that the device would use for I420 output of a size: (fourcc, size); another one if a reader fixed it.

    Raises:
        OSError: The device refuses output.
    """
    request = bytearray(_FORMAT.pack(BUF_TYPE_VIDEO_OUTPUT, *size, b"YU12", 0, 0))
    fcntl.ioctl(descriptor, _TRY_FMT, request)
    _type, width, height, fourcc, _stride, _bytes = _FORMAT.unpack(request)
    return fourcc.decode("ascii", "replace"), (width, height)


def is_written(path: str, watch_s: float = 0.2) -> bool:
    """Whether a v4l2loopback device keeps receiving frames; a single one may be its time-out image.

    Raises:
        OSError: The device can't be opened.
    """
    with opened(path) as descriptor:
        _read_all(descriptor)
        for _ in range(2):
            time.sleep(watch_s)
            if not _read_all(descriptor):
                return False
        return True


def restore_output(path: str) -> None:
    """Makes a v4l2loopback 0.12 device announce output again; it stops doing so once a writer that used write() closes.

    Starting output streaming fails, since no buffers were asked for; closing the descriptor then resets the device.

    Raises:
        OSError: The device can't be opened.
    """
    with opened(path, os.O_WRONLY) as descriptor, contextlib.suppress(OSError):
        fcntl.ioctl(descriptor, _STREAMON, struct.pack("=i", BUF_TYPE_VIDEO_OUTPUT))


def set_timeout_image(path: str, frame: bytes, timeout_ms: int) -> None:
    """Sets the time-out image of a v4l2loopback device that has a format: readers get it when no frame came for a time.

    Args:
        path: /dev/videoN.
        frame: In the device's format.
        timeout_ms: The time without a frame after which the image is shown.

    Raises:
        OSError: The driver does not support it.
    """
    with opened(path, os.O_RDWR) as control:
        _set_control(control, _LOOPBACK_TIMEOUT_IMAGE_IO, 1)
        with opened(path, os.O_RDWR) as device:  # the next descriptor maps the image
            fcntl.ioctl(device, _REQBUFS, struct.pack("=III8x", 1, BUF_TYPE_VIDEO_OUTPUT, _MEMORY_MMAP))
            request = bytearray(_BUFFER.pack(0, BUF_TYPE_VIDEO_OUTPUT, 0, 0, 0, 0, 0))
            fcntl.ioctl(device, _QUERYBUF, request)
            *_, offset, length = _BUFFER.unpack(request)
            with mmap.mmap(device, length, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE, offset=offset) as image:
                image[: len(frame)] = frame
        _set_control(control, _LOOPBACK_TIMEOUT_MS, timeout_ms)


def _read_all(descriptor: int) -> bool:
    """Reads all that is available; False if nothing."""
    found = False
    with contextlib.suppress(OSError):  # nothing more, or another reader has the device to itself
        while os.read(descriptor, 1 << 16):
            found = True
    return found


def _set_control(descriptor: int, control: int, value: int) -> None:
    fcntl.ioctl(descriptor, _S_CTRL, struct.pack("=Ii", control, value))


def _text(raw: bytes) -> str:
    return raw.split(b"\0", 1)[0].decode("utf-8", "replace")


def _enumerate(descriptor: int, request: int, entries: Iterator[bytearray]) -> Iterator[bytearray]:
    for entry in entries:
        try:
            fcntl.ioctl(descriptor, request, entry)
        except OSError:
            return
        yield entry


def _fourccs(descriptor: int) -> list[bytes]:
    blank = (_FMTDESC.pack(i, BUF_TYPE_VIDEO_CAPTURE, 0, b"", b"") for i in range(_MOST_ENTRIES))
    return [_FMTDESC.unpack(entry)[4] for entry in _enumerate(descriptor, _ENUM_FMT, map(bytearray, blank))]


def _sizes(descriptor: int, fourcc: bytes) -> list[tuple[int, int]]:
    blank = (_FRMSIZEENUM.pack(i, fourcc, *[0] * 7) for i in range(_MOST_ENTRIES))
    sizes: list[tuple[int, int]] = []
    for entry in _enumerate(descriptor, _ENUM_FRAMESIZES, map(bytearray, blank)):
        _index, _fourcc, kind, *numbers = _FRMSIZEENUM.unpack(entry)
        if kind != _DISCRETE:
            smallest_width, widest, _, smallest_height, highest, _ = numbers
            return [
                (w, h) for w, h in COMMON_SIZES if smallest_width <= w <= widest and smallest_height <= h <= highest
            ]
        sizes.append((numbers[0], numbers[1]))
    return sizes


def _highest_rate(descriptor: int, fourcc: bytes, size: tuple[int, int]) -> float:
    blank = (_FRMIVALENUM.pack(i, fourcc, *size, *[0] * 7) for i in range(_MOST_ENTRIES))
    rates = [0.0]
    for entry in _enumerate(descriptor, _ENUM_FRAMEINTERVALS, map(bytearray, blank)):
        _index, _fourcc, _width, _height, kind, numerator, denominator, *_ = _FRMIVALENUM.unpack(entry)
        if numerator:
            rates.append(denominator / numerator)
        if kind != _DISCRETE:
            break
    return max(rates)
