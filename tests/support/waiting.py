"""Waiting for what another thread or process does."""

from __future__ import annotations

import time
from collections.abc import Callable

POLL_S = 0.01


def until(condition: Callable[[], object], what: str = "the condition", timeout_s: float = 60) -> float:
    """Waits until a condition holds, and fails with `what` after the time-out.

    Returns:
        Seconds waited.
    """
    begin_s = time.monotonic()
    while not condition():
        assert time.monotonic() - begin_s < timeout_s, f"{what}: not within {timeout_s} s"
        time.sleep(POLL_S)
    return time.monotonic() - begin_s
