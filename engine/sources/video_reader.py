"""An open video file: decodes its stream frame by frame and detects damage."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Generator
from fractions import Fraction
from pathlib import Path

import av
from av.stream import Disposition

from engine.core.errors import SourceError
from engine.platform.atomic_files import os_reason

_SECOND_NS = 1_000_000_000
_ASSUMED_FPS = Fraction(30)
_MISSING_END_NS = _SECOND_NS // 2
"""A file that ends this much before its announced end was cut short."""


class Clip:
    """Decodes the first video stream of a file on the calling thread alone.

    Args:
        path: Of a video file.

    Raises:
        SourceError: It can't be read, is cut short or holds no video.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # The prefix keeps names such as "concat:a|b" from being anything but a file's name.
            self._container = av.open(f"file:{path}", options={"protocol_whitelist": "file"})
        except OSError as error:
            raise SourceError(
                "can't open {path}: {reason}",
                "check its name and rights",
                code="video-unreadable",
                path=path,
                reason=os_reason(error),
            ) from error
        except (av.FFmpegError, ValueError) as error:
            raise SourceError(
                "{path} is no video that can be read, or is damaged",
                "use another file",
                code="video-invalid",
                path=path,
            ) from error
        # A song's cover counts as a video stream too.
        streams = [item for item in self._container.streams.video if Disposition.attached_pic not in item.disposition]
        if not streams:
            raise SourceError("{path} holds no video", "use another file", code="video-stream-missing", path=path)
        self._stream = streams[0]
        self._stream.codec_context.thread_count = 1
        rate = self._stream.average_rate or self._stream.guessed_rate
        self.rate: Fraction = rate if rate and 1 <= rate <= 240 else _ASSUMED_FPS
        """Frames per second, nominal."""
        self._check_index()

    @property
    def codec(self) -> str:
        """Short name of how the video is coded, such as "h264"."""
        return self._stream.codec_context.codec.canonical_name

    @property
    def pixel_aspect(self) -> Fraction:
        """Width of a pixel over its height; 1 where the file says nothing sensible."""
        aspect = self._stream.sample_aspect_ratio or Fraction(1)
        return aspect if Fraction(1, 4) <= aspect <= 4 else Fraction(1)

    @property
    def announced_frames(self) -> int:
        """How many frames the file says it has, or its length makes likely; 0 where it says neither."""
        return self._stream.frames or int(self._announced_ns() * self.rate / _SECOND_NS)

    def frames(self) -> Generator[av.VideoFrame, None, None]:
        """The frames from here to the end; what can't be decoded is left out, as players do.

        Raises:
            SourceError: The file can't be read on.
        """
        try:
            for packet in self._container.demux(self._stream):
                frames: list[av.VideoFrame] = []
                with contextlib.suppress(av.error.InvalidDataError):
                    frames = packet.decode()
                yield from frames
        except (av.FFmpegError, OSError) as error:
            raise SourceError(
                "{path} can't be read on: {reason}",
                "the file is damaged",
                code="video-read-failed",
                path=self._path,
                reason=error.strerror,
            ) from error

    def rewind(self) -> None:
        """Goes back to the first frame.

        Raises:
            SourceError: The file's kind knows no way back.
        """
        try:
            self._container.seek(self._stream.start_time or 0, stream=self._stream)
        except av.FFmpegError as error:
            raise SourceError(
                "{path} can't be played in a loop", "use an MP4 file", code="video-not-seekable", path=self._path
            ) from error

    def close(self) -> None:
        """Closes the file; frames already decoded stay valid."""
        self._container.close()

    def check_end(self, start_ns: int, end_ns: int) -> None:
        """Tells a file that was cut short, which demuxers end as if nothing were wrong, by its announced length.

        Args:
            start_ns: Time stamp of its first frame.
            end_ns: Where its last frame ended.

        Raises:
            SourceError: The end is missing.
        """
        announced_ns = self._announced_ns(start_ns)
        if announced_ns - (end_ns - start_ns) > _MISSING_END_NS:
            raise SourceError(
                "{path} ends after {seconds:.1f} of {announced:.1f} seconds",
                "it was cut short or is damaged: copy it again",
                code="video-truncated",
                path=self._path,
                seconds=(end_ns - start_ns) / 1000000000.0,
                announced=announced_ns / 1000000000.0,
            )

    def _check_index(self) -> None:
        """An MP4 knows where each of its frames lies, so a cut is seen before the work begins."""
        index = self._stream.index_entries
        if len(index) and index[-1].pos + index[-1].size > self._path.stat().st_size:
            raise SourceError("{path} was cut short", "copy it again", code="video-index-truncated", path=self._path)

    def _announced_ns(self, start_ns: int = 0) -> int:
        """Length of the video as its file announces it; 0 where it doesn't, or where `_check_index` has looked."""
        stream, container = self._stream, self._container
        tag = re.fullmatch(r"(\d+):(\d+):([\d.]+)", stream.metadata.get("DURATION", ""))
        if tag:  # Matroska names the end, not the length.
            return int((int(tag[1]) * 3600 + int(tag[2]) * 60 + float(tag[3])) * _SECOND_NS) - start_ns
        if container.format.name.startswith("mov,mp4"):
            return 0  # its announced length includes what an edit list removes
        if stream.duration and stream.time_base:
            return int(stream.duration * stream.time_base * _SECOND_NS)
        if container.duration and len(container.streams) == 1:
            return container.duration * 1000 - start_ns
        return 0
