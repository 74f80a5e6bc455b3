"""Reads a PipeWire camera as a meeting program does."""

from __future__ import annotations

import ctypes

import numpy as np

from engine.core.frame import U8
from engine.outputs.virtual_camera import pipewire_abi as pw
from engine.outputs.virtual_camera.pipewire import node_name
from engine.outputs.virtual_camera.pipewire_stream import PipeWireStream


class PipeWireReader(PipeWireStream):
    """Asks the session manager for one camera and keeps the newest picture.

    Args:
        camera: Its name, as programs list it.
        size: (width, height) in pixels of its pictures.
        fps: Frames per second.

    Raises:
        RuntimeError: PipeWire does not run.
    """

    def __init__(self, camera: str, size: tuple[int, int], fps: float) -> None:
        self.newest_luma: U8 | None = None
        """uint8 [H, W] of the last picture that came."""
        properties = {
            "media.type": "Video",
            "media.category": "Capture",
            "media.role": "Camera",
            "target.object": node_name(camera),
        }
        super().__init__(size, fps, properties, processes=True)
        if not self._connect(pw.DIRECTION_INPUT, pw.STREAM_FLAG_AUTOCONNECT | pw.STREAM_FLAG_MAP_BUFFERS):
            self.close()
            raise RuntimeError("PipeWire does not answer")

    def _process(self) -> None:
        taken = self._library.pw_stream_dequeue_buffer(self._stream)
        if not taken:
            return
        data = taken.contents.buffer.contents.datas[0]
        width, height = self._size
        if data.data and data.chunk.contents.size >= width * height:
            luma = ctypes.string_at(data.data + data.chunk.contents.offset, width * height)
            self.newest_luma = np.frombuffer(luma, np.uint8).reshape(height, width)
        self._library.pw_stream_queue_buffer(self._stream, taken)
