"""A virtual camera with no kernel module and no root: a PipeWire video source, as a backend of pyvirtualcam."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path

from engine.core.frame import U8
from engine.outputs.virtual_camera import pipewire_abi as pw
from engine.outputs.virtual_camera.pipewire_stream import PipeWireStream
from engine.outputs.virtual_camera.readers import ReaderWatch

CAMERA_NAME = "Cyclorama"
_SOURCE_FLAGS = pw.STREAM_FLAG_DRIVER | pw.STREAM_FLAG_MAP_BUFFERS
_RECONNECT_S = 1.0
_I420 = int.from_bytes(b"I420", "little")


def pipewire_is_running() -> bool:
    """Whether the library is here and a daemon of this person listens."""
    if sys.platform != "linux":
        return False
    try:
        ctypes.CDLL(pw.LIBRARY)
    except OSError:
        return False
    return pipewire_socket().is_socket()


def pipewire_socket() -> Path:
    """Where PipeWire's clients look for the daemon."""
    folder = os.environ.get("PIPEWIRE_RUNTIME_DIR") or os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return Path(folder, os.environ.get("PIPEWIRE_REMOTE", "pipewire-0"))


def node_name(camera: str) -> str:
    """What a camera is called in PipeWire's graph."""
    return camera.lower().replace(" ", "-")


class PipeWireBackend(PipeWireStream):
    """One video source; the constructor and methods are those that pyvirtualcam asks of a backend.

    Without its daemon `send` drops frames and tries to connect again once a second. While no program
    looks, `send` returns at once.

    Args:
        width: Of the picture, in pixels.
        height: Of the picture, in pixels.
        fps: Frames per second announced.
        fourcc: libyuv's code of I420; nothing else is taken.
        device: Name that programs list; None for the application's.
        readers: Is told whether a program reads.

    Raises:
        RuntimeError: No PipeWire daemon runs, or it refuses.
    """

    def __init__(
        self, *, width: int, height: int, fps: float, fourcc: int, device: str | None, readers: ReaderWatch
    ) -> None:
        if fourcc != _I420:
            raise RuntimeError("PipeWire camera: I420 only")
        self._name = device or CAMERA_NAME
        self._readers = readers
        self._sequence = 0
        self._tried_s = time.monotonic()
        properties = {
            "media.type": "Video",
            "media.class": "Video/Source",
            "media.category": "Capture",
            "media.role": "Camera",
            "node.name": node_name(self._name),
            "node.description": self._name,
            "node.nick": self._name,
        }
        super().__init__((width, height), fps, properties, writes=True)
        if not self._connect(pw.DIRECTION_OUTPUT, _SOURCE_FLAGS):
            self.close()
            raise RuntimeError("PipeWire does not answer")

    def device(self) -> str:
        """The name that programs list."""
        return self._name

    def native_fourcc(self) -> int:
        """Libyuv's code of I420."""
        return _I420

    def send(self, frame: U8) -> None:
        """Hands one frame to who looks.

        Args:
            frame: Contiguous uint8 [W*H*3/2], I420.
        """
        if self._state == pw.STATE_STREAMING:
            with self._locked():
                self._queue(frame)
        elif self._state <= pw.STATE_UNCONNECTED and time.monotonic() - self._tried_s > _RECONNECT_S:
            self._tried_s = time.monotonic()
            self._disconnect()
            self._connect(pw.DIRECTION_OUTPUT, _SOURCE_FLAGS)

    def _queue(self, frame: U8) -> None:
        taken = self._library.pw_stream_dequeue_buffer(self._stream)
        if taken:
            buffer = taken.contents.buffer.contents
            data = buffer.datas[0]
            ctypes.memmove(data.data, frame.ctypes.data, self._bytes)
            chunk = data.chunk.contents
            chunk.offset, chunk.size, chunk.stride, chunk.flags = 0, self._bytes, self._size[0], 0
            for meta in buffer.metas[: buffer.n_metas]:
                if meta.type == pw.META_HEADER:
                    header = ctypes.cast(meta.data, ctypes.POINTER(pw.MetaHeader)).contents
                    header.flags, header.pts, header.seq = 0, time.monotonic_ns(), self._sequence
            self._sequence += 1
            self._library.pw_stream_queue_buffer(self._stream, taken)
        # also with no buffer to be had: the cycle gives the readers' buffers back
        self._library.pw_stream_trigger_process(self._stream)

    def _set_state(self, state: int) -> None:
        super()._set_state(state)
        self._readers.report(state == pw.STATE_STREAMING)
