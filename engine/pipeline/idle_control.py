"""Camera and model sleep while nobody looks, and wake when somebody does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

logger = logging.getLogger(__name__)

POLL_S = 0.2
"""How often it is asked whether anybody looks; half the time within which a reader must have the picture."""


class Sleeper(Protocol):
    """What can rest: the pipeline."""

    def rest(self, on: bool) -> None:
        """Lets the camera go and sends the stand-in now and then, or goes on."""


class IdleControl:
    """Watches whether anybody looks, on a thread of its own.

    Args:
        pipeline: What rests while nobody does.
        looking: True while somebody looks; None, or a failure, where that can't be known counts as looking.
    """

    def __init__(self, pipeline: Sleeper, looking: Callable[[], bool | None]) -> None:
        self._pipeline = pipeline
        self._looking = looking
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="cyclorama-attention", daemon=True)

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
                nobody_looks = self._looking() is False
            except Exception:
                logger.exception("who looks can't be told")
                nobody_looks = False
            self._pipeline.rest(nobody_looks)
