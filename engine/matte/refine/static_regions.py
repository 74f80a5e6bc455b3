"""Which parts of the edge have to be looked at again, because something changed there."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.frame import F32, U8

_LUMA_CHANGE = 3  # of 255, mean over 3x3 pixels at the mask's size; sensor noise of sigma 8 leaves 2
_ALPHA_CHANGE = 6  # of 255
_TURNS = 16  # every part is looked at again after so many frames, whatever it looks like


class StaticRegions:
    """Remembers what each part looked like when it was last looked at."""

    def __init__(self) -> None:
        self._guide: U8 | None = None
        self._alpha: U8 | None = None
        self._frame = 0

    def forget(self) -> None:
        """Everything counts as changed."""
        self._guide = self._alpha = None

    def changed(self, guide: U8, mask_alpha: F32) -> U8:
        """Where to look at this frame.

        Args:
            guide: Its luma at the mask's size, uint8 [h, w].
            mask_alpha: Its mask, float32 [h, w] in [0, 1].

        Returns:
            uint8 [h, w]: 255 where luma or mask changed since that part was last looked at, or where its turn has come.
        """
        alpha = np.asarray(cv2.convertScaleAbs(mask_alpha, alpha=255.0), np.uint8)
        if self._guide is None or self._alpha is None or self._guide.shape != guide.shape:
            self._guide, self._alpha = guide.copy(), alpha
            return np.full_like(guide, 255)
        lit = cv2.threshold(cv2.blur(cv2.absdiff(guide, self._guide), (3, 3)), _LUMA_CHANGE, 255, cv2.THRESH_BINARY)[1]
        moved = cv2.threshold(cv2.absdiff(alpha, self._alpha), _ALPHA_CHANGE, 255, cv2.THRESH_BINARY)[1]
        look = np.asarray(cv2.dilate(cv2.bitwise_or(lit, moved), np.ones((3, 3), np.uint8)), np.uint8)
        self._frame += 1
        look[self._frame % _TURNS :: _TURNS] = 255
        cv2.copyTo(guide, look, self._guide)
        cv2.copyTo(alpha, look, self._alpha)
        return look
