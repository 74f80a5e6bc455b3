"""The engine's clock goes on during sleep, and a gap in any clock is found."""

import sys
import time

import pytest

from engine.core import clock
from engine.core.clock import GapDetector

MS = 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other clocks")
def test_it_counts_time_asleep(monkeypatch):
    asked = []
    monkeypatch.setattr(time, "clock_gettime_ns", lambda which: asked.append(which) or 1)
    clock.now_ns()
    assert asked == [time.CLOCK_BOOTTIME]


def test_it_is_finer_than_a_tick_of_windows():
    readings = {clock.now_ns() for _ in range(1000)}
    assert len(readings) > 20


class Clocks:
    """Two clocks and a capture time that move on as told."""

    def __init__(self):
        self.own_ns = self.awake_ns = self.captured_ns = 10**12
        self.detector = GapDetector((lambda: self.own_ns, lambda: self.awake_ns))

    def after(self, own_ms=33.0, awake_ms=33.0, captured_ms=33.0) -> bool:
        self.own_ns += round(own_ms * MS)
        self.awake_ns += round(awake_ms * MS)
        self.captured_ns += round(captured_ms * MS)
        return self.detector.after_gap(self.captured_ns)


def test_frames_in_turn_have_no_gap():
    clocks = Clocks()
    assert not any(clocks.after() for _ in range(5))
    assert not clocks.after(499, 499, 499)
    assert not clocks.after(0, 0, 0)


@pytest.mark.parametrize(
    "jump",
    [
        {"own_ms": 501},
        {"awake_ms": 501},
        {"captured_ms": 501},
        {"own_ms": 8 * 3_600_000, "captured_ms": 8 * 3_600_000},
        {"own_ms": -1},
        {"awake_ms": -1},
        {"captured_ms": -1},
    ],
    ids=str,
)
def test_a_jump_of_any_clock_is_a_gap_once(jump):
    clocks = Clocks()
    clocks.after()
    assert clocks.after(**jump)
    assert not clocks.after()


def test_another_source_begins_anew():
    clocks = Clocks()
    clocks.after()
    clocks.detector.forget()
    assert not clocks.after(own_ms=9999)


def test_both_clocks_of_the_system_are_asked():
    assert GapDetector()._clocks == (clock.now_ns, time.monotonic_ns)
