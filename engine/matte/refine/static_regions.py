"""Static regions: which parts of the edge have changed and are refined again."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.matte.change import ChangeDetector, ChangeParameters

_LUMA = ChangeDetector(ChangeParameters(min_colour=4, window_px=3))
"""Luma at the mask's size: sensor noise of sigma 8 leaves 2."""
_ALPHA = ChangeDetector(ChangeParameters(min_colour=7))
_REFRESH_FRAMES = 16  # every row is refined again after so many frames, changed or not


@dataclass(frozen=True, slots=True)
class StaticRegions:
    """What each part was like when it was last refined; a value, so that a failed frame changes nothing.

    Attributes:
        guide: uint8 [h, w], the luma of each part when it was last refined; None before the first frame.
        alpha: uint8 [h, w], its mask then.
        frame: Number of frames so far.
    """

    guide: U8 | None = None
    alpha: U8 | None = None
    frame: int = 0

    def changed(self, guide: U8, mask_alpha: F32) -> tuple[U8, StaticRegions]:
        """Where to refine this frame.

        Args:
            guide: Its luma at the mask's size, uint8 [h, w].
            mask_alpha: Its mask, float32 [h, w] in [0, 1].

        Returns:
            uint8 [h, w]: 255 where luma or mask changed since that part was last refined, or where a refresh is due;
            and the state once these are refined.
        """
        alpha = np.asarray(cv2.convertScaleAbs(mask_alpha, alpha=255.0), np.uint8)
        if self.guide is None or self.alpha is None or self.guide.shape != guide.shape:
            return np.full_like(guide, 255), StaticRegions(guide, alpha, self.frame)
        found = cv2.bitwise_or(_LUMA.changed(guide, self.guide), _ALPHA.changed(alpha, self.alpha))
        refresh = np.asarray(cv2.dilate(found, np.ones((3, 3), np.uint8)), np.uint8)
        frame = self.frame + 1
        refresh[frame % _REFRESH_FRAMES :: _REFRESH_FRAMES] = 255
        seen, known = self.guide.copy(), self.alpha.copy()
        cv2.copyTo(guide, refresh, seen)
        cv2.copyTo(alpha, refresh, known)
        return refresh, StaticRegions(seen, known, frame)
