"""An open video file that is written: codes pictures and muxes them with the sound."""

from __future__ import annotations

import contextlib
import math
from collections import deque
from fractions import Fraction
from pathlib import Path
from typing import Final, cast

import av
import numpy as np
from av.container import OutputContainer
from av.packet import Packet
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

from engine.core.frame import Image, Matrix
from engine.media.streams import StreamWriter
from engine.outputs.files.soundtrack import Soundtrack
from engine.outputs.files.video_codings import VP9_ALPHA, Coding, VideoKind

_THREADS: Final = 2
_TICKS_PER_SECOND: Final = 10_000
"""At least so finely are pictures' times kept."""

# Colour primaries, transfer and matrix share their numbers: ITU-T H.273 tables 2 to 4.
_COLOUR_TAG: Final = {Matrix.BT601: 6, Matrix.BT709: 1}


class VideoMuxer:
    """Codes pictures one after the other.

    Args:
        target: A file's path, or a stream of bytes.
        kind: The kind of file.
        coding: How its pictures are coded.
        size: (width, height) in pixels.
        rate: Frames per second, nominal.
        matrix: Luma coefficients to tag; None leaves them unsaid.

    Raises:
        OSError, av.FFmpegError: It can't be written.
    """

    def __init__(
        self,
        target: Path | StreamWriter,
        kind: VideoKind,
        coding: Coding,
        size: tuple[int, int],
        rate: Fraction,
        matrix: Matrix | None,
    ) -> None:
        self.coding = coding
        self._interval = 1 / rate
        self._ticks = _ticks_per_second(rate) if kind.keeps_times else rate
        self._pts = -1
        self._waiting: deque[Packet[VideoStream]] = deque()
        """Coded packets, whose duration is known only when the next picture's time is."""
        self._durations: dict[int, int] = {}
        self._container: OutputContainer = av.open(
            f"file:{target}" if isinstance(target, Path) else target,
            "w",
            format=kind.container,
            options=dict(kind.options),
        )
        self._stream = cast("VideoStream", self._container.add_stream(coding.codec, rate, dict(coding.options)))
        context = self._stream.codec_context
        context.width, context.height = size
        context.pix_fmt = coding.pixel_format
        context.time_base = 1 / self._ticks
        context.thread_count = _THREADS
        if matrix is not None:
            context.color_range = ColorRange.JPEG if coding.pixel_format.startswith("yuvj") else ColorRange.MPEG
            context.colorspace = context.color_primaries = context.color_trc = _COLOUR_TAG[matrix]
        if coding is VP9_ALPHA:
            self._stream.metadata["alpha_mode"] = "1"
        self._sound: Soundtrack | None = None
        self._is_mp4 = kind.container in ("mp4", "mov")
        self._first_dts: int | None = None

    def add_sound(self, source: Path, track: int | None) -> None:
        """Takes the sound of another file along; before the first picture.

        Raises:
            OSError, av.FFmpegError: It can't be read.
        """
        self._sound = Soundtrack(source, self._container, track)

    def add(self, frame: av.VideoFrame, time_ns: int | None = None) -> None:
        """Codes the next picture, and muxes the sound up to it.

        Args:
            frame: In the coding's pixel format.
            time_ns: When it is shown; one interval after the picture before if absent.
        """
        interval = round(self._interval * self._ticks)
        wanted = self._pts + interval if time_ns is None else round(Fraction(time_ns, 10**9) * self._ticks)
        pts = 0 if self._pts < 0 and time_ns is None else max(wanted, self._pts + 1)
        if self._pts >= 0:
            self._durations[self._pts] = pts - self._pts
        self._pts = pts
        frame.pts, frame.time_base = pts, 1 / self._ticks
        self._waiting.extend(self._stream.encode(frame))
        self._mux_waiting()
        if self._sound is not None:
            self._sound.mux_until(pts / self._ticks + self._interval)

    def finish(self, end_ns: int | None = None) -> None:
        """Writes what is still in the encoder, the rest of the sound, and the container's end.

        Args:
            end_ns: Until when the last picture is shown; for one interval if absent.
        """
        least = self._pts + round(self._interval * self._ticks)
        end = least if end_ns is None else max(round(Fraction(end_ns, 10**9) * self._ticks), self._pts + 1)
        self._durations[self._pts] = end - self._pts
        self._waiting.extend(self._stream.encode(None))
        self._mux_waiting(end)
        if self._sound is not None:
            self._sound.mux_rest()
        self._container.close()
        if self._sound is not None:
            self._sound.close()

    def release(self) -> None:
        """Closes the file whatever state it is in."""
        with contextlib.suppress(av.FFmpegError, OSError, ValueError):
            self._container.close()
        if self._sound is not None:
            self._sound.close()

    def _mux_waiting(self, end: int | None = None) -> None:
        while self._waiting:
            packet = self._waiting[0]
            if self._first_dts is None:
                self._first_dts = packet.dts or 0
            if packet.pts is not None and packet.time_base == 1 / self._ticks:
                duration = self._durations.get(packet.pts)
                if duration is None:
                    return
                packet.duration = duration
                del self._durations[packet.pts]
                if end is not None and len(self._waiting) == 1 and packet.dts is not None and self._is_mp4:
                    # MP4 counts a track's length in decoding order, in which the last picture need not be the last.
                    packet.duration = max(duration, end - packet.dts + self._first_dts)
            self._container.mux(self._waiting.popleft())


def coded_picture(image: Image, coding: Coding) -> av.VideoFrame:
    """The picture as FFmpeg wants it, sharing memory where that is possible; without an alpha it is opaque."""
    if "yuva" not in coding.pixel_format:
        frame = av.VideoFrame.from_numpy_buffer(image.i420_buffer(), "yuv420p")
        if coding.pixel_format == "yuv420p":
            return frame
        frame.color_range = ColorRange.MPEG
        return frame.reformat(format=coding.pixel_format, threads=1)
    frame = av.VideoFrame(*image.size, "yuva420p")
    alpha = 255 if image.alpha is None else image.alpha
    for plane, samples in zip(frame.planes, (*image.planes, alpha), strict=True):
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:, : plane.width] = samples
    return frame if coding.pixel_format == "yuva420p" else frame.reformat(format=coding.pixel_format, threads=1)


def _ticks_per_second(rate: Fraction) -> Fraction:
    """A time base on which the nominal rate's grid lies, and others nearly."""
    return Fraction(rate.numerator * math.ceil(_TICKS_PER_SECOND / rate.numerator))
