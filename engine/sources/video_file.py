"""A video file as a source."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import av

from engine.core import clock
from engine.core.errors import SourceError
from engine.core.frame import Frame, Image
from engine.media.frame_conversion import FrameConverter
from engine.media.streams import Demuxer
from engine.media.video_reader import LONGEST_STILL_NS, Clip, VideoInput
from engine.sources.base import SourceInfo
from engine.sources.playback_clock import MediaClock

_GRID_TOLERANCE_NS: Final = 1_000_000
"""Containers round times to as much as a millisecond: those next to the nominal rate's grid are put on it."""
_SIDES_PX: Final = range(16, 16385)


class VideoFileSource:
    """Decodes a video on one thread, as fast as it is read or paced by its own time stamps.

    Args:
        path: Of a video file, or a stream of bytes to be read once.
        paced: Wait for each frame's time, as a camera would.
        loop: Start over at the end, time running on.
        demuxer: How a stream of bytes is taken apart, where it doesn't say so itself.
        hardware: Let the graphics processor decode, where it works and is faster.
    """

    def __init__(
        self,
        path: VideoInput,
        *,
        paced: bool,
        loop: bool = False,
        demuxer: Demuxer | None = None,
        hardware: bool = False,
    ) -> None:
        self.end_ns = 0
        """Media time until which the last frame is shown, once it has been read."""
        self._path = path
        self._demuxer = demuxer
        self._hardware = hardware
        self._paced = paced
        self._loop = loop
        self._clock = MediaClock(paced=paced)
        self._playing: _Playing | None = None
        self._seq = 0

    def open(self) -> SourceInfo:
        """Opens the file and decodes its first frame, whose rotation and colours hold for all.

        Raises:
            SourceError: It can't be read, holds no video or is cut short.
        """
        self._clock.restart()
        self._seq = 0
        self._playing = _Playing(self._path, self._demuxer, loop=self._loop, hardware=self._hardware)
        return SourceInfo(
            self._path.name if isinstance(self._path, Path) else self._playing.clip.name,
            self._playing.converter.size,
            float(self._playing.clip.rate),
            live=self._paced,
            frames=0 if self._loop else self._playing.clip.announced_frames,
            details=self._playing.details,
        )

    def read(self) -> Frame | None:
        """The next frame; None at the end or when interrupted.

        Raises:
            SourceError: The file is damaged.
        """
        playing = self._playing
        if playing is None or not self._clock.wait_until(playing.expected_ns):
            return None
        captured_ns = clock.now_ns()
        expected_ns = playing.expected_ns
        step = playing.step()
        if step is None:
            self.end_ns = playing.expected_ns
            return None
        decoded, media_ns = step
        if self._paced and media_ns > expected_ns:
            if not self._clock.wait_until(media_ns):
                return None
            captured_ns = clock.now_ns()
        frame = Frame(self._seq, captured_ns, media_ns, playing.convert(decoded))
        self._seq += 1
        return frame

    def interrupt(self) -> None:
        """Ends a wait for a frame's time."""
        self._clock.interrupt()

    def close(self) -> None:
        """Closes the file; pictures already handed out stay valid."""
        if self._playing is not None:
            self._playing.clip.close()
            self._playing = None


class _Playing:
    """Where in a clip we are.

    Attributes:
        expected_ns: Media time at which the next frame is expected.
    """

    def __init__(self, path: VideoInput, demuxer: Demuxer | None, *, loop: bool, hardware: bool) -> None:
        self.clip = Clip(path, demuxer, hardware=hardware)
        try:
            self._begin(loop=loop)
        except SourceError:
            self.clip.close()
            raise

    def _begin(self, *, loop: bool) -> None:
        path = self.clip.name
        self._loop = loop
        self._frames = self.clip.frames()
        first = next(self._frames, None)
        if first is None:
            raise SourceError(
                "{path} holds no picture that can be decoded", "use another file", code="video-no-frames", path=path
            )
        if first.width not in _SIDES_PX or first.height not in _SIDES_PX:
            raise SourceError(
                "{path} is {width}x{height} pixels",
                "use another file",
                code="picture-size-unsupported",
                path=path,
                width=first.width,
                height=first.height,
            )
        self.converter = FrameConverter(first, self.clip.pixel_aspect)
        self.details = f"{self.clip.codec}, {first.format.name}, {first.width}x{first.height}"
        self._first: av.VideoFrame | None = first
        self._start_ns = _stamp_ns(first) or 0
        """Time stamp of the first frame."""
        self._interval_ns = int(10**9 / self.clip.rate)
        self._round_ns = 0
        """Media time at which this round of the loop began."""
        self._last_ns = -1
        self.expected_ns = 0

    def step(self) -> tuple[av.VideoFrame, int] | None:
        """The next frame and its media time; None at the end."""
        decoded = self._first or next(self._frames, None)
        self._first = None
        if decoded is None:
            last_ns = self._start_ns + self._last_ns - self._round_ns
            self.expected_ns = max(self.expected_ns, self._last_ns + self.clip.end_ns(last_ns) - last_ns)
            if not self._loop:
                return None
            self._round_ns = self.expected_ns
            self.clip.rewind()
            self._frames = self.clip.frames()
            decoded = next(self._frames, None)
            if decoded is None:
                return None
        self._last_ns = self._media_ns(decoded)
        self.expected_ns = self._last_ns + self._interval_ns
        return decoded, self._last_ns

    def _media_ns(self, decoded: av.VideoFrame) -> int:
        """Time since the first frame; a broken time stamp is replaced by what was expected."""
        stamp_ns = _stamp_ns(decoded)
        if stamp_ns is None:
            return self.expected_ns
        media_ns = self._round_ns + self._on_grid(stamp_ns - self._start_ns)
        return media_ns if self._last_ns < media_ns < self.expected_ns + LONGEST_STILL_NS else self.expected_ns

    def _on_grid(self, time_ns: int) -> int:
        nearest_ns = round(round(time_ns * self.clip.rate / 10**9) * 10**9 / self.clip.rate)
        tolerance_ns = min(_GRID_TOLERANCE_NS, self._interval_ns // 4)
        return nearest_ns if abs(nearest_ns - time_ns) <= tolerance_ns else time_ns

    def convert(self, decoded: av.VideoFrame) -> Image:
        """A decoded frame as a picture.

        Raises:
            SourceError: Its samples can't be converted.
        """
        try:
            return self.converter.convert(decoded)
        except (av.FFmpegError, ValueError, MemoryError) as error:
            raise SourceError(
                "{path} holds pictures that can't be converted ({reason})",
                "convert it to MP4 with another program",
                code="video-conversion-failed",
                path=self.clip.name,
                reason=error,
            ) from error


def _stamp_ns(frame: av.VideoFrame) -> int | None:
    if frame.pts is None or frame.time_base is None:
        return None
    return frame.pts * 10**9 * frame.time_base.numerator // frame.time_base.denominator
