"""A mask that jumps although the picture does not is none of a person."""

import dataclasses

import numpy as np

from engine.core.frame import Frame, Image, Mask
from engine.privacy.jumps import JumpDetector

MS = 1_000_000
IMAGE = Image.from_i420(np.full((54, 64), 128, np.uint8))


def frame_at(ms: float) -> Frame:
    return Frame(round(ms), round(ms * MS), round(ms * MS), IMAGE)


def mask_of(share: float, luma: int = 100) -> Mask:
    """A person in the left part of the picture."""
    alpha = np.zeros((10, 100), np.float32)
    alpha[:, : round(100 * share)] = 1
    return Mask(0, alpha, np.full((10, 100), luma, np.uint8), 0)


def plausible(detector: JumpDetector, mask: Mask, ms: float) -> bool:
    return detector.checked(mask, frame_at(ms)).plausible


def test_what_moves_is_plausible():
    detector = JumpDetector()
    assert all(plausible(detector, mask_of(share / 100), share) for share in range(10, 70, 3))


def test_a_jump_is_not_and_lasts_until_the_mask_is_back():
    detector = JumpDetector()
    assert plausible(detector, mask_of(0.3), 0)
    assert plausible(detector, mask_of(0.59), 33)
    assert not plausible(detector, mask_of(0.9), 66)
    assert not plausible(detector, mask_of(0.0), 99)
    assert plausible(detector, mask_of(0.5), 133)


def test_a_cut_explains_it():
    detector = JumpDetector()
    assert plausible(detector, mask_of(0.3, luma=100), 0)
    assert not plausible(detector, mask_of(0.9, luma=111), 33)
    assert plausible(detector, mask_of(0.9, luma=113), 66)


def test_the_reference_is_forgotten_after_two_seconds():
    detector = JumpDetector()
    assert plausible(detector, mask_of(0.2), 0)
    assert not plausible(detector, mask_of(0.8), 1999)
    assert plausible(detector, mask_of(0.8), 2001)


def test_a_reset_forgets_it():
    detector = JumpDetector()
    assert plausible(detector, mask_of(0.2), 0)
    detector.reset()
    assert plausible(detector, mask_of(0.8), 33)


def test_what_was_implausible_before_is_no_reference():
    detector = JumpDetector()
    assert not plausible(detector, dataclasses.replace(mask_of(0.9), plausible=False), 0)
    assert plausible(detector, mask_of(0.3), 33)


def test_another_size_begins_anew():
    detector = JumpDetector()
    assert plausible(detector, mask_of(0.2), 0)
    other = mask_of(0.8)
    other = dataclasses.replace(other, alpha=other.alpha[:5].copy(), guide=other.guide[:5].copy())
    assert plausible(detector, other, 33)
