"""What was measured is summed up as NumPy would."""

from __future__ import annotations

import numpy as np
import pytest

from engine.core.statistics import Durations, Stats


@pytest.mark.parametrize("count", [1, 2, 7, 100])
def test_percentiles_are_those_of_numpy(count):
    samples_ns = np.random.default_rng(count).integers(0, 50_000_000, count)
    durations = Durations()
    for sample_ns in samples_ns:
        durations.add(int(sample_ns))
    percents = (0, 50, 95, 100)
    assert durations.percentiles_ms(*percents) == pytest.approx(np.percentile(samples_ns, percents) / 1e6)


def test_before_anything_was_measured_there_is_nothing_to_say():
    assert Durations().percentiles_ms(50) == [0.0]
    assert Stats().snapshot().latency_p95_ms == 0
