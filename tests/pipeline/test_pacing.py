import itertools

import numpy as np
import pytest

from engine.pipeline.stages.pacing import Pacer, SlotClock

MS = 1_000_000


def play(arrivals_ns: list[int], fps: float, end_ns: int) -> tuple[np.ndarray, list[int]]:
    """Runs a pacer against a simulated clock; gives times at which pictures left and the index of each."""
    pacer, sent_ns, indices = Pacer(fps), [], []
    newest, unsent, queue = -1, False, list(arrivals_ns)
    now = 0
    while now < end_ns:
        if queue and queue[0] <= now:
            queue.pop(0)
            newest, unsent = newest + 1, True
            pacer.arrived(now)
        if pacer.due(now, new=unsent):
            sent_ns.append(now)
            indices.append(newest)
            pacer.sent(now, new=unsent)
            unsent = False
        now += MS // 2
    return np.array(sent_ns), indices


def test_a_camera_at_the_output_s_rate_is_never_kept_waiting():
    rng = np.random.default_rng(1)
    arrivals = [round(i * 1e9 / 30 + rng.uniform(-4, 4) * MS) + 5 * MS for i in range(300)]
    sent, indices = play(arrivals, 30, 10_000 * MS)
    first_sent: dict[int, int] = {}
    for when, index in zip(sent, indices, strict=True):
        first_sent.setdefault(index, when)
    waits_ms = [(when - arrivals[index]) / MS for index, when in first_sent.items() if index >= 0]
    assert len(waits_ms) >= 295
    assert np.percentile(waits_ms, 95) <= 1.0


@pytest.mark.parametrize("input_fps", [25, 24, 15, 50, 60])
def test_any_rate_feeds_thirty_evenly(input_fps):
    arrivals = [round(i * 1e9 / input_fps) + 3 * MS for i in range(input_fps * 10)]
    sent, indices = play(arrivals, 30, 9_900 * MS)
    gaps_ms = np.diff(sent[60:]) / MS
    assert abs(len(sent) / 9.9 - 30) < 0.4
    assert gaps_ms.min() >= 32
    assert gaps_ms.max() <= 35
    assert indices == sorted(indices)


def test_the_stream_goes_on_while_nothing_comes():
    arrivals = [round(i * 1e9 / 30) for i in range(60)]
    sent, _ = play(arrivals, 30, 5_000 * MS)
    gaps_ms = np.diff(sent) / MS
    assert gaps_ms.max() <= 51  # half an interval of patience, once
    assert abs(len(sent) / 5 - 30) < 0.5


def test_a_variable_rate_becomes_a_constant_one():
    rng = np.random.default_rng(2)
    times_ns = [int(t) for t in itertools.accumulate(rng.choice([20 * MS, 40 * MS, 100 * MS], 200))]
    clock, sent = SlotClock(30), 0
    for time_ns in times_ns:
        repeats, own = clock.copies(time_ns)
        sent += repeats + own
    assert abs(sent - (times_ns[-1] - times_ns[0]) * 30 / 1e9) <= 1.5


def test_a_constant_rate_passes_one_to_one():
    clock = SlotClock(29.97)
    assert [clock.copies(round(i * 1e9 / 29.97)) for i in range(1000)] == [(0, 1)] * 1000
