"""Idle control: camera and model rest while no window and no program shows the picture."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

logger = logging.getLogger(__name__)

POLL_S = 0.2
"""How often viewers are looked for; half the time within which a new reader must have the picture."""


class Sleeper(Protocol):
    """What can rest: the pipeline."""

    def rest(self, on: bool) -> None:
        """Closes the camera and sends the fallback frame now and then, or goes on."""


class IdleControl:
    """Polls whether the picture is shown anywhere, on a thread of its own.

    Args:
        pipeline: What rests while it is not.
        is_shown: True while it is; None, or a failure, where that can't be known, counts as shown.
    """

    def __init__(self, pipeline: Sleeper, is_shown: Callable[[], bool | None]) -> None:
        self._pipeline = pipeline
        self._is_shown = is_shown
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="cyclorama-idle-control", daemon=True)

    def start(self) -> None:
        """Starts watching."""
        self._thread.start()

    def stop(self) -> None:
        """Stops watching and waits for the thread."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(POLL_S):
            try:
                unwatched = self._is_shown() is False
            except Exception:
                logger.exception("readers of the picture can't be found out")
                unwatched = False
            self._pipeline.rest(unwatched)
