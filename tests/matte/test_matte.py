"""Masks over time and at full size, on a person made of shapes."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from engine.colour import shrink_bgr, to_i420
from engine.frame import F32, U8, Frame, Image, Mask
from engine.matte import CARRY_RESIDUAL_LIMIT, EdgeRefiner, MaskTracker, carry
from engine.settings import Settings

SMALL = (256, 144)
FRAME_NS = 33_333_333


def scene(x: int, size: tuple[int, int] = (640, 360), person: bool = True, seed: int = 0) -> tuple[U8, F32]:
    """A textured person at x before a textured wall: uint8 BGR and the true alpha, float32."""
    rng = np.random.default_rng(seed)
    width, height = size
    wall = cv2.resize(rng.integers(40, 120, (12, 20, 3), np.uint8), size, interpolation=cv2.INTER_CUBIC)
    body = cv2.resize(rng.integers(130, 250, (18, 32, 3), np.uint8), size, interpolation=cv2.INTER_CUBIC)
    alpha = np.zeros((height, width), np.float32)
    if person:
        cv2.circle(alpha, (x, height // 3), height // 7, 1.0, -1, cv2.LINE_AA)
        cv2.ellipse(alpha, (x, height), (height // 3, height // 2), 0, 180, 360, 1.0, -1, cv2.LINE_AA)
    body = np.roll(body, x, axis=1)
    return (wall * (1 - alpha[..., None]) + body * alpha[..., None]).astype(np.uint8), alpha


class Walk:
    """Feeds a tracker frame by frame; the network is the truth, softened and with noise."""

    def __init__(self, settings: Settings | None = None, noise: float = 0.0) -> None:
        self.tracker = MaskTracker()
        self.settings = settings or Settings()
        self.rng = np.random.default_rng(1)
        self.noise = noise
        self.seq = 0
        self.predictions = 0

    def step(self, bgr: U8, alpha: F32) -> Mask:
        image = Image.from_bgr(bgr)
        now_ns = 1 + self.seq * FRAME_NS
        frame = Frame(self.seq, now_ns, now_ns, image)
        self.seq += 1
        truth = cv2.resize(alpha, SMALL, interpolation=cv2.INTER_AREA)

        def predict(small: U8) -> F32:
            self.predictions += 1
            assert small.shape == (144, 256, 3)
            soft = cv2.GaussianBlur(truth, None, 1.5)
            wobble = cv2.GaussianBlur(self.rng.standard_normal(soft.shape).astype(np.float32), None, 2) * 4
            ramp = 4 * soft * (1 - soft)
            return np.clip(soft + wobble * ramp * self.noise, 0, 1).astype(np.float32)

        return self.tracker.track(frame, shrink_bgr(image, SMALL), predict, self.settings)


def test_mask_belongs_to_its_frame_and_is_a_probability() -> None:
    walk = Walk()
    mask = walk.step(*scene(300))
    assert (mask.seq, mask.predicted_ns, mask.flow_residual) == (0, 1, 0.0)
    assert mask.alpha.shape == mask.guide.shape == (144, 256)
    assert mask.alpha.dtype == np.float32
    assert 0 <= mask.alpha.min() <= mask.alpha.max() <= 1


def test_nothing_is_left_behind_two_frames_after_a_jump() -> None:
    walk = Walk()
    for _ in range(6):
        walk.step(*scene(200))
    here = cv2.resize(scene(200)[1], SMALL) > 0.9
    there = cv2.resize(scene(420)[1], SMALL) < 0.05
    for _ in range(2):
        mask = walk.step(*scene(420))
    assert mask.alpha[here & there].mean() < 0.02


def test_a_cut_starts_afresh() -> None:
    walk, fresh = Walk(), Walk()
    for _ in range(5):
        walk.step(*scene(200))
    other = scene(420, seed=9)
    assert np.abs(walk.step(*other).alpha - fresh.step(*other).alpha).mean() < 0.004


def test_smoothing_calms_a_nervous_network() -> None:
    def flicker(temporal: int) -> float:
        walk = Walk(Settings(temporal=temporal), noise=0.25)
        sensor = np.random.default_rng(2)
        bgr, alpha = scene(300)
        masks = []
        for _ in range(12):
            noisy = np.clip(bgr + sensor.normal(0, 8, bgr.shape), 0, 255).astype(np.uint8)
            masks.append(walk.step(noisy, alpha).alpha)
        return float(np.abs(np.diff(np.stack(masks[3:]), axis=0)).mean())

    assert flicker(60) < flicker(0) * 0.7


@pytest.mark.parametrize("clean_up", [True, False])
def test_an_empty_room_is_empty(clean_up: bool) -> None:
    walk = Walk(Settings(clean_up=clean_up))
    for _ in range(5):
        walk.step(*scene(300))
    for _ in range(9):  # 300 ms
        mask = walk.step(*scene(300, person=False))
    assert not mask.alpha.any()


def test_a_carried_mask_stays_on_the_person() -> None:
    walk = Walk()
    walk.step(*scene(300))
    mask = walk.step(*scene(300))
    bgr, alpha = scene(312)
    carried = carry(mask, shrink_bgr(Image.from_bgr(bgr), SMALL), 7)
    truth = cv2.resize(alpha, SMALL, interpolation=cv2.INTER_AREA)
    assert (carried.seq, carried.predicted_ns) == (7, mask.predicted_ns)
    assert 0 < carried.flow_residual < CARRY_RESIDUAL_LIMIT
    assert np.abs(carried.alpha - truth).mean() < np.abs(mask.alpha - truth).mean() * 0.6


def test_a_mask_is_not_carried_over_a_cut_or_to_another_size() -> None:
    mask = Walk().step(*scene(300))
    cut, _ = scene(300, person=False, seed=5)
    assert carry(mask, shrink_bgr(Image.from_bgr(255 - cut), SMALL), 1).flow_residual > CARRY_RESIDUAL_LIMIT
    assert carry(mask, np.zeros((72, 128, 3), np.uint8), 1).flow_residual > CARRY_RESIDUAL_LIMIT


def test_a_still_scene_and_power_saving_need_fewer_predictions() -> None:
    still = Walk()
    for _ in range(30):
        still.step(*scene(300))
    assert still.predictions <= 10
    moving, saving = Walk(), Walk(Settings(power_save=True))
    for index in range(20):
        moving.step(*scene(200 + 4 * index))
        saving.step(*scene(200 + 4 * index))
    assert (moving.predictions, saving.predictions) == (20, 10)


@pytest.mark.parametrize("refine", [True, False])
@pytest.mark.parametrize("as_i420", [True, False])
def test_alpha_has_the_size_of_the_picture_and_lies_on_the_person(refine: bool, as_i420: bool) -> None:
    bgr, alpha = scene(600, size=(1280, 720))
    mask = Walk().step(bgr, alpha)
    image = to_i420(bgr) if as_i420 else Image.from_bgr(bgr)
    grown = EdgeRefiner().refine(image, mask, Settings(refine=refine))
    assert grown.shape == (720, 1280)
    assert grown.dtype == np.uint8
    assert np.abs(grown / 255 - alpha).mean() < 0.01
    surely_room = cv2.dilate(alpha, np.ones((61, 61), np.uint8)) == 0
    assert not grown[surely_room].any()
