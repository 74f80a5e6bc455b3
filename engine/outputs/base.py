"""What every output can do."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from engine.core.frame import PixelFormat
from engine.privacy import OutputFrame


class Output(Protocol):
    """Opened, fed and closed by one thread, the compositor thread."""

    pixel_format: PixelFormat
    """The layout that `send` wants."""
    supports_alpha: bool
    """Whether transparency arrives. Where not, a transparent background becomes black: straight colours without
    their alpha would show the background along the person's edge."""

    @property
    def name(self) -> str:
        """Shown to the user: the device or file that is written."""

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Opens it for pictures of (width, height) at a rate.

        Raises:
            OutputError: It can't be opened.
        """

    def send(self, frame: OutputFrame) -> None:
        """Writes one picture; has it out of our hands when it returns.

        Raises:
            OutputError: It could not be written.
        """

    def close(self) -> None:
        """Finishes and releases; may be called twice, and after a failed `open`."""

    def abort(self) -> None:
        """Releases without finishing: nothing half-written stays under the final name."""


@runtime_checkable
class TimedOutput(Protocol):
    """An output whose pictures may have times of their own, in place of a constant rate."""

    keeps_times: bool
    """Whether this kind of file can; where not, pictures are sent at the constant rate."""
    keeps_end: bool
    """Whether `end_at` suffices for a last picture that stays long; else it is sent once more at the end."""

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """Like `Output.send`, shown from a time on, in nanoseconds since the start."""

    def end_at(self, time_ns: int) -> None:
        """Says until when the last picture is shown."""
