"""An animated GIF, PNG, WebP or AVIF as a source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.core import clock
from engine.core.frame import Frame, Image
from engine.media.animation import Animation, AnimationFrame
from engine.sources.base import SourceInfo
from engine.sources.playback_clock import MediaClock


class AnimationFileSource:
    """BGR frames of an animation at their own times.

    Args:
        path: Of an animated file.
        paced: Wait for each frame's time, as a camera would.
        loop: Start over at the end, time running on.
    """

    def __init__(self, path: Path, *, paced: bool, loop: bool = False) -> None:
        self.end_ns = 0
        """Media time until which the last frame is shown, once it has been read."""
        self._path = path
        self._paced = paced
        self._loop = loop
        self._clock = MediaClock(paced=paced)
        self._animation: Animation | None = None
        self._frames: Iterator[AnimationFrame] = iter(())
        self._round_ns = 0
        self._seq = 0

    def open(self) -> SourceInfo:
        """Opens the file.

        Raises:
            SourceError: It can't be read.
        """
        self._clock.restart()
        self._seq = self._round_ns = self.end_ns = 0
        self._animation = Animation(self._path)
        self._frames = self._animation.frames()
        count = 0 if self._loop else self._animation.count
        return SourceInfo(
            self._path.name, self._animation.size, 0.0, self._paced, frames=count, details=self._animation.format
        )

    def read(self) -> Frame | None:
        """The next frame; None at the end or when interrupted.

        Raises:
            SourceError: The file is damaged.
        """
        if self._animation is None:
            return None
        item = next(self._frames, None)
        if item is None and self._loop:
            self._round_ns = self.end_ns
            self._frames = self._animation.frames()
            item = next(self._frames, None)
        if item is None:
            return None
        media_ns = self._round_ns + item.start_ns
        if not self._clock.wait_until(media_ns):
            return None
        self.end_ns = media_ns + item.duration_ns
        frame = Frame(self._seq, clock.now_ns(), media_ns, Image.from_bgr(item.bgr))
        self._seq += 1
        return frame

    def interrupt(self) -> None:
        """Ends a wait for a frame's time."""
        self._clock.interrupt()

    def close(self) -> None:
        """Closes the file; pictures already handed out stay valid."""
        self._animation = None
        self._frames = iter(())
