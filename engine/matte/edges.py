"""From the small mask to an alpha of the frame's size whose edges lie on the picture's."""

from __future__ import annotations

import cv2
import numpy as np

from engine.frame import U8, Image, Mask, PixelFormat
from engine.settings import Settings

_RADIUS_PX = 4
_EPSILON = (0.02 * 255) ** 2


def _contrast_curve() -> U8:
    x = np.clip((np.arange(256) / 255 - 0.2) / 0.6, 0, 1)
    return np.round(x * x * (3 - 2 * x) * 255).astype(np.uint8)


_CURVE = _contrast_curve()


class EdgeRefiner:
    """Grows masks to the frame's size."""

    def refine(self, image: Image, mask: Mask, settings: Settings) -> U8:
        """Alpha of a picture, uint8 [H, W], 255 = person.

        Args:
            image: The frame.
            mask: Its mask.
            settings: With `refine`, edges follow the picture's; without, they are only grown and steepened.
        """
        luma = image.planes[0]
        if image.format is PixelFormat.BGR:
            luma = cv2.cvtColor(luma, cv2.COLOR_BGR2GRAY)  # type: ignore[assignment]
        alpha = (mask.alpha * 255 + 0.5).astype(np.uint8)
        if settings.refine:
            grown = _guided(alpha, mask.guide, luma)
        else:
            grown = cv2.resize(alpha, image.size, interpolation=cv2.INTER_LINEAR)  # type: ignore[assignment]
        return cv2.LUT(grown, _CURVE)  # type: ignore[return-value]


def _guided(alpha: U8, guide: U8, luma: U8) -> U8:
    """Guided filter (He et al., ECCV 2010) in its fast form: coefficients at the mask's size, applied at full."""
    guide_f, values = guide.astype(np.float32), alpha.astype(np.float32)
    box = (2 * _RADIUS_PX + 1,) * 2
    mean_guide, mean_values = cv2.blur(guide_f, box), cv2.blur(values, box)
    variance = cv2.blur(guide_f * guide_f, box) - mean_guide * mean_guide
    slope = (cv2.blur(guide_f * values, box) - mean_guide * mean_values) / (variance + _EPSILON)
    offset = cv2.blur(mean_values - slope * mean_guide, box)
    size = luma.shape[1], luma.shape[0]
    full_slope = cv2.resize(cv2.blur(slope, box), size, interpolation=cv2.INTER_LINEAR)
    full_offset = cv2.resize(offset, size, interpolation=cv2.INTER_LINEAR)
    filtered: U8 = np.clip(full_slope * luma + full_offset, 0, 255).astype(np.uint8)
    return filtered
