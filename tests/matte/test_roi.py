"""The region of interest, with a network that tells red from grey and blurs by eight of its pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np
import pytest

from engine.core.box import Box
from engine.core.frame import F32, U8, Frame, FramePyramid, Image, Mask
from engine.core.settings import Settings
from engine.matte import MattePipeline
from engine.matte.roi_inference import predict_roi
from engine.media.colour_formats import downsample_bgr

FRAME_NS = 33_333_333
SIZE = (1280, 720)
SMALL = (256, 144)
Person = tuple[int, int, float]
"""Column and row of the middle of the lower edge, and height as a share of the frame's height."""


def scene(*persons: Person) -> tuple[U8, F32]:
    """Red persons in front of a textured grey wall, uint8 BGR, and their alpha, float32."""
    wall = cv2.resize(
        np.random.default_rng(0).integers(60, 140, (18, 32), np.uint8), SIZE, interpolation=cv2.INTER_CUBIC
    )
    alpha = np.zeros(SIZE[::-1], np.float32)
    for x, bottom, tall in persons:
        height = int(tall * SIZE[1])
        cv2.ellipse(alpha, (x, bottom - height // 2), (height // 4, height // 2), 0, 0, 360, 1.0, -1, cv2.LINE_AA)
    red = np.dstack([wall // 8, np.roll(wall, persons[0][0] if persons else 0, axis=1), np.full_like(wall, 200)])
    picture = cv2.cvtColor(wall, cv2.COLOR_GRAY2BGR) * (1 - alpha[..., None]) + red * alpha[..., None]
    return picture.astype(np.uint8), alpha


@dataclass
class Watch:
    """A tracker with its network, and a record of the pictures that the network was given."""

    settings: Settings = field(default_factory=lambda: Settings(temporal=0))
    tracker: MattePipeline = field(default_factory=MattePipeline)
    received_every_ns: int = FRAME_NS
    seq: int = 0
    whole: list[bool] = field(default_factory=list)

    def step(self, bgr: U8) -> Mask:
        image = Image.from_bgr(bgr)
        received_ns, media_ns = 1 + self.seq * self.received_every_ns, self.seq * FRAME_NS
        small = downsample_bgr(image, SMALL)

        def predict(seen: U8) -> F32:
            self.whole.append(seen is small)
            red = ((seen[..., 2] > 150) & (seen[..., 0] < 80)).astype(np.float32)
            return np.clip(cv2.GaussianBlur(red, None, 3) * 1.4 - 0.2, 0, 1).astype(np.float32)

        mask = self.tracker.track(Frame(self.seq, received_ns, media_ns, image), small, predict, self.settings)
        self.seq += 1
        return mask


def error(mask: Mask, truth: F32) -> float:
    return float(np.abs(mask.alpha - cv2.resize(truth, SMALL, interpolation=cv2.INTER_AREA)).mean())


@pytest.mark.parametrize(("tall", "share"), [(0.4, 0.6), (0.85, 0.9)])
def test_region_gives_more_exact_masks(tall: float, share: float) -> None:
    picture, truth = scene((400, 719, tall))
    watch = Watch()
    with_whole = error(Watch(tracker=MattePipeline(use_roi=False)).step(picture), truth)
    assert error(watch.step(picture), truth) < share * with_whole
    assert watch.whole == [True, False]


def test_persons_who_fill_the_frame_need_no_region() -> None:
    watch = Watch()
    for step in range(5):
        watch.step(scene((200 + 12 * step, 719, 0.9), (1080, 719, 0.9))[0])
    assert all(watch.whole)


@pytest.mark.parametrize("speed_px", [6, 24, 48])
def test_region_follows_a_moving_person(speed_px: int) -> None:
    watch = Watch()
    for step in range(700 // speed_px):
        picture, truth = scene((280 + speed_px * step, 600, 0.4))
        found = watch.step(picture).alpha
        missed = (cv2.resize(truth, SMALL, interpolation=cv2.INTER_AREA) > 0.99) & (found < 0.3)
        assert np.mean(missed) < 0.001, f"frame {step}"
    assert watch.whole.count(True) < watch.whole.count(False) / 4


def test_region_can_be_switched_off() -> None:
    watch = Watch(tracker=MattePipeline(use_roi=False))
    for step in range(4):
        watch.step(scene((400 + 6 * step, 719, 0.4))[0])
    assert all(watch.whole)


def test_box_stays_while_a_person_talks() -> None:
    watch = Watch()
    for step in range(60):
        watch.step(scene((400 + int(14 * np.sin(step / 3)), 719, 0.4))[0])
        if step == 1:
            box = watch.tracker.roi.box
    assert box is not None
    assert watch.tracker.roi.box == box


@pytest.mark.parametrize("received_every_ns", [FRAME_NS, 2_000_000], ids=["live", "rendering"])
def test_another_person_is_found_at_once(received_every_ns: int) -> None:
    watch = Watch(received_every_ns=received_every_ns)
    for step in range(20):
        watch.step(scene((300 + 3 * step, 719, 0.4))[0])
    for step in range(20, 75):
        found = watch.step(scene((300 + 3 * step, 719, 0.4), (1050, 719, 0.35))[0]).alpha
        assert found[100:140, 200:220].max() > 0.9, f"frame {step}"


def test_flickering_screen_causes_few_redetections() -> None:
    watch = Watch()
    for step in range(90):
        picture = scene((300 + 3 * (step % 9), 719, 0.4))[0]
        picture[100:300, 900:1200] = 250 * (step % 2)
        watch.step(picture)
    assert watch.whole.count(True) <= 9
    for step in range(31):
        picture = scene((300 + 3 * (step % 9), 719, 0.4), (1050, 719, 0.35))[0]
        found = watch.step(picture).alpha
    assert found[100:140, 200:220].max() > 0.9


def test_person_missing_in_the_region_does_not_flicker() -> None:
    tracker, present, whole = MattePipeline(), [], []
    for seq in range(20):
        picture, truth = scene((400 + 6 * seq, 719, 0.4))
        image = Image.from_bgr(picture)
        small = downsample_bgr(image, SMALL)

        def predict(seen: U8, truth: F32 = truth, small: U8 = small) -> F32:
            whole.append(seen is small)
            return cv2.resize(truth, SMALL, interpolation=cv2.INTER_AREA) * np.float32(seen is small)

        frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
        present.append(bool(tracker.track(frame, small, predict, Settings()).alpha.any()))
    assert all(present)
    assert whole.count(False) == 1


@pytest.mark.parametrize("size", [(160, 120), (256, 144), (270, 152)])
def test_small_frames_are_predicted_whole_and_once(size: tuple[int, int]) -> None:
    watch = Watch()
    for step in range(8):
        watch.step(cv2.resize(scene((400 + 12 * step, 719, 0.6))[0], size, interpolation=cv2.INTER_AREA))
    assert watch.whole == [True] * 8


def test_covered_area_does_not_count_as_motion() -> None:
    watch = Watch()
    for step in range(40):
        watch.step(scene((300 + 12 * step, 719, 0.4))[0])
    assert watch.whole.count(True) <= 2


@pytest.mark.parametrize(
    "size", [(1280, 720), (1920, 1080), (1600, 900), (1680, 1050), (426, 240), (640, 480), (1366, 768), (1281, 721)]
)
def test_region_reaches_the_frames_borders(size: tuple[int, int]) -> None:
    image = Image.from_bgr(np.zeros((size[1], size[0], 3), np.uint8))

    def everywhere(seen: U8) -> F32:
        return np.ones(seen.shape[:2], np.float32)

    mask = predict_roi(Box(64, 44, 192, 100), FramePyramid(image), SMALL, everywhere)
    assert mask[50:, 80:].min() > 0.999
    assert not mask[:40].any()
    assert not mask[:, :60].any()
    assert predict_roi(Box(0, 0, 192, 100), FramePyramid(image), SMALL, everywhere)[:90, :180].min() > 0.999


def test_region_lands_where_it_was_cropped() -> None:
    size = (1366, 768)
    ramp = np.broadcast_to(np.linspace(0, 255, size[0], dtype=np.float32), size[::-1]).astype(np.uint8)
    image = Image.from_bgr(cv2.cvtColor(ramp, cv2.COLOR_GRAY2BGR))
    found = predict_roi(Box(40, 20, 140, 100), FramePyramid(image), SMALL, lambda seen: seen[..., 0].astype(np.float32))
    truth = cv2.resize(ramp, SMALL, interpolation=cv2.INTER_AREA).astype(np.float32)
    assert np.abs(found - truth)[30:110, 50:170].max() < 1.5  # of 255; a pixel is one


def test_reset_predicts_the_full_frame() -> None:
    watch = Watch()
    for step in range(3):
        watch.step(scene((400 + 2 * step, 719, 0.4))[0])
    watch.tracker.reset()
    watch.step(scene((900, 719, 0.4))[0])
    assert watch.whole[-2:] == [True, False]
