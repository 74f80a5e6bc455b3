"""The clean plate itself, and pictures at the sizes at which they are compared with it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

from engine.core.frame import F32, U8, FramePyramid, Image, PixelFormat
from engine.matte.refine.features import working_size
from engine.media.colour_formats import downsample_from, to_i420

Planes = tuple[U8, U8, U8]
"""Y, U and V of one size, uint8 [h, w] each."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """A picture at the sizes at which it is compared.

    Attributes:
        luma: uint8 [2h, 2w], the working size.
        small: Planes [h, w], half of it.
        tiny: uint8 [h / 2, w / 2, 3], YUV.
    """

    luma: U8
    small: Planes
    tiny: U8


def scaled(picture: FramePyramid) -> Scaled:
    """A picture at the working size and below."""
    if picture.image.format is PixelFormat.BGR:
        picture = FramePyramid(to_i420(picture.image.planes[0]))
    width, height = working_size(picture.image.size)
    half = width // 2, height // 2
    luma = downsample_from(picture, 0, (width, height))
    return of_planes(luma, downsample_from(picture, 1, half), downsample_from(picture, 2, half))


def of_planes(luma: U8, blue: U8, red: U8) -> Scaled:
    """Planes of the working size, chroma of half of it, with the smaller ones.

    Args:
        luma: uint8 [2h, 2w].
        blue: U, uint8 [h, w].
        red: V, likewise.
    """
    small = halved(luma), blue, red
    return Scaled(luma, small, np.asarray(cv2.merge([halved(plane) for plane in small]), np.uint8))


def halved(plane: U8) -> U8:
    """uint8 [h, w] or [h, w, c] at half its size, by area."""
    size = plane.shape[1] // 2, plane.shape[0] // 2
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)


def smoothed(planes: Planes) -> Planes:
    """Planes of any size, mean over 3x3 pixels."""
    luma, blue, red = (np.asarray(cv2.blur(plane, (3, 3)), np.uint8) for plane in planes)
    return luma, blue, red


@cache
def square(reach_px: int) -> U8:
    """The pixels around one, for morphology: uint8 [k, k], read-only."""
    pixels = np.ones((2 * reach_px + 1, 2 * reach_px + 1), np.uint8)
    pixels.flags.writeable = False
    return pixels


def where_above(plane: cv2.typing.MatLike, value: float) -> U8:
    """255 where uint8 [h, w] is above a value, else 0."""
    return np.asarray(cv2.threshold(plane, value, 255, cv2.THRESH_BINARY)[1], np.uint8)


def lowered(plane: cv2.typing.MatLike, levels: int) -> U8:
    """uint8 [h, w] less some levels, 0 at least."""
    return np.asarray(cv2.subtract(plane, levels), np.uint8)  # type: ignore[call-overload]


def distance_from(plane: cv2.typing.MatLike, level: int) -> U8:
    """Distance of uint8 [h, w] from a level."""
    return np.asarray(cv2.absdiff(plane, level), np.uint8)  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Plate:
    """The background without a person.

    Attributes:
        image: At the frame's size, I420.
        noise: Standard deviation of luma and chroma (the larger one) from frame to frame, at half the working size:
            float32 [h, w, 2].
    """

    image: Image
    noise: F32

    def __post_init__(self) -> None:
        width, height = working_size(self.image.size)
        if self.image.format is not PixelFormat.I420 or self.noise.shape != (height // 2, width // 2, 2):
            raise ValueError(f"noise of {self.noise.shape} and a picture of {self.image.size} are no plate")
