"""Learning: what has changed elsewhere in the picture and stays becomes a part of the plate."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from engine.core.frame import F32, U8, Frame, Image, PixelFormat
from engine.matte.methods.plate.fit import FittedPlate
from engine.matte.methods.plate.plate import Plate, Scaled, where_above


@dataclass(frozen=True, slots=True)
class LearningParameters:
    """When a change is learned.

    Attributes:
        after_s: How long it must have stayed: longer than a person stays in a door.
        every_s: How often is looked.
        still: Largest change of a pixel, in levels, that is noise.
        max_gain: Exposure that differs more from the plate's is not learned at.
        max_shift_px: The same of the camera's shift, in pixels of the working size.
    """

    after_s: float = 10.0
    every_s: float = 0.5
    still: int = 6
    max_gain: float = 0.03
    max_shift_px: float = 0.5


PARAMETERS = LearningParameters()


class Learner:
    """Counts how long each change has stayed."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forgets all counts."""
        self._since_s: F32 | None = None
        self._luma: U8 | None = None
        self._looked_ns = 0

    def learned(self, frame: Frame, picture: Scaled, fitted: FittedPlate, elsewhere: U8, plate: Plate) -> Plate | None:
        """The plate with what has stayed; None where nothing has.

        Args:
            frame: The frame.
            picture: It at the sizes at which it is compared.
            fitted: The plate fitted to it.
            elsewhere: Where something has changed that belongs to no person, uint8 [h, w], above 0 there.
            plate: The plate.
        """
        passed_s = (frame.captured_ns - self._looked_ns) / 1e9
        if 0 <= passed_s < PARAMETERS.every_s:
            return None
        self._looked_ns = frame.captured_ns
        luma, last = picture.small[0], self._luma
        self._luma = luma
        if self._since_s is None or last is None or last.shape != luma.shape or passed_s > 4 * PARAMETERS.every_s:
            self._since_s = np.zeros(luma.shape, np.float32)
            return None
        moved = cv2.blur(cv2.absdiff(luma, last), (3, 3))
        stays = (elsewhere > 0) & (moved <= PARAMETERS.still)
        self._since_s = np.where(stays, self._since_s + np.float32(passed_s), np.float32(0))
        ripe = self._since_s >= PARAMETERS.after_s
        stable = np.abs(fitted.gains - 1).max() <= PARAMETERS.max_gain
        if not (ripe.any() and stable and max(map(abs, fitted.shift)) <= PARAMETERS.max_shift_px):
            return None
        self._since_s[ripe] = 0
        return _patched(
            plate, frame.image, np.asarray(cv2.dilate(ripe.astype(np.uint8) * 255, np.ones((5, 5), np.uint8)), np.uint8)
        )


def _patched(plate: Plate, image: Image, where: U8) -> Plate | None:
    """The plate with a frame's pixels where uint8 [h, w] is set."""
    if image.format is not PixelFormat.I420:
        return None
    mean = Image.empty(like=plate.image)
    for plane, own, new in zip(mean.planes, plate.image.planes, image.planes, strict=True):
        np.copyto(plane, own)
        size = plane.shape[1], plane.shape[0]
        cv2.copyTo(new, where_above(cv2.resize(where, size, interpolation=cv2.INTER_LINEAR), 127), plane)
    return replace(plate, image=mean)
