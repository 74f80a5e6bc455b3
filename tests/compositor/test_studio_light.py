"""Studio light changes the person alone, softly, and in the same way whatever blends."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine import kernels
from engine.compositor.compositor import Compositor
from engine.compositor.light_aim import StudioLight
from engine.compositor.studio_light import Lighting
from engine.core.frame import U8, FramePyramid, Image, PixelFormat
from engine.core.settings import Background, Settings
from engine.media.colour_formats import halves, to_bgr, to_i420

SIZE = (640, 360)
FRAME_NS = 33_000_000
KEY = StudioLight(key=100)
MATCH = StudioLight(match=100)


def person(size: tuple[int, int] = SIZE, shift_px: int = 0) -> U8:
    """uint8 [H, W]: head and shoulders with a soft edge, reaching the lower side."""
    width, height = size
    alpha = np.zeros((height, width), np.uint8)
    middle = width // 2 + shift_px
    cv2.ellipse(alpha, (middle, height * 2 // 5), (width // 10, height // 4), 0, 0, 360, 255, -1)
    cv2.ellipse(alpha, (middle, height), (width // 4, height // 3), 0, 0, 360, 255, -1)
    return cv2.GaussianBlur(alpha, (0, 0), 2)


def grey(size: tuple[int, int] = SIZE, shade: int = 110, pixel_format: PixelFormat = PixelFormat.I420) -> FramePyramid:
    bgr = np.full((size[1], size[0], 3), shade, np.uint8)
    image = Image.from_bgr(bgr) if pixel_format is PixelFormat.BGR else to_i420(bgr)
    return FramePyramid(image, halves(image))


def plate(bgr: tuple[int, int, int], pixel_format: PixelFormat = PixelFormat.I420) -> Image:
    picture = np.full((SIZE[1], SIZE[0], 3), bgr, np.uint8)
    return Image.from_bgr(picture) if pixel_format is PixelFormat.BGR else to_i420(picture)


def mean_bgr(picture: FramePyramid, alpha: U8) -> np.ndarray:
    return to_bgr(picture.image)[alpha == 255].mean(axis=0)


def test_nothing_is_done_unless_it_is_wanted_and_a_person_present():
    picture, lighting = grey(), Lighting()
    assert lighting.light(picture, person(), plate((0, 0, 0)), StudioLight(), 0) is picture
    assert lighting.light(picture, person(), None, MATCH, 0) is picture
    assert lighting.light(picture, np.zeros(SIZE[::-1], np.uint8), plate((0, 0, 0)), KEY, 0) is picture


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("from_right", [False, True])
def test_the_key_light_brightens_its_side_of_the_person(pixel_format, from_right):
    picture, alpha = grey(pixel_format=pixel_format), person()
    lit = Lighting().light(picture, alpha, None, StudioLight(key=100, from_right=from_right), 0)
    luma, inside = cv2.cvtColor(to_bgr(lit.image), cv2.COLOR_BGR2GRAY), alpha == 255
    left, right = np.zeros_like(inside), np.zeros_like(inside)
    left[:, : SIZE[0] // 2], right[:, SIZE[0] // 2 :] = True, True
    near, far = (right, left) if from_right else (left, right)
    assert luma[inside & near].mean() > luma[inside & far].mean() + 8
    assert luma[inside & near].mean() > 112
    # Soft: nowhere a step that could be seen.
    assert np.abs(np.diff(luma.astype(int), axis=1))[inside[:, 1:] & inside[:, :-1]].max() <= 3


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_the_person_follows_the_pictures_light(pixel_format):
    picture, alpha = grey(pixel_format=pixel_format), person()

    def matched(bgr: tuple[int, int, int], strength: int = 100) -> np.ndarray:
        light = StudioLight(match=strength)
        return mean_bgr(Lighting().light(picture, alpha, plate(bgr, pixel_format), light, 0), alpha)

    night, day, lamp = matched((30, 30, 30)), matched((235, 235, 235)), matched((70, 110, 150))
    assert night.mean() < 95
    assert day.mean() > 125
    assert np.ptp(night) < 4
    assert lamp[2] > lamp[0] + 6, "warm light is warm"
    half = matched((235, 235, 235), 50).mean()
    assert 110 < half < day.mean()


def test_a_bright_face_is_not_burnt_out():
    alpha = person()
    bright = grey(shade=240)
    lit = Lighting().light(bright, alpha, None, KEY, 0)
    assert to_bgr(lit.image)[alpha == 255].max() < 255


@pytest.mark.parametrize("size", [(640, 360), (322, 182), (38, 22), (1920, 1080), (480, 640)])
@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_every_size_keeps_its_shape_and_has_halves_of_its_own(size, pixel_format):
    picture = grey(size, pixel_format=pixel_format)
    lit = Lighting().light(picture, person(size), None, KEY, 0)
    assert [plane.shape for plane in lit.image.planes] == [plane.shape for plane in picture.image.planes]
    for half, wanted in zip(lit.halves, halves(lit.image), strict=True):
        assert np.array_equal(half, wanted)


@pytest.mark.parametrize("size", [(2, 2), (4, 4), (2, 8), (6, 4), (8, 6)])
@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_the_smallest_frames_are_lit_as_well(size, pixel_format):
    picture, alpha = grey(size, pixel_format=pixel_format), np.full(size[::-1], 255, np.uint8)
    lit = Lighting().light(picture, alpha, plate((200, 200, 200), pixel_format), StudioLight(80, 100), 0)
    assert [plane.shape for plane in lit.image.planes] == [plane.shape for plane in picture.image.planes]
    assert mean_bgr(lit, alpha).mean() > 112


def test_light_neither_flickers_nor_jumps():
    alphas = [person(shift_px=shift) for shift in (0, 3, 1, 4, 0, 2)]
    picture, lighting = grey(), Lighting()
    inside = np.min(alphas, axis=0) == 255
    shown: list[np.ndarray] = []
    for number in range(60):
        behind = plate((40, 40, 40) if number < 30 else (235, 235, 235))
        light = StudioLight(match=100, key=100)
        lit = lighting.light(picture, alphas[number % len(alphas)], behind, light, number * FRAME_NS)
        shown.append(lit.image.planes[0][inside].astype(int))
    changes = [np.abs(after - before).max() for before, after in pairwise(shown)]
    assert max(changes[:29]) <= 3, "a mask that trembles"
    assert max(changes[29:]) <= 9, "another background comes softly"
    assert shown[-1].mean() > shown[29].mean() + 20


def test_another_scene_begins_at_once():
    picture, alpha, lighting = grey(), person(), Lighting()
    lighting.light(picture, alpha, plate((20, 20, 20)), MATCH, 0)
    later = mean_bgr(lighting.light(picture, alpha, plate((240, 240, 240)), MATCH, 5_000_000_000), alpha)
    alone = mean_bgr(Lighting().light(picture, alpha, plate((240, 240, 240)), MATCH, 0), alpha)
    assert np.allclose(later, alone)


@pytest.mark.parametrize("background", ["color:#406080", "blur:70", "transparent"])
@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_only_the_person_is_lit_and_both_kernels_agree(
    monkeypatch: pytest.MonkeyPatch, background: str, pixel_format: PixelFormat
) -> None:
    native = kernels.native()
    if native is None:
        pytest.skip("the native kernels are not built: make kernels")
    rng = np.random.default_rng(3)
    bgr = cv2.GaussianBlur(rng.integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8), (0, 0), 4)
    image = Image.from_bgr(bgr) if pixel_format is PixelFormat.BGR else to_i420(bgr)
    picture, alpha = FramePyramid(image, halves(image)), person()
    plain = Settings(background=Background.parse(background))
    lit = plain.replace(match_background=100, key_light=100)

    def composed(settings: Settings, library: ctypes.CDLL | None) -> list[U8]:
        monkeypatch.setattr(kernels, "native", lambda: library)
        compositor = Compositor(wait=True)
        try:
            return [plane.copy() for plane in compositor.compose(picture, alpha, settings, 0).planes]
        finally:
            compositor.close()

    before, after, reference = composed(plain, native), composed(lit, native), composed(lit, None)
    outside = cv2.dilate(alpha, np.ones((3, 3), np.uint8)) == 0
    for unlit, changed, other in zip(before, after, reference, strict=True):
        where = outside if unlit.shape[:2] == outside.shape else outside[::2, ::2]
        if background != "transparent":  # there the invisible pixels have colours from inside the person
            assert np.array_equal(unlit[where], changed[where])
        assert int(cv2.absdiff(changed, other).max()) <= 1
    assert int(cv2.absdiff(before[0], after[0]).max()) > 10


def test_a_picture_background_is_matched_and_a_still_is_lit_at_once(tmp_path: Path) -> None:
    path = tmp_path / "night.png"
    cv2.imwrite(str(path), np.full((90, 160, 3), 25, np.uint8))
    compositor, alpha = Compositor(wait=True), person()
    settings = Settings(background=Background.parse(f"image:{path}"), refine=False)
    try:
        plain = compositor.compose(grey(pixel_format=PixelFormat.BGR), alpha, settings, 0).planes[0].copy()
        darker = compositor.compose(
            grey(pixel_format=PixelFormat.BGR), alpha, settings.replace(match_background=100), 0
        ).planes[0]
    finally:
        compositor.close()
    assert darker[alpha == 255].mean() < plain[alpha == 255].mean() - 15
