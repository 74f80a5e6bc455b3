"""Static regions: which parts of the edge have changed and are refined again."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8

_LUMA_CHANGE = 3  # of 255, mean over 3x3 pixels at the mask's size; sensor noise of sigma 8 leaves 2
_ALPHA_CHANGE = 6  # of 255
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
        luma_changed = cv2.threshold(
            cv2.blur(cv2.absdiff(guide, self.guide), (3, 3)), _LUMA_CHANGE, 255, cv2.THRESH_BINARY
        )[1]
        alpha_changed = cv2.threshold(cv2.absdiff(alpha, self.alpha), _ALPHA_CHANGE, 255, cv2.THRESH_BINARY)[1]
        refresh = np.asarray(
            cv2.dilate(cv2.bitwise_or(luma_changed, alpha_changed), np.ones((3, 3), np.uint8)), np.uint8
        )
        frame = self.frame + 1
        refresh[frame % _REFRESH_FRAMES :: _REFRESH_FRAMES] = 255
        seen, known = self.guide.copy(), self.alpha.copy()
        cv2.copyTo(guide, refresh, seen)
        cv2.copyTo(alpha, refresh, known)
        return refresh, StaticRegions(seen, known, frame)
