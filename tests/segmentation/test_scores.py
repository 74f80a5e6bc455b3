import math

import numpy as np
import pytest

from engine.segmentation.evaluation.scores import (
    ClipScore,
    MaskScores,
    MatteScores,
    connectivity_error,
    gradient_error,
    unknown_region,
)


def f32(rows):
    return np.array(rows, np.float32)


def everywhere(alpha):
    return np.ones(alpha.shape, bool)


def test_mask_scores_by_hand():
    """20 pixels: 6 of the person found, 2 missed, 3 false, 9 of the background; one pixel is not counted."""
    labels = np.array([1] * 8 + [0] * 12 + [255], np.uint8).reshape(3, 7)
    mask = f32([0.9] * 6 + [0.2] * 2 + [0.7] * 3 + [0.1] * 9 + [0.9]).reshape(3, 7)
    scores = MaskScores()
    assert scores.add(mask, labels) == pytest.approx(6 / 11)
    values = scores.values()
    assert values["person IoU"] == pytest.approx(6 / 11)
    assert values["mIoU"] == pytest.approx((6 / 11 + 9 / 14) / 2)
    assert values["accuracy"] == pytest.approx(15 / 20)
    chance = (12 * 11 + 8 * 9) / 400
    assert values["kappa"] == pytest.approx((0.75 - chance) / (1 - chance))
    assert values["Dice"] == pytest.approx((12 / 17 + 18 / 23) / 2)


def test_mask_scores_add_up_over_pictures():
    whole, parts = MaskScores(), MaskScores()
    chance = np.random.default_rng(3)
    masks, labels = chance.random((4, 10, 12), np.float32), chance.integers(0, 2, (4, 10, 12), np.uint8)
    whole.add(masks.reshape(40, 12), labels.reshape(40, 12))
    for mask, label in zip(masks, labels, strict=True):
        parts.add(mask, label)
    assert whole.values() == parts.values()


def test_an_empty_mask_of_an_empty_image_is_perfect():
    scores = MaskScores()
    assert scores.add(f32([[0, 0.2]]), np.zeros((1, 2), np.uint8)) == 1
    assert set(scores.values().values()) == {1.0}


def test_sad_and_mse_by_hand():
    scores = MatteScores()
    truth, alpha = f32([[0, 0.5], [1, 1]]), f32([[0, 0.75], [0.5, 1]])
    assert scores.add(alpha, truth) == pytest.approx(0.75 / 1000)
    assert scores.values()["MSE"] == pytest.approx((0.25**2 + 0.5**2) / 4)
    scores.add(truth, truth)
    assert scores.values()["SAD"] == pytest.approx(0.75 / 2000)
    only = MatteScores()
    assert only.add(alpha, truth, np.array([[False, True], [False, False]])) == pytest.approx(0.25 / 1000)
    assert only.values()["MSE"] == pytest.approx(0.25**2)


def test_gradient_error_of_a_single_pixel_is_the_filters_energy():
    """Both filters have unit energy, so the squared gradient lengths of an impulse sum to 2."""
    impulse = np.zeros((31, 31), np.float32)
    impulse[15, 15] = 1
    blank = np.zeros_like(impulse)
    assert gradient_error(blank, impulse, everywhere(blank)) == pytest.approx(2 / 1000)
    assert gradient_error(impulse, impulse, everywhere(blank)) == 0
    assert gradient_error(blank + 0.7, blank, everywhere(blank)) == pytest.approx(0, abs=1e-9)
    assert gradient_error(blank, impulse, ~everywhere(blank)) == 0


def test_gradient_error_of_a_step_by_plain_sums():
    """A step edge convolved with the normalised derivative of a Gaussian, summed up one column at a time."""
    sigma, half = 1.4, 4
    gaussian = [math.exp(-(i**2) / (2 * sigma**2)) for i in range(-half, half + 1)]
    derivative = [i * gaussian[i + half] for i in range(-half, half + 1)]
    energy = math.sqrt(sum(g**2 for g in gaussian) * sum(d**2 for d in derivative))
    response = [sum(gaussian) * sum(derivative[half + k :]) / energy for k in range(-half + 1, half + 1)]
    step = np.zeros((20, 30), np.float32)
    step[:, 15:] = 1
    wanted = 20 * sum(r**2 for r in response) / 1000
    assert gradient_error(np.zeros_like(step), step, everywhere(step)) == pytest.approx(wanted, rel=1e-5)


def test_connectivity_error_of_a_missing_island():
    """Two pixels of the truth lie apart and are not in the answer: each differs by one in degree."""
    truth = f32([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0], [0, 0, 1, 1]])
    alpha = truth.copy()
    assert connectivity_error(alpha, truth, everywhere(truth)) == 0
    alpha[3, 2:] = 0
    assert connectivity_error(alpha, truth, everywhere(truth)) == pytest.approx(2 / 1000)


def test_connectivity_ignores_small_differences_and_counts_large_ones():
    truth = f32([[1, 1, 1, 1]])
    near = f32([[1, 1, 1, 0.9]])  # hangs together up to 0.9; 0.1 beyond that is below the threshold
    assert connectivity_error(near, truth, everywhere(truth)) == 0
    far = f32([[1, 1, 1, 0.65]])  # up to 0.6; the truth is 0.4 beyond, the answer 0.05
    assert connectivity_error(far, truth, everywhere(truth)) == pytest.approx(0.4 / 1000, rel=1e-4)


def test_dtssd_by_hand():
    """The truth fades in by 0.5 in all pixels at once; the answer in half of them only: root of 0.25/2 in a step."""
    score = ClipScore()
    score.add(f32([[0, 0]]), f32([[0, 0]]))
    score.add(f32([[0.5, 0]]), f32([[0.5, 0.5]]))
    assert score.value() == pytest.approx(100 * math.sqrt(0.125))
    score.add(f32([[0.5, 0]]), f32([[0.5, 0.5]]))
    assert score.value() == pytest.approx(100 * math.sqrt(0.125) / 2)


def test_the_unknown_region_is_fractional_alpha_widened_by_25_px():
    truth = np.zeros((101, 101), np.float32)
    truth[50, 50] = 0.5
    region = unknown_region(truth)
    assert region[50, 25]
    assert region[50, 75]
    assert not region[50, 24]
    assert not region[25, 25]
