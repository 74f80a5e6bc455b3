"""Which codec a video file's pictures are coded with, by its ending."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Coding:
    """How pictures are coded.

    Attributes:
        codec: FFmpeg's name of the encoder.
        pixel_format: FFmpeg's name of what it takes.
        options: The encoder's options.
    """

    codec: str
    pixel_format: str
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VideoKind:
    """A kind of file.

    Attributes:
        container: FFmpeg's name of the muxer.
        opaque: How opaque pictures are coded.
        transparent: How transparent ones are; None where the container has no way.
        options: The muxer's options.
        keeps_times: Whether each picture may have a time of its own.
    """

    container: str
    opaque: Coding
    transparent: Coding | None = None
    options: dict[str, str] = field(default_factory=dict)
    keeps_times: bool = True


H264: Final = Coding("libx264", "yuv420p", {"preset": "veryfast", "crf": "20"})
_H264_IN_ORDER = Coding("libx264", "yuv420p", {**H264.options, "bf": "0"})  # AVI has no presentation times
_VP9_OPTIONS = {"crf": "30", "b": "0", "deadline": "realtime", "cpu-used": "7", "row-mt": "1"}
_VP9 = Coding("libvpx-vp9", "yuv420p", _VP9_OPTIONS)
VP9_ALPHA: Final = Coding("libvpx-vp9", "yuva420p", {**_VP9_OPTIONS, "auto-alt-ref": "0"})
_PRORES_ALPHA = Coding("prores_ks", "yuva444p10le", {"profile": "4444"})
FFV1_GREY: Final = Coding("ffv1", "gray", {"level": "3"})

_FASTSTART = {"movflags": "+faststart"}
KINDS: Final = {
    ".mp4": VideoKind("mp4", H264, options=_FASTSTART),
    ".mov": VideoKind("mov", H264, _PRORES_ALPHA, _FASTSTART),
    ".mkv": VideoKind("matroska", H264),
    ".webm": VideoKind("webm", _VP9, VP9_ALPHA),
    ".avi": VideoKind("avi", _H264_IN_ORDER, keeps_times=False),
}

_RAW = Coding("rawvideo", "yuv420p")
STREAMED: Final = {
    "nut": VideoKind("nut", _RAW),
    "y4m": VideoKind("yuv4mpegpipe", Coding("wrapped_avframe", "yuv420p"), keeps_times=False),
    "mjpeg": VideoKind("mjpeg", Coding("mjpeg", "yuvj420p", {"qmin": "2", "qmax": "3"}), keeps_times=False),
    "raw": VideoKind("rawvideo", _RAW, keeps_times=False),
}
"""Kinds of video that need no way back while they are written, for pipes."""
