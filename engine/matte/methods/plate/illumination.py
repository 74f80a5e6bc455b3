"""The light on the background near the person, whose shadow falls on it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.matte.methods.plate.fit import FittedPlate
from engine.matte.methods.plate.plate import Scaled, distance_from, halved, lowered, smoothed, square


@dataclass(frozen=True, slots=True)
class LightParameters:
    """What is a shadow. Chosen on clips of training persons with soft shadows of 0.2 to 0.45 of the light.

    Attributes:
        min_gain: Darkest shadow, as a share of the plate's light.
        max_gain: Brightest reflection.
        step: Change of that share from one pixel of half the working size to the next, in hundredths: a soft shadow has
            less, the outline of a thing that is held has more.
        chroma: Levels that chroma may differ by, beyond what less light takes from it: a shadow has no colour.
        black: Levels that are black: shares are taken of what is above, so that noise in the dark is none.
        seed_px: Distance of the points from which regions of one light are filled.
        windows: Sides of the windows, in pixels of a quarter of the working size, over which light is averaged: from
            far to near.
        prior: Weight of the farther window beside the nearer one.
    """

    min_gain: float = 0.45
    max_gain: float = 1.12
    step: int = 2
    chroma: int = 4
    black: int = 12
    seed_px: int = 16
    windows: tuple[int, ...] = (21, 9, 3)
    prior: float = 0.05


PARAMETERS = LightParameters()


@dataclass(frozen=True, slots=True)
class Light:
    """Where the background is seen in another light.

    Attributes:
        gain: What the plate is to be multiplied with, uint8 [h / 2, w / 2], 128 = as it is, at a quarter of the
            working size.
        background: uint8 [h, w], 255 where the picture is the plate in that light, at half the working size.
    """

    gain: U8
    background: U8


def local_light(frame: Scaled, fitted: FittedPlate, same: U8, person: U8) -> Light:
    """Follows the light from where the plate is seen as it is into shadows, whose edges are soft.

    Args:
        frame: The frame.
        fitted: The plate fitted to it.
        same: uint8 [h, w], 255 where the frame is as the plate has it.
        person: uint8 [h, w], 255 where no background is looked for.
    """
    black = PARAMETERS.black
    luma, *chroma = smoothed(frame.small)
    own, *own_chroma = fitted.smooth
    share = cv2.divide(lowered(luma, black), lowered(own, black), scale=100)
    like = cv2.inRange(share, PARAMETERS.min_gain * 100, PARAMETERS.max_gain * 100)
    taken = distance_from(share, 100)
    for plane, plate_plane in zip(chroma, own_chroma, strict=True):
        less = cv2.multiply(distance_from(plate_plane, 128), taken, scale=1 / 100)
        error = cv2.subtract(cv2.absdiff(plane, plate_plane), less)
        like = cv2.bitwise_and(like, cv2.threshold(error, PARAMETERS.chroma, 255, cv2.THRESH_BINARY_INV)[1])
    like = cv2.subtract(like, person)
    background = _filled(cv2.bitwise_and(share, like), cv2.bitwise_and(same, like))
    return Light(_averaged(frame.tiny, fitted.scaled.tiny, halved(background)), background)


def _filled(share: cv2.typing.MatLike, seeds: cv2.typing.MatLike) -> U8:
    """Regions of a share that changes slowly, around seeds: uint8 [h, w], 255 there. Zeros are never entered."""
    height, width = share.shape
    reached = np.zeros((height + 2, width + 2), np.uint8)
    inner = reached[1:-1, 1:-1]
    every, step = PARAMETERS.seed_px, PARAMETERS.step
    rows, columns = np.nonzero(cv2.erode(seeds, square(1))[every // 2 :: every, every // 2 :: every])
    for y, x in zip((rows * every + every // 2).tolist(), (columns * every + every // 2).tolist(), strict=True):
        if not inner[y, x]:
            flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
            cv2.floodFill(share, reached, (x, y), 0, step, step, flags)
    return np.asarray(cv2.bitwise_and(inner, cv2.threshold(share, 0, 255, cv2.THRESH_BINARY)[1]), np.uint8)


def _averaged(tiny: U8, plate: U8, background: U8) -> U8:
    """The light, 128 = as the plate has it, continued where no background is seen: uint8 [h, w]."""
    weight = background.astype(np.float32)
    here, there = (_above_black(plane) for plane in (tiny, plate))
    weighted, plate_weighted = here * weight, there * weight
    gain: F32 = np.ones_like(there)
    for side in PARAMETERS.windows:
        window = side, side
        prior = cv2.blur(there, window) * np.float32(PARAMETERS.prior * 255)
        gain[:] = (cv2.blur(weighted, window) + prior * gain) / (cv2.blur(plate_weighted, window) + prior)
    limited = np.clip(gain, PARAMETERS.min_gain, PARAMETERS.max_gain)
    return np.asarray(cv2.convertScaleAbs(limited, alpha=128), np.uint8)


def _above_black(tiny: U8) -> F32:
    above = lowered(cv2.extractChannel(tiny, 0), PARAMETERS.black)
    return np.maximum(above, 1).astype(np.float32)
