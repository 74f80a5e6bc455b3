"""Transparent pictures and videos: who drops the alpha sees nothing of the background."""

from __future__ import annotations

from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from engine.compositor import Compositor
from engine.core.frame import Frame, FramePyramid, Image, Mask, PixelFormat
from engine.core.settings import Background, Settings
from engine.media.colour_formats import to_bgr, to_i420
from engine.pipeline.specifications import file_output
from engine.privacy import gate

SIZE = (640, 352)
PERSON_BGR = np.array([60.0, 150, 90])
BACKGROUND_BGR = np.array([230.0, 20, 240])
"""A magenta that the person has nothing of: green less than blue and red."""
MAGENTA = 45
"""Green less than blue and red by so much is the background, whole or mixed by a quarter."""


def alpha_of() -> np.ndarray:
    """uint8 [H, W]: head and shoulders with an edge of 12 px, and a faint smear on the wall."""
    mask = np.zeros(SIZE[::-1], np.uint8)
    cv2.ellipse(mask, (320, 140), (64, 72), 0, 0, 360, 255, -1)
    cv2.ellipse(mask, (320, 352), (160, 140), 0, 0, 360, 255, -1)
    alpha = cv2.GaussianBlur(mask, (0, 0), 3)
    alpha[40:60, 40:90] = 50
    return alpha


def scene(alpha: np.ndarray) -> np.ndarray:
    """uint8 [H, W, 3] BGR: the person over the background as a camera sees them, with texture in both."""
    random = np.random.default_rng(1)
    noise = cv2.GaussianBlur(random.normal(0, 40, (*SIZE[::-1], 1)).astype(np.float32), (0, 0), 2)[..., None]
    weight = alpha[..., None] / 255.0
    return np.clip(weight * PERSON_BGR + (1 - weight) * BACKGROUND_BGR + noise, 0, 255).astype(np.uint8)


def magenta(bgr: np.ndarray) -> np.ndarray:
    blue, green, red = (bgr[..., channel].astype(int) for channel in range(3))
    return np.minimum(blue, red) - green


def composed(pixel_format: PixelFormat, refine: bool) -> Image:
    alpha = alpha_of()
    bgr = scene(alpha)
    image = to_i420(bgr) if pixel_format is PixelFormat.I420 else Image.from_bgr(bgr)
    compositor = Compositor(wait=True)
    settings = Settings(background=Background.parse("transparent"), refine=refine)
    out = compositor.compose(FramePyramid(image), alpha, settings, 0)
    compositor.close()
    return out


@pytest.mark.parametrize("refine", [True, False], ids=["refine", "no refine"])
@pytest.mark.parametrize("pixel_format", list(PixelFormat))
def test_under_the_alpha_is_the_person_s_colour_or_zero(pixel_format, refine):
    out = composed(pixel_format, refine)
    assert out.alpha is not None
    assert magenta(scene(alpha_of()))[out.alpha == 0].max() > 150, "the camera's picture has the mark"
    bgr = to_bgr(out)
    assert magenta(bgr).max() < MAGENTA
    near = cv2.dilate(out.alpha, np.ones((19, 19), np.uint8)) > 0
    beyond = bgr[~near]
    assert np.abs(beyond.astype(int)).max() <= (0 if pixel_format is PixelFormat.BGR else 2)
    padded = (cv2.dilate(out.alpha, np.ones((9, 9), np.uint8)) > 0) & (out.alpha == 0)
    assert np.abs(bgr[padded].mean(axis=0) - PERSON_BGR).max() < 25


def test_faint_islands_far_from_the_person_are_gone():
    out = composed(PixelFormat.BGR, refine=True)
    assert out.alpha is not None
    assert not out.alpha[40:60, 40:90].any()
    edge = alpha_of()[100:340, 150:500]
    assert np.array_equal(out.alpha[100:340, 150:500], edge)


def decoded(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """(BGR [H, W, 3], alpha [H, W]) of a file's first picture."""
    if path.suffix in (".png", ".webp"):
        bgra = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        return bgra[..., :3], bgra[..., 3]
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        if path.suffix == ".webm":
            decoder = av.Codec("libvpx-vp9", "r").create()
            frames = [frame for packet in container.demux(stream) for frame in decoder.decode(packet)]
        else:
            frames = list(container.decode(stream))
    rgba = frames[-1].to_ndarray(format="rgba")
    return rgba[..., 2::-1], rgba[..., 3]


@pytest.mark.parametrize("refine", [True, False], ids=["refine", "no refine"])
@pytest.mark.parametrize("suffix", [".png", ".webp", ".webm", ".mov"])
def test_no_format_shows_the_background_without_the_alpha(tmp_path, suffix, refine):
    output = file_output(tmp_path / f"out{suffix}")
    image = composed(output.pixel_format, refine)
    frame = Frame(1, 1, 1, image)
    mask = Mask(1, np.zeros((9, 16), np.float32), np.zeros((9, 16), np.uint8), 1)
    settings = Settings(background=Background.parse("transparent"))
    output.open(SIZE, 25)
    for _ in range(1 if suffix in (".png", ".webp") else 8):
        output.send(gate(frame, mask, image, settings, image))
    output.close()
    bgr, alpha = decoded(tmp_path / f"out{suffix}")
    assert alpha.max() > 250
    assert (alpha == 0).mean() > 0.3
    print(f"worst {magenta(bgr).max()}, under alpha 0 {magenta(bgr)[alpha == 0].max()}")
    assert magenta(bgr).max() < MAGENTA + 10, "what the encoder adds"
    near = cv2.dilate(alpha, np.ones((41, 41), np.uint8)) > 0
    assert bgr[~near].max() <= 4, "an encoder may fill what is transparent"
