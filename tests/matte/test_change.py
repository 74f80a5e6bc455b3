"""The change detector, and the switches of steps."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.mask_methods import without
from engine.core.frame import U8
from engine.matte.change import ChangeDetector, ChangeParameters
from engine.matte.steps import ALL_STEPS, step_names


def pair() -> tuple[U8, U8]:
    """A grey picture twice, uint8 [18, 32, 3]."""
    return np.full((18, 32, 3), 100, np.uint8), np.full((18, 32, 3), 100, np.uint8)


def test_least_change_of_a_channel() -> None:
    picture, reference = pair()
    detector = ChangeDetector(ChangeParameters(min_colour=3))
    picture[4, 5, 0] += 2
    assert not detector.changed(picture, reference).any()
    picture[4, 5, 0] += 1
    assert np.argwhere(detector.changed(picture, reference)).tolist() == [[4, 5]]


def test_least_change_of_luma() -> None:
    picture, reference = pair()
    picture[4, 5] += 1
    assert not ChangeDetector(ChangeParameters(min_colour=3)).changed(picture, reference).any()
    assert ChangeDetector(ChangeParameters(min_colour=3, min_luma=1)).changed(picture, reference)[4, 5] == 255


def test_light_is_no_change_less_the_median() -> None:
    picture, reference = pair()
    picture += 20
    picture[2, 2] += 5
    assert ChangeDetector(ChangeParameters(min_colour=3)).changed(picture, reference).all()
    found = ChangeDetector(ChangeParameters(min_colour=3, less_median=True)).changed(picture, reference)
    assert np.argwhere(found).tolist() == [[2, 2]]


def test_every_step_can_be_switched_off() -> None:
    for name in step_names():
        assert not getattr(ALL_STEPS.without(name), name)
    assert list(without(["roi", "disocclusion"])) == ["raw", "ours", "- roi", "ours, every 2nd", "- disocclusion"]
    with pytest.raises(KeyError):
        ALL_STEPS.without("blur")
