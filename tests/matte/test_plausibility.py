"""Masks that can't be a person's, and objects that never move."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.core.frame import F32, U8, Frame, Image
from engine.core.settings import Settings
from engine.matte import MattePipeline
from engine.matte.person.motionless import MotionlessObjects
from engine.matte.person.plausibility import Plausibility
from engine.media.colour_formats import downsample_bgr

SIZE = (256, 144)
SECOND_NS = 1_000_000_000


def noisy(level: F32 | float, sigma: float = 1.0) -> U8:
    """A luma with sensor noise, uint8 [144, 256]."""
    noise = np.random.default_rng(0).normal(0, sigma, SIZE[::-1])
    return np.clip(np.broadcast_to(level, SIZE[::-1]) + noise, 0, 255).astype(np.uint8)


def body() -> F32:
    """Head and shoulders, float32 [144, 256]."""
    mask = np.zeros(SIZE[::-1], np.uint8)
    cv2.ellipse(mask, (128, 58), (26, 29), 0, 0, 360, 255, -1)
    cv2.ellipse(mask, (128, 144), (64, 58), 0, 0, 360, 255, -1)
    return mask.astype(np.float32) / 255


def textured(gain: float) -> F32:
    """A coarse pattern around a mean, float32 [144, 256]."""
    coarse = np.random.default_rng(1).normal(0, 25, (24, 43)).astype(np.float32)
    return gain * (120 + cv2.resize(coarse, SIZE, interpolation=cv2.INTER_CUBIC))


@pytest.mark.parametrize("gain", [1.0, 0.25], ids=["bright", "dim"])
def test_textured_person_is_plausible(gain: float) -> None:
    assert Plausibility().judge(body(), noisy(textured(gain)))


def test_silhouette_against_the_light_is_plausible() -> None:
    assert Plausibility().judge(body(), noisy(220 - 200 * cv2.GaussianBlur(body(), None, 1.5)))


def test_empty_mask_is_plausible() -> None:
    assert Plausibility().judge(np.zeros(SIZE[::-1], np.float32), noisy(120))


@pytest.mark.parametrize("sigma", [0.5, 1.6], ids=["quiet", "noisy"])
def test_plain_wall_is_not_plausible(sigma: float) -> None:
    shaded = 180 - np.linspace(0, 40, SIZE[0], dtype=np.float32)[np.newaxis]
    assert not Plausibility().judge(body(), noisy(shaded, sigma))


def test_finger_on_the_lens_is_not_plausible() -> None:
    finger = cv2.GaussianBlur(body(), None, 12)
    assert not Plausibility().judge(body(), noisy(90 + 60 * finger))


def test_nearly_whole_frame_is_not_plausible() -> None:
    mask = np.ones(SIZE[::-1], np.float32)
    mask[:14] = 0
    assert not Plausibility().judge(mask, noisy(textured(1.0)))


def test_swapped_classes_are_not_plausible() -> None:
    assert not Plausibility().judge(1 - body(), noisy(textured(1.0)))


def test_tracker_marks_its_masks() -> None:
    def plausible(picture: U8) -> bool:
        image = Image.from_bgr(picture)
        small = downsample_bgr(image, SIZE)
        return (
            MattePipeline(use_roi=False).track(Frame(0, 1, 0, image), small, lambda _seen: body(), Settings()).plausible
        )

    wall = np.random.default_rng(0).normal(150, 2, (360, 640, 3)).astype(np.uint8)
    assert not plausible(wall)
    pattern = cv2.resize(np.random.default_rng(0).integers(40, 220, (24, 40, 3), np.uint8), (640, 360))
    assert plausible(pattern)


class TestMotionless:
    """Two objects, of which one never moves."""

    LEFT, RIGHT = np.s_[60:144, 20:90], np.s_[60:144, 160:230]

    def alpha(self) -> F32:
        alpha = np.zeros(SIZE[::-1], np.float32)
        alpha[self.LEFT] = alpha[self.RIGHT] = 1
        return alpha

    def blocks(self, second: int, *, noise: bool = True) -> U8:
        blocks = np.full((18, 32, 3), 100, np.uint8)
        if noise:
            blocks += np.random.default_rng(second).integers(0, 2, blocks.shape, np.uint8)
        blocks[12, 5] += 20 * (second % 2)  # in the left one
        return blocks

    def test_only_what_moves_stays(self) -> None:
        objects = MotionlessObjects()
        for second in range(120):
            alpha = objects.apply(self.alpha(), self.blocks(second), second * SECOND_NS)
            assert alpha[self.RIGHT].all()
        for second in range(120, 130):
            alpha = objects.apply(self.alpha(), self.blocks(second), second * SECOND_NS)
        assert alpha[self.LEFT].all()
        assert not alpha[self.RIGHT].any()

    def test_light_moves_nothing_and_a_moved_object_returns(self) -> None:
        objects = MotionlessObjects()
        for second in range(130):
            objects.apply(self.alpha(), self.blocks(second) + np.uint8(second // 4), second * SECOND_NS)
        brighter = self.blocks(130) + np.uint8(33)
        assert not objects.apply(self.alpha(), brighter, 130 * SECOND_NS)[self.RIGHT].any()
        brighter[14, 24] += 30
        assert objects.apply(self.alpha(), brighter, 131 * SECOND_NS)[self.RIGHT].all()

    def test_picture_without_noise_does_not_age(self) -> None:
        objects = MotionlessObjects()
        for second in range(0, 400, 2):
            alpha = objects.apply(self.alpha(), self.blocks(second, noise=False), second * SECOND_NS)
        assert alpha[self.RIGHT].all()
