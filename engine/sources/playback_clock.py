"""The clock that paces recorded pictures in real time."""

from __future__ import annotations

import threading

from engine.core import clock

_LATE_NS = 250_000_000
"""A reader later than this was suspended or can't keep up: the clock restarts instead of rushing to catch up."""


class MediaClock:
    """Ties media time to `engine.core.clock.now_ns`, and can be interrupted.

    Args:
        paced: Whether `wait_until` waits at all; False is as fast as it goes.
    """

    def __init__(self, *, paced: bool) -> None:
        self._paced = paced
        self._interrupted = threading.Event()
        self._zero_ns: int | None = None

    def restart(self) -> None:
        """Forgets the time and any interruption; the next moment asked for is now."""
        self._zero_ns = None
        self._interrupted.clear()

    def wait_until(self, media_ns: int) -> bool:
        """Waits for a moment of the recording.

        Returns:
            False if interrupted.
        """
        if not self._paced:
            return not self._interrupted.is_set()
        now_ns = clock.now_ns()
        if self._zero_ns is None or now_ns - (self._zero_ns + media_ns) > _LATE_NS:
            self._zero_ns = now_ns - media_ns
        return not self._interrupted.wait(max(0, self._zero_ns + media_ns - now_ns) / 1e9)

    def interrupt(self) -> None:
        """Ends every wait until `restart`; may be called from any thread."""
        self._interrupted.set()
