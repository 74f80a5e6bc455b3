"""Work that takes long, done off the GUI thread and told about on it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from engine.errors import EngineError

_LOG = logging.getLogger(__name__)


class _Call(QObject):
    done = Signal(object)
    failed = Signal(object)


class Worker(QObject):
    """Runs calls one after the other on a thread of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
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
                result = work()
            except EngineError as error:
                call.failed.emit(error)
            except Exception as error:
                _LOG.exception("work beside the window failed")
                call.failed.emit(EngineError(str(error) or type(error).__name__, "please report this with the log"))
            else:
                call.done.emit(result)

        def finish(then: Callable[[Any], None], value: object) -> None:
            self._calls.discard(call)
            call.deleteLater()
            then(value)

        call.done.connect(lambda value: finish(done, value))
        call.failed.connect(lambda error: finish(failed, error))
        self._pool.start(QRunnable.create(run))

    def close(self, wait_ms: int = 1000) -> None:
        """Forgets what waits; what hangs is left behind after `wait_ms`."""
        self._pool.clear()
        self._pool.waitForDone(wait_ms)
