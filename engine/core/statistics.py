"""How long each stage takes, how old a picture is when it is sent, and what was dropped."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from engine.core import clock


class StageName(StrEnum):
    """The stages, as statistics and messages name them."""

    CAPTURE = "capture"
    INFERENCE = "inference"
    COMPOSITION = "composition"


KEPT_SAMPLES = 2048
"""Of each duration, the newest that percentiles are taken over."""


@dataclass(frozen=True, slots=True)
class StageStats:
    """Of one stage, per frame: wall time at the median and the 95th percentile, processor time at the median."""

    p50_ms: float
    p95_ms: float
    cpu_p50_ms: float


@dataclass(frozen=True, slots=True)
class StatsSnapshot:
    """What was counted so far; `first_out_ns` is when the first of the source's frames was sent, 0 if none was."""

    frames_in: int
    frames_out: int
    frames_dropped: int
    fps_in: float
    fps_out: float
    latency_p50_ms: float
    latency_p95_ms: float
    first_out_ns: int
    stages: dict[str, StageStats] = field(default_factory=dict)


class Durations:
    """The newest durations of one kind, in nanoseconds; one writer, any readers."""

    def __init__(self) -> None:
        self._samples_ns: deque[int] = deque(maxlen=KEPT_SAMPLES)

    def add(self, duration_ns: int) -> None:
        """Counts one more."""
        self._samples_ns.append(duration_ns)

    @property
    def empty(self) -> bool:
        """True while nothing was counted."""
        return not self._samples_ns

    def percentiles_ms(self, *percents: float) -> list[float]:
        """Percentiles in milliseconds, between two samples in proportion; 0 while nothing was counted."""
        ordered = sorted(self._samples_ns) or [0]  # NumPy's own would import for a tenth of a second at its first call
        found = []
        for percent in percents:
            place = percent / 100 * (len(ordered) - 1)
            below = int(place)
            above = min(below + 1, len(ordered) - 1)
            found.append((ordered[below] + (ordered[above] - ordered[below]) * (place - below)) / 1e6)
        return found


class Rate:
    """Events per second over the newest two seconds."""

    def __init__(self) -> None:
        self._stamps_ns: deque[int] = deque(maxlen=256)

    def tick(self) -> None:
        """Counts an event now."""
        self._stamps_ns.append(clock.now_ns())

    def per_second(self) -> float:
        """0 while fewer than two events lie in the window."""
        now_ns = clock.now_ns()
        recent = [stamp for stamp in list(self._stamps_ns) if now_ns - stamp < 2_000_000_000]
        return (len(recent) - 1) * 1e9 / (recent[-1] - recent[0]) if len(recent) > 1 and recent[-1] > recent[0] else 0.0


class Stats:
    """Counters that the stages write and anybody reads; each field has one writer."""

    def __init__(self) -> None:
        self.frames_in = 0
        self.frames_out = 0
        self.frames_skipped = 0
        self.frames_sent = 0
        """The source's frames that were sent, each counted once."""
        self.busy_ns: dict[str, int] = {}
        """Wall time that each stage has spent on frames."""
        self.first_out_ns = 0
        self.received = Rate()
        self.published = Rate()
        self.latency = Durations()
        self._wall: dict[str, Durations] = {}
        self._cpu: dict[str, Durations] = {}

    def sent(self, captured_ns: int | None = None) -> None:
        """Counts a source's frame that was just sent for the first time.

        Args:
            captured_ns: When it was captured; absent where latency has no meaning, as frames wait for one another.
        """
        now_ns = clock.now_ns()
        self.first_out_ns = self.first_out_ns or now_ns
        if captured_ns is not None:
            self.latency.add(now_ns - captured_ns)
        self.frames_sent += 1

    @contextmanager
    def stage(self, name: StageName) -> Iterator[None]:
        """Times one frame's work in a stage."""
        wall_ns, cpu_ns = clock.now_ns(), time.thread_time_ns()
        yield
        elapsed_ns = clock.now_ns() - wall_ns
        self.busy_ns[name] = self.busy_ns.get(name, 0) + elapsed_ns
        self._wall.setdefault(name, Durations()).add(elapsed_ns)
        self._cpu.setdefault(name, Durations()).add(time.thread_time_ns() - cpu_ns)

    def snapshot(self, dropped: int = 0) -> StatsSnapshot:
        """The counts so far; `dropped` adds what the hand-overs lost."""
        latency_p50_ms, latency_p95_ms = self.latency.percentiles_ms(50, 95)
        return StatsSnapshot(
            frames_in=self.frames_in,
            frames_out=self.frames_out,
            frames_dropped=self.frames_skipped + dropped,
            fps_in=self.received.per_second(),
            fps_out=self.published.per_second(),
            latency_p50_ms=latency_p50_ms,
            latency_p95_ms=latency_p95_ms,
            first_out_ns=self.first_out_ns,
            stages={
                name: StageStats(*wall.percentiles_ms(50, 95), *self._cpu[name].percentiles_ms(50))
                for name, wall in list(self._wall.items())
                if name in self._cpu
            },
        )
