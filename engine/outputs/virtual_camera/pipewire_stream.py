"""One stream of I420 video through PipeWire, with a thread of PipeWire's own."""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Iterator
from typing import Any

from engine.outputs.virtual_camera import pipewire_abi as pw


class PipeWireStream:
    """What a source and a reader of video have in common.

    Args:
        size: (width, height) in pixels.
        fps: Frames per second.
        properties: Of the stream's node.
        processes: Whether `_process` is called, on PipeWire's thread, when a buffer has come.
        writes: Whether the buffers are ours to write: they are cleared before the first picture and after the last.

    Raises:
        RuntimeError: PipeWire is not installed.
    """

    def __init__(
        self,
        size: tuple[int, int],
        fps: float,
        properties: dict[str, str],
        *,
        processes: bool = False,
        writes: bool = False,
    ) -> None:
        self._size, self._fps = size, fps
        self._bytes = size[0] * size[1] * 3 // 2
        self._properties = properties
        self._stream: Any = None
        self._state = pw.STATE_UNCONNECTED
        self._events = pw.StreamEvents(
            version=2,
            state_changed=pw.StateChanged(self._on_state),
            param_changed=pw.ParamChanged(self._on_param),
            process=pw.Process(self._on_process) if processes else pw.Process(),
            add_buffer=pw.BufferChanged(self._on_buffer) if writes else pw.BufferChanged(),
            remove_buffer=pw.BufferChanged(self._on_buffer) if writes else pw.BufferChanged(),
        )
        try:
            self._library = pw.load()
        except OSError as error:
            raise RuntimeError(f"PipeWire is not installed ({error})") from error
        self._loop = self._library.pw_thread_loop_new(b"camera", None)
        self._library.pw_thread_loop_start(self._loop)

    def close(self) -> None:
        """Takes the stream out of the graph; may be called twice."""
        if self._loop:
            self._disconnect()
            self._library.pw_thread_loop_stop(self._loop)
            self._library.pw_thread_loop_destroy(self._loop)
            self._loop = None

    def _connect(self, direction: int, flags: int) -> bool:
        """Begins to connect; the states that follow arrive by `_set_state`. False if no daemon is there."""
        text = " ".join(f'{key} = "{value}"' for key, value in self._properties.items())
        offer = pw.Params(pw.i420_format(self._size, self._fps))
        library = self._library
        with self._locked():
            self._stream = library.pw_stream_new_simple(
                library.pw_thread_loop_get_loop(self._loop),
                b"camera",
                library.pw_properties_new_string(f"{{ {text} }}".encode()),
                ctypes.byref(self._events),
                None,
            )
            begun = (
                bool(self._stream)
                and library.pw_stream_connect(self._stream, direction, pw.ANY_ID, flags, offer.array, offer.count) >= 0
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

    def _set_state(self, state: int) -> None:
        self._state = state

    def _process(self) -> None:
        """A buffer has come."""

    def _clear(self, buffer: pw.SpaBuffer) -> None:
        """Overwrites a buffer that is shared with other programs."""
        for data in buffer.datas[: buffer.n_datas]:
            if data.data:
                ctypes.memset(data.data, 0, data.maxsize)

    def _on_buffer(self, _data: Any, changed: Any) -> None:
        self._clear(changed.contents.buffer.contents)

    def _on_state(self, _data: Any, _old: int, new: int, _error: bytes | None) -> None:
        self._set_state(new)

    def _on_process(self, _data: Any) -> None:
        self._process()

    def _on_param(self, _data: Any, param: int, value: int | None) -> None:
        if param == pw.PARAM_FORMAT and value:
            answer = pw.Params(*pw.buffer_params(self._bytes, self._size[0]))
            self._library.pw_stream_update_params(self._stream, answer.array, answer.count)
