"""Measures for the governor what frames cost and what the machine has left."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from engine.core import clock
from engine.core.settings import SettingsBox
from engine.core.statistics import StageName, Stats
from engine.pipeline.governor import WINDOW_S, Governor, Load
from engine.pipeline.stages.capture import LOWER_RATE_OF
from engine.platform.power import PowerState, power_state

logger = logging.getLogger(__name__)

_WARM_UP_S = 3.0
"""After the first frame, and after a pause, the caches are cold: no load of theirs says what a frame costs."""

_POWER_POLL_WINDOWS = 10
"""Battery and heat change slowly: they are asked for every so many windows."""


class LoadWatch:
    """Observes the stages on a thread of its own, twice a second.

    Args:
        stats: Counted by the stages.
        settings: The settings as the stages see them.
        governor: Told what was measured.
        power: Asks the system about battery and heat.
    """

    def __init__(
        self,
        stats: Stats,
        settings: SettingsBox,
        governor: Governor,
        power: Callable[[], PowerState] = power_state,
    ) -> None:
        self._stats = stats
        self._settings = settings
        self._governor = governor
        self._ask_power = power
        self._power = PowerState()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cyclorama-governor", daemon=True)

    def start(self) -> None:
        """Starts watching."""
        self._thread.start()

    def stop(self) -> None:
        """Stops watching and waits for the thread."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        flowing_since_ns: int | None = None
        before, windows = self._counted(), 0
        while not self._stopped.wait(WINDOW_S):
            if windows % _POWER_POLL_WINDOWS == 0:
                self._power = self._ask_power()
            windows += 1
            now = self._counted()
            if now[1] == before[1] or now[2] == before[2]:
                flowing_since_ns = None  # paused, resting, or no model yet
            elif flowing_since_ns is None:
                flowing_since_ns = now[0]
            elif now[0] - flowing_since_ns > _WARM_UP_S * 1e9:
                step = self._governor.step
                self._governor.observe(self._load(before, now), self._settings.value.energy)
                if self._governor.step is not step:
                    logger.info("quality step %s (%s)", self._governor.step.name, self._governor.reason)
            before = now

    def _counted(self) -> tuple[int, int, int, int, int]:
        """Time, frames in, frames sent, and the two stages' time at work, in nanoseconds."""
        busy = self._stats.busy_ns
        return (
            clock.now_ns(),
            self._stats.frames_in,
            self._stats.frames_sent,
            busy.get(StageName.INFERENCE, 0),
            busy.get(StageName.COMPOSITION, 0),
        )

    def _load(self, before: tuple[int, ...], now: tuple[int, ...]) -> Load:
        elapsed_ns, frames_in, sent, inference_ns, composition_ns = (
            new - old for new, old in zip(now, before, strict=True)
        )
        wanted = frames_in * (1 - 1 / LOWER_RATE_OF if self._settings.value.lower_rate else 1)
        missed = max(0.0, 1 - sent / wanted) if wanted >= 1 else 0.0
        return Load(
            inference_ns / elapsed_ns,
            composition_ns / elapsed_ns,
            missed,
            on_battery=self._power.on_battery,
            throttled=self._power.throttled,
        )
