"""A looped background video, decoded on a thread of its own and only as fast as its pictures are used."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av

from engine.compositor.background.scaling import place
from engine.compositor.canvas import Canvas
from engine.core.errors import EngineError, SourceError, UsageError
from engine.core.frame import Image, PixelFormat
from engine.core.settings import Fit
from engine.media.animation import Animation
from engine.media.colour_formats import to_bgr, to_i420, to_matrix
from engine.media.frame_conversion import FrameConverter
from engine.media.media_kind import MediaKind, kind_of
from engine.media.video_reader import LONGEST_STILL_NS, Clip


@dataclass(frozen=True, slots=True)
class VideoParameters:
    """How a background video follows the clock. Chosen, not measured.

    Attributes:
        max_catch_up_ns: A clock that jumped by more, as after the machine slept, moves the video's clock: decoding a
            second of 1080p takes long enough.
        max_lag_ns: A decoder that is behind by more makes the video's clock wait: it plays slower, but it plays. Less
            is caught up by leaving out pictures.
        ring_pictures: Pictures that stay unchanged: the one in the composite, and those that wait for their turn.
    """

    max_catch_up_ns: int = 1_000_000_000
    max_lag_ns: int = 300_000_000
    ring_pictures: int = 4


PARAMETERS = VideoParameters()


class LoopedVideo:
    """Plays a video in a loop, from the moment of the first `at`.

    Args:
        path: A video or an animation; a still picture stays.
        canvas: What its pictures are to be composed on.
        fit: How they fill it.
        bars: (red, green, blue) of the bars beside a contained picture.
        wait: Whether `at` waits for the very picture of its time, as rendering wants it, or takes the newest decoded.
    """

    def __init__(self, path: Path, canvas: Canvas, fit: Fit, bars: tuple[int, int, int], *, wait: bool) -> None:
        self._path = path
        self._canvas = canvas
        self._painter = _Painter(canvas, fit, bars)
        self._wait = wait
        self._changed = threading.Condition()
        self._origin_ns: int | None = None
        self._wanted_ns = 0
        self._shown_until_ns = 0
        self._newest: Image | None = None
        self._closed = False
        self.problem: EngineError | None = None
        """Why no more pictures come; the last one stays."""
        self._thread = threading.Thread(target=self._run, name="cyclorama-background-video", daemon=True)
        self._thread.start()

    def at(self, now_ns: int) -> Image | None:
        """The picture for a moment; None while there is none yet."""
        with self._changed:
            if self._origin_ns is None:
                self._origin_ns = now_ns
            wanted_ns = now_ns - self._origin_ns
            if not self._wait and wanted_ns - self._wanted_ns > PARAMETERS.max_catch_up_ns:
                self._origin_ns += wanted_ns - self._wanted_ns
                wanted_ns = self._wanted_ns
            self._wanted_ns = max(self._wanted_ns, wanted_ns)
            if self._behind():
                self._changed.notify_all()
                if self._wait:
                    self._changed.wait_for(lambda: self.problem or self._closed or not self._behind())
            return self._newest

    def close(self) -> None:
        """Ends the thread; may be called twice."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _behind(self) -> bool:
        return self._newest is None or self._wanted_ns >= self._shown_until_ns

    def _run(self) -> None:
        start_ns = 0
        try:
            while not self._closed:
                end_ns, pictures = self._play_once(start_ns)
                if pictures == 1:
                    self._stay()
                    return
                start_ns = end_ns
        except EngineError as error:
            self._fail(error)
        except (av.error.FFmpegError, ValueError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self._fail(
                SourceError(
                    "the background video {name} is damaged ({reason})",
                    "choose another one",
                    code="background-video-damaged",
                    name=self._path.name,
                    reason=reason,
                )
            )

    def _stay(self) -> None:
        """Shows the newest picture for ever."""
        with self._changed:
            self._shown_until_ns = sys.maxsize
            self._changed.notify_all()

    def _fail(self, error: EngineError) -> None:
        with self._changed:
            self.problem = error
            self._changed.notify_all()

    def _play_once(self, start_ns: int) -> tuple[int, int]:
        """Shows the file from its beginning, at `start_ns` of the loop's clock.

        Returns:
            When it ended there, and how many pictures it has.
        """
        if not self._path.is_file():
            raise UsageError(
                "there is no background video {path}",
                "choose another one",
                code="background-video-missing",
                path=self._path,
            )
        end_ns, pictures = start_ns, 0
        for picture in _pictures(self._path):
            end_ns, pictures = start_ns + picture.end_ns, pictures + 1
            if not self._show(picture.image, end_ns):
                break
        if not pictures:
            raise SourceError(
                "the background video {name} has no pictures",
                "choose another one",
                code="background-video-empty",
                name=self._path.name,
            )
        return end_ns, pictures

    def _show(self, image: Callable[[], Image], until_ns: int) -> bool:
        """Waits for a frame's turn and paints it unless its time is over already; False once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._behind())
            if self._closed:
                return False
            lag_ns = self._wanted_ns - until_ns
            if not self._wait and lag_ns > PARAMETERS.max_lag_ns and self._origin_ns is not None:
                self._origin_ns += lag_ns
                self._wanted_ns -= lag_ns
            elif lag_ns >= 0 and self._newest is not None:
                return True
        painted = self._painter.paint(image())
        with self._changed:
            self._newest, self._shown_until_ns = painted, until_ns
            self._changed.notify_all()
        return True


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A picture of a file: made only if it is shown."""

    image: Callable[[], Image]
    end_ns: int


def _pictures(path: Path) -> Iterator[_Decoded]:
    """The pictures of a file, with the times since its start at which each gives way to the next."""
    if kind_of(path) is not MediaKind.VIDEO:
        for still in Animation(path).frames():
            yield _Decoded(partial(to_i420, still.bgr), still.start_ns + still.duration_ns)
        return
    clip = Clip(path)
    try:
        length_ns = int(1e9 / clip.rate)
        converter: FrameConverter | None = None
        for time_ns, frame in _timed(clip.frames(), length_ns):
            converter = converter or _converter(frame, clip, path)
            own_ns = int(frame.duration * frame.time_base * 1e9) if frame.duration and frame.time_base else length_ns
            yield _Decoded(partial(converter.convert, frame), time_ns + min(own_ns, LONGEST_STILL_NS))
    finally:
        clip.close()


def _converter(first: av.VideoFrame, clip: Clip, path: Path) -> FrameConverter:
    converter = FrameConverter(first, clip.pixel_aspect)
    if min(converter.size) < 2:
        raise SourceError(
            "the background video {name} is too small",
            "choose another one",
            code="background-video-too-small",
            name=path.name,
        )
    return converter


def _timed(frames: Iterator[av.VideoFrame], length_ns: int) -> Iterator[tuple[int, av.VideoFrame]]:
    """Frames with their time since the first, in nanoseconds; where a file has no times, by its rate."""
    first_s: float | None = None
    for index, frame in enumerate(frames):
        if frame.time is None:
            yield index * length_ns, frame
            continue
        first_s = frame.time if first_s is None else first_s
        yield int((frame.time - first_s) * 1e9), frame


class _Painter:
    """Puts decoded frames onto a canvas, in a ring of pictures."""

    def __init__(self, canvas: Canvas, fit: Fit, bars: tuple[int, int, int]) -> None:
        self._canvas = canvas
        self._fit = fit
        self._bars = bars
        self._ring: list[Image] = []
        self._next = 0

    def paint(self, image: Image) -> Image:
        """One frame as the canvas wants it."""
        if not self._ring:
            planar = Canvas(self._canvas.size, PixelFormat.I420, image.matrix)
            self._ring = [planar.filled(self._bars) for _ in range(PARAMETERS.ring_pictures)]
        self._next = (self._next + 1) % PARAMETERS.ring_pictures
        painted = self._ring[self._next]
        place(image, self._fit, painted)
        if self._canvas.format is PixelFormat.BGR:
            return Image.from_bgr(to_bgr(painted))
        return to_matrix(painted, self._canvas.matrix)
