"""Pacing: pictures are sent at the output's rate, whatever rate they come in."""

from __future__ import annotations

import math

LOCK_TOLERANCE = 0.12
"""Relative difference of input and output interval up to which pictures are sent as they come."""


class Pacer:
    """Decides when a live output sends.

    Where pictures come at the output's own rate they are sent as they come, so that none waits; a missing one is
    made up for by repeating the last. Where they come slower (25 into 30) or faster, an even grid of ticks decides and
    each tick sends the newest.

    Args:
        fps: Pictures per second to send.
    """

    def __init__(self, fps: float) -> None:
        self.interval_ns = round(1e9 / fps)
        self._due_ns: int | None = None
        self._arrived_ns: int | None = None
        self._input_interval_ns = float(self.interval_ns)

    @property
    def locked(self) -> bool:
        """True while pictures come at the output's rate."""
        return abs(self._input_interval_ns / self.interval_ns - 1) <= LOCK_TOLERANCE

    def arrived(self, now_ns: int) -> None:
        """Notes that a new picture is there."""
        if self._arrived_ns is not None:
            # A gap says that frames were lost, not that the camera became that slow: it counts as four intervals.
            gap_ns = min(now_ns - self._arrived_ns, 4 * self.interval_ns)
            self._input_interval_ns += (gap_ns - self._input_interval_ns) / 8
        self._arrived_ns = now_ns

    def deadline_ns(self, now_ns: int) -> int:
        """When to send again at the latest, even if nothing new came."""
        if self._due_ns is None:
            return now_ns
        waiting_for_arrival = self.locked and self._arrived_ns is not None
        return self._due_ns + (self.interval_ns // 2 if waiting_for_arrival else 0)

    def due(self, now_ns: int, *, new: bool) -> bool:
        """Whether to send now; `new` says that a picture not sent yet is there."""
        if self._due_ns is None:
            return True
        if new and self.locked:
            return now_ns >= self._due_ns - self.interval_ns // 2
        return now_ns >= self.deadline_ns(now_ns)

    def sent(self, now_ns: int, *, new: bool) -> None:
        """Notes that a picture was sent; `new` as given to `due`."""
        if self._due_ns is None or now_ns - self._due_ns > 2 * self.interval_ns:
            self._due_ns = now_ns + self.interval_ns
        elif new and self.locked:
            # Follow the camera's phase gently, so that one late frame does not shift the grid.
            self._due_ns += self.interval_ns + (now_ns - self._due_ns) // 8
        else:
            self._due_ns += self.interval_ns


_ROUNDING = 1e-6
"""Of a slot: a nanosecond at 1000 frames/s."""


class SlotClock:
    """Turns the times of a clip's frames into slots of a constant rate, for rendering.

    Args:
        fps: Slots per second.
    """

    def __init__(self, fps: float) -> None:
        self._fps = fps
        self._last: int | None = None

    def copies(self, media_ns: int) -> tuple[int, int]:
        """What to send when the frame of this time comes.

        Returns:
            How often to repeat the picture before it, and how often (0 or 1) to send its own.
        """
        # Halfway between two slots is the earlier one, whichever way the time was rounded: else a clip gains a frame.
        slot = math.ceil(media_ns * self._fps / 1e9 - 0.5 - _ROUNDING)
        if self._last is None:
            self._last = slot
            return 0, 1
        advance = slot - self._last
        if advance <= 0:
            return 0, 0
        self._last = slot
        return advance - 1, 1
