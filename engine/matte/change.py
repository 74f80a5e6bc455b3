"""Change detection: where a picture differs from an earlier one by more than noise."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import U8

BLOCK_PX = 8
"""Side of the blocks in which pictures are compared: their mean has an eighth of the pixels' noise."""


@dataclass(frozen=True, slots=True)
class ChangeParameters:
    """What counts as a change, in levels (0..255).

    Attributes:
        min_colour: Smallest change of any channel.
        min_luma: Smallest change of the luma; None to compare channels alone.
        window_px: Side of the window over which the changes are averaged.
        less_median: Whether the median change of the picture is subtracted first, so that light is no change.
    """

    min_colour: int
    min_luma: int | None = None
    window_px: int = 1
    less_median: bool = False


class ChangeDetector:
    """Compares pictures of one size, uint8 [h, w] or [h, w, 3]."""

    def __init__(self, parameters: ChangeParameters) -> None:
        self._parameters = parameters

    def changed(self, picture: U8, reference: U8) -> U8:
        """uint8 [h, w]: 255 where the picture has changed, else 0."""
        limits = self._parameters
        change = cv2.absdiff(picture, reference)
        if change.ndim == 3:
            change = cv2.max(cv2.max(*cv2.split(change)[:2]), cv2.extractChannel(change, 2))
        if limits.window_px > 1:
            change = cv2.blur(change, (limits.window_px, limits.window_px))
        least = limits.min_colour + (int(np.median(change)) if limits.less_median else 0)
        found = cv2.threshold(change, least - 1, 255, cv2.THRESH_BINARY)[1]
        if limits.min_luma is not None:
            luma = cv2.absdiff(*(cv2.cvtColor(each, cv2.COLOR_BGR2GRAY) for each in (picture, reference)))
            found = cv2.bitwise_or(found, cv2.threshold(luma, limits.min_luma - 1, 255, cv2.THRESH_BINARY)[1])
        return np.asarray(found, np.uint8)


def block_means(small_bgr: U8) -> U8:
    """Means of blocks of uint8 [h, w, 3]: uint8 [h / 8, w / 8, 3]."""
    size = small_bgr.shape[1] // BLOCK_PX, small_bgr.shape[0] // BLOCK_PX
    return np.asarray(cv2.resize(small_bgr, size, interpolation=cv2.INTER_AREA), np.uint8)
