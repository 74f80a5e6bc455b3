"""An open video file: decodes its main stream frame by frame, deinterlaced, and detects damage."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Generator, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
import av.filter
from av.container import InputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from engine.core.errors import SourceError
from engine.media.container_length import is_cut_short
from engine.media.hardware import faster_decoder
from engine.media.streams import Demuxer, StreamReader
from engine.platform.atomic_files import os_reason

_SECOND_NS: Final = 1_000_000_000
_ASSUMED_FPS: Final = Fraction(30)
_SLOWEST_FPS, _FASTEST_FPS = Fraction(1, 60), Fraction(1000)
_MOST_GUESS_OVER_AVERAGE: Final = 4
"""FFmpeg's guess of the rate at which all times lie on a grid is taken up to so many times the average rate."""
LONGEST_STILL_NS: Final = 3600 * _SECOND_NS
"""A picture that is shown for longer has a broken time stamp."""

VideoInput = Path | StreamReader


class Clip:
    """Decodes the main video stream of a file on the calling thread alone.

    Args:
        source: A video file, or a stream of bytes that is read once.
        demuxer: How the bytes are taken apart, where they don't say so themselves.
        hardware: Let the graphics processor decode a file, where it works and is faster.

    Raises:
        SourceError: It can't be read, is cut short or holds no video.
    """

    def __init__(self, source: VideoInput, demuxer: Demuxer | None = None, *, hardware: bool = False) -> None:
        self._demuxer = demuxer
        self._accelerator = faster_decoder(source) if hardware and isinstance(source, Path) else None
        self.name = str(source) if isinstance(source, Path) else "standard input"
        self._container = self._opened(source)
        try:
            self._stream = self._main_stream()
        except SourceError:
            self._container.close()
            raise
        self._stream.codec_context.thread_count = 1
        self.rate: Fraction = _nominal_rate(self._stream)
        """Frames per second of the grid that its times lie on, nominal."""
        self.last_frame_ns = 0
        """Duration of the last frame decoded, as the file states it; 0 where it doesn't."""

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
        average = self._stream.average_rate or self.rate
        return self._stream.frames or int((self._announced_end_ns() or 0) * average / _SECOND_NS)

    def frames(self) -> Generator[av.VideoFrame, None, None]:
        """The frames from here to the end, without fields; what can't be decoded is skipped, as players do.

        Raises:
            SourceError: The file can't be read on.
        """
        try:
            yield from _deinterlaced(self._decoded())
        except (av.FFmpegError, OSError) as error:
            raise SourceError(
                "reading {path} failed: {reason}",
                "the file is damaged",
                code="video-read-failed",
                path=self.name,
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
                "{path} can't be played in a loop", "use an MP4 file", code="video-not-seekable", path=self.name
            ) from error

    def end_ns(self, last_ns: int) -> int:
        """Until when the last frame is shown: a picture may stay for the rest of the sound.

        Args:
            last_ns: Time stamp of the last frame.

        Returns:
            A time stamp, at least one frame after it.
        """
        end_ns = last_ns + (self.last_frame_ns or int(_SECOND_NS / self.rate))
        announced_ns = self._announced_end_ns() or 0
        return max(end_ns, announced_ns) if announced_ns - last_ns <= LONGEST_STILL_NS else end_ns

    def close(self) -> None:
        """Closes the file; frames already decoded stay valid."""
        self._container.close()

    def _opened(self, source: VideoInput) -> InputContainer:
        try:
            if not isinstance(source, Path):
                form = self._demuxer
                return av.open(source, "r", format=form.name if form else None, options=form.options if form else {})
            # The prefix keeps names such as "concat:a|b" from being anything but a file's name.
            container = av.open(
                f"file:{source}", "r", options={"protocol_whitelist": "file"}, hwaccel=self._accelerator
            )
        except OSError as error:
            raise SourceError(
                "can't open {path}: {reason}",
                "check its name and rights",
                code="video-unreadable",
                path=self.name,
                reason=os_reason(error),
            ) from error
        except (av.FFmpegError, ValueError) as error:
            raise SourceError(
                "{path} is no video that can be read, or is damaged",
                "use another file",
                code="video-invalid",
                path=self.name,
            ) from error
        if is_cut_short(source, container.format.name):
            container.close()
            raise SourceError("{path} is incomplete", "copy it again", code="video-cut-short", path=self.name)
        return container

    def _main_stream(self) -> VideoStream:
        # A song's cover counts as a video stream too.
        streams = [item for item in self._container.streams.video if not item.disposition & _NOT_MAIN]
        if not streams:
            raise SourceError("{path} holds no video", "use another file", code="video-stream-missing", path=self.name)
        main = next((item for item in streams if Disposition.default in item.disposition), streams[0])
        if main.codec_context is None:
            raise SourceError(
                "{path} is coded in a way that is not known",
                "convert it to MP4 with another program",
                code="video-codec-unknown",
                path=self.name,
            )
        return main

    def _decoded(self) -> Iterator[av.VideoFrame]:
        for packet in self._container.demux(self._stream):
            frames: list[av.VideoFrame] = []
            with contextlib.suppress(av.error.InvalidDataError):
                frames = packet.decode()
            for frame in frames:
                if frame.duration and frame.time_base:
                    self.last_frame_ns = int(frame.duration * frame.time_base * _SECOND_NS)
                yield frame

    def _announced_end_ns(self) -> int | None:
        """Time stamp at which the video ends as its file announces it; None where it doesn't."""
        stream = self._stream
        tag = re.fullmatch(r"(\d+):(\d+):([\d.]+)", stream.metadata.get("DURATION", ""))
        if tag:  # Matroska names the end, not the length.
            return int((int(tag[1]) * 3600 + int(tag[2]) * 60 + float(tag[3])) * _SECOND_NS)
        # The length that MP4 announces includes what an edit list removes.
        if stream.duration and stream.time_base and not self._container.format.name.startswith("mov,mp4"):
            return int((stream.duration + (stream.start_time or 0)) * stream.time_base * _SECOND_NS)
        return None


_NOT_MAIN: Final = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.dependent


def _nominal_rate(stream: VideoStream) -> Fraction:
    average, guessed = stream.average_rate or Fraction(0), stream.guessed_rate or Fraction(0)
    for rate in (guessed if guessed <= _MOST_GUESS_OVER_AVERAGE * average else Fraction(0), average, guessed):
        if _SLOWEST_FPS <= rate <= _FASTEST_FPS:
            return rate
    return _ASSUMED_FPS


def _deinterlaced(frames: Iterator[av.VideoFrame]) -> Iterator[av.VideoFrame]:
    """Frames whose two fields were taken at different moments become pictures of one, by the frames' own flags.

    Nothing is filtered before the first such frame.
    """
    graph: av.filter.Graph | None = None
    form: tuple[int, int, str] | None = None
    for frame in frames:
        if graph is None and not frame.interlaced_frame:
            yield frame
            continue
        if graph is None or form != (frame.width, frame.height, frame.format.name):
            if graph is not None:
                yield from _rest(graph)
            form = frame.width, frame.height, frame.format.name
            graph = _deinterlacer(frame)
        graph.push(frame)
        yield from _available(graph)
    if graph is not None:
        yield from _rest(graph)


def _deinterlacer(frame: av.VideoFrame) -> av.filter.Graph:
    graph = av.filter.Graph()
    graph.threads = 1
    buffer = graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=frame.time_base)
    graph.link_nodes(
        buffer, graph.add("bwdif", "mode=send_frame:parity=auto:deint=interlaced"), graph.add("buffersink")
    ).configure()
    return graph


def _available(graph: av.filter.Graph) -> Iterator[av.VideoFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        assert isinstance(frame, av.VideoFrame)
        yield frame


def _rest(graph: av.filter.Graph) -> Iterator[av.VideoFrame]:
    graph.push(None)
    yield from _available(graph)
