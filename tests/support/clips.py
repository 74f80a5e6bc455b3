"""Small video files with known content, written by FFmpeg itself and by nothing of the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from engine.core.frame import U8

FPS = 25
BEEP_AT_S = 1.0
_RATE_HZ = 48_000


def gradient(index: int, size: tuple[int, int]) -> U8:
    """uint8 [H, W, 3] RGB: left to right darker to brighter, brighter with each frame, a red corner at the top left."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:] = np.linspace(30, 200, width).astype(np.uint8)[None, :, None]
    picture[:, :, 1] += np.uint8(min(index, 50))
    picture[: height // 4, : width // 4] = (220, 20, 20)
    return picture


def write_clip(
    path: Path,
    size: tuple[int, int] = (160, 96),
    frames: int = 10,
    *,
    codec: str = "libx264",
    pixel_format: str = "yuv420p",
    colour: int | None = None,
    times: Sequence[int] | None = None,
    aspect: Fraction | None = None,
    audio: str | None = None,
    video_starts_s: float = 0.0,
    picture: Callable[[int, tuple[int, int]], U8] = gradient,
) -> Path:
    """Writes a clip of 25 frames a second.

    Args:
        path: Where to; its ending decides on the container.
        size: (width, height).
        frames: How many.
        codec: FFmpeg's name of the encoder.
        pixel_format: What it codes.
        colour: Tag for matrix, transfer and primaries; none if absent.
        times: Presentation time of each frame in 1/25 s; evenly spaced if absent.
        aspect: Of a pixel.
        audio: Encoder of a sound track with one beep at BEEP_AT_S; silent film if absent.
        video_starts_s: When the first frame is shown, the sound starting at 0.
        picture: (index, size) -> uint8 [H, W, 3] RGB.
    """
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, FPS)
        stream.width, stream.height = size
        stream.pix_fmt = pixel_format
        context = stream.codec_context
        context.thread_count = 1
        context.time_base = Fraction(1, FPS)
        if codec == "libx264":
            context.options = {"preset": "ultrafast", "crf": "10"}
        if colour is not None:
            context.colorspace = context.color_primaries = context.color_trc = colour
        if aspect is not None:
            context.sample_aspect_ratio = aspect
        if audio is not None:
            _add_beep(container, audio, frames / FPS + video_starts_s)
        for index in range(frames):
            frame = av.VideoFrame.from_ndarray(picture(index, size), "rgb24")
            matrix = "ITU709" if colour == 1 else "ITU601"
            full = pixel_format.startswith("yuvj")
            if not pixel_format.startswith("rgb"):
                frame = frame.reformat(format=pixel_format, dst_colorspace=matrix, dst_color_range=2 if full else 1)
            frame.pts = (times[index] if times else index) + round(video_starts_s * FPS)
            frame.time_base = Fraction(1, FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def _add_beep(container: av.container.OutputContainer, codec: str, seconds: float) -> None:
    stream = container.add_stream(codec, rate=_RATE_HZ, layout="mono")
    times = np.arange(round(seconds * _RATE_HZ)) / _RATE_HZ
    sound = np.where((times >= BEEP_AT_S) & (times < BEEP_AT_S + 0.2), np.sin(2 * np.pi * 880 * times), 0)
    frame = av.AudioFrame.from_ndarray((sound * 20_000).astype(np.int16)[None], "s16", "mono")
    frame.sample_rate, frame.pts, frame.time_base = _RATE_HZ, 0, Fraction(1, _RATE_HZ)
    container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def beep_starts_s(path: Path) -> float:
    """When the beep is heard, counted from when the first picture is shown."""
    with av.open(str(path)) as container:
        first = next(container.decode(video=0)).time
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            samples = np.abs(frame.to_ndarray().astype(np.float64)).max(axis=0)
            limit = 0.2 * (32768 if frame.format.name.startswith("s16") else 1)
            loud = np.flatnonzero(samples > limit)
            if len(loud):
                return (
                    frame.time
                    + loud[0] / frame.sample_rate / (frame.layout.nb_channels if _packed(frame) else 1)
                    - first
                )
    raise AssertionError(f"no beep in {path}")


def _packed(frame: av.AudioFrame) -> bool:
    return frame.format.is_packed


def turned(path: Path, matrix: Sequence[int]) -> Path:
    """Gives an MP4's video track a display matrix: a, b, c and d of ISO/IEC 14496-12, 6.2.2."""
    data = bytearray(path.read_bytes())
    start = data.index(b"tkhd") + 44
    a, b, c, d = (value << 16 for value in matrix)
    values = (a, b, 0, c, d, 0, 0, 0, 1 << 30)
    data[start : start + 36] = b"".join(value.to_bytes(4, "big", signed=True) for value in values)
    path.write_bytes(data)
    return path
