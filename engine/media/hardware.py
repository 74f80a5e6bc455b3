"""Video coders of the graphics processor: only those that work here, and only where they are faster.

FFmpeg lists what it was built for, which says nothing about the machine. So each is tried on a few frames, in silence;
what fails or is slower than the software coder is not used.
"""

from __future__ import annotations

import sys
import time
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

import av
import numpy as np
from av.codec.hwaccel import HWAccel, hwdevices_available

_TRIAL_FRAMES: Final = 12
_DEVICES: Final = ("cuda", "videotoolbox", "vaapi", "d3d11va", "qsv")
_ENCODERS: Final = {
    "h264_nvenc": ("yuv420p", {"preset": "p4", "rc": "vbr", "cq": "21"}),
    "h264_videotoolbox": ("nv12", {"allow_sw": "0"}),
    "h264_qsv": ("nv12", {"preset": "veryfast", "global_quality": "21"}),
    "h264_amf": ("nv12", {"quality": "speed"}),
}
"""By FFmpeg's name: what they take, and options for about the quality of libx264 at crf 20."""
_SOFTWARE: Final = ("libx264", "yuv420p", {"preset": "veryfast", "crf": "20"})


@cache
def is_worth_trying() -> bool:
    """Whether the machine has such a processor at all; on Linux its device nodes tell."""
    if sys.platform != "linux":
        return True
    return any(Path("/dev").glob("nvidia[0-9]*")) or any(Path("/dev/dri").glob("renderD*"))


@cache
def faster_encoder(size: tuple[int, int]) -> tuple[str, str, dict[str, str]] | None:
    """The H.264 encoder of the graphics processor.

    Args:
        size: (width, height) of the pictures.

    Returns:
        FFmpeg's name, its pixel format and options; None where none works or none is faster than libx264.
    """
    limit_s: float | None = None
    if not is_worth_trying():
        return None
    for name, (pixel_format, options) in _ENCODERS.items():
        if name not in av.codecs_available:
            continue
        taken_s = _encoding_s(name, pixel_format, options, size)
        if taken_s is None:
            continue
        limit_s = limit_s or _encoding_s(*_SOFTWARE, size)
        if limit_s is None or taken_s < limit_s:
            return name, pixel_format, dict(options)
    return None


def _encoding_s(name: str, pixel_format: str, options: dict[str, str], size: tuple[int, int]) -> float | None:
    """Seconds for a few frames of noise; None where it fails."""
    width, height = size
    noise = np.random.default_rng(0).integers(16, 235, (height * 3 // 2, width), np.uint8)
    try:
        context = av.CodecContext.create(name, "w")
        assert isinstance(context, av.VideoCodecContext)
        context.width, context.height, context.pix_fmt = width, height, pixel_format
        context.time_base, context.framerate = Fraction(1, 30), Fraction(30)
        context.thread_count = 2
        context.options = dict(options)
        started_s = time.perf_counter()
        packets = 0
        for index in range(_TRIAL_FRAMES):
            frame = av.VideoFrame.from_numpy_buffer(noise, "yuv420p").reformat(format=pixel_format, threads=1)
            frame.pts, frame.time_base = index, Fraction(1, 30)
            packets += len(context.encode(frame))
        packets += len(context.encode(None))
    except (av.FFmpegError, OSError, ValueError, RuntimeError):
        return None
    return time.perf_counter() - started_s if packets == _TRIAL_FRAMES else None


def faster_decoder(path: Path) -> HWAccel | None:
    """The graphics processor's decoder for a file.

    Returns:
        None where none works or none is faster than FFmpeg's own.
    """
    limit_s: float | None = None
    if not is_worth_trying():
        return None
    for device in _DEVICES:
        if device not in hwdevices_available():
            continue
        accelerator = _accelerator(device)
        taken_s = _decoding_s(path, accelerator) if accelerator else None
        if taken_s is None:
            continue
        limit_s = limit_s or _decoding_s(path, None)
        if limit_s is None or taken_s < limit_s:
            return accelerator
    return None


@cache
def _accelerator(device: str) -> HWAccel | None:
    try:
        return HWAccel(device_type=device, allow_software_fallback=False)
    except (av.FFmpegError, OSError, ValueError, RuntimeError):
        return None


def _decoding_s(path: Path, accelerator: HWAccel | None) -> float | None:
    """Seconds for the first frames, as planes in memory; None where it fails."""
    try:
        with av.open(f"file:{path}", "r", options={"protocol_whitelist": "file"}, hwaccel=accelerator) as container:
            container.streams.video[0].codec_context.thread_count = 1
            started_s = time.perf_counter()
            for index, frame in enumerate(container.decode(video=0)):
                frame.reformat(format="yuv420p", threads=1)
                if index + 1 == _TRIAL_FRAMES:
                    break
    except (av.FFmpegError, OSError, ValueError, RuntimeError, NotImplementedError, IndexError):
        return None
    return time.perf_counter() - started_s
