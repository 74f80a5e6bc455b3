"""A video file, written while the pictures come."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final, cast

import av
import numpy as np
from av.container import OutputContainer
from av.video.reformatter import ColorRange
from av.video.stream import VideoStream

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.outputs.files.soundtrack import Soundtrack
from engine.platform.atomic_files import Partial, os_reason
from engine.privacy import OutputFrame

_THREADS: Final = 2

# Colour primaries, transfer and matrix share their numbers: ITU-T H.273 tables 2 to 4.
_COLOUR_TAG: Final = {Matrix.BT601: 6, Matrix.BT709: 1}


@dataclass(frozen=True, slots=True)
class _Coding:
    codec: str
    pixel_format: str
    options: dict[str, str] = field(default_factory=dict)


_H264 = _Coding("libx264", "yuv420p", {"preset": "veryfast", "crf": "20"})
_H264_IN_ORDER = _Coding("libx264", "yuv420p", {**_H264.options, "bf": "0"})  # AVI has no presentation times
_VP9_OPTIONS = {"crf": "30", "b": "0", "deadline": "realtime", "cpu-used": "7", "row-mt": "1"}
_VP9 = _Coding("libvpx-vp9", "yuv420p", _VP9_OPTIONS)
_VP9_ALPHA = _Coding("libvpx-vp9", "yuva420p", {**_VP9_OPTIONS, "auto-alt-ref": "0"})
_PRORES_ALPHA = _Coding("prores_ks", "yuva444p10le", {"profile": "4444"})
_FFV1_GREY = _Coding("ffv1", "gray", {"level": "3"})


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: its container and what pictures are coded as, with and without transparency."""

    container: str
    opaque: _Coding
    transparent: _Coding | None = None
    options: dict[str, str] = field(default_factory=dict)


_FASTSTART = {"movflags": "+faststart"}
_KINDS: Final = {
    ".mp4": _Kind("mp4", _H264, options=_FASTSTART),
    ".mov": _Kind("mov", _H264, _PRORES_ALPHA, _FASTSTART),
    ".mkv": _Kind("matroska", _H264),
    ".webm": _Kind("webm", _VP9, _VP9_ALPHA),
    ".avi": _Kind("avi", _H264_IN_ORDER),
}


class VideoFileOutput:
    """Codes pictures at a constant rate; the file stands under its name only once it is complete.

    The first picture decides on the colour matrix and on whether the video carries transparency.

    Args:
        path: Ending in .mp4, .mov, .mkv, .webm or .avi; .mov and .webm keep transparency.
        audio_from: A video whose sound goes along; time counts from its first picture.

    Raises:
        UsageError: The ending is another.
    """

    pixel_format = PixelFormat.I420

    def __init__(self, path: Path, *, audio_from: Path | None = None) -> None:
        kind = _KINDS.get(path.suffix.lower())
        if kind is None:
            raise UsageError(
                "can't write a video as {name}",
                "end it in {endings}",
                code="video-format-unknown",
                name=path.name,
                endings=", ".join(sorted(_KINDS)),
            )
        self.supports_alpha = kind.transparent is not None
        self._path = path
        self._kind = kind
        self._audio_from = audio_from
        self._partial: Partial | None = None
        self._writing: _Writing | None = None

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Starts a file under a temporary name.

        Raises:
            OutputError: It can't be written there.
        """
        self._size = size
        self._rate = Fraction(fps).limit_denominator(1001)
        self._partial = Partial(self._path)

    def send(self, frame: OutputFrame) -> None:
        """Codes one picture; the caller may reuse its buffer afterwards.

        Raises:
            OutputError: It could not be written; nothing is left behind.
        """
        image = frame.image
        coding = self._kind.opaque if image.alpha is None else self._kind.transparent or self._kind.opaque
        with self._undone_on_failure():
            writing = self._started(coding, image.matrix)
            writing.add(_coded_picture(image, writing.coding.pixel_format))

    def send_alpha(self, alpha: U8) -> None:
        """Codes an alpha, uint8 [H, W], without loss, which .mkv alone can carry; otherwise like `send`."""
        with self._undone_on_failure():
            writing = self._started(_FFV1_GREY, None)
            writing.add(av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(alpha), "gray"))

    def close(self) -> None:
        """Finishes the file and puts it under its final name; without a picture there is none.

        Raises:
            OutputError: That failed; nothing is left behind.
        """
        if self._partial is None:
            return
        if self._writing is None:
            self.abort()
            return
        with self._undone_on_failure():
            self._writing.finish()
        partial, self._partial, self._writing = self._partial, None, None
        partial.commit()

    def abort(self) -> None:
        """Removes what was written."""
        partial, writing = self._partial, self._writing
        self._partial = self._writing = None
        if writing is not None:
            writing.release()
        if partial is not None:
            partial.discard()

    @contextlib.contextmanager
    def _undone_on_failure(self) -> Iterator[None]:
        try:
            yield
        except (av.FFmpegError, OSError, ValueError) as error:
            self.abort()
            reason = os_reason(error) if isinstance(error, OSError) else str(error)
            raise OutputError(
                "can't write {path}: {reason}",
                "free some space or choose another place",
                code="video-write-failed",
                path=self._path,
                reason=reason,
            ) from error

    def _started(self, coding: _Coding, matrix: Matrix | None) -> _Writing:
        """The open container; the first picture's coding and matrix are those of the whole file."""
        if self._partial is None:
            raise OutputError("{path} is not open", code="video-output-not-open", path=self._path)
        if self._writing is None:
            path = self._partial.path
            self._writing = _Writing(path, self._kind, coding, self._size, self._rate, matrix, self._audio_from)
        return self._writing


class _Writing:
    """An open container with its streams."""

    def __init__(
        self,
        path: Path,
        kind: _Kind,
        coding: _Coding,
        size: tuple[int, int],
        rate: Fraction,
        matrix: Matrix | None,
        audio_from: Path | None,
    ) -> None:
        self.coding = coding
        self._rate = rate
        self._count = 0
        self._container: OutputContainer = av.open(
            f"file:{path}", "w", format=kind.container, options=dict(kind.options)
        )
        self._stream = cast("VideoStream", self._container.add_stream(coding.codec, rate, dict(coding.options)))
        context = self._stream.codec_context
        context.width, context.height = size
        context.pix_fmt = coding.pixel_format
        context.time_base = 1 / rate
        context.thread_count = _THREADS
        if matrix is not None:
            context.color_range = ColorRange.MPEG
            context.colorspace = context.color_primaries = context.color_trc = _COLOUR_TAG[matrix]
        if coding is _VP9_ALPHA:
            self._stream.metadata["alpha_mode"] = "1"
        self._sound = Soundtrack(audio_from, self._container) if audio_from else None

    def add(self, frame: av.VideoFrame) -> None:
        """Codes the next frame, and muxes the sound up to it."""
        frame.pts = self._count
        frame.time_base = 1 / self._rate
        self._container.mux(self._stream.encode(frame))
        self._count += 1
        if self._sound is not None:
            self._sound.mux_until(self._count / self._rate)

    def finish(self) -> None:
        """Writes what is still in the encoder, and the container's end."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        if self._sound is not None:
            self._sound.close()

    def release(self) -> None:
        """Closes the file whatever state it is in."""
        with contextlib.suppress(av.FFmpegError, OSError, ValueError):
            self._container.close()
        if self._sound is not None:
            self._sound.close()


def _coded_picture(image: Image, pixel_format: str) -> av.VideoFrame:
    """The picture as FFmpeg wants it, sharing memory where that is possible; without an alpha it is opaque."""
    if pixel_format == "yuv420p":
        return av.VideoFrame.from_numpy_buffer(image.i420_buffer(), "yuv420p")
    frame = av.VideoFrame(*image.size, "yuva420p")
    alpha = 255 if image.alpha is None else image.alpha
    for plane, samples in zip(frame.planes, (*image.planes, alpha), strict=True):
        np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[:, : plane.width] = samples
    return frame if pixel_format == "yuva420p" else frame.reformat(format=pixel_format, threads=1)
