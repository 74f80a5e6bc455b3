"""The blurred background: no glow of the person, one look at every resolution."""

import cv2
import numpy as np
import pytest

from engine.compositor.background.blur import blur_background, sample_grid, sigma_of
from engine.core.frame import Image, PixelFormat
from engine.media.colour_formats import to_bgr, to_i420


def blurred(bgr, alpha, strength, pixel_format=PixelFormat.I420):
    image = to_i420(bgr) if pixel_format is PixelFormat.I420 else Image.from_bgr(bgr)
    out = Image.empty(image)
    blur_background(image, alpha, strength, out)
    return to_bgr(out)


def scene(size, background, person=(250, 250, 250)):
    """A person in the middle of a background, with a mask that has a soft edge."""
    width, height = size
    ys, xs = np.mgrid[:height, :width] / height
    distance = np.hypot(xs - width / height / 2, ys - 0.6) - 0.3
    alpha = (np.clip(0.5 - distance / 0.02, 0, 1) * 255).astype(np.uint8)
    weight = alpha[..., None] / 255
    return (person * weight + background * (1 - weight)).astype(np.uint8), alpha


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("strength", [0, 60, 100])
def test_bright_person_leaves_no_glow_on_a_dark_background(strength, pixel_format):
    bgr, alpha = scene((640, 360), np.full(3, 20.0))
    out = blurred(bgr, alpha, strength, pixel_format)
    assert out[alpha < 128].max() <= 26
    plain = cv2.GaussianBlur(bgr, (0, 0), sigma_of(strength) * 360)
    assert plain[alpha < 128].max() > 100, "a plain blur of the same strength does glow"


def test_a_flat_background_keeps_its_colour():
    bgr, alpha = scene((640, 360), np.array([150.0, 90.0, 60.0]))
    out = blurred(bgr, alpha, 50).astype(int)
    assert np.abs(out[alpha == 0] - [150, 90, 60]).max() <= 3


def test_person_everywhere_is_no_error():
    bgr = np.full((180, 320, 3), 200, np.uint8)
    out = blurred(bgr, np.full((180, 320), 255, np.uint8), 50)
    assert np.abs(out.astype(int) - 128).max() <= 3


@pytest.mark.parametrize("strength", [0, 60, 100])
def test_the_spread_is_the_stated_one_at_every_resolution(strength):
    """The edge between a black and a white half: its width is the blur's standard deviation."""
    for size in [(640, 360), (1280, 720), (1920, 1080), (3840, 2160)]:
        width, height = size
        bgr = np.zeros((height, width, 3), np.uint8)
        bgr[:, width // 2 :] = 255
        luma = blurred(bgr, np.zeros((height, width), np.uint8), strength)[height // 2, :, 1].astype(float)
        slope = np.diff(luma)
        places = np.arange(slope.size)
        mean = (slope * places).sum() / slope.sum()
        sigma = np.sqrt((slope * (places - mean) ** 2).sum() / slope.sum()) / height
        assert sigma == pytest.approx(sigma_of(strength), rel=0.15), size


def test_strengths_are_even_steps_above_the_weakest():
    sigmas = [sigma_of(strength) for strength in range(0, 101, 5)]
    assert sigmas[-1] == pytest.approx(0.07)
    assert sigmas[:12] == [sigmas[11]] * 12, "0 to 55 are the same"
    assert sigmas[0] == pytest.approx(0.0317, abs=0.0001)
    ratios = np.diff(np.log(sigmas[11:]))
    assert ratios.min() > 0
    assert np.allclose(ratios, ratios[0])


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160), (3440, 1440), (640, 480), (720, 1280), (64, 4320)])
@pytest.mark.parametrize("strength", [0, 60, 100])
def test_the_background_has_few_samples(size, strength):
    columns, rows = sample_grid(size, strength)
    assert max(columns, rows) <= 56
    assert min(columns, rows) <= 45
    assert columns * rows <= 56 * 45


def test_the_samples_lie_at_fixed_places():
    """A picture that differs between the samples alone is blurred the same: nothing of it is left to be sharpened."""
    bgr, alpha = np.full((720, 1280, 3), 120, np.uint8), np.zeros((720, 1280), np.uint8)
    fine = bgr.copy()
    fine[:, ::2] += 40
    fine[:, 1::2] -= 40
    assert np.abs(blurred(fine, alpha, 60).astype(int) - blurred(bgr, alpha, 60)).max() <= 2


def test_no_steps_between_the_samples():
    """A ramp stays a ramp: neither blocks nor diamonds."""
    bgr = np.zeros((720, 1280, 3), np.uint8)
    bgr[:] = np.linspace(20, 235, 1280).astype(np.uint8)[None, :, None]
    row = blurred(bgr, np.zeros((720, 1280), np.uint8), 60)[360, 100:-100, 1].astype(float)
    slope = np.diff(cv2.blur(row[None], (9, 1))[0])
    assert slope.std() < 0.6 * slope.mean()


def test_sensor_noise_is_quiet():
    rng = np.random.default_rng(3)
    bgr, alpha = scene((640, 360), np.full(3, 120.0))
    made = [
        blurred((bgr + rng.normal(0, 8, bgr.shape)).clip(0, 255).astype(np.uint8), alpha, 30)[alpha == 0]
        for _ in range(4)
    ]
    assert np.std(np.stack(made).astype(float), axis=0).mean() < 1.0


def test_steps_of_a_gradient_stay_small():
    bgr = np.zeros((360, 640, 3), np.uint8)
    bgr[:] = np.linspace(0, 255, 640, dtype=np.uint8)[None, :, None]
    out = blurred(bgr, np.zeros((360, 640), np.uint8), 100).astype(int)
    assert np.abs(np.diff(out[..., 1], axis=1)).max() <= 3
