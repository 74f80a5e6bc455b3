"""A virtual camera with no kernel module and no root: a PipeWire video source, as a backend of pyvirtualcam."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.frame import U8
from engine.outputs import pipewire_abi as pw
from engine.outputs.readers import ReaderWatch

CAMERA_NAME = "Cyclorama"
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


class PipeWireBackend:
    """One video source; the constructor and methods are those that pyvirtualcam asks of a backend.

    A daemon that goes away is waited for: `send` drops frames and tries to connect again once a second. While nobody
    looks, `send` returns at once.

    Args:
        width: Of the picture, in pixels.
        height: Of the picture, in pixels.
        fps: Frames per second announced.
        fourcc: libyuv's code of I420; nothing else is taken.
        device: Name that programs list; None for the application's.
        readers: Is told whether anybody looks.

    Raises:
        RuntimeError: No PipeWire daemon runs, or it refuses.
    """

    def __init__(
        self, *, width: int, height: int, fps: float, fourcc: int, device: str | None, readers: ReaderWatch
    ) -> None:
        if fourcc != _I420:
            raise RuntimeError("PipeWire camera: I420 only")
        self._size, self._fps = (width, height), fps
        self._bytes = width * height * 3 // 2
        self._name = device or CAMERA_NAME
        self._readers = readers
        self._stream: Any = None
        self._sequence = 0
        self._tried_s = 0.0
        self._state = pw.STATE_UNCONNECTED
        self._events = pw.StreamEvents(
            version=2,
            state_changed=pw.StateChanged(self._on_state),
            param_changed=pw.ParamChanged(self._on_param),
        )
        try:
            self._library = pw.load()
        except OSError as error:
            raise RuntimeError(f"PipeWire is not installed ({error})") from error
        self._loop = self._library.pw_thread_loop_new(b"virtual camera", None)
        self._library.pw_thread_loop_start(self._loop)
        if not self._connect():
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
            self._disconnect()
            self._connect()

    def close(self) -> None:
        """Takes the camera out of the graph."""
        if self._loop:
            self._disconnect()
            self._library.pw_thread_loop_stop(self._loop)
            self._library.pw_thread_loop_destroy(self._loop)
            self._loop = None

    def _connect(self) -> bool:
        """Begins to connect; the states that follow arrive by `_on_state`. False if no daemon is there."""
        self._tried_s = time.monotonic()
        properties = {
            "media.type": "Video",
            "media.class": "Video/Source",
            "media.category": "Capture",
            "media.role": "Camera",
            "node.name": self._name.lower().replace(" ", "-"),
            "node.description": self._name,
            "node.nick": self._name,
        }
        text = " ".join(f'{key} = "{value}"' for key, value in properties.items())
        offer = pw.Params(pw.i420_format(self._size, self._fps))
        flags = pw.STREAM_FLAG_DRIVER | pw.STREAM_FLAG_MAP_BUFFERS
        library = self._library
        with self._locked():
            self._stream = library.pw_stream_new_simple(
                library.pw_thread_loop_get_loop(self._loop),
                self._name.encode(),
                library.pw_properties_new_string(f"{{ {text} }}".encode()),
                ctypes.byref(self._events),
                None,
            )
            begun = (
                bool(self._stream)
                and library.pw_stream_connect(
                    self._stream, pw.DIRECTION_OUTPUT, pw.ANY_ID, flags, offer.array, offer.count
                )
                >= 0
            )
        if not begun:
            self._disconnect()
        return begun

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Keeps PipeWire's thread out meanwhile."""
        self._library.pw_thread_loop_lock(self._loop)
        try:
            yield
        finally:
            self._library.pw_thread_loop_unlock(self._loop)

    def _disconnect(self) -> None:
        if self._stream:
            with self._locked():
                self._library.pw_stream_destroy(self._stream)
            self._stream = None
            self._set_state(pw.STATE_UNCONNECTED)

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
        self._state = state
        self._readers.report(state == pw.STATE_STREAMING)

    def _on_state(self, _data: Any, _old: int, new: int, _error: bytes | None) -> None:
        self._set_state(new)

    def _on_param(self, _data: Any, param: int, value: int | None) -> None:
        if param == pw.PARAM_FORMAT and value:
            answer = pw.Params(*pw.buffer_params(self._bytes, self._size[0]))
            self._library.pw_stream_update_params(self._stream, answer.array, answer.count)
