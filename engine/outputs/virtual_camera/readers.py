"""Counts the programs that read the virtual camera, so that camera and model can stop without a reader."""

from __future__ import annotations

import ctypes
import os
import select
import struct
import sys
import threading
import time

from engine.platform.device_users import device_users

HOLD_S = 3.0
"""A reader counts this long after it left: programs that probe a camera come back at once."""
_PROBE_S = 0.1
"""Who opens the device for less time than this only asks what it is."""
_SCAN_S = 2.0
"""How often /proc is looked through where no event says that anything changed."""


class ReaderWatch:
    """Whether a program reads our virtual camera, debounced. Thread safe.

    Args:
        hold_s: How long a reader counts after it left.
    """

    def __init__(self, hold_s: float = HOLD_S) -> None:
        self._hold_s = hold_s
        self._changed = threading.Condition()
        self._seen: bool | None = None
        self._held_until_s = 0.0

    def report(self, seen: bool | None) -> None:
        """Records whether there is a reader; None if unknown."""
        with self._changed:
            if self._seen and not seen:
                self._held_until_s = time.monotonic() + self._hold_s
            self._seen = seen
            self._changed.notify_all()

    def has_reader(self) -> bool | None:
        """True while a program reads or left a moment ago; None where that can't be known."""
        return True if time.monotonic() < self._held_until_s else self._seen

    def wait_for_reader(self, timeout_s: float) -> bool:
        """Waits until there may be a reader; False when the time is over and there is none."""
        with self._changed:
            return self._changed.wait_for(lambda: self.has_reader() is not False, timeout_s)

    def close(self) -> None:
        """Stops watching; may be called twice."""


class LoopbackReaderWatch(ReaderWatch):
    """Watches a v4l2loopback device.

    The kernel tells when a program opens or closes the node, and the driver (0.13 and later) when streaming starts and
    ends; /proc then says whether a reader is there, and is looked through now and then for whom both have missed.

    Args:
        path: /dev/videoN.
        hold_s: How long a reader counts after it left.
    """

    def __init__(self, path: str, hold_s: float = HOLD_S) -> None:
        super().__init__(hold_s)
        self._path = path
        self._usage = _UsageEvents(path)
        self._node_events = _node_events(path)
        self._stop_read, self._stop_write = os.pipe2(os.O_CLOEXEC)
        self._thread = threading.Thread(target=self._watch, name="cyclorama-reader-watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stops watching; may be called twice."""
        if self._thread.is_alive():
            os.write(self._stop_write, b"\0")
            self._thread.join()
            for descriptor in (self._stop_read, self._stop_write, self._node_events, self._usage.descriptor):
                if descriptor >= 0:
                    os.close(descriptor)

    def _watch(self) -> None:
        poll = select.poll()
        poll.register(self._stop_read, select.POLLIN)
        if self._node_events >= 0:
            poll.register(self._node_events, select.POLLIN)
        if self._usage.descriptor >= 0:
            poll.register(self._usage.descriptor, select.POLLPRI)
        while True:
            self.report(self._usage.streaming() or any(user.reads for user in device_users(self._path)))
            ready = {descriptor for descriptor, _ in poll.poll(_SCAN_S * 1000)}
            if self._stop_read in ready:
                return
            if self._node_events in ready:
                time.sleep(_PROBE_S)
                os.read(self._node_events, 65536)


class _UsageEvents:
    """The driver's own word on who streams, where it has one."""

    _SUBSCRIBE, _DQEVENT = 0x4020565A, 0x80885659
    _CLIENT_USAGE = 0x08000000 + 0x08E00000 + 1  # v4l2loopback.h: V4L2_EVENT_PRI_CLIENT_USAGE
    _SEND_INITIAL = 1
    _SUBSCRIPTION = struct.Struct("=III20x")
    _EVENT = struct.Struct("=I4xI60x64x")

    def __init__(self, path: str) -> None:
        self.descriptor = -1
        self._streaming = False
        if sys.platform == "linux":
            import fcntl

            try:
                self.descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
                request = self._SUBSCRIPTION.pack(self._CLIENT_USAGE, 0, self._SEND_INITIAL)
                fcntl.ioctl(self.descriptor, self._SUBSCRIBE, request)
            except OSError:  # an older driver: it has no such event
                if self.descriptor >= 0:
                    os.close(self.descriptor)
                self.descriptor = -1

    def streaming(self) -> bool:
        """What the newest event said."""
        if sys.platform == "linux" and self.descriptor >= 0:
            import fcntl

            event = bytearray(self._EVENT.size)
            try:
                while True:
                    fcntl.ioctl(self.descriptor, self._DQEVENT, event)
                    self._streaming = bool(self._EVENT.unpack(event)[1])
            except OSError:  # no more events
                pass
        return self._streaming


def _node_events(path: str) -> int:
    """A descriptor that becomes readable when a program opens or closes the node; -1 where that can't be watched."""
    opened, closed_written, closed_read = 0x20, 0x8, 0x10
    libc = ctypes.CDLL(None)
    descriptor: int = libc.inotify_init1(os.O_CLOEXEC | os.O_NONBLOCK)
    if (
        descriptor >= 0
        and libc.inotify_add_watch(
            descriptor, os.fsencode(path), ctypes.c_uint32(opened | closed_written | closed_read)
        )
        < 0
    ):
        os.close(descriptor)
        return -1
    return descriptor
