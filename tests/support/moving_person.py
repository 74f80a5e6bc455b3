"""A person who sways, jumps, turns or walks by before a marked background, with the truth about every pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, Image

SIZE = (640, 360)
BACKGROUND_U, BACKGROUND_V = 54, 34
"""The background's mark is in its colour alone: in luma it may be as light as the person."""
_PERSON_YUV = (100, 120, 150)
_STEP = 0.35
"""Radians a frame of what goes to and fro."""
MOTIONS = ("sway", "jump", "turn", "walk")


@dataclass(frozen=True)
class Scene:
    """A person's motion and a background.

    Attributes:
        motion: One of `MOTIONS`.
        speed: The most pixels of a 1280x720 frame that they move from one frame to the next.
        background_luma: How light the background is; the person has 100.
        texture: Standard deviation of the luma of background and person.
    """

    motion: str
    speed: int
    background_luma: int
    texture: float

    def frame(self, index: int) -> tuple[Image, F32]:
        """An I420 picture, and its true alpha, float32 [H, W]."""
        width, height = SIZE
        alpha, x, y = self._person(index)
        image = Image.from_i420(np.empty((height * 3 // 2, width), np.uint8))
        background, skin = _texture(1) * self.texture, _texture(2) * self.texture
        shift = np.array([[1, 0, x - 80], [0, 1, y - 80]], np.float32)
        skin = cv2.warpAffine(skin, shift, SIZE, borderMode=cv2.BORDER_REFLECT)
        luma = (1 - alpha) * (self.background_luma + background[80:-80, 80:-80]) + alpha * (_PERSON_YUV[0] + skin)
        image.planes[0][:] = np.clip(luma + 0.5, 16, 235)
        half = cv2.resize(alpha, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        for plane, mark, own in zip(image.planes[1:], (BACKGROUND_U, BACKGROUND_V), _PERSON_YUV[1:], strict=True):
            plane[:] = (1 - half) * mark + half * own + 0.5
        return image, alpha

    def _person(self, index: int) -> tuple[F32, float, float]:
        """Head and shoulders, float32 [H, W], and how far they are from the middle."""
        width, height = SIZE
        speed = self.speed * height / 720
        swing = np.sin(_STEP * index)
        x = {"sway": speed / _STEP * swing, "turn": speed / _STEP * swing / 2, "walk": speed * (index % 16 - 8)}
        left, top = int(x.get(self.motion, 0)), -int(abs(speed / _STEP * swing)) if self.motion == "jump" else 0
        squeeze = 1 + 0.4 * swing * min(1, self.speed / 40) if self.motion == "turn" else 1
        mask = np.zeros((height, width), np.uint8)
        middle = width // 2 + left
        for centre, axes in (
            ((middle, height * 4 // 10), (width // 10, height // 5)),
            ((middle, height), (width // 4, height * 2 // 5)),
        ):
            wide = max(10, int(axes[0] * squeeze))
            cv2.ellipse(mask, (centre[0], centre[1] + top), (wide, axes[1]), 0, 0, 360, 255, -1, cv2.LINE_AA)
        if top:  # who jumps has legs
            cv2.rectangle(mask, (middle - width // 4, height + top), (middle + width // 4, height), 255, -1)
        return mask.astype(np.float32) / 255, left, top


def background_pixels(image: Image) -> int:
    """How many chroma samples of a picture show the background, whole or nearly so."""
    near = [
        np.abs(plane.astype(np.int16) - mark) <= 24
        for plane, mark in zip(image.planes[1:], (BACKGROUND_U, BACKGROUND_V), strict=True)
    ]
    return int(np.count_nonzero(near[0] & near[1]))


def _texture(seed: int) -> F32:
    coarse = np.random.default_rng(seed).normal(0, 1, (65, 100)).astype(np.float32)
    return cv2.resize(coarse, (SIZE[0] + 160, SIZE[1] + 160), interpolation=cv2.INTER_CUBIC)
