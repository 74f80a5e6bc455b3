"""What the three stages share: a thread with one `except` at its top."""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod

from engine.core.errors import EngineError
from engine.core.statistics import StageName

logger = logging.getLogger(__name__)

FIRST_RETRY_S = 0.2
LONGEST_RETRY_S = 1.0
"""Back-off between attempts: short enough that a camera plugged back in is seen within two seconds."""


class Stage(ABC):
    """One thread of the engine. A failure becomes a problem with a message, never a dead thread.

    Args:
        name: Of the thread and of its statistics.
        retry: Whether to go on after a failure, as a live stage does, or to end with it, as rendering does.
        broken: Shared by the stages and set by the first that fails for good, so that no half of a file is kept.
    """

    def __init__(self, name: StageName, *, retry: bool, broken: threading.Event) -> None:
        self.name = name
        self.problem: EngineError | None = None
        """Why the stage can't do its work at the moment; None while it can."""
        self.failure: EngineError | None = None
        """Why it ended before its work was done."""
        self._retry = retry
        self._broken = broken
        self._stopping = threading.Event()
        self._retry_now = threading.Event()
        """Ends the wait before the next attempt."""
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._guard, name=f"cyclorama-{name}", daemon=True)

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Asks the thread to end; does not wait."""
        self._stopping.set()
        self._retry_now.set()
        self.wake()

    def join(self, timeout_s: float | None = None) -> bool:
        """Waits for the thread's end.

        Returns:
            False if it is still running when the time is over.
        """
        if self._thread.ident is None:
            return True
        # Not Thread.join: interrupted by Ctrl-C, CPython 3.11's takes the running thread for ended ever after.
        return self._ended.wait(timeout_s)

    @abstractmethod
    def run(self) -> None:
        """Works until the input ends or `self._stopping` is set."""

    @abstractmethod
    def wake(self) -> None:
        """Makes whatever `run` waits for return soon; called from other threads."""

    @abstractmethod
    def finish(self) -> None:
        """Releases what the thread holds; called on the thread, whatever ended it."""

    def _guard(self) -> None:
        delay_s = FIRST_RETRY_S
        try:
            while not self._stopping.is_set():
                started_s = time.monotonic()
                try:
                    self.run()
                    return
                except EngineError as error:
                    self.problem = error
                except BaseException as error:  # a library that calls sys.exit() must not end the stream either
                    logger.exception("the %s stage failed", self.name)
                    stage, what = self.name, str(error) or type(error).__name__
                    self.problem = EngineError(
                        "{stage} failed ({what})",
                        "please report this with the log",
                        code="stage-failed",
                        stage=stage,
                        what=what,
                    )
                if not self._retry:
                    self.failure = self.problem
                    self._broken.set()
                    return
                if time.monotonic() - started_s > LONGEST_RETRY_S:
                    delay_s = FIRST_RETRY_S
                self._retry_now.wait(delay_s)
                self._retry_now.clear()
                delay_s = min(2 * delay_s, LONGEST_RETRY_S)
        finally:
            try:
                self.finish()
            finally:
                self._ended.set()
