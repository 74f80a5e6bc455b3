"""A drawn person before a drawn background, in I420, with the true alpha."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import U8
from engine.media.colour_formats import downsample_plane, to_i420

# Colours are BGR.
_SKIN, _HAIR, _SHIRT, _LIPS, _EYES = (140, 170, 215), (40, 52, 70), (120, 84, 62), (105, 105, 190), (60, 50, 50)
_WALL, _SHELF, _LAMP = (165, 185, 190), (70, 100, 135), (190, 230, 250)

_STRANDS = 160


@dataclass(frozen=True, slots=True)
class Layer:
    """One rigid part of the person.

    Attributes:
        planes: Y [h, w], U and V [h/2, w/2], uint8; coloured beyond the shape's edge.
        alpha: uint8 [h, w]; the shape.
        pivot: (x, y) in pixels, the point of the layer that `place` puts somewhere.
    """

    planes: tuple[U8, ...]
    alpha: U8
    pivot: tuple[float, float]

    def place(self, size: tuple[int, int], at: tuple[float, float], degrees: float) -> Placed:
        """Rotates the layer about its pivot and moves that to a point of a picture.

        Args:
            size: (width, height) of the picture.
            at: (x, y) of the pivot, in pixels.
            degrees: Counter-clockwise.
        """
        to_picture = np.asarray(cv2.getRotationMatrix2D(self.pivot, degrees, 1.0), np.float64)
        to_picture[:, 2] += np.subtract(at, self.pivot)
        height, width = self.alpha.shape
        corners = np.array([[0, 0, 1], [width, 0, 1], [0, height, 1], [width, height, 1]]) @ to_picture.T
        left, top = (max(0, math.floor(low)) & ~1 for low in corners.min(axis=0))
        right, bottom = (
            min(full, math.ceil(high) + 1) & ~1 for full, high in zip(size, corners.max(axis=0), strict=True)
        )
        to_picture[:, 2] -= (left, top)
        box = (max(0, right - left), max(0, bottom - top))
        half = (box[0] // 2, box[1] // 2)
        to_half = to_picture.copy()
        to_half[:, 2] /= 2
        alpha = _warp(self.alpha, to_picture, box, cv2.BORDER_CONSTANT)
        planes = (
            _warp(self.planes[0], to_picture, box, cv2.BORDER_REPLICATE),
            *(_warp(plane, to_half, half, cv2.BORDER_REPLICATE) for plane in self.planes[1:]),
        )
        return Placed(planes, alpha, (left, top))


@dataclass(frozen=True, slots=True)
class Placed:
    """A layer where it stands in a picture; `corner` is the (left, top) of its box, even."""

    planes: tuple[U8, ...]
    alpha: U8
    corner: tuple[int, int]

    def paint(self, planes: tuple[U8, ...], alpha: U8) -> None:
        """Paints it over a picture's planes, and over the alpha of what was painted before, all uint8 [h, w]."""
        left, top = self.corner
        height, width = self.alpha.shape
        if not height or not width:
            return
        half = downsample_plane(self.alpha, (width // 2, height // 2))
        _over(planes[0][top : top + height, left : left + width], self.planes[0], self.alpha)
        for under, over in zip(planes[1:], self.planes[1:], strict=True):
            _over(under[top // 2 : (top + height) // 2, left // 2 : (left + width) // 2], over, half)
        solid = np.full((height, width), 255, np.uint8)
        _over(alpha[top : top + height, left : left + width], solid, self.alpha)


def _warp(plane: U8, matrix: NDArray[np.float64], size: tuple[int, int], border: int) -> U8:
    if 0 in size:
        return np.empty(size[::-1], np.uint8)
    return cv2.warpAffine(plane, matrix, size, flags=cv2.INTER_LINEAR, borderMode=border)  # type: ignore[return-value]


def _over(under: U8, over: U8, alpha: U8) -> None:
    """Blends into `under` by alpha, 255 = over, in place; where alpha is 0 nothing changes at all."""
    seen = cv2.multiply(over, alpha, scale=1 / 255)
    left = cv2.multiply(under, cv2.bitwise_not(alpha), scale=1 / 255)
    cv2.add(seen, left, dst=under)


def _layer(bgr: U8, alpha: U8, pivot: tuple[float, float]) -> Layer:
    return Layer(to_i420(bgr).planes, cv2.GaussianBlur(alpha, (3, 3), 0).astype(np.uint8, copy=False), pivot)


def _canvas(width: float, height: float, bgr: tuple[int, int, int]) -> tuple[U8, U8]:
    """A picture of one colour and an empty alpha, with even sides."""
    rows, columns = (math.ceil(side / 2) * 2 for side in (height, width))
    return np.full((rows, columns, 3), bgr, np.uint8), np.zeros((rows, columns), np.uint8)


def draw_head(unit: float, random: np.random.Generator) -> Layer:
    """A head with loose hair; `unit` is its width in pixels, its pivot the base of the neck."""
    bgr, alpha = _canvas(1.6 * unit, 1.9 * unit, _HAIR)
    centre = (alpha.shape[1] // 2, round(0.85 * unit))
    neck_px = round(0.8 * unit)

    def ellipse(picture: U8, dx: float, dy: float, rx: float, ry: float, colour: tuple[int, ...] | int) -> None:
        at = (centre[0] + round(dx * unit), centre[1] + round(dy * unit))
        filled = colour if isinstance(colour, tuple) else (colour,)
        cv2.ellipse(picture, at, (round(rx * unit), round(ry * unit)), 0, 0, 360, filled, -1, cv2.LINE_AA)

    for picture, half_width, colour in ((alpha, 0.2, (255,)), (bgr, 0.24, _SKIN)):
        corners = [
            (centre[0] + round(side * half_width * unit), centre[1] + low) for side, low in ((-1, 0), (1, neck_px))
        ]
        cv2.rectangle(picture, corners[0], corners[1], colour, -1)
    ellipse(alpha, 0, -0.08, 0.54, 0.66, 255)
    for angle, length in zip(random.uniform(-3.4, 0.26, _STRANDS), random.uniform(0.03, 0.16, _STRANDS), strict=True):
        root = np.array([0.5 * math.cos(angle), -0.08 + 0.62 * math.sin(angle)])
        tip = root * (1 + length) + random.normal(0, 0.02, 2)
        ends = [tuple(np.round(np.add(centre, point * unit)).astype(int).tolist()) for point in (root, tip)]
        cv2.line(alpha, ends[0], ends[1], (int(random.integers(120, 255)),), 1, cv2.LINE_AA)
    ellipse(bgr, 0, 0.06, 0.43, 0.56, _SKIN)
    ellipse(bgr, 0, -0.42, 0.44, 0.2, _HAIR)
    for side in (-1, 1):
        ellipse(bgr, 0.17 * side, 0.0, 0.07, 0.035, (235, 235, 235))
        ellipse(bgr, 0.17 * side, 0.0, 0.035, 0.035, _EYES)
        ellipse(bgr, 0.17 * side, -0.1, 0.09, 0.02, _HAIR)
    ellipse(bgr, 0, 0.16, 0.05, 0.08, tuple(round(0.92 * value) for value in _SKIN))
    ellipse(bgr, 0, 0.34, 0.13, 0.035, _LIPS)
    return _layer(bgr, alpha, (centre[0], centre[1] + 0.75 * unit))


def draw_shoulders(unit: float, random: np.random.Generator) -> Layer:
    """Shoulders and chest of a striped shirt; `unit` is the head's width, the pivot the base of the neck."""
    bgr, alpha = _canvas(3.4 * unit, 3.2 * unit, _SHIRT)
    height, width = alpha.shape
    stripes = 10 * np.sin(np.arange(width) * 12 / unit) + random.normal(0, 3, (height, width))
    bgr = np.clip(bgr + stripes[..., None], 0, 255).astype(np.uint8)
    neck = (width // 2, round(0.3 * unit))
    outline = [(-0.25, -0.2), (-0.4, 0.15), (-1.25, 0.5), (-1.6, 1.2), (-1.65, 4), (1.65, 4), (1.6, 1.2), (1.25, 0.5),
               (0.4, 0.15), (0.25, -0.2)]  # fmt: skip
    cv2.fillPoly(alpha, [np.round(np.add(neck, np.multiply(outline, unit))).astype(np.int32)], (255,), cv2.LINE_AA)
    cv2.ellipse(bgr, (neck[0], neck[1]), (round(0.34 * unit), round(0.3 * unit)), 0, 0, 360, _SKIN, -1, cv2.LINE_AA)
    return _layer(bgr, alpha, neck)


def draw_background(size: tuple[int, int], random: np.random.Generator) -> tuple[U8, ...]:
    """A wall with a lamp's light, shelves full of books and some grain, as planes Y, U and V: uint8 [h, w]."""
    width, height = size
    background = np.full((height, width, 3), _WALL, np.float32)
    background += np.linspace(18, -30, height, dtype=np.float32)[:, None, None]
    for row in np.linspace(0.12, 0.72, 4):
        x, top = 0.04, round(row * height)
        while x < 0.96:
            book = random.uniform(0.012, 0.03)
            tall = round(random.uniform(0.07, 0.12) * height)
            colour = random.uniform(30, 210, 3)
            background[max(0, top - tall) : top, round(x * width) : round((x + book) * width)] = colour
            x += book + (random.uniform(0.02, 0.12) if random.random() < 0.2 else 0)
        background[top : top + max(2, height // 60)] = _SHELF
    cv2.circle(background, (round(0.88 * width), round(0.3 * height)), height // 10, _LAMP, -1, cv2.LINE_AA)
    background += random.normal(0, 3, (height, width, 1)).astype(np.float32)
    return to_i420(np.clip(background, 0, 255).astype(np.uint8)).planes
