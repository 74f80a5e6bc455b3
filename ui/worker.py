"""Work that takes long, done off the GUI thread and told about on it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.core.errors import EngineError

_LOG = logging.getLogger(__name__)


class _Call(QObject):
    done = Signal(object)
    failed = Signal(object)


class Worker(QObject):
    """Runs calls one after the other on a thread of its own.

    The thread is Python's: a QRunnable that Qt deletes by itself leaves a wrapper behind, under whose address PySide
    then hands out quite another object.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._calls: set[_Call] = set()

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._calls)

    def submit(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[EngineError], None] = lambda error: None,
    ) -> None:
        """Runs `work`, then one of the others on the GUI thread.

        Args:
            work: May raise EngineError.
            done: Given what `work` returned.
            failed: Given the error.
        """
        call = _Call(self)
        self._calls.add(call)

        def run() -> None:
            try:
                result, signal = work(), call.done
            except EngineError as error:
                result, signal = error, call.failed
            except Exception as error:  # noqa: BLE001 - the window says it
                _LOG.exception("work beside the window failed")
                result = EngineError(str(error) or type(error).__name__, "please report this with the log")
                signal = call.failed
            if not self._closed:
                signal.emit(result)

        def finish(then: Callable[[Any], None], value: object) -> None:
            self._calls.discard(call)
            call.deleteLater()
            then(value)

        call.done.connect(lambda value: finish(done, value))
        call.failed.connect(lambda error: finish(failed, error))
        self._jobs.put(run)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="cyclorama-window", daemon=True)
            self._thread.start()

    def close(self, wait_s: float = 1.0) -> None:
        """Forgets what waits; what hangs is left behind after `wait_s`, and nothing is reported any more."""
        self._closed = True
        if self._thread is not None:
            self._jobs.put(lambda: None)
            self._thread.join(wait_s)

    def _work(self) -> None:
        while not self._closed:
            job = self._jobs.get()
            if not self._closed:
                job()
