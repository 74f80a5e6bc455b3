"""A picture as a source."""

from __future__ import annotations

from pathlib import Path

from engine.core import clock
from engine.core.frame import Frame, Image
from engine.media.image_files import read_image
from engine.sources.base import SourceInfo
from engine.sources.playback_clock import MediaClock


class ImageSource:
    """One BGR picture, once, or over and over for a live window.

    Args:
        path: A picture file.
        repeat_fps: Frames per second at which it is repeated without an end; None gives it once.
    """

    def __init__(self, path: Path, *, repeat_fps: float | None = None) -> None:
        self._path = path
        self._repeat_fps = repeat_fps
        self._clock = MediaClock(paced=repeat_fps is not None)
        self._image: Image | None = None
        self._seq = 0

    def open(self) -> SourceInfo:
        """Reads the file.

        Raises:
            SourceError: It can't be read.
        """
        self._clock.restart()
        self._seq = 0
        self._image = Image.from_bgr(read_image(self._path))
        repeated = self._repeat_fps is not None
        return SourceInfo(
            self._path.name, self._image.size, self._repeat_fps or 0.0, live=repeated, frames=0 if repeated else 1
        )

    def read(self) -> Frame | None:
        """The picture; None where it was given already and isn't repeated, or when interrupted."""
        if self._image is None or (self._seq and self._repeat_fps is None):
            return None
        media_ns = round(self._seq * 1e9 / self._repeat_fps) if self._repeat_fps else 0
        if not self._clock.wait_until(media_ns):
            return None
        frame = Frame(self._seq, clock.now_ns(), media_ns, self._image)
        self._seq += 1
        return frame

    def interrupt(self) -> None:
        """Ends a wait between two repeats."""
        self._clock.interrupt()

    def close(self) -> None:
        """Releases the picture."""
        self._image = None
