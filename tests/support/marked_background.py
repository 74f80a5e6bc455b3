"""A person before a background whose every pixel has a mark, so that one that leaks is found wherever it ends up."""

from __future__ import annotations

import threading

import cv2
import numpy as np

from engine.core.clock import now_ns
from engine.core.errors import CameraError
from engine.core.frame import F32, U8, Frame, Image, PixelFormat
from engine.matte.methods.plate.plate import Plate
from engine.privacy import OutputFrame
from engine.sources.base import SourceInfo

MARK_YUV = (145, 54, 34)
"""A green that no background, person or fallback frame of ours has."""
PERSON_YUV = (90, 120, 150)


def person(seq: int, size: tuple[int, int], middle: float = 0.5) -> U8:
    """uint8 [H, W], 255 where the person of a frame is: a head and shoulders that sway about a part of the width."""
    width, height = size
    mask = np.zeros((height, width), np.uint8)
    x = int(width * (middle + 0.12 * np.sin(seq / 6)))
    cv2.ellipse(mask, (x, height * 4 // 10), (width // 10, height // 5), 0, 0, 360, 255, -1)
    cv2.ellipse(mask, (x, height), (width // 4, height * 2 // 5), 0, 0, 360, 255, -1)
    return mask


def marked_frame(
    seq: int, size: tuple[int, int], middle: float = 0.5, person_yuv: tuple[int, int, int] = PERSON_YUV
) -> Image:
    """An I420 picture of the person before the marked background."""
    mask = person(seq, size, middle)
    image = Image.from_i420(np.empty((size[1] * 3 // 2, size[0]), np.uint8))
    for plane, mark, skin in zip(image.planes, MARK_YUV, person_yuv, strict=True):
        small = cv2.resize(mask, plane.shape[::-1], interpolation=cv2.INTER_NEAREST)
        plane[:] = np.where(small > 0, skin, mark)
    return image


def marked_plate(mark_yuv: tuple[int, int, int] = MARK_YUV, size: tuple[int, int] = (640, 360)) -> Plate:
    """The marked background alone, or another one, as a clean plate."""
    image = Image.from_i420(np.empty((size[1] * 3 // 2, size[0]), np.uint8))
    for plane, mark in zip(image.planes, mark_yuv, strict=True):
        plane[:] = mark
    return Plate(image, np.ones((size[1] // 2, size[0] // 2, 2), np.float32))


def true_mask(small_bgr: U8) -> F32:
    """What an ideal network says of a downsampled marked frame: everything that is not green."""
    blue, green, red = (small_bgr[..., i].astype(np.float32) for i in range(3))
    return np.clip((np.maximum(blue, red) + 60 - green) / 40, 0, 1).astype(np.float32)


def marked_pixels(image: Image) -> int:
    """How many pixels of a picture show the background, whole or nearly so."""
    if image.format is not PixelFormat.I420:
        raise ValueError("only I420 pictures are looked at")
    luma, blue, red = image.planes
    luma = cv2.resize(luma, blue.shape[::-1], interpolation=cv2.INTER_AREA)
    near = np.ones(blue.shape, bool)
    for plane, mark in zip((luma, blue, red), MARK_YUV, strict=True):
        near &= np.abs(plane.astype(np.int16) - mark) <= 24
    return int(np.count_nonzero(near))


class MarkedSource:
    """A live camera on the marked background, at 60 frames a second; `fault` is called before each frame."""

    def __init__(self, size: tuple[int, int] = (640, 360), fault=lambda: None, picture=marked_frame) -> None:
        self.size = size
        self._picture = picture
        self._fault = fault
        self._seq = 0
        self._interrupted = threading.Event()

    def open(self) -> SourceInfo:
        self._interrupted.clear()
        return SourceInfo("marked background", self.size, 60.0, True)

    def read(self) -> Frame | None:
        if self._interrupted.wait(1 / 60):
            raise CameraError("interrupted")
        self._fault()
        captured_ns = now_ns()
        self._seq += 1
        return Frame(self._seq, captured_ns, captured_ns, self._picture(self._seq, self.size))

    def interrupt(self) -> None:
        self._interrupted.set()

    def close(self) -> None:
        pass


class MarkedBackgroundReader:
    """An output that looks for the background in everything that reaches it."""

    pixel_format = PixelFormat.I420
    supports_alpha = False
    name = "reader"

    def __init__(self) -> None:
        self.pictures = 0
        self.with_person = 0
        self.leaks: list[int] = []

    def open(self, size: tuple[int, int], fps: float) -> None:
        pass

    def send(self, frame: OutputFrame) -> None:
        image = frame.image
        self.pictures += 1
        if leaked := marked_pixels(image):
            self.leaks.append(leaked)
        middle = tuple(int(p[p.shape[0] * 3 // 4, p.shape[1] // 2]) for p in image.planes)
        self.with_person += all(abs(a - b) <= 12 for a, b in zip(middle, PERSON_YUV, strict=True))

    def close(self) -> None:
        pass

    def abort(self) -> None:
        pass
