"""A video file, written while the pictures come."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.media.hardware import faster_encoder
from engine.media.suffixes import WRITTEN_VIDEOS, listed
from engine.outputs.files.video_codings import FFV1_GREY, H264, KINDS, Coding
from engine.outputs.files.video_muxer import VideoMuxer, coded_picture
from engine.platform.atomic_files import Partial, os_reason
from engine.privacy import OutputFrame


class VideoFileOutput:
    """Codes pictures at a constant rate or at times of their own; the file has its name only once it is complete.

    The first picture decides on the colour matrix and on whether the video has transparency.

    Args:
        path: Ending in .mp4, .mov, .mkv, .webm or .avi; .mov and .webm keep transparency.
        audio_from: A video whose sound goes along; time counts from its first picture.
        audio_track: Which of its sound tracks, from 1; all if absent.
        hardware: Let the graphics processor code H.264, where it works and is faster.

    Raises:
        UsageError: The ending is another.
    """

    pixel_format = PixelFormat.I420
    keeps_end = False

    def __init__(
        self,
        path: Path,
        *,
        audio_from: Path | None = None,
        audio_track: int | None = None,
        hardware: bool = False,
    ) -> None:
        kind = KINDS.get(path.suffix.lower())
        if kind is None:
            raise UsageError(
                "can't write a video as {name}",
                "use a name that ends in {endings}",
                code="video-format-unknown",
                name=path.name,
                endings=listed(WRITTEN_VIDEOS),
            )
        self.supports_alpha = kind.transparent is not None
        self.keeps_times = kind.keeps_times
        self._path = path
        self._kind = kind
        self._audio_from = audio_from
        self._audio_track = audio_track
        self._hardware = hardware
        self._end_ns: int | None = None
        self._partial: Partial | None = None
        self._muxer: VideoMuxer | None = None

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
        self._send(frame.image, None)

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same, shown from a time on."""
        self._send(frame.image, time_ns)

    def end_at(self, time_ns: int) -> None:
        """Says until when the last picture is shown."""
        self._end_ns = time_ns

    def _send(self, image: Image, time_ns: int | None) -> None:
        coding = self._kind.opaque if image.alpha is None else self._kind.transparent or self._kind.opaque
        with self._undone_on_failure():
            muxer = self._started(coding, image.matrix)
            muxer.add(coded_picture(image, muxer.coding), time_ns)

    def send_alpha(self, alpha: U8, time_ns: int | None = None) -> None:
        """Codes an alpha, uint8 [H, W], without loss, which .mkv alone can hold; otherwise like `send`."""
        with self._undone_on_failure():
            muxer = self._started(FFV1_GREY, None)
            muxer.add(av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(alpha), "gray"), time_ns)

    def close(self) -> None:
        """Finishes the file and puts it under its final name; without a picture there is none.

        Raises:
            OutputError: That failed; nothing is left behind.
        """
        if self._partial is None:
            return
        if self._muxer is None:
            self.abort()
            return
        with self._undone_on_failure():
            self._muxer.finish(self._end_ns)
        partial, self._partial, self._muxer = self._partial, None, None
        partial.commit()

    def abort(self) -> None:
        """Removes what was written."""
        partial, muxer = self._partial, self._muxer
        self._partial = self._muxer = None
        if muxer is not None:
            muxer.release()
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

    def _started(self, coding: Coding, matrix: Matrix | None) -> VideoMuxer:
        """The open container; the first picture's coding and matrix are those of the whole file."""
        if self._partial is None:
            raise OutputError("{path} is not open", code="video-output-not-open", path=self._path)
        if self._muxer is None:
            if self._hardware and coding is H264 and (found := faster_encoder(self._size)) is not None:
                coding = Coding(*found)
            self._muxer = VideoMuxer(self._partial.path, self._kind, coding, self._size, self._rate, matrix)
            if self._audio_from is not None:
                self._muxer.add_sound(self._audio_from, self._audio_track)
        return self._muxer
