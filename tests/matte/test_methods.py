"""What a matting method decides, and what becomes of the mask with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.core.frame import Frame, FramePyramid, Image, Mask
from engine.core.settings import Settings
from engine.matte import EdgeRefiner, MattingSelection
from engine.matte.methods.decision import Decision
from engine.privacy import Rejection
from engine.privacy.gate import rejection_of

SIZE = (1280, 720)
IMAGE = Image.from_i420(np.full((1080, 1280), 90, np.uint8))
GREEN = Settings(matting="green-screen")


def frame() -> Frame:
    return Frame(7, 1000, 1000, IMAGE)


TEXTURE = np.random.default_rng(2).integers(0, 256, (144, 256), np.uint8)


def mask_of(value: float = 0.5) -> Mask:
    return Mask(7, np.full((144, 256), value, np.float32), TEXTURE, 1000)


def half_decided() -> Decision:
    """Person above, background below, on the left; nothing is known on the right."""
    alpha, certainty = np.zeros((360, 640), np.uint8), np.zeros((360, 640), np.uint8)
    alpha[:180], certainty[:, :320] = 255, 255
    return Decision(alpha, certainty, IMAGE)


class Method:
    notice = None

    def __init__(self, error=None):
        self.error, self.resets = error, 0

    def decide(self, frame, mask, settings):
        if self.error:
            raise self.error
        return half_decided()

    def reset(self):
        self.resets += 1


def test_the_mask_has_what_was_decided_and_elsewhere_the_networks():
    mask = half_decided().applied_to(mask_of())
    assert mask.alpha[:70, :126].min() == 1
    assert mask.alpha[74:, :126].max() == 0
    assert np.allclose(mask.alpha[:, 130:], 0.5)
    assert (mask.seq, mask.predicted_ns) == (7, 1000)
    assert rejection_of(mask, frame()) is None


@pytest.mark.parametrize("wrong", [np.nan, -0.5, 1.5])
def test_a_mask_that_the_gate_refuses_is_refused_with_a_decision_too(wrong):
    alpha = mask_of().alpha.copy()
    alpha[3, 3] = wrong  # where the method has decided
    mask = replace(mask_of(), alpha=alpha)
    assert rejection_of(half_decided().applied_to(mask), frame()) is Rejection.INVALID_MASK


def test_a_method_that_takes_the_background_for_the_person_is_refused():
    """However plausible the network's own mask: the gate judges what is shown."""
    alpha = np.full((360, 640), 255, np.uint8)
    alpha[120:, 200:440] = 0  # the person
    inverted = Decision(alpha, np.full_like(alpha, 255), IMAGE)
    mask = inverted.applied_to(mask_of(0.2))
    assert mask.alpha.mean() < 0.85  # which alone would let it pass
    assert rejection_of(mask, frame()) is Rejection.IMPLAUSIBLE_MASK
    assert rejection_of(half_decided().applied_to(replace(mask_of(), plausible=False)), frame()) is not None


@pytest.mark.parametrize("refine", [True, False])
@pytest.mark.parametrize("coarse", [True, False])
def test_the_alpha_has_what_was_decided(refine, coarse):
    decision = half_decided()
    settings = Settings(refine=refine).replace(coarse_edges=coarse)
    alpha = EdgeRefiner().refine(FramePyramid(IMAGE), decision.applied_to(mask_of()), settings, decision)
    assert alpha.shape == (720, 1280)
    assert alpha[:350, :630].min() == 255
    assert alpha[370:, :630].max() == 0
    assert 0 < alpha[:, 660:].mean() < 255


@pytest.mark.parametrize("decided", [0, 255])
def test_what_a_method_does_not_know_is_the_networks_where_no_edge_is_left_to_refine(decided):
    alpha, certainty = np.full((360, 640), decided, np.uint8), np.full((360, 640), 255, np.uint8)
    alpha[:, 320:] = 255 - decided  # the edge is decided
    certainty[100:200, 100:200] = certainty[100:200, 440:540] = 0
    of_network = np.zeros((144, 256), np.float32)
    of_network[:, 128:] = 1
    mask = replace(mask_of(), alpha=of_network if not decided else 1 - of_network)
    unknown = alpha.copy()
    unknown[certainty == 0] = 255 - unknown[certainty == 0]
    decision = Decision(unknown, certainty, IMAGE)
    found = EdgeRefiner().refine(FramePyramid(IMAGE), decision.applied_to(mask), Settings(), decision)
    assert set(np.unique(found[:, :630])) == {decided}
    assert set(np.unique(found[:, 650:])) == {255 - decided}


def test_the_setting_chooses_the_method():
    selection = MattingSelection(methods={"green-screen": lambda _plates: Method()})
    assert selection.decide(frame(), mask_of(), Settings()) is None
    assert selection.decide(frame(), mask_of(), GREEN) is not None
    assert selection.decide(frame(), mask_of(), Settings()) is None
    assert selection.notice is None


@pytest.mark.expected_log("matting by green-screen failed")
def test_a_method_that_fails_leaves_the_frame_to_the_network_and_says_so():
    method = Method(RuntimeError("injected"))
    selection = MattingSelection(methods={"green-screen": lambda _plates: method})
    assert selection.decide(frame(), mask_of(), GREEN) is None
    assert "injected" in str(selection.notice)
    assert method.resets == 1
    method.error = None
    assert selection.decide(frame(), mask_of(), GREEN) is not None
    assert selection.notice is None


@pytest.mark.expected_log("matting by green-screen failed")
def test_a_method_that_fails_shows_no_hidden_person():
    selection = MattingSelection(methods={"green-screen": lambda _plates: Method(RuntimeError("injected"))})
    hidden = np.zeros((144, 256), np.uint8)
    hidden[:, 100:] = 255
    decision = selection.decide(frame(), replace(mask_of(1.0), hidden=hidden), GREEN)
    assert decision.applied_to(mask_of(1.0)).alpha[:, 104:].max() == 0
