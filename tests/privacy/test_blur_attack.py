"""The blurred background under attack: many noisy frames are averaged, the known blur is inverted, and text is read."""

from __future__ import annotations

import shutil
import string
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.compositor.background.blur import blur_background, sample_grid
from engine.core.frame import Image
from engine.media.colour_formats import to_i420
from tests.conftest import shared

SIZE = (1280, 720)
FRAMES = 12
NOISE = 3.0
STRENGTHS = (0, 60)
TWELFTH_PX = 59
"""Height of a capital letter just below a twelfth of the picture's."""
REGULARISATIONS = (1e-1, 1e-2, 1e-3, 1e-4, 1e-5)
"""Ratios of noise to signal that the attacker tries."""
MOST_LETTERS = 70
LETTERS = string.ascii_uppercase


def glyph(letter: str, height_px: int) -> np.ndarray:
    """A dark letter on white with a margin of 4 px."""
    font, stroke_px = cv2.FONT_HERSHEY_DUPLEX, max(2, height_px // 9)
    scale = cv2.getFontScaleFromHeight(font, height_px, 3)
    (width, height), _ = cv2.getTextSize(letter, font, scale, 3)
    picture = np.full((height + 8, width + 8), 235, np.uint8)
    cv2.putText(picture, letter, (4, height + 2), font, scale, 20, stroke_px, cv2.LINE_AA)
    return picture


def page(height_px: int) -> tuple[np.ndarray, list[tuple[str, int, int]]]:
    """A wall full of random letters, uint8 [H, W], and where each is."""
    random = np.random.default_rng(1)
    wall = np.full(SIZE[::-1], 235, np.uint8)
    letters: list[object] = []
    y = 20
    while y + height_px + 20 < SIZE[1] and len(letters) < MOST_LETTERS:
        x = 20
        while x + 1.2 * height_px < SIZE[0] - 20:
            letter = str(random.choice(list(LETTERS)))
            picture = glyph(letter, height_px)
            at = np.s_[y : y + picture.shape[0], x : x + picture.shape[1]]
            wall[at] = np.minimum(wall[at], picture)
            letters.append((letter, x, y))
            x += picture.shape[1] + height_px // 6 + int(random.integers(0, 9))
        y += int(height_px * 1.5) + int(random.integers(0, 9))
    return wall, letters


def averaged(wall: np.ndarray, strength: int, frames: int = FRAMES) -> np.ndarray:
    """What an attacker has of a wall: the mean luma of many blurred frames, each with sensor noise of its own."""
    random = np.random.default_rng(2)
    alpha, total = np.zeros(wall.shape, np.uint8), np.zeros(wall.shape, np.float64)
    for _ in range(frames):
        noisy = np.clip(wall + random.normal(0, NOISE, wall.shape), 0, 255).astype(np.uint8)
        image = to_i420(cv2.merge([noisy] * 3))
        out = Image.empty(image)
        blur_background(image, alpha, strength, out)
        total += out.planes[0]
    return (total / frames).astype(np.float32)


def deconvolved(blurred: np.ndarray, strength: int, regularisation: float) -> np.ndarray:
    """The Wiener filter for the blur's own kernel, stretched to the whole range, uint8 [H, W]."""
    height, width = blurred.shape
    sigma_px = width / sample_grid((width, height), strength)[0]
    kernel = cv2.getGaussianKernel(height, sigma_px) @ cv2.getGaussianKernel(width, sigma_px).T
    response = np.fft.rfft2(np.fft.ifftshift(kernel))
    spectrum = np.fft.rfft2(blurred - blurred.mean())
    sharp = np.fft.irfft2(spectrum * response.conj() / (np.abs(response) ** 2 + regularisation), s=blurred.shape)
    low, high = np.percentile(sharp, (1, 99))
    return (np.clip((sharp - low) / (high - low + 1e-9), 0, 1) * 255).astype(np.uint8)


def read_rate(picture: np.ndarray, letters: list[tuple[str, int, int]], height_px: int) -> float:
    """The share of letters that a reader gets right who knows the font and where each letter is."""
    known = {letter: glyph(letter, height_px) for letter in LETTERS}
    right = 0
    for letter, x, y in letters:
        scores = {}
        for name, template in known.items():
            rows, columns = template.shape
            window = picture[max(0, y - 6) : y + rows + 6, max(0, x - 6) : x + columns + 6]
            if window.shape[1] >= columns:
                scores[name] = float(cv2.matchTemplate(window, template, cv2.TM_CCOEFF_NORMED).max())
        right += max(scores, key=scores.__getitem__) == letter
    return right / len(letters)


def attempts(wall: np.ndarray, strength: int) -> list[np.ndarray]:
    """What the attacker looks at: the average as it is, and deconvolved in every way."""
    mean = averaged(wall, strength)
    return [mean.astype(np.uint8), *(deconvolved(mean, strength, ratio) for ratio in REGULARISATIONS)]


@pytest.mark.parametrize("strength", STRENGTHS)
@pytest.mark.parametrize("height_px", [24, TWELFTH_PX])
def test_text_under_a_twelfth_of_the_height_cannot_be_read(height_px, strength):
    wall, letters = page(height_px)
    assert read_rate(wall, letters, height_px) == 1.0
    rates = [read_rate(picture, letters, height_px) for picture in attempts(wall, strength)]
    print(f"read {', '.join(f'{rate:.2f}' for rate in rates)}")
    assert max(rates) < 0.33, "a stroke or two of each letter at most; guessing by its width alone reads 0.2"


def test_the_attack_reads_what_a_plain_blur_leaves():
    """So that the test above means something: a Gaussian blur of 0.024 of the height, as strength 40 once was."""
    wall, letters = page(TWELFTH_PX)
    blurred = cv2.GaussianBlur(wall, (0, 0), 0.0243 * SIZE[1]).astype(np.float32)
    sigma_px = 0.0243 * SIZE[1]
    kernel = cv2.getGaussianKernel(SIZE[1], sigma_px) @ cv2.getGaussianKernel(SIZE[0], sigma_px).T
    response = np.fft.rfft2(np.fft.ifftshift(kernel))
    spectrum = np.fft.rfft2(blurred - blurred.mean())
    sharp = np.fft.irfft2(spectrum * response.conj() / (np.abs(response) ** 2 + 1e-6), s=blurred.shape)
    low, high = np.percentile(sharp, (1, 99))
    picture = (np.clip((sharp - low) / (high - low), 0, 1) * 255).astype(np.uint8)
    assert read_rate(picture, letters, TWELFTH_PX) > 0.6


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_text_recogniser_reads_nothing(strength, tmp_path: Path):
    program = shutil.which("tesseract")
    if not program:
        pytest.skip("needs tesseract, which is not installed")
    wall, letters = page(TWELFTH_PX)
    for number, picture in enumerate(attempts(wall, strength)):
        path = tmp_path / f"{number}.png"
        cv2.imwrite(str(path), picture)
        read = subprocess.run([program, str(path), "-"], capture_output=True, text=True, check=True).stdout
        assert sum(read.count(letter) for letter in LETTERS) < len(letters) / 10


def faces_in(picture: np.ndarray) -> list[tuple[float, float]]:
    """The middles of the faces of 60 to 140 px that a detector finds."""
    detector = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    found = detector.detectMultiScale(picture, 1.05, 3, minSize=(60, 60), maxSize=(140, 140))
    return [(x + width / 2, y + height / 2) for x, y, width, height in found]


@pytest.mark.parametrize("strength", STRENGTHS)
def test_a_face_of_90_px_is_not_found(strength):
    """What no detector finds as a face can't be matched either; what it finds elsewhere is ringing."""
    portrait = cv2.imread(str(shared("media/images/portrait_heng.jpg")), cv2.IMREAD_GRAYSCALE)
    scale = 90 / 387  # the face is 387 px wide
    small = cv2.resize(portrait, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    height, width = small.shape
    wall = np.full(SIZE[::-1], 180, np.uint8)
    for x in range(40, SIZE[0] - width, width + 40):
        for y in range(40, SIZE[1] - height, height + 40):
            wall[y : y + height, x : x + width] = small
    faces = faces_in(wall)
    assert len(faces) >= 9
    for picture in attempts(wall, strength):
        for x, y in faces_in(picture):
            assert min(np.hypot(x - at_x, y - at_y) for at_x, at_y in faces) > 45
