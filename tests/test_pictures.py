"""Colour conversion, downsampling and frame transform."""

import cv2
import numpy as np
import pytest

from engine.core.frame import FramePyramid, Image, Matrix, PixelFormat
from engine.core.settings import Settings
from engine.media.colour_formats import downsample_bgr, halves, to_bgr, to_i420, to_matrix
from engine.transform.frame_transform import cover_crop, prepare


def scene(width: int, height: int) -> np.ndarray:
    """A smooth colourful picture, so that halved chroma costs little."""
    ys, xs = np.mgrid[:height, :width].astype(np.float32)
    planes = [xs / width * 255, ys / height * 255, 128 + 100 * np.sin(xs / width * 6) * np.cos(ys / height * 5)]
    return np.dstack(planes).astype(np.uint8)


@pytest.mark.parametrize("matrix", Matrix)
def test_colours_survive_the_way_there_and_back(matrix):
    bgr = scene(320, 180)
    back = to_bgr(to_i420(bgr, matrix))
    assert np.abs(back.astype(int) - bgr).mean() < 1.2


@pytest.mark.parametrize("matrix", Matrix)
def test_other_luma_coefficients_keep_the_colours(matrix):
    bgr = scene(320, 180)
    for coded in (to_i420(bgr, other) for other in Matrix):
        changed = to_matrix(coded, matrix)
        assert changed.matrix is matrix
        assert (changed is coded) == (coded.matrix is matrix)
        assert np.abs(to_bgr(changed).astype(int) - bgr).mean() < 1.5


def test_bt601_is_what_opencv_calls_i420():
    bgr = scene(320, 180)
    ours, theirs = to_i420(bgr).i420_buffer(), cv2.cvtColor(bgr, cv2.COLOR_BGR2YUV_I420)
    assert np.abs(ours[:180].astype(int) - theirs[:180]).max() <= 1
    assert np.abs(ours[180:].astype(int) - theirs[180:]).max() <= 3  # OpenCV takes one pixel of four, we the mean


def test_bt709_white_red_and_black_are_the_standard_s():
    colours = np.zeros((2, 6, 3), np.uint8)
    colours[:, 0:2], colours[:, 2:4] = (255, 255, 255), (0, 0, 255)
    luma, blue, red = (plane[0] for plane in to_i420(colours, Matrix.BT709).planes)
    assert list(luma[::2]) == [235, 63, 16]  # BT.709-6, table 3 item 3.4 applied to (1,1,1), (1,0,0), (0,0,0)
    assert list(blue) == [128, 102, 128]
    assert list(red) == [128, 240, 128]


def test_an_i420_picture_s_own_buffer_is_not_copied_but_foreign_planes_are():
    image = to_i420(scene(64, 36))
    assert np.shares_memory(image.i420_buffer(), image.planes[0])
    padded = np.zeros((36, 80), np.uint8)
    loose = Image(PixelFormat.I420, (padded[:, :64], image.planes[1], image.planes[2]))
    assert loose.i420_buffer().shape == (54, 64)


@pytest.mark.parametrize("size", [(256, 144), (144, 256), (192, 192), (398, 224)])
def test_downsampling_is_an_area_mean(size):
    rng = np.random.default_rng(0)
    bgr = scene(1280, 720)
    noisy = np.clip(bgr + rng.normal(0, 12, bgr.shape), 0, 255).astype(np.uint8)
    exact = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA).astype(float)
    ours = downsample_bgr(Image.from_bgr(noisy), size)
    assert ours.shape == (size[1], size[0], 3)
    area_noise = (cv2.resize(noisy, size, interpolation=cv2.INTER_AREA) - exact).std()
    assert (ours - exact).std() < 1.25 * area_noise
    from_i420 = downsample_bgr(to_i420(noisy), size)
    assert np.abs(from_i420 - ours.astype(float)).mean() < 2.0


@pytest.mark.parametrize("size", [(256, 144), (144, 256), (398, 224), (512, 288), (1024, 576)])
@pytest.mark.parametrize("as_i420", [True, False])
def test_downsampling_from_the_half_is_the_same(size, as_i420):
    noisy = np.random.default_rng(1).integers(0, 256, (720, 1280, 3), np.uint8)
    image = to_i420(noisy) if as_i420 else Image.from_bgr(noisy)
    assert np.array_equal(downsample_bgr(FramePyramid(image, halves(image)), size), downsample_bgr(image, size))


@pytest.mark.parametrize(("box", "kept"), [((16, 8, 32, 24), True), ((18, 8, 32, 24), False)])
def test_a_part_has_the_halves_of_the_part(box, kept):
    image = to_i420(scene(64, 36))
    part = FramePyramid(image, halves(image)).part(*box)
    assert bool(part.halves) is kept
    for ours, wanted in zip(part.halves, halves(image.part(*box)), strict=kept):
        assert np.array_equal(ours, wanted)


def test_halves_of_another_picture_are_refused():
    with pytest.raises(ValueError, match="halves"):
        FramePyramid(to_i420(scene(64, 36)), halves(to_i420(scene(32, 36))))


@pytest.mark.parametrize(
    ("size", "target", "crop"),
    [
        ((1280, 720), (1280, 720), (0, 0, 1280, 720)),
        ((640, 480), (1280, 720), (0, 60, 640, 360)),
        ((720, 1280), (1280, 720), (0, 438, 720, 404)),
        ((1920, 1080), (640, 640), (420, 0, 1080, 1080)),
    ],
)
def test_cover_cropping_keeps_the_middle(size, target, crop):
    assert cover_crop(size, target) == crop


def test_preparing_scales_and_mirrors_every_plane():
    image = to_i420(scene(640, 480))
    done = prepare(image, (320, 180), Settings(mirror=True), (0, 0))
    assert [plane.shape for plane in done.planes] == [(180, 320), (90, 160), (90, 160)]
    wanted = cv2.resize(scene(640, 480)[60:420], (320, 180), interpolation=cv2.INTER_AREA)[:, ::-1]
    assert np.abs(to_bgr(done).astype(int) - wanted).mean() < 1.5
    assert prepare(image, (640, 480), Settings(), (0, 0)) is image


def test_an_odd_side_loses_its_last_pixel():
    assert to_i420(scene(323, 241)).size == (322, 240)
