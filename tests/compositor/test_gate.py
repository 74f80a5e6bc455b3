import dataclasses

import numpy as np
import pytest

from engine.compositor.gate import MAX_PROPAGATED_AGE_NS, gate
from engine.core.frame import MAX_FLOW_RESIDUAL, Frame, Image, Mask
from engine.core.settings import Background, Settings

CAPTURED_NS = 10**12


def picture(value: int, width: int = 64, height: int = 36) -> Image:
    return Image.from_i420(np.full((height * 3 // 2, width), value, np.uint8))


BACKGROUND, COMPOSITE, FALLBACK_FRAME = picture(200), picture(100), picture(16)
FRAME = Frame(7, CAPTURED_NS, 0, BACKGROUND)
MASK = Mask(7, np.full((9, 16), 0.5, np.float32), np.zeros((9, 16), np.uint8), CAPTURED_NS)
REPLACING = [Background.parse(text) for text in ("blur", "blur:0", "color:#102030", "image:x.png", "transparent")]


def sent(frame=FRAME, mask=MASK, composite=COMPOSITE, background=REPLACING[0]):
    image, shows_person = gate(frame, mask, composite, Settings(background=background), FALLBACK_FRAME)
    assert shows_person == (image is not FALLBACK_FRAME)
    return image


@pytest.mark.parametrize("background", REPLACING, ids=str)
def test_a_mask_predicted_on_the_frame_passes(background):
    assert sent(background=background) is COMPOSITE


@pytest.mark.parametrize("background", REPLACING, ids=str)
@pytest.mark.parametrize(
    "broken",
    [
        {"mask": None},
        {"composite": None},
        {"frame": None},
        {"composite": picture(100, 32)},
        {"mask": dataclasses.replace(MASK, seq=6)},
        {"mask": dataclasses.replace(MASK, seq=8)},
        {"mask": dataclasses.replace(MASK, predicted_ns=CAPTURED_NS - MAX_PROPAGATED_AGE_NS - 1)},
        {"mask": dataclasses.replace(MASK, predicted_ns=CAPTURED_NS + 1)},
        {"mask": dataclasses.replace(MASK, predicted_ns=CAPTURED_NS - 1, flow_residual=MAX_FLOW_RESIDUAL * 1.01)},
        {"mask": dataclasses.replace(MASK, predicted_ns=CAPTURED_NS - 1, flow_residual=float("nan"))},
        {"mask": dataclasses.replace(MASK, alpha=np.full((9, 16), np.nan, np.float32))},
        {"mask": dataclasses.replace(MASK, alpha=np.full((9, 16), 1.5, np.float32))},
        {"mask": dataclasses.replace(MASK, alpha=np.full((9, 16), -0.1, np.float32))},
        {"mask": dataclasses.replace(MASK, alpha=np.zeros((0, 0), np.float32))},
    ],
    ids="-".join,
)
def test_less_than_a_fresh_mask_sends_the_fallback_frame(background, broken):
    assert sent(background=background, **broken) is FALLBACK_FRAME


def test_a_mask_propagated_from_a_recent_prediction_is_fresh():
    propagated = dataclasses.replace(
        MASK, predicted_ns=CAPTURED_NS - MAX_PROPAGATED_AGE_NS, flow_residual=MAX_FLOW_RESIDUAL
    )
    assert sent(mask=propagated) is COMPOSITE


def test_one_bad_value_in_a_mask_is_enough():
    alpha = MASK.alpha.copy()
    alpha[3, 5] = np.nan
    assert sent(mask=dataclasses.replace(MASK, alpha=alpha)) is FALLBACK_FRAME


def test_camera_pixels_pass_only_with_background_none():
    none = Background.parse("none")
    assert sent(background=none, mask=None, composite=None) is BACKGROUND
    assert sent(background=none, frame=None) is FALLBACK_FRAME
