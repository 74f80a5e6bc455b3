"""The name tag: upright in its corner over everything that others see, and over nothing else."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.compositor.compositor import Compositor
from engine.compositor.overlay.drawing import draw_name_tag
from engine.core.errors import SourceError
from engine.core.frame import U8, FramePyramid, Image, Matrix, PixelFormat
from engine.core.settings import Background, Settings
from engine.media.colour_formats import to_bgr, to_i420

SIZE = (640, 360)
NAMED = Settings(background=Background.parse("color:#406080"), name_tag="Renate Ágústsdóttir")
RED = (0, 0, 230)


def frame(pixel_format: PixelFormat = PixelFormat.I420, bgr: tuple[int, int, int] = (60, 120, 180)) -> FramePyramid:
    picture = np.full((SIZE[1], SIZE[0], 3), bgr, np.uint8)
    return FramePyramid(Image.from_bgr(picture) if pixel_format is PixelFormat.BGR else to_i420(picture))


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A red disc on nothing."""
    rgba = np.zeros((64, 64, 4), np.uint8)
    cv2.circle(rgba, (32, 32), 28, (*RED, 255), -1)
    path = tmp_path / "logo.png"
    cv2.imwrite(str(path), rgba)
    return path


@pytest.fixture
def compositor():
    compositor = Compositor(wait=True)
    yield compositor
    compositor.close()


def changed(compositor: Compositor, settings: Settings, pixel_format: PixelFormat = PixelFormat.I420) -> U8:
    """bool [H, W]: where the tag is."""
    alpha = np.zeros(SIZE[::-1], np.uint8)
    plain = compositor.compose(frame(pixel_format), alpha, settings.replace(name_tag="", logo=""), 0)
    before = to_bgr(plain).copy()
    after = to_bgr(compositor.compose(frame(pixel_format), alpha, settings, 0))
    return np.abs(before.astype(int) - after).max(axis=2) > 8


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("corner", ["bottom-left", "bottom-right", "top-left", "top-right"])
def test_the_tag_is_in_its_corner(compositor, pixel_format, corner):
    where = changed(compositor, NAMED.replace(tag_corner=corner), pixel_format)
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    assert where.sum() > 1000
    assert (rows[-1] < SIZE[1] / 4) if "top" in corner else (rows[0] > SIZE[1] * 3 / 4)
    assert (columns[0] < 24) if "left" in corner else (columns[-1] > SIZE[0] - 24)
    assert rows[0] > 4
    assert rows[-1] < SIZE[1] - 4


def test_both_formats_show_the_same_colours(compositor, logo):
    settings, alpha = NAMED.replace(logo=str(logo)), np.zeros(SIZE[::-1], np.uint8)
    i420 = to_bgr(compositor.compose(frame(), alpha, settings, 0)).copy()
    bgr = to_bgr(compositor.compose(frame(PixelFormat.BGR), alpha, settings, 0))
    assert np.abs(cv2.blur(i420, (5, 5)).astype(int) - cv2.blur(bgr, (5, 5))).max() < 24  # chroma has half the samples
    assert np.abs(bgr.astype(int) - RED).max(axis=2).min() < 30


@pytest.mark.parametrize("text", ["王小明", "Алексей", "محمد علي", "שלום", "한국어", "Ærø & Ω"])
def test_every_script_is_drawn_with_letters_that_differ(text):
    tag = draw_name_tag(text, None, (1280, 720))
    assert tag.shape[2] == 4
    letters = tag[..., 0] > 128
    assert letters.sum() > 60
    boxes = draw_name_tag("\U0010fffe" * len(text), None, (1280, 720))
    assert boxes.shape != tag.shape or not np.array_equal(boxes, tag)


def test_a_long_name_is_cut_and_a_second_line_left_out():
    short = draw_name_tag("Me", None, (1280, 720))
    long = draw_name_tag("A very long name that never ends " * 9, None, (1280, 720))
    assert short.shape[1] < long.shape[1] <= 0.6 * 1280
    assert np.array_equal(draw_name_tag("Me\nand more", None, (1280, 720)), short)
    assert draw_name_tag(" \n ", None, (1280, 720)).size == 0


@pytest.mark.parametrize("background", ["blur", "color:#406080", "none"])
def test_the_fallback_frame_has_the_name_and_else_stays_the_same(compositor, background):
    settings = NAMED.replace(background=Background.parse(background))
    plain = settings.replace(name_tag="")

    def fallback(wanted: Settings) -> Image:
        return compositor.fallback_frame(SIZE, PixelFormat.I420, Matrix.BT601, wanted, 0)

    before = [plane.copy() for plane in fallback(plain).planes]
    tagged = fallback(settings)
    assert fallback(settings) is tagged, "made once"
    assert (tagged.planes[0] != before[0])[SIZE[1] * 3 // 4 :].sum() > 500
    assert np.array_equal(tagged.planes[0][: SIZE[1] * 3 // 4], before[0][: SIZE[1] * 3 // 4])
    for plane, was in zip(fallback(plain).planes, before, strict=True):
        assert np.array_equal(plane, was), "the picture that is kept was not drawn on"


def test_the_cameras_own_picture_is_never_drawn_on(compositor):
    picture, settings = frame(), NAMED.replace(background=Background.parse("none"))
    before = [plane.copy() for plane in picture.image.planes]
    shown = compositor.compose(picture, np.zeros((0, 0), np.uint8), settings, 0)
    assert shown is not picture.image
    assert all(np.array_equal(plane, was) for plane, was in zip(picture.image.planes, before, strict=True))
    assert not np.array_equal(shown.planes[0], before[0])
    assert compositor.compose(picture, before[0], settings.replace(name_tag=""), 0) is picture.image


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_the_tag_is_opaque_on_a_transparent_picture(compositor, pixel_format):
    settings = NAMED.replace(background=Background.parse("transparent"))
    alpha = np.zeros(SIZE[::-1], np.uint8)
    made = compositor.compose(frame(pixel_format), alpha, settings, 0)
    assert made.alpha is not None
    assert made.alpha.max() == 255
    assert made.alpha[: SIZE[1] * 3 // 4].max() == 0
    assert alpha.max() == 0, "the mask itself stays"


def test_a_logo_that_can_not_be_read_is_told_and_the_name_stays(compositor, tmp_path):
    path = tmp_path / "no.png"
    path.write_text("no picture")
    settings = NAMED.replace(logo=str(path))
    assert changed(compositor, settings).any()
    assert isinstance(compositor.problem, SourceError)
    changed(compositor, NAMED)
    assert compositor.problem is None


@pytest.mark.expected_log("can.t be drawn")
def test_a_tag_that_can_not_be_drawn_is_told_and_logged_once(compositor, monkeypatch, caplog):
    def fail(*_: object) -> U8:
        raise RuntimeError("no font engine")

    alpha = np.zeros(SIZE[::-1], np.uint8)
    plain = to_bgr(compositor.compose(frame(), alpha, NAMED.replace(name_tag=""), 0)).copy()
    compositor.compose(frame(), alpha, NAMED, 0)
    with monkeypatch.context() as patch:
        patch.setattr("engine.compositor.overlay.name_tag.draw_name_tag", fail)
        for name in ("Robin Keller", "Robin K."):
            made = compositor.compose(frame(), alpha, NAMED.replace(name_tag=name), 0)
            assert np.array_equal(to_bgr(made), plain), "and the name before does not stay"
            assert compositor.problem is not None
            assert compositor.problem.code == "name-tag-failed"
            assert "no font engine" in compositor.problem.message
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert changed(compositor, NAMED).any()
    assert compositor.problem is None
