"""An output that discards every picture, for measurements."""

from __future__ import annotations

from engine.core.frame import PixelFormat
from engine.privacy import OutputFrame


class NullOutput:
    """Takes pictures and drops them."""

    pixel_format = PixelFormat.I420
    supports_alpha = False
    keeps_times = keeps_end = True
    name = "none"

    def __init__(self) -> None:
        self.sent = 0
        """Pictures taken so far."""

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Nothing needs opening."""

    def send(self, frame: OutputFrame) -> None:
        """Counts the picture."""
        self.sent += 1

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same as `send`: pictures are only counted."""
        self.send(frame)

    def end_at(self, time_ns: int) -> None:
        """Changes nothing."""

    def close(self) -> None:
        """Nothing needs finishing."""

    def abort(self) -> None:
        """Nothing needs removing."""
