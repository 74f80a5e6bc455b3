"""The gate: what passes, what doesn't, and why. The limits are numbers here, so that none changes unnoticed."""

import dataclasses

import numpy as np
import pytest

from engine.core.frame import Frame, Image, Mask, MaskOrigin, PixelFormat
from engine.core.settings import Background, Settings
from engine.privacy import OutputFrame, Rejection, gate, own_picture

CAPTURED_NS = 10**12
MS = 1_000_000
EMPTY = np.zeros((0, 0), np.float32)


def picture(value: int, width: int = 64, height: int = 36) -> Image:
    return Image.from_i420(np.full((height * 3 // 2, width), value, np.uint8))


BACKGROUND, COMPOSITE, FALLBACK_FRAME = picture(200), picture(100), picture(16)
FRAME = Frame(7, CAPTURED_NS, 0, BACKGROUND)
MASK = Mask(7, np.full((9, 16), 0.5, np.float32), np.zeros((9, 16), np.uint8), CAPTURED_NS)
REPLACING = [Background.parse(text) for text in ("blur", "blur:0", "color:#102030", "image:x.png", "transparent")]


def passed(frame=FRAME, mask=MASK, composite=COMPOSITE, background=REPLACING[0]) -> OutputFrame:
    output_frame = gate(frame, mask, composite, Settings(background=background), FALLBACK_FRAME)
    assert output_frame.shows_person == (output_frame.image is not FALLBACK_FRAME)
    return output_frame


def propagated(age_ms: float = 33, residual: float = 0.0, origin=MaskOrigin.PROPAGATED) -> Mask:
    return dataclasses.replace(
        MASK, predicted_ns=CAPTURED_NS - round(age_ms * MS), flow_residual=residual, origin=origin
    )


def alpha(value: float, where=np.s_[:]) -> Mask:
    values = MASK.alpha.copy()
    values[where] = value
    return dataclasses.replace(MASK, alpha=values)


@pytest.mark.parametrize("background", REPLACING, ids=str)
def test_a_mask_predicted_on_the_frame_passes(background):
    assert passed(background=background).image is COMPOSITE


@pytest.mark.parametrize("background", REPLACING, ids=str)
@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({"frame": None}, Rejection.NO_FRAME),
        ({"mask": None}, Rejection.NO_MASK),
        ({"composite": None}, Rejection.NO_COMPOSITE),
        ({"composite": picture(100, 32)}, Rejection.NO_COMPOSITE),
        ({"mask": dataclasses.replace(MASK, seq=6)}, Rejection.OTHER_FRAME),
        ({"mask": dataclasses.replace(MASK, seq=8)}, Rejection.OTHER_FRAME),
        ({"mask": propagated(151)}, Rejection.STALE_MASK),
        ({"mask": propagated(-1)}, Rejection.STALE_MASK),
        ({"mask": propagated(residual=41)}, Rejection.STALE_MASK),
        ({"mask": propagated(residual=float("inf"))}, Rejection.STALE_MASK),
        ({"mask": propagated(residual=float("nan"))}, Rejection.STALE_MASK),
        ({"mask": propagated(residual=-1)}, Rejection.STALE_MASK),
        ({"mask": propagated(151, origin=MaskOrigin.REUSED)}, Rejection.STALE_MASK),
        ({"mask": propagated(33, origin=MaskOrigin.PREDICTED)}, Rejection.STALE_MASK),
        ({"mask": alpha(float("nan"))}, Rejection.INVALID_MASK),
        ({"mask": alpha(float("nan"), np.s_[3, 5])}, Rejection.INVALID_MASK),
        ({"mask": alpha(1.01, np.s_[3, 5])}, Rejection.INVALID_MASK),
        ({"mask": alpha(-0.01, np.s_[3, 5])}, Rejection.INVALID_MASK),
        (
            {"mask": dataclasses.replace(MASK, alpha=np.zeros((0, 0), np.float32), guide=np.zeros((0, 0), np.uint8))},
            Rejection.INVALID_MASK,
        ),
        ({"mask": alpha(0.86)}, Rejection.IMPLAUSIBLE_MASK),
        ({"mask": dataclasses.replace(MASK, plausible=False)}, Rejection.IMPLAUSIBLE_MASK),
    ],
    ids=lambda value: str(value) if isinstance(value, Rejection) else "",
)
def test_less_than_a_fresh_mask_sends_the_fallback_frame(background, broken, why):
    output_frame = passed(background=background, **broken)
    assert output_frame.image is FALLBACK_FRAME
    assert output_frame.rejection is why


@pytest.mark.parametrize(
    "mask",
    [
        propagated(150, 40),
        propagated(0, 40),
        propagated(150, origin=MaskOrigin.REUSED),
        alpha(0.84),
        alpha(0),
        alpha(0.5),
    ],
    ids=["150 ms", "same tick", "reused", "84 %", "absent", "half"],
)
def test_what_is_within_the_limits_passes(mask):
    assert passed(mask=mask).image is COMPOSITE


def test_two_frames_of_one_tick_differ():
    """A clock of 15.6 ms gives both the same time: a propagated mask is none predicted on the second."""
    assert passed(mask=propagated(0, float("inf"))).rejection is Rejection.STALE_MASK


def test_camera_pixels_pass_only_with_background_none():
    none = Background.parse("none")
    assert passed(background=none, mask=None, composite=None).image is BACKGROUND
    assert passed(background=none, frame=None).image is FALLBACK_FRAME


def test_only_the_gate_makes_output_frames():
    with pytest.raises(TypeError, match="only the privacy gate"):
        OutputFrame(object(), BACKGROUND, None)
    with pytest.raises(TypeError):
        OutputFrame(BACKGROUND)  # type: ignore[call-arg]


def test_a_picture_of_ours_never_counts_as_the_camera_s():
    assert not own_picture(BACKGROUND).shows_person


def test_another_layout_stays_what_it_is():
    output_frame = passed()
    assert output_frame.in_format(PixelFormat.I420) is output_frame
    assert output_frame.in_format(PixelFormat.BGR).image.format is PixelFormat.BGR
    assert output_frame.in_format(PixelFormat.BGR).shows_person
    refused = passed(mask=None).in_format(PixelFormat.BGR)
    assert refused.rejection is Rejection.NO_MASK


def test_the_gate_does_not_change_what_it_is_given():
    mask = alpha(0.4)
    before = mask.alpha.copy()
    passed(mask=mask)
    assert np.array_equal(mask.alpha, before)
