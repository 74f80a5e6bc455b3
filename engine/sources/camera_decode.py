"""From a camera's buffers to I420, straight from plane to plane."""

from __future__ import annotations

import av
import cv2
import numpy as np
from av.video.frame import VideoFrame

from engine.core.frame import U8, Image
from engine.media.colour_formats import to_i420
from engine.sources.camera_devices import MJPEG

# JPEG's samples are full range (JFIF 1.02), I420's limited: ITU-R BT.601-7, section 2.5.3.
_LUMA_SCALE, _LUMA_OFFSET = 219 / 255, 16.0
_CHROMA_SCALE = 224 / 255
_CHROMA_OFFSET = 128 - 128 * _CHROMA_SCALE


class CameraDecoder:
    """Decodes the buffers of one camera.

    Args:
        fourcc: Format of the buffers; one of `DECODABLE`, or anything else for BGR.
        size: (width, height) in pixels; both even.
    """

    def __init__(self, fourcc: str, size: tuple[int, int]) -> None:
        self._fourcc = fourcc
        self._size = size
        if fourcc == MJPEG:
            self._jpeg = av.Codec("mjpeg", "r").create("video")
            self._jpeg.thread_count = 1

    def decode(self, data: U8) -> Image | None:
        """One buffer, uint8 [...] of any shape, as I420; None if it is damaged."""
        width, height = self._size
        if self._fourcc == MJPEG:
            return self._decode_jpeg(data)
        if data.size != width * height * {"YU12": 1.5, "NV12": 1.5, "YUYV": 2}.get(self._fourcc, 3):
            return None
        match self._fourcc:
            case "YU12":
                return Image.from_i420(data.reshape(height * 3 // 2, width))
            case "NV12":
                return _from_nv12(data, self._size)
            case "YUYV":
                return _from_yuyv(data, self._size)
        return to_i420(data.reshape(height, width, 3))

    def _decode_jpeg(self, data: U8) -> Image | None:
        try:
            frames = self._jpeg.decode(av.Packet(data.tobytes()))
        except av.FFmpegError:
            return None
        if not frames or not isinstance(frames[0], VideoFrame) or (frames[0].width, frames[0].height) != self._size:
            return None
        return _from_jpeg_planes(frames[0])


def _new(size: tuple[int, int]) -> Image:
    width, height = size
    return Image.from_i420(np.empty((height * 3 // 2, width), np.uint8))


def _from_nv12(data: U8, size: tuple[int, int]) -> Image:
    width, height = size
    image, flat = _new(size), data.reshape(-1)
    image.planes[0][:] = flat[: width * height].reshape(height, width)
    chroma = flat[width * height :].reshape(height // 2, width // 2, 2)
    for channel in (0, 1):
        cv2.extractChannel(chroma, channel, image.planes[1 + channel])
    return image


def _from_yuyv(data: U8, size: tuple[int, int]) -> Image:
    width, height = size
    image = _new(size)
    cv2.extractChannel(data.reshape(height, width, 2), 0, image.planes[0])
    pairs = data.reshape(height, width // 2, 4)  # Y U Y V
    for plane, channel in zip(image.planes[1:], (1, 3), strict=True):
        _halve_rows(cv2.extractChannel(pairs, channel), plane)  # type: ignore[arg-type]
    return image


def _from_jpeg_planes(frame: VideoFrame) -> Image:
    if frame.format.name not in ("yuvj420p", "yuvj422p"):
        return to_i420(frame.to_ndarray(format="bgr24"))  # type: ignore[arg-type]
    image = _new((frame.width, frame.height))
    luma, *chroma = (
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    )
    cv2.convertScaleAbs(luma, image.planes[0], _LUMA_SCALE, _LUMA_OFFSET)
    for plane, into in zip(chroma, image.planes[1:], strict=True):
        if plane.shape == into.shape:
            cv2.convertScaleAbs(plane, into, _CHROMA_SCALE, _CHROMA_OFFSET)
        else:
            _halve_rows(plane, into, _CHROMA_SCALE, _CHROMA_OFFSET)
    return image


def _halve_rows(plane: U8, into: U8, scale: float = 1.0, offset: float = 0.0) -> None:
    """Mean of each two rows, scaled and shifted on the way."""
    cv2.addWeighted(plane[0::2], scale / 2, plane[1::2], scale / 2, offset, into)
