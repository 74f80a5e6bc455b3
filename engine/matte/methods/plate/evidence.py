"""What the plate says of each pixel: it shows something else, the background, or nothing can be told."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.matte.methods.plate.fit import FittedPlate
from engine.matte.methods.plate.illumination import Light, local_light
from engine.matte.methods.plate.plate import Scaled, halved, lowered, square, where_above


@dataclass(frozen=True, slots=True)
class EvidenceParameters:
    """What is another colour than the plate's; levels (0..255) at half the working size. Chosen on training persons.

    Attributes:
        luma: Difference that is none, without noise.
        chroma: The same.
        per_noise: More for each level of the noise that the capture measured.
        per_contrast: More for each level of the luma's local contrast: a tenth of a pixel beside.
        per_shade: More for each level that a shadow takes.
        textured: Contrast, in these differences, that no cloth repeats by chance.
        unlike: Distance of the plate's colour from all that the person has nearby, in levels, from which it is none of
            theirs.
        reach_px: How far around a pixel the person's colours are looked for, at a quarter of the working size.
        outside_px: How far outside the mask a colour that is both the person's and the plate's is left to the network.
        deep_px: From this depth in the mask only texture proves that the background is seen.
        barrier_px: From this depth no light is followed.
    """

    luma: float = 1.0
    chroma: float = 1.4
    per_noise: float = 2.5
    per_contrast: float = 0.08
    per_shade: float = 0.05
    textured: float = 5.0
    unlike: int = 6
    reach_px: int = 3
    outside_px: int = 3
    deep_px: int = 6
    barrier_px: int = 2


PARAMETERS = EvidenceParameters()
_UNITS = 32
"""A difference as large as the tolerance, in the fixed-point numbers that are compared."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the plate says at half the working size; uint8 [h, w] are 255 or 0.

    Attributes:
        changed: Something else than the plate is seen.
        same: The plate is seen, pixel by pixel: by chance within the person, too.
        unknown: The plate's colour is seen where the person may have it, too.
        light: The light on the background.
    """

    changed: U8
    same: U8
    unknown: U8
    light: Light


class Examiner:
    """Compares frames with the plate.

    Args:
        noise: Of the plate, float32 [h, w, 2].
    """

    def __init__(self, noise: F32) -> None:
        self._noise = np.ascontiguousarray(noise[..., 0] * PARAMETERS.per_noise + np.float32(PARAMETERS.luma))
        chroma = noise[..., 1] * PARAMETERS.per_noise + np.float32(PARAMETERS.chroma)
        self._per_chroma = np.asarray(cv2.convertScaleAbs(_UNITS / chroma), np.uint8)
        self._of: FittedPlate | None = None

    def examine(self, frame: Scaled, fitted: FittedPlate, person: U8) -> Evidence:
        """Compares a frame with the plate.

        Args:
            frame: The frame.
            fitted: The plate fitted to it.
            person: The network's mask at half the working size, uint8 [h, w], 255 from a half on.
        """
        limits, plate = PARAMETERS, fitted.scaled
        self._prepare(fitted)
        luma, blue, red = (cv2.absdiff(*planes) for planes in zip(frame.small, plate.small, strict=True))
        chroma = cv2.multiply(cv2.max(blue, red), self._per_chroma)
        unchanged = cv2.max(cv2.multiply(luma, self._per_luma), chroma)
        as_it_is = np.asarray(cv2.threshold(unchanged, _UNITS, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
        barrier = np.asarray(cv2.erode(person, square(limits.barrier_px)), np.uint8)
        light = local_light(frame, fitted, as_it_is, barrier)
        own, gain = plate.small[0], cv2.resize(light.gain, person.shape[::-1], interpolation=cv2.INTER_LINEAR)
        shaded = cv2.add(cv2.multiply(lowered(own, 16), gain, scale=1 / 128), 16)  # type: ignore[call-overload]
        shade = cv2.absdiff(shaded, own)
        beyond = cv2.addWeighted(cv2.absdiff(frame.small[0], shaded), 1, shade, -limits.per_shade, 0)
        error = cv2.max(cv2.multiply(beyond, self._per_luma), chroma)
        differs = where_above(cv2.blur(error, (3, 3)), _UNITS)
        changed = np.asarray(
            cv2.morphologyEx(cv2.subtract(differs, light.background), cv2.MORPH_OPEN, square(1)), np.uint8
        )
        sure = halved(np.asarray(cv2.bitwise_and(changed, cv2.erode(person, square(1))), np.uint8))
        unlike = cv2.subtract(_unlike(frame.tiny, plate.tiny, sure, person), cv2.erode(person, square(limits.deep_px)))
        shadow = cv2.bitwise_and(light.background, differs)
        proven = cv2.bitwise_or(unlike, cv2.subtract(self._textured, shadow))
        wide = cv2.dilate(person, square(limits.outside_px))
        unknown = cv2.subtract(cv2.subtract(wide, changed), proven)
        same = cv2.bitwise_not(where_above(error, _UNITS))
        return Evidence(changed, np.asarray(same, np.uint8), np.asarray(unknown, np.uint8), light)

    def _prepare(self, fitted: FittedPlate) -> None:
        """What depends on the plate alone."""
        if self._of is fitted:
            return
        self._of = fitted
        tolerance = self._noise + fitted.contrast * np.float32(PARAMETERS.per_contrast)
        self._per_luma = np.asarray(cv2.convertScaleAbs(_UNITS / tolerance), np.uint8)
        contrast = cv2.multiply(cv2.dilate(fitted.contrast, square(1)), self._per_luma)
        self._textured = where_above(contrast, _UNITS * PARAMETERS.textured)


def _unlike(tiny: U8, plate: U8, sure: U8, person: U8) -> U8:
    """Where the plate's colour is none of those that the person has nearby: uint8 [h, w], 255 there."""
    window = square(PARAMETERS.reach_px)
    somewhere = where_above(sure, 254)
    elsewhere = cv2.merge([cv2.bitwise_not(somewhere)] * 3)
    highest = cv2.dilate(cv2.subtract(tiny, elsewhere), window)
    lowest = cv2.erode(cv2.add(tiny, elsewhere), window)
    luma, blue, red = cv2.split(cv2.max(cv2.subtract(plate, highest), cv2.subtract(lowest, plate)))
    found = where_above(cv2.max(cv2.max(luma, blue), red), PARAMETERS.unlike)
    near = cv2.bitwise_and(found, cv2.dilate(somewhere, window))
    return np.asarray(cv2.resize(near, person.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
