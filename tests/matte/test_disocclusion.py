"""Disocclusion detection by numbers: what is rejected, and when a propagated mask is not trusted at all."""

from __future__ import annotations

import numpy as np

from engine.core.frame import F32, U8
from engine.matte.disocclusion import DisocclusionDetector, Evidence

SIZE = (144, 256)
"""(h, w) of the mask."""
PERSON, BACKGROUND, OTHER = (60, 60, 160), (160, 60, 60), (60, 220, 60)
"""BGR: three colours that differ in more than luma."""
TOP, LEFT, RIGHT = 40, 80, 176
"""The person's rectangle, which goes down to the lower border; 104 x 96 pixels, 52 x 48 at half the size."""


def mask() -> F32:
    alpha = np.zeros(SIZE, np.float32)
    alpha[TOP:, LEFT:RIGHT] = 1
    return alpha


def picture(person: tuple[int, int, int] = PERSON, background: tuple[int, int, int] = BACKGROUND) -> U8:
    bgr = np.full((*SIZE, 3), background, np.uint8)
    bgr[TOP:, LEFT:RIGHT] = person
    return bgr


def examined(small_bgr: U8, expected_bgr: U8, moved_px: float = 0) -> Evidence:
    flow = np.zeros((*SIZE, 2), np.float32)
    flow[..., 0] = moved_px
    return DisocclusionDetector().examine(small_bgr, expected_bgr, mask(), flow)


def with_patch(height: int, colour: tuple[int, int, int]) -> U8:
    """The scene with a patch of another colour in the person, 16 pixels wide, far from the outline."""
    bgr = picture()
    bgr[80 : 80 + height, 120:136] = colour
    return bgr


def test_what_the_flow_explains_is_accepted() -> None:
    evidence = examined(picture(), picture(), moved_px=3)
    assert evidence.trusted
    assert evidence.confidence.min() == 1


def test_a_patch_of_the_background_is_rejected() -> None:
    evidence = examined(with_patch(10, BACKGROUND), picture())
    assert evidence.trusted
    assert evidence.confidence[80:90, 120:136].max() == 0
    assert evidence.confidence[:70].min() == 1


def test_a_patch_of_neither_s_colour_is_rejected() -> None:
    assert examined(with_patch(10, OTHER), picture()).confidence[80:90, 120:136].max() == 0


def test_a_mask_that_is_rejected_by_more_than_a_fiftieth_is_not_trusted() -> None:
    """8 x 6 of 2,496 pixels are 1.9 %, 8 x 7 are 2.2 %."""
    assert examined(with_patch(12, BACKGROUND), picture()).trusted
    assert not examined(with_patch(14, BACKGROUND), picture()).trusted


def test_a_moving_outline_of_the_background_s_colour_is_not_trusted() -> None:
    same = picture(person=BACKGROUND)
    assert examined(same, same, moved_px=0.4).trusted
    evidence = examined(same, same, moved_px=0.6)
    assert not evidence.trusted
    assert evidence.confidence[TOP + 2 : TOP + 4, 100:150].max() == 0


def test_15_percent_of_the_outline_may_be_ambiguous_but_no_more() -> None:
    """Two pixels deep it has 296 at half the size, of which 44 are 22 columns: four on either side of those here."""
    for columns, trusted in ((14, True), (15, False)):
        bgr = picture()
        bgr[: TOP + 8, 100 : 100 + 2 * columns] = PERSON
        assert examined(bgr, bgr, moved_px=1).trusted is trusted, columns


def test_motion_beyond_16_pixels_is_not_trusted() -> None:
    assert examined(picture(), picture(), moved_px=16).trusted
    assert not examined(picture(), picture(), moved_px=16.5).trusted


def test_noise_explains_no_more_than_six_levels() -> None:
    """The background is off by 20, which would explain 41: a patch that is off by 30 is rejected all the same."""
    bgr = with_patch(10, (90, 90, 190))
    evidence = examined(bgr, picture(background=(140, 40, 40)))
    assert evidence.confidence[80:90, 120:136].max() == 0
