"""The engine's clock: it goes on while the machine sleeps and is finer than a frame on every system."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

MAX_GAP_NS = 500_000_000
"""Time between two frames of a live source from which on they belong to different scenes."""

if sys.platform == "linux":

    def now_ns() -> int:
        """Nanoseconds since the system started, time asleep included (clock_gettime(2), CLOCK_BOOTTIME)."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)

elif sys.platform == "darwin":

    def now_ns() -> int:
        """Nanoseconds since the system started, time asleep included (macOS's CLOCK_MONOTONIC)."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)

else:

    def now_ns() -> int:
        """Nanoseconds of the performance counter; `time.monotonic_ns` has steps of 15.6 ms before Python 3.13."""
        return time.perf_counter_ns()


class GapDetector:
    """Finds where time was lost between two frames: the machine slept, the process hung or a clock was set.

    Args:
        clocks: Each is asked at every frame. Beside the engine's own clock the one that pauses during sleep.
    """

    def __init__(self, clocks: tuple[Callable[[], int], ...] = (now_ns, time.monotonic_ns)) -> None:
        self._clocks = clocks
        self._last: tuple[int, ...] = ()

    def forget(self) -> None:
        """Begins anew: for another source."""
        self._last = ()

    def after_gap(self, captured_ns: int) -> bool:
        """Whether a clock jumped, or the capture time did, since the frame before.

        Args:
            captured_ns: Capture time of this frame.
        """
        last, self._last = self._last, (captured_ns, *(clock() for clock in self._clocks))
        return any(not 0 <= now - before <= MAX_GAP_NS for now, before in zip(self._last, last, strict=False))
