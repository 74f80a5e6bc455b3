"""Masks over time and at the frame's size, on a person made of shapes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
import pytest

from engine.core.box import Box
from engine.core.frame import F32, MAX_FLOW_RESIDUAL, U8, Frame, FramePyramid, Image, Mask, MaskOrigin
from engine.core.settings import Settings
from engine.matte import EdgeRefiner, MattePipeline, propagate
from engine.matte.flow import luma, motion_between
from engine.matte.refine.network import EdgeNetwork
from engine.media.colour_formats import downsample_bgr, to_i420
from tests.support.preview_watch import as_seen

SMALL = (256, 144)
FRAME_NS = 33_333_333


def scene(x: int, size: tuple[int, int] = (640, 360), person: bool = True, seed: int = 0) -> tuple[U8, F32]:
    """A textured person at x in front of a textured wall: uint8 BGR and the true alpha, float32."""
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
    """Feeds a tracker frame by frame; the network answers the truth, blurred and with noise."""

    def __init__(self, settings: Settings | None = None, noise: float = 0.0) -> None:
        self.tracker = MattePipeline()
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
        small = downsample_bgr(image, SMALL)

        def predict(seen: U8) -> F32:
            self.predictions += 1
            assert seen.shape == (144, 256, 3)
            soft = cv2.GaussianBlur(as_seen(self.tracker, truth, whole=seen is small), None, 1.5)
            wobble = cv2.GaussianBlur(self.rng.standard_normal(soft.shape).astype(np.float32), None, 2) * 4
            ramp = 4 * soft * (1 - soft)
            return np.clip(soft + wobble * ramp * self.noise, 0, 1).astype(np.float32)

        return self.tracker.track(frame, small, predict, self.settings)


def test_mask_is_a_probability_of_its_frame() -> None:
    walk = Walk()
    mask = walk.step(*scene(300))
    assert (mask.seq, mask.predicted_ns, mask.flow_residual) == (0, 1, 0.0)
    assert mask.alpha.shape == mask.guide.shape == (144, 256)
    assert mask.alpha.dtype == np.float32
    assert 0 <= mask.alpha.min() <= mask.alpha.max() <= 1


def test_mask_says_how_it_was_made() -> None:
    walk = Walk(Settings(power_save=True))
    origins = [walk.step(*scene(x)).origin for x in (200, 200, 202, 204)]
    assert origins == [MaskOrigin.PREDICTED, MaskOrigin.REUSED, MaskOrigin.PREDICTED, MaskOrigin.PROPAGATED]
    bgr, _ = scene(312)
    small = downsample_bgr(Image.from_bgr(bgr), SMALL)
    assert propagate(walk.step(*scene(312)), small, 9).origin is MaskOrigin.PROPAGATED


def test_no_ghost_two_frames_after_a_jump() -> None:
    walk = Walk()
    for _ in range(6):
        walk.step(*scene(200))
    here = cv2.resize(scene(200)[1], SMALL) > 0.9
    there = cv2.resize(scene(420)[1], SMALL) < 0.05
    for _ in range(2):
        mask = walk.step(*scene(420))
    assert mask.alpha[here & there].mean() < 0.02


def test_cut_drops_the_history() -> None:
    walk, fresh = Walk(), Walk()
    fresh.tracker = MattePipeline(use_roi=False)  # after the cut the full frame is predicted, too
    for _ in range(5):
        walk.step(*scene(200))
    other = scene(420, seed=9)
    assert np.abs(walk.step(*other).alpha - fresh.step(*other).alpha).mean() < 0.004


def test_smoothing_reduces_flicker() -> None:
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
def test_mask_is_empty_without_a_person(clean_up: bool) -> None:
    walk = Walk(Settings(clean_up=clean_up))
    for _ in range(5):
        walk.step(*scene(300))
    for _ in range(9):  # 300 ms
        mask = walk.step(*scene(300, person=False))
    assert not mask.alpha.any()


def test_propagated_mask_follows_the_person() -> None:
    walk = Walk()
    walk.step(*scene(300))
    mask = walk.step(*scene(300))
    bgr, alpha = scene(312)
    propagated = propagate(mask, downsample_bgr(Image.from_bgr(bgr), SMALL), 7)
    truth = cv2.resize(alpha, SMALL, interpolation=cv2.INTER_AREA)
    assert (propagated.seq, propagated.predicted_ns) == (7, mask.predicted_ns)
    assert 0 < propagated.flow_residual < MAX_FLOW_RESIDUAL
    assert np.abs(propagated.alpha - truth).mean() < np.abs(mask.alpha - truth).mean() * 0.6


def test_flow_is_unchanged_by_a_small_picture() -> None:
    guides = [luma(downsample_bgr(Image.from_bgr(scene(x)[0]), SMALL)) for x in (300, 306)]
    before = motion_between(guides[1], guides[0], 0).flow
    motion_between(guides[1], guides[0], 0, Box(100, 100, 40, 24))
    assert np.array_equal(motion_between(guides[1], guides[0], 0).flow, before)


def test_flow_within_a_box() -> None:
    guides = [luma(downsample_bgr(Image.from_bgr(scene(x)[0]), SMALL)) for x in (300, 306)]
    box = Box(60, 24, 120, 120)
    whole, within = (motion_between(guides[1], guides[0], 0, part).flow for part in (None, box))
    person = cv2.resize(scene(306)[1], SMALL, interpolation=cv2.INTER_AREA) > 0.99
    assert np.abs(within - whole)[person].mean() < 0.3
    outside = within.copy()
    box.of(outside)[:] = 0
    assert not outside.any()


def test_residual_outside_the_box_of_a_shaken_camera() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (144 + 8, 256 + 8), np.uint8)
    picture = cv2.normalize(cv2.GaussianBlur(noise, None, 2), None, 0, 255, cv2.NORM_MINMAX)
    guide, previous = picture[4:148, 4:260].copy(), picture[1:145, 1:257].copy()
    unmoved = cv2.mean(cv2.absdiff(guide, previous))[0]
    assert unmoved > 20
    assert cv2.mean(motion_between(guide, previous, 0, Box(80, 60, 90, 84)).residual)[0] < unmoved / 4


def test_no_propagation_over_a_cut_or_to_another_size() -> None:
    mask = Walk().step(*scene(300))
    cut, _ = scene(300, person=False, seed=5)
    assert propagate(mask, downsample_bgr(Image.from_bgr(255 - cut), SMALL), 1).flow_residual > MAX_FLOW_RESIDUAL
    assert propagate(mask, np.zeros((72, 128, 3), np.uint8), 1).flow_residual > MAX_FLOW_RESIDUAL


def test_static_scene_and_power_saving_predict_less() -> None:
    static = Walk()
    for _ in range(30):
        static.step(*scene(300))
    assert static.predictions <= 10
    moving, saving = Walk(), Walk(Settings(power_save=True))
    for index in range(20):
        moving.step(*scene(200 + 2 * index))
        saving.step(*scene(200 + 2 * index))
    assert moving.predictions == 21  # the first frame is predicted twice: full frame and region
    assert 11 <= saving.predictions <= 14  # a third is saved; `ReuseParameters.max_loss` says what asks for the rest


@pytest.mark.parametrize("refine", [True, False])
@pytest.mark.parametrize("as_i420", [True, False])
def test_alpha_has_the_frames_size(refine: bool, as_i420: bool) -> None:
    bgr, alpha = scene(600, size=(1280, 720))
    mask = Walk().step(bgr, alpha)
    image = to_i420(bgr) if as_i420 else Image.from_bgr(bgr)
    upsampled = EdgeRefiner().refine(FramePyramid(image), mask, Settings(refine=refine))
    assert upsampled.shape == (720, 1280)
    assert upsampled.dtype == np.uint8
    assert np.abs(upsampled / 255 - alpha).mean() < 0.01
    surely_background = cv2.dilate(alpha, np.ones((61, 61), np.uint8)) == 0
    assert not upsampled[surely_background].any()


def test_person_half_in_view_does_not_flicker() -> None:
    tracker = MattePipeline()
    areas = []
    for seq in range(20):
        wobble = 6 if seq % 2 else -6  # about the area from which a person is present
        raw = np.zeros((144, 256), np.float32)
        raw[60 : 84 + wobble // 3, -24:] = 0.95
        mask = _track(tracker, seq, raw)
        areas.append(bool(mask.alpha.any()))
    assert sum(a != b for a, b in pairwise(areas)) <= 1
    assert areas[-1]


def test_small_component_goes_and_second_person_stays() -> None:
    raw = np.zeros((144, 256), np.float32)
    raw[40:, 40:110] = 1
    raw[80:, 170:200] = 1
    raw[10:16, 220:226] = 1
    mask = _track(MattePipeline(), 0, raw)
    assert mask.alpha[100, 180] == 1
    assert not mask.alpha[8:18, 215:].any()
    assert _track(MattePipeline(), 0, raw, Settings(clean_up=False)).alpha[12, 222] == 1


def test_size_may_change() -> None:
    tracker, refiner = MattePipeline(), EdgeRefiner()
    for seq, (size, small) in enumerate([((640, 360), SMALL), ((360, 640), (144, 256)), ((1280, 720), SMALL)]):
        bgr, alpha = scene(size[0] // 2, size)
        image = to_i420(bgr)
        frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
        soft = cv2.GaussianBlur(cv2.resize(alpha, small, interpolation=cv2.INTER_AREA), None, 1.0)
        downsampled = downsample_bgr(image, small)

        def predict(seen: U8, soft: F32 = soft, downsampled: U8 = downsampled) -> F32:
            return as_seen(tracker, soft, whole=seen is downsampled)

        mask = tracker.track(frame, downsampled, predict, Settings())
        upsampled = refiner.refine(FramePyramid(image), mask, Settings())
        refiner.accept()
        assert upsampled.shape == alpha.shape
        assert np.abs(upsampled / 255 - alpha).mean() < 0.015


def test_refined_edge_is_nearer_to_the_truth() -> None:
    walk, refiner = Walk(), EdgeRefiner()
    for x in (600, 604, 608):
        bgr, alpha = scene(x, size=(1280, 720))
        mask = walk.step(bgr, alpha)
        refined = refiner.refine(FramePyramid(to_i420(bgr)), mask, Settings())
        refiner.accept()
    upsampled = cv2.resize(mask.alpha, (1280, 720))
    assert np.abs(refined / 255 - alpha).mean() < np.abs(upsampled - alpha).mean() * 0.75


def test_static_edge_is_kept() -> None:
    """In some frames the only refreshed row lies beside the edge, where history and mask agree."""
    refiner, alphas = EdgeRefiner(), []
    raw = np.zeros((144, 256), np.float32)
    raw[72:] = 1
    bgr = np.full((360, 640, 3), 60, np.uint8)
    bgr[180:] = 180
    image = Image.from_bgr(bgr)
    small = downsample_bgr(image, SMALL)
    for seq in range(20):
        mask = Mask(seq, raw, luma(small), 1 + seq * FRAME_NS, small_bgr=small)
        alphas.append(refiner.refine(FramePyramid(image), mask, Settings()))
        refiner.accept()
    truth = cv2.resize(raw, (640, 360), interpolation=cv2.INTER_NEAREST)
    assert all(np.abs(alpha / 255 - truth).mean() < 0.005 for alpha in alphas)


def test_refiner_leaves_no_ghost_after_a_jump() -> None:
    walk, refiner = Walk(), EdgeRefiner()
    for x in (200,) * 5 + (420,) * 3:
        bgr, alpha = scene(x)
        refined = refiner.refine(FramePyramid(to_i420(bgr)), walk.step(bgr, alpha), Settings())
        refiner.accept()
    gone = (scene(200)[1] > 0.9) & (cv2.dilate(alpha, np.ones((9, 9), np.uint8)) < 0.05)
    assert refined[gone].mean() / 255 < 0.05


class TestHistory:
    """What the refiner keeps of frames that did not pass."""

    def frames(self) -> list[tuple[FramePyramid, Mask]]:
        walk = Walk()
        pictures = [scene(x) for x in (300, 304, 308, 312)]
        return [(FramePyramid(to_i420(bgr)), walk.step(bgr, alpha)) for bgr, alpha in pictures]

    def fresh(self, settings: Settings | None = None) -> U8:
        picture, mask = self.frames()[-1]
        return EdgeRefiner().refine(picture, mask, settings or Settings())

    @staticmethod
    def feed(refiner: EdgeRefiner, picture: FramePyramid, mask: Mask, settings: Settings | None = None) -> U8:
        alpha = refiner.refine(picture, mask, settings or Settings())
        refiner.accept()
        return alpha

    def test_accepted_frames_are_remembered(self) -> None:
        refiner, frames = EdgeRefiner(), self.frames()
        last = [self.feed(refiner, *frame) for frame in frames][-1]
        assert not np.array_equal(last, self.fresh())

    def test_refused_frame_leaves_nothing(self) -> None:
        refiner, frames = EdgeRefiner(), self.frames()
        for frame in frames[:2]:
            self.feed(refiner, *frame)
        refiner.refine(*frames[2], Settings())
        assert np.array_equal(refiner.refine(*frames[3], Settings()), self.fresh())

    def test_error_leaves_nothing(self) -> None:
        fails = False

        def model(blocks: Sequence[F32]) -> F32:
            if fails:
                raise MemoryError
            return network(blocks)

        network, frames = EdgeNetwork(), self.frames()
        refiner = EdgeRefiner(model)
        for frame in frames[:2]:
            self.feed(refiner, *frame)
        fails = True
        with pytest.raises(MemoryError):
            refiner.refine(*frames[2], Settings())
        fails = False
        refiner.accept()
        assert np.array_equal(refiner.refine(*frames[3], Settings()), self.fresh())

    def test_reset_and_temporal_off_leave_nothing(self) -> None:
        refiner, frames = EdgeRefiner(), self.frames()
        for frame in frames[:3]:
            self.feed(refiner, *frame)
        refiner.reset()
        assert np.array_equal(self.feed(refiner, *frames[3]), self.fresh())
        self.feed(refiner, *frames[2], Settings(temporal=0))
        assert np.array_equal(self.feed(refiner, *frames[3]), self.fresh())


def _track(tracker: MattePipeline, seq: int, raw: F32, settings: Settings | None = None) -> Mask:
    """A mask of a frame that differs from the one before, so that nothing is static."""
    bgr = np.random.default_rng(seq).integers(0, 255, (36, 64, 3), np.uint8)
    image = Image.from_bgr(cv2.resize(bgr, (640, 360)))
    frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
    small = downsample_bgr(image, SMALL)

    def predict(seen: U8) -> F32:
        return as_seen(tracker, raw, whole=seen is small)

    return tracker.track(frame, small, predict, settings or Settings())
