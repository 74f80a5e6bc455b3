"""Propagated masks where background and person hardly differ: no background may be sent, gaps included."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.compositor.compositor import Compositor
from engine.core.frame import Frame, FramePyramid, Image, Mask
from engine.core.settings import Background, Settings
from engine.matte import EdgeRefiner, flow, propagate, propagation
from engine.matte.disocclusion import AcceptEverything
from engine.media.colour_formats import downsample_bgr
from engine.privacy.gate import gate
from tests.support.low_contrast import GAPS, MOVING, SIZE, LowContrastScene, background_shown

MASK_SIZE = (256, 144)
FRAME_NS = 33_333_333
LATE = (1, 2, 4)
"""Frames between the prediction and the frame that is sent: up to 133 ms at 30 a second."""
TARGETS = (4, 6)
MOST_PX = 20
"""Pixels of 230,400 that may show the background."""
SETTINGS = Settings(background=Background.parse("color:#ffffff"), width=SIZE[0], height=SIZE[1])


def worst_leak(scene: LowContrastScene) -> int:
    """The most background that any output frame shows, made with true masks of earlier frames."""
    filmed = [scene.frame(index) for index in range(max(TARGETS) + 1)]
    small = [downsample_bgr(image, MASK_SIZE).copy() for image, _ in filmed]
    worst = 0
    compositor = Compositor()
    for late in LATE:
        refiner = EdgeRefiner()
        for target in TARGETS:
            start = target - late
            alpha = cv2.resize(filmed[start][1], MASK_SIZE, interpolation=cv2.INTER_AREA)
            own = Mask(start, alpha, flow.luma(small[start]), 1 + start * FRAME_NS, small_bgr=small[start])
            image, truth = filmed[target]
            frame = Frame(target, 1 + target * FRAME_NS, target * FRAME_NS, image)
            mask = propagate(own, small[target], target)
            picture = FramePyramid(image)
            composite = compositor.compose(picture, refiner.refine(picture, mask, SETTINGS), SETTINGS, 0)
            output = gate(frame, mask, composite, SETTINGS, Image.empty(image))
            if output.shows_person:
                refiner.accept()
                worst = max(worst, background_shown(output.image, image, truth))
    compositor.close()
    return worst


@pytest.mark.parametrize("scene", MOVING + GAPS, ids=lambda scene: scene.name)
def test_no_background_is_sent(scene: LowContrastScene) -> None:
    assert worst_leak(scene) <= MOST_PX


@pytest.mark.parametrize("scene", [MOVING[5], MOVING[9], GAPS[1]], ids=lambda scene: scene.name)
def test_without_evidence_background_is_sent(scene: LowContrastScene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(propagation, "_detector", AcceptEverything())
    assert worst_leak(scene) > 5 * MOST_PX


def test_a_slow_person_in_daylight_keeps_the_mask() -> None:
    """So that refusing everything is no answer."""
    scene = LowContrastScene("slow", MOVING[2].paint, 1)
    (first, truth), (second, _) = scene.frame(3), scene.frame(4)
    small = [downsample_bgr(image, MASK_SIZE).copy() for image in (first, second)]
    alpha = cv2.resize(truth, MASK_SIZE, interpolation=cv2.INTER_AREA)
    mask = propagate(Mask(3, alpha, flow.luma(small[0]), 1, small_bgr=small[0]), small[1], 4)
    assert np.isfinite(mask.flow_residual)
    assert mask.alpha[alpha > 0.9].mean() > 0.97
