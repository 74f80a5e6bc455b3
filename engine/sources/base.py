"""What every source of frames can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from engine.core.frame import Frame


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a source turned out to be, once open.

    Attributes:
        name: Shown to the user: the camera's or the file's name.
        size: (width, height) in pixels of its frames, as shown (rotation metadata obeyed).
        fps: Frames per second announced; 0 where unknown, as for a still.
        live: True if frames arrive at their own pace and are dropped when not read in time.
        frames: How many there are; 0 where unknown or endless.
        details: What was asked for and not given, formats and fallbacks, in one line; may be empty.
    """

    name: str
    size: tuple[int, int]
    fps: float
    live: bool
    frames: int = 0
    details: str = ""


class Source(Protocol):
    """Opened, read and closed by one thread, the capture thread."""

    def open(self) -> SourceInfo:
        """Opens the device or file.

        Raises:
            SourceError: It can't be opened; a `CameraError` is worth another try later.
        """

    def read(self) -> Frame | None:
        """The next frame, waiting for it; None at the end.

        Raises:
            SourceError: It broke; a `CameraError` is worth opening it again.
        """

    def interrupt(self) -> None:
        """Makes a `read` or `open` that is under way return soon; may be called from any thread."""

    def close(self) -> None:
        """Releases everything; never waits for a device that hangs. May be called twice."""
