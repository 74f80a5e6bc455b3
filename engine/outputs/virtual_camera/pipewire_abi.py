"""The little of libpipewire's binary interface that a video source needs, by ctypes.

Layouts and numbers are those of PipeWire 0.3 (spa/param, spa/buffer, pipewire/stream.h), kept stable since 0.3.0.
"""

from __future__ import annotations

import ctypes
import struct
from typing import Any

LIBRARY = "libpipewire-0.3.so.0"

DIRECTION_INPUT, DIRECTION_OUTPUT = 0, 1
ANY_ID = 0xFFFFFFFF
STREAM_FLAG_AUTOCONNECT, STREAM_FLAG_MAP_BUFFERS, STREAM_FLAG_DRIVER = 1 << 0, 1 << 2, 1 << 3
STATE_UNCONNECTED, STATE_STREAMING = 0, 3  # below 0: an error
PARAM_ENUM_FORMAT, PARAM_FORMAT, PARAM_BUFFERS, PARAM_META = 3, 4, 5, 6
META_HEADER = 1

_OBJECT_FORMAT, _OBJECT_BUFFERS, _OBJECT_META = 0x40003, 0x40004, 0x40005
_VIDEO_FORMAT_I420 = 2
_DATA_MEM_PTR, _DATA_MEM_FD = 1, 2

Pointer = ctypes.c_void_p


class Chunk(ctypes.Structure):
    """struct spa_chunk: which part of a data block is valid."""

    _fields_ = (
        ("offset", ctypes.c_uint32),
        ("size", ctypes.c_uint32),
        ("stride", ctypes.c_int32),
        ("flags", ctypes.c_int32),
    )


class Data(ctypes.Structure):
    """struct spa_data: one block of memory."""

    _fields_ = (
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("fd", ctypes.c_int64),
        ("mapoffset", ctypes.c_uint32),
        ("maxsize", ctypes.c_uint32),
        ("data", Pointer),
        ("chunk", ctypes.POINTER(Chunk)),
    )


class Meta(ctypes.Structure):
    """struct spa_meta: one block of data about the buffer."""

    _fields_ = (("type", ctypes.c_uint32), ("size", ctypes.c_uint32), ("data", Pointer))


class MetaHeader(ctypes.Structure):
    """struct spa_meta_header: time stamp and sequence."""

    _fields_ = (
        ("flags", ctypes.c_uint32),
        ("offset", ctypes.c_uint32),
        ("pts", ctypes.c_int64),
        ("dts_offset", ctypes.c_int64),
        ("seq", ctypes.c_uint64),
    )


class SpaBuffer(ctypes.Structure):
    """struct spa_buffer."""

    _fields_ = (
        ("n_metas", ctypes.c_uint32),
        ("n_datas", ctypes.c_uint32),
        ("metas", ctypes.POINTER(Meta)),
        ("datas", ctypes.POINTER(Data)),
    )


class StreamBuffer(ctypes.Structure):
    """struct pw_buffer, its first fields."""

    _fields_ = (("buffer", ctypes.POINTER(SpaBuffer)), ("user_data", Pointer), ("size", ctypes.c_uint64))


StateChanged = ctypes.CFUNCTYPE(None, Pointer, ctypes.c_int, ctypes.c_int, ctypes.c_char_p)
ParamChanged = ctypes.CFUNCTYPE(None, Pointer, ctypes.c_uint32, Pointer)
Process = ctypes.CFUNCTYPE(None, Pointer)
BufferChanged = ctypes.CFUNCTYPE(None, Pointer, ctypes.POINTER(StreamBuffer))


class StreamEvents(ctypes.Structure):
    """struct pw_stream_events, version 2; what is left None is not called."""

    _fields_ = (
        ("version", ctypes.c_uint32),
        ("destroy", Pointer),
        ("state_changed", StateChanged),
        ("control_info", Pointer),
        ("io_changed", Pointer),
        ("param_changed", ParamChanged),
        ("add_buffer", BufferChanged),
        ("remove_buffer", BufferChanged),
        ("process", Process),
        ("drained", Pointer),
        ("command", Pointer),
        ("trigger_done", Pointer),
    )


_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "pw_init": (None, [Pointer, Pointer]),
    "pw_get_library_version": (ctypes.c_char_p, []),
    "pw_thread_loop_new": (Pointer, [ctypes.c_char_p, Pointer]),
    "pw_thread_loop_get_loop": (Pointer, [Pointer]),
    "pw_thread_loop_start": (ctypes.c_int, [Pointer]),
    "pw_thread_loop_stop": (None, [Pointer]),
    "pw_thread_loop_destroy": (None, [Pointer]),
    "pw_thread_loop_lock": (None, [Pointer]),
    "pw_thread_loop_unlock": (None, [Pointer]),
    "pw_properties_new_string": (Pointer, [ctypes.c_char_p]),
    "pw_stream_new_simple": (
        Pointer,
        [Pointer, ctypes.c_char_p, Pointer, ctypes.POINTER(StreamEvents), Pointer],
    ),
    "pw_stream_connect": (
        ctypes.c_int,
        [Pointer, ctypes.c_int, ctypes.c_uint32, ctypes.c_int, ctypes.POINTER(Pointer), ctypes.c_uint32],
    ),
    "pw_stream_update_params": (ctypes.c_int, [Pointer, ctypes.POINTER(Pointer), ctypes.c_uint32]),
    "pw_stream_dequeue_buffer": (ctypes.POINTER(StreamBuffer), [Pointer]),
    "pw_stream_queue_buffer": (ctypes.c_int, [Pointer, ctypes.POINTER(StreamBuffer)]),
    "pw_stream_trigger_process": (ctypes.c_int, [Pointer]),
    "pw_stream_destroy": (None, [Pointer]),
}


def load() -> ctypes.CDLL:
    """The library, initialised.

    Raises:
        OSError: It is not installed.
    """
    library = ctypes.CDLL(LIBRARY)
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    library.pw_init(None, None)
    return library


class Params:
    """Serialised parameters in the form that libpipewire takes; keeps their memory alive.

    Args:
        pods: Each one a serialised object.
    """

    def __init__(self, *pods: bytes) -> None:
        self._memory = [ctypes.create_string_buffer(pod, len(pod)) for pod in pods]
        self.array = (Pointer * len(pods))(*[ctypes.cast(block, Pointer) for block in self._memory])
        self.count = len(pods)


def i420_format(size: tuple[int, int], fps: float) -> bytes:
    """The one format on offer: raw I420 video of (width, height) at a rate."""
    rate = (int(fps), 1) if float(fps).is_integer() else (round(fps * 1000), 1000)
    return _object(
        _OBJECT_FORMAT,
        PARAM_ENUM_FORMAT,
        {1: _id(2), 2: _id(1), 0x20001: _id(_VIDEO_FORMAT_I420), 0x20003: _pair(10, size), 0x20004: _pair(11, rate)},
    )


def buffer_params(size_bytes: int, stride_bytes: int) -> tuple[bytes, bytes]:
    """What memory the frames need, and a time stamp for each."""
    memory = _flags(1 << _DATA_MEM_PTR | 1 << _DATA_MEM_FD)
    buffers = {1: _range(4, 2, 16), 2: _int(1), 3: _int(size_bytes), 4: _int(stride_bytes), 6: memory}
    header = {1: _id(META_HEADER), 2: _int(ctypes.sizeof(MetaHeader))}
    return _object(_OBJECT_BUFFERS, PARAM_BUFFERS, buffers), _object(_OBJECT_META, PARAM_META, header)


def _pod(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", len(body), kind) + body + bytes(-len(body) % 8)


def _id(value: int) -> bytes:
    return _pod(3, struct.pack("<I", value))


def _int(value: int) -> bytes:
    return _pod(4, struct.pack("<i", value))


def _pair(kind: int, values: tuple[int, int]) -> bytes:
    return _pod(kind, struct.pack("<II", *values))


def _range(default: int, lowest: int, highest: int) -> bytes:
    return _pod(19, struct.pack("<IIIIiii", 1, 0, 4, 4, default, lowest, highest))


def _flags(value: int) -> bytes:
    return _pod(19, struct.pack("<IIIIi", 4, 0, 4, 4, value))


def _object(kind: int, param: int, properties: dict[int, bytes]) -> bytes:
    body = b"".join(struct.pack("<II", key, 0) + value for key, value in properties.items())
    return _pod(15, struct.pack("<II", kind, param) + body)
