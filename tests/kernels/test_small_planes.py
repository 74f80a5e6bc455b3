"""The native kernels of the small mask agree with their references: disocclusion, plausibility, temporal smoothing."""

from __future__ import annotations

import ctypes
from dataclasses import replace

import cv2
import numpy as np
import pytest

from engine.core.box import Box
from engine.core.frame import F32, U8
from engine.kernels.colours import find_local_colours
from engine.kernels.disocclusion import examine
from engine.kernels.plausibility import judge
from engine.kernels.smoothing import smooth
from engine.matte import disocclusion, temporal
from engine.matte.person import plausibility
from engine.matte.refine import features
from engine.media.colour_formats import to_bgr
from tests.support.low_contrast import MOVING

SIZES = [(144, 256), (90, 160), (12, 10)]
"""(h, w) of masks."""
RNG = np.random.default_rng(5)


def coarse(size: tuple[int, int], channels: int, cell_px: int) -> U8:
    """Smooth noise, uint8 [h, w, channels]."""
    height, width = size
    small = RNG.integers(0, 256, (height // cell_px + 2, width // cell_px + 2, channels), np.uint8)
    return np.asarray(
        cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).reshape(height, width, channels), np.uint8
    )


def mask(size: tuple[int, int], gain: float) -> F32:
    """A random mask, float32 [h, w]: soft with gain 1, sharp with more."""
    return np.clip(coarse(size, 1, 16)[..., 0] / 255.0 * gain - (gain - 1) / 2, 0, 1).astype(np.float32)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("noise", [0, 3, 20])
@pytest.mark.parametrize("speed_px", [0, 2, 60])
def test_the_evidence_is_the_reference_s(native: ctypes.CDLL, size: tuple[int, int], noise: int, speed_px: int) -> None:
    detector = disocclusion.DisocclusionDetector()
    for cell_px in (1, 8, 40):
        expected = coarse(size, 3, cell_px)
        picture = np.clip(expected + RNG.integers(-noise, noise + 1, expected.shape), 0, 255).astype(np.uint8)
        picture[size[0] // 3 : size[0] // 2] = coarse(size, 3, 20)[size[0] // 3 : size[0] // 2]
        flow = ((coarse(size, 2, 32) / 255.0 - 0.5) * speed_px).astype(np.float32)
        alpha = mask(size, 1 + cell_px % 3)
        wanted = disocclusion.reference(picture, expected, alpha, flow, detector._parameters)
        confidence, trusted = examine(native, picture, expected, alpha, flow, detector._thresholds)
        assert np.array_equal(confidence, wanted.confidence)
        assert trusted == wanted.trusted


@pytest.mark.parametrize("tolerance", [1.5, 2.5, 3.0, 4.5])
def test_half_a_level_is_rounded_alike(native: ctypes.CDLL, tolerance: float) -> None:
    limits = disocclusion.DisocclusionParameters(tolerance=tolerance, tolerance_per_noise=0)
    detector = disocclusion.DisocclusionDetector(limits)
    expected = coarse((90, 160), 3, 4)
    picture = np.clip(expected + RNG.integers(-12, 13, expected.shape), 0, 255).astype(np.uint8)
    alpha, flow = mask((90, 160), 3), np.ones((90, 160, 2), np.float32)
    wanted = disocclusion.reference(picture, expected, alpha, flow, limits)
    assert np.array_equal(examine(native, picture, expected, alpha, flow, detector._thresholds)[0], wanted.confidence)


def test_masks_of_odd_sides_are_examined_by_the_reference() -> None:
    size = (45, 81)
    expected, alpha = coarse(size, 3, 8), mask(size, 3)
    evidence = disocclusion.DisocclusionDetector().examine(expected, expected, alpha, np.zeros((*size, 2), np.float32))
    assert evidence.trusted
    assert evidence.confidence.shape == size


def test_planes_that_do_not_fit_are_refused(native: ctypes.CDLL) -> None:
    thresholds = disocclusion.DisocclusionDetector()._thresholds
    picture, alpha, flow = coarse((20, 20), 3, 4), mask((20, 20), 1), np.zeros((20, 20, 2), np.float32)
    for wrong in (
        (picture[:10], picture, alpha, flow, thresholds),
        (picture, picture, alpha, flow[:10], thresholds),
        (picture[:9], picture[:9], alpha[:9], flow[:9], thresholds),
        (picture, picture, alpha, flow, replace(thresholds, background_reach_px=17)),
    ):
        with pytest.raises(ValueError, match=r"fit|kernel"):
            examine(native, *wrong)
    with pytest.raises(ValueError, match="kernel"):
        judge(native, alpha, picture[:10, :, 0], plausibility.Plausibility()._thresholds)
    with pytest.raises(ValueError, match="guide"):
        smooth(native, (alpha, alpha, picture[..., 0], picture[..., 1].copy()), alpha.copy(), 1, WEIGHTS)


@pytest.mark.parametrize("wrong", ["alpha", "warped", "guide", "residual", "fused"])
def test_smoothing_refuses_planes_of_another_dtype(native: ctypes.CDLL, wrong: str) -> None:
    alpha, guide = mask((20, 20), 1), np.ascontiguousarray(coarse((20, 20), 1, 4)[..., 0])
    planes = {"alpha": alpha, "warped": alpha, "guide": guide, "residual": guide, "fused": np.zeros_like(alpha)}
    planes[wrong] = planes[wrong].astype(np.uint8 if planes[wrong].dtype == np.float32 else np.float32)
    *given, fused = planes.values()
    with pytest.raises(ValueError, match=f"{wrong} of {planes[wrong].dtype}"):
        smooth(native, tuple(given), fused, 1, WEIGHTS)
    assert not fused.any(), "nothing is written"


WEIGHTS = temporal.TemporalSmoothing()._weights


@pytest.mark.parametrize("size", [(144, 256), (45, 81), (6, 5)], ids=str)
@pytest.mark.parametrize("gain", [0.3, 1, 30])
@pytest.mark.parametrize("cell_px", [1, 8, 60])
@pytest.mark.parametrize("contrast", [0.05, 1.0])
def test_plausibility_is_the_reference_s(
    native: ctypes.CDLL, size: tuple[int, int], gain: float, cell_px: int, contrast: float
) -> None:
    judged = plausibility.Plausibility()
    alpha, guide = mask(size, gain), (coarse(size, 1, cell_px)[..., 0] * contrast).astype(np.uint8)
    assert judge(native, alpha, guide, judged._thresholds) == plausibility.reference(alpha, guide, judged._parameters)


def test_both_answers_occur(native: ctypes.CDLL) -> None:
    """So that the test above means something: a person with texture, a flat one, one with an edge alone."""
    judged = plausibility.Plausibility()
    alpha = np.zeros((90, 160), np.float32)
    alpha[30:, 50:110] = 1
    edge = np.where(alpha > 0, 40, 200).astype(np.uint8)
    for guide, wanted in ((coarse((90, 160), 1, 4)[..., 0], True), (np.full_like(edge, 90), False), (edge, True)):
        assert judge(native, alpha, guide, judged._thresholds) is wanted
        assert plausibility.reference(alpha, guide, judged._parameters) is wanted


@pytest.mark.parametrize("size", [*SIZES, (45, 81), (2, 3)], ids=str)
@pytest.mark.parametrize("cell_px", [1, 8, 60])
@pytest.mark.parametrize("strength", [0.4, 0.9])
def test_the_blend_is_the_reference_s(
    native: ctypes.CDLL, size: tuple[int, int], cell_px: int, strength: float
) -> None:
    alpha, warped, guide = mask(size, 3), mask(size, 1), coarse(size, 1, cell_px)[..., 0]
    residual = (coarse(size, 1, 8)[..., 0] * 0.1).astype(np.uint8)
    limits = temporal.TemporalParameters()
    wanted = temporal.reference(alpha, warped, guide, residual, strength, limits)
    around = np.zeros((size[0] + 9, size[1] + 7), np.float32)
    fused = Box(4, 5, size[1], size[0]).of(around)
    smooth(native, (alpha, warped, np.ascontiguousarray(guide), residual), fused, strength, WEIGHTS)
    assert np.abs(fused - wanted).max() < 1e-5
    assert np.count_nonzero(around) <= fused.size, "nothing beside it is written"


@pytest.mark.parametrize("size", [(180, 320), (90, 160), (17, 8)], ids=str)
def test_local_colours_are_the_reference_s(native: ctypes.CDLL, size: tuple[int, int]) -> None:
    height, width = size
    luma = coarse((2 * height, 2 * width), 1, 9)[..., 0]
    u, v = (np.ascontiguousarray(coarse(size, 1, 7)[..., 0]) for _ in range(2))
    planes = features.Planes(luma, (u, v), (mask(size, 4) * 255).astype(np.uint8))
    found = find_local_colours(native, features.block_planes(planes), features.STATISTICS_PX)
    wanted = features.local_colours(planes)
    assert found.shape == wanted.shape
    assert np.abs(found - wanted).max() < 0.01


def test_a_number_that_is_none_stays_one(native: ctypes.CDLL) -> None:
    """So that the gate refuses the mask."""
    alpha, guide = mask((20, 20), 1), np.ascontiguousarray(coarse((20, 20), 1, 4)[..., 0])
    alpha[3, 4] = np.nan
    fused = np.empty_like(alpha)
    smooth(native, (alpha, mask((20, 20), 1), guide, guide), fused, 0.9, WEIGHTS)
    assert np.isnan(fused[3, 4])


def test_real_pictures(native: ctypes.CDLL) -> None:
    """A scene that moves, as the low-contrast tests film it."""
    detector = disocclusion.DisocclusionDetector()
    for scene in MOVING[::3]:
        (first, truth), (second, _) = scene.frame(3), scene.frame(4)
        expected, picture = (
            cv2.resize(to_bgr(image), (256, 144), interpolation=cv2.INTER_AREA) for image in (first, second)
        )
        alpha = np.asarray(cv2.resize(truth, (256, 144), interpolation=cv2.INTER_AREA), np.float32)
        flow = np.full((144, 256, 2), scene.speed_px / 2.5, np.float32)
        wanted = disocclusion.reference(picture, expected, alpha, flow, detector._parameters)
        found, trusted = examine(native, picture, expected, alpha, flow, detector._thresholds)
        assert np.array_equal(found, wanted.confidence)
        assert trusted == wanted.trusted
