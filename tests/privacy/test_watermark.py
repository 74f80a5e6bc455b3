"""A tenth of `make test-privacy`: random faults, settings and controls, and no background in any frame."""

from __future__ import annotations

import itertools
import time

import pytest

from engine.core.settings import Background
from engine.pipeline.stages import picture_maker
from tests.privacy.simulation import Simulation
from tests.support.faults import no_gate

FRAMES = 100_000
LIMIT_S = 20.0
FEWEST = 1000
"""However slow the machine is."""
FIRST_SEED = 1_000_000
"""Other worlds than those of `make test-privacy`."""


def test_no_frame_shows_the_background() -> None:
    end_s = time.monotonic() + LIMIT_S
    frames, with_person, refused = 0, 0, 0
    for seed in itertools.count(FIRST_SEED):
        if frames >= FRAMES or (frames >= FEWEST and time.monotonic() > end_s):
            break
        tally = Simulation(seed).run(250)
        assert tally.leaks == [], f"seed {seed}"
        frames += tally.frames
        with_person += tally.with_person
        refused += tally.refused
    print(f"{frames} frames, {with_person} with the person, {refused} wrong masks")
    assert with_person > frames / 4
    assert refused > frames / 30


def leaks_of(worlds: int = 5) -> int:
    return sum(len(Simulation(seed).run(150).leaks) for seed in range(worlds))


def test_without_the_gate_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_maker, "gate", no_gate)
    assert leaks_of() > 20


@pytest.mark.parametrize("text", ["color:#203040", "blur:60", "transparent"])
def test_both_colour_and_pattern_are_looked_for(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_maker, "gate", no_gate)
    monkeypatch.setattr("tests.privacy.simulation.BACKGROUNDS", (text,))
    assert leaks_of() > 3
    assert str(Background.parse(text)) == text
