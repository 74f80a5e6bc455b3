"""The person's edge: no fringe of the old background, light of the new one where asked, and no seams between tiles."""

import cv2
import numpy as np
import pytest

from engine.compositor.blending.blend import blend_over
from engine.compositor.blending.edge import EdgeOptions
from engine.compositor.blending.parameters import BLEND
from engine.core.frame import FramePyramid, Image, PixelFormat
from engine.media.colour_formats import halves, to_i420

SIZES = [(640, 360), (1920, 1088), (854, 480), (1366, 768), (2560, 1440), (360, 640)]


def alpha_of(size, soft=0.015):
    """uint8 [H, W]: head and shoulders with a soft edge, `soft` heights wide, down to the lower border."""
    width, height = size
    ys, xs = np.mgrid[:height, :width] / min(size)
    xs -= width / min(size) / 2
    ys -= height / min(size) - 1
    head = np.hypot(xs, ys - 0.35) - 0.2
    shoulders = np.hypot(xs / 1.6, ys - 1.0) - 0.4
    return (np.clip(0.5 - np.minimum(head, shoulders) / soft, 0, 1) * 255).round().astype(np.uint8)


def smooth(size, seed, low, high):
    """BGR picture that varies slowly between two levels."""
    coarse = np.random.default_rng(seed).integers(low, high, (4, 6, 3), np.uint8)
    return cv2.resize(coarse, size, interpolation=cv2.INTER_LINEAR)


def mixed(top, bottom, alpha):
    weight = alpha[..., None] / 255
    return top * weight + bottom * (1 - weight)


def planes_of(bgr, pixel_format):
    bgr = np.round(bgr).astype(np.uint8)
    return to_i420(bgr) if pixel_format is PixelFormat.I420 else Image.from_bgr(bgr)


def composed(frame, alpha, behind, options, halved=()):
    out = Image.empty(frame)
    for plane, source in zip(out.planes, behind.planes, strict=True):
        np.copyto(plane, source)
    blend_over(FramePyramid(frame, halved), alpha, options, out, out)
    return out


@pytest.mark.parametrize(
    ("size", "pixel_format"), [*((size, PixelFormat.I420) for size in SIZES), ((854, 480), PixelFormat.BGR)]
)
def test_the_old_background_leaves_no_fringe(size, pixel_format):
    """A dark person moves from a bright to a dark background: most of the error against the true colours is gone."""
    alpha = alpha_of(size)
    person, background, new = smooth(size, 1, 20, 60), smooth(size, 2, 200, 250), smooth(size, 3, 10, 40)
    frame = planes_of(mixed(person, background, alpha), pixel_format)
    behind, truth = planes_of(new, pixel_format), planes_of(mixed(person, new, alpha), pixel_format)
    band = (alpha > 0) & (alpha < 255)
    errors = []
    for refine in (False, True):
        out = composed(frame, alpha, behind, EdgeOptions(refine))
        errors.append(np.abs(out.planes[0][band].astype(int) - truth.planes[0][band]).mean())
        assert np.array_equal(out.planes[0][alpha == 0], behind.planes[0][alpha == 0])
        assert np.array_equal(out.planes[0][alpha == 255], frame.planes[0][alpha == 255])
    assert errors[0] > 15
    assert errors[1] < errors[0] / 5


@pytest.mark.parametrize("size", SIZES)
def test_colours_estimated_from_a_picture_halved_already_are_the_same(size):
    alpha = alpha_of(size)
    noisy = np.random.default_rng(4).integers(0, 256, (size[1], size[0], 3), np.uint8)
    frame, behind = planes_of(noisy, PixelFormat.I420), planes_of(smooth(size, 3, 10, 40), PixelFormat.I420)
    plain = composed(frame, alpha, behind, EdgeOptions(True))
    from_halves = composed(frame, alpha, behind, EdgeOptions(True), halves(frame))
    for ours, wanted in zip(from_halves.planes, plain.planes, strict=True):
        assert np.array_equal(ours, wanted)


def test_detail_within_the_edge_survives():
    """Hair-fine stripes of the person, half transparent, are not smeared to their mean."""
    size = (640, 360)
    alpha = alpha_of(size, soft=0.1)
    person = smooth(size, 1, 90, 110)
    person[:, ::4] = 200
    frame = planes_of(mixed(person, np.full(3, 30.0), alpha), PixelFormat.BGR)
    out = composed(frame, alpha, planes_of(np.full((360, 640, 3), 30.0), PixelFormat.BGR), EdgeOptions(True))
    band = (alpha > 100) & (alpha < 200)
    error = np.abs(out.planes[0].astype(int) - frame.planes[0])[band].mean()
    assert error < 12, "the same background behind: what comes out is what went in"


@pytest.mark.parametrize("size", SIZES)
def test_no_light_wrap_costs_no_change(size):
    alpha = alpha_of(size)
    frame, behind = (planes_of(smooth(size, seed, 0, 255), PixelFormat.I420) for seed in (1, 2))
    plain = composed(frame, alpha, behind, EdgeOptions(refine=False))
    truth = mixed(frame.planes[0][..., None], behind.planes[0][..., None], alpha)[..., 0]
    assert np.abs(plain.planes[0] - truth).max() <= 1


def test_light_wrap_brightens_the_edge_and_nothing_else():
    size = (1280, 720)
    alpha = alpha_of(size, soft=0.01)
    frame = planes_of(np.full((720, 1280, 3), 60.0), PixelFormat.I420)
    behind = planes_of(np.full((720, 1280, 3), 240.0), PixelFormat.I420)
    plain, half, full = (
        composed(frame, alpha, behind, EdgeOptions(False, light)).planes[0].astype(int) for light in (0, 50, 100)
    )
    inner = cv2.erode(alpha, np.ones((9, 9), np.uint8)) == 255
    rim = inner & (cv2.erode(alpha, np.ones((25, 25), np.uint8)) < 255)
    deep = cv2.erode(alpha, np.ones((121, 121), np.uint8), borderValue=255) == 255
    assert plain[rim].mean() + 5 < half[rim].mean() < full[rim].mean() - 5
    assert np.array_equal(full[deep], plain[deep])
    assert np.array_equal(full[alpha == 0], behind.planes[0][alpha == 0])
    steps = np.abs(np.diff(full.astype(int), axis=1))[:, :][inner[:, 1:] & inner[:, :-1]]
    assert steps.max() <= 6, "it fades without seams"


def test_a_mask_that_is_unsure_everywhere_is_blended_in_parts():
    size = (1280, 720)
    assert (size[0] // 8) * (size[1] // 8) > 2 * BLEND.batch_tiles
    alpha = np.random.default_rng(0).integers(1, 255, size[::-1], np.uint8)
    frame, behind = (planes_of(smooth(size, seed, 0, 255), PixelFormat.I420) for seed in (1, 2))
    out = composed(frame, alpha, behind, EdgeOptions(refine=False))
    truth = mixed(frame.planes[0][..., None], behind.planes[0][..., None], alpha)[..., 0]
    assert np.abs(out.planes[0] - truth).max() <= 1


def test_planes_need_not_be_contiguous():
    """A cropped camera frame's planes are views with gaps between their rows."""
    size = (640, 360)
    alpha = alpha_of(size)
    whole, behind = (
        planes_of(smooth((1280, 720), 1, 0, 255), PixelFormat.I420),
        planes_of(smooth(size, 2, 0, 255), PixelFormat.I420),
    )
    views = (whole.planes[0][100:460, 200:840], *(plane[50:230, 100:420] for plane in whole.planes[1:]))
    view = Image(PixelFormat.I420, views)
    copy = Image(PixelFormat.I420, tuple(plane.copy() for plane in views))
    for made, wanted in zip(
        composed(view, alpha, behind, EdgeOptions(True)).planes,
        composed(copy, alpha, behind, EdgeOptions(True)).planes,
        strict=True,
    ):
        assert np.array_equal(made, wanted)
