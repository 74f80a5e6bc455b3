"""Standard output: one picture, or a stream of video for another program such as FFmpeg."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction
from typing import BinaryIO, Final

import av

from engine.core.errors import OutputError, UsageError
from engine.core.frame import PixelFormat
from engine.media.streams import StreamWriter
from engine.outputs.base import Output
from engine.outputs.files.image_encoding import encode_image, samples_of
from engine.outputs.files.video_codings import STREAMED, VideoKind
from engine.outputs.files.video_muxer import VideoMuxer, coded_picture
from engine.platform.atomic_files import os_reason
from engine.privacy import OutputFrame

_IMAGES: Final = ("png", "jpg", "webp")
PIPE_FORMATS: Final = (*_IMAGES, *STREAMED)
NAME: Final = "standard output"


def pipe_output(form: str, stream: BinaryIO) -> Output:
    """An output for a pipe.

    Args:
        form: One of `PIPE_FORMATS`.
        stream: Where to write.

    Raises:
        UsageError: The stream is a terminal.
    """
    if stream.isatty():
        raise UsageError("standard output is a terminal", "pipe it to a file or program", code="stdout-terminal")
    return PictureStream(f".{form}", stream) if form in _IMAGES else VideoStream(STREAMED[form], stream)


class PictureStream:
    """Writes the one picture that is sent, once it is complete.

    Args:
        ending: `.png`, `.jpg` or `.webp`.
        stream: Where to.
    """

    pixel_format = PixelFormat.BGR
    keeps_times = keeps_end = True
    name = NAME

    def __init__(self, ending: str, stream: BinaryIO) -> None:
        self.supports_alpha = ending != ".jpg"
        self._ending = ending
        self._stream = stream
        self._data: bytes | None = None

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Nothing needs opening."""

    def send(self, frame: OutputFrame) -> None:
        """Encodes a BGR picture; it is written at `close`.

        Raises:
            OutputError: It is too large for this kind of file, or the second one.
        """
        if self._data is not None:
            self._data = None
            raise OutputError(
                "{name} takes one picture, and more came",
                "use --output-format nut",
                code="pipe-second-picture",
                name=NAME,
            )
        self._data = encode_image(samples_of(frame.image, self._ending), self._ending)

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same as `send`: a picture has no time."""
        self.send(frame)

    def end_at(self, time_ns: int) -> None:
        """Changes nothing."""

    def close(self) -> None:
        """Writes the picture.

        Raises:
            OutputError: The reader is gone.
        """
        data, self._data = self._data, None
        if data is not None:
            with _said():
                self._stream.write(data)
                self._stream.flush()

    def abort(self) -> None:
        """Writes nothing."""
        self._data = None


class VideoStream:
    """Writes video as it comes; its length need not be known.

    Args:
        kind: How.
        stream: Where to.
    """

    pixel_format = PixelFormat.I420
    supports_alpha = False
    keeps_end = False
    name = NAME

    def __init__(self, kind: VideoKind, stream: BinaryIO) -> None:
        self.keeps_times = kind.keeps_times
        self._kind = kind
        self._stream = StreamWriter(stream)
        self._muxer: VideoMuxer | None = None
        self._end_ns: int | None = None

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Notes what the first picture needs."""
        self._size = size
        self._rate = Fraction(fps).limit_denominator(1001)

    def send(self, frame: OutputFrame) -> None:
        """Writes one I420 picture.

        Raises:
            OutputError: The reader is gone.
        """
        self._send(frame, None)

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same, shown from a time on."""
        self._send(frame, time_ns)

    def end_at(self, time_ns: int) -> None:
        """Says until when the last picture is shown."""
        self._end_ns = time_ns

    def _send(self, frame: OutputFrame, time_ns: int | None) -> None:
        with _said():
            if self._muxer is None:
                coding = self._kind.opaque
                self._muxer = VideoMuxer(self._stream, self._kind, coding, self._size, self._rate, frame.image.matrix)
            self._muxer.add(coded_picture(frame.image, self._muxer.coding), time_ns)
            self._stream.flush()

    def close(self) -> None:
        """Ends the stream.

        Raises:
            OutputError: The reader is gone.
        """
        muxer, self._muxer = self._muxer, None
        if muxer is not None:
            with _said():
                muxer.finish(self._end_ns)
                self._stream.flush()

    def abort(self) -> None:
        """Ends the stream where it is."""
        muxer, self._muxer = self._muxer, None
        if muxer is not None:
            muxer.release()


@contextlib.contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except (av.FFmpegError, OSError, ValueError) as error:
        reason = os_reason(error) if isinstance(error, OSError) else str(error)
        raise OutputError(
            "can't write to {name}: {reason}",
            "check that the program that reads it is running",
            code="pipe-write-failed",
            name=NAME,
            reason=reason,
        ) from error
