"""The native composition gives the reference's samples within one grey level."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine import kernels
from engine.compositor.blending.blend import blend_over, blend_reference
from engine.compositor.blending.edge import EdgeOptions
from engine.core.frame import U8, FramePyramid, Image, PixelFormat
from engine.media.colour_formats import halves
from engine.sources.video_file import VideoFileSource

OPTIONS = [EdgeOptions(False), EdgeOptions(True), EdgeOptions(True, light_wrap=60), EdgeOptions(True, straight=True)]
SIZES = [(640, 360), (322, 182), (38, 22), (6, 4), (1920, 1104)]


def _random(rng: np.random.Generator, pixel_format: PixelFormat, size: tuple[int, int]) -> Image:
    width, height = size
    if pixel_format is PixelFormat.BGR:
        return Image.from_bgr(rng.integers(0, 256, (height, width, 3), np.uint8))
    return Image.from_i420(rng.integers(0, 256, (height * 3 // 2, width), np.uint8))


def _soft_alpha(rng: np.random.Generator, size: tuple[int, int]) -> U8:
    """Persons with soft edges: 0, 255 and what lies between."""
    width, height = size
    coarse = rng.integers(0, 256, (max(2, height // 60), max(2, width // 60)), np.uint8)
    smooth = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC).astype(np.int32)
    return np.clip((smooth - 128) * 6 + 128, 0, 255).astype(np.uint8)


def _difference(
    native: ctypes.CDLL,
    monkeypatch: pytest.MonkeyPatch,
    picture: FramePyramid,
    alpha: U8,
    options: EdgeOptions,
    plate: Image,
) -> int:
    wanted, found = Image.empty(picture.image), Image.empty(picture.image)
    blend_reference(picture, alpha, options, plate, wanted)
    monkeypatch.setattr(kernels, "native", lambda: native)
    blend_over(picture, alpha, options, plate, found)
    return max(int(cv2.absdiff(a, b).max()) for a, b in zip(wanted.planes, found.planes, strict=True))


@pytest.mark.parametrize("pixel_format", list(PixelFormat))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("options", OPTIONS)
def test_random_pictures(
    native: ctypes.CDLL,
    monkeypatch: pytest.MonkeyPatch,
    pixel_format: PixelFormat,
    size: tuple[int, int],
    options: EdgeOptions,
) -> None:
    rng = np.random.default_rng(size[0])
    image, plate = (_random(rng, pixel_format, size) for _ in range(2))
    picture = FramePyramid(image, halves(image) if size[0] == 640 else ())
    for alpha in (_soft_alpha(rng, size), rng.integers(0, 256, size[::-1], np.uint8)):
        assert _difference(native, monkeypatch, picture, alpha, options, plate) <= 1


@pytest.mark.parametrize("value", [0, 255])
def test_one_side_alone_is_copied_exactly(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch, value: int) -> None:
    rng = np.random.default_rng(0)
    image, plate = (_random(rng, PixelFormat.I420, (90, 50)) for _ in range(2))
    out = Image.empty(image)
    monkeypatch.setattr(kernels, "native", lambda: native)
    blend_over(FramePyramid(image), np.full((50, 90), value, np.uint8), EdgeOptions(True), plate, out)
    for got, wanted in zip(out.planes, (image if value else plate).planes, strict=True):
        assert np.array_equal(got, wanted)


def test_plate_may_be_the_picture_that_is_written(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    size = 320, 192
    image, plate = (_random(rng, PixelFormat.I420, size) for _ in range(2))
    alpha, options, wanted = _soft_alpha(rng, size), EdgeOptions(True, light_wrap=40), Image.empty(image)
    blend_reference(FramePyramid(image), alpha, options, plate, wanted)
    monkeypatch.setattr(kernels, "native", lambda: native)
    blend_over(FramePyramid(image), alpha, options, plate, plate)
    assert all(cv2.absdiff(a, b).max() <= 1 for a, b in zip(wanted.planes, plate.planes, strict=True))


def test_real_frame(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch, clip_720p: Path) -> None:
    source = VideoFileSource(clip_720p, paced=False)
    source.open()
    frame = source.read()
    source.close()
    assert frame is not None
    image = frame.image
    width, height = image.size
    alpha = np.zeros((height, width), np.uint8)
    cv2.ellipse(alpha, (width // 2, height), (width // 4, height * 3 // 4), 0, 0, 360, 255, -1)
    alpha = np.asarray(cv2.GaussianBlur(alpha, (15, 15), 0), np.uint8)
    plate = replace(image, planes=tuple(np.ascontiguousarray(plane[::-1, ::-1]) for plane in image.planes))
    assert _difference(native, monkeypatch, frame.pyramid, alpha, EdgeOptions(True, light_wrap=30), plate) <= 1


def test_wrong_planes_are_refused(native: ctypes.CDLL, monkeypatch: pytest.MonkeyPatch) -> None:
    image = Image.from_bgr(np.zeros((20, 30, 3), np.uint8))
    monkeypatch.setattr(kernels, "native", lambda: native)
    with pytest.raises(ValueError, match="no plane"):
        blend_over(FramePyramid(image), np.zeros((20, 32), np.uint8), EdgeOptions(True), image, image)
