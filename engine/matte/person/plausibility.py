"""Plausibility: whether a mask can be a person's at all, whatever the network answers.

`Plausibility` runs the native kernel where it was built and `reference` where not.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine import kernels
from engine.core.frame import F32, U8
from engine.kernels.plausibility import MOST_WINDOW_PX, Thresholds, judge


@dataclass(frozen=True, slots=True)
class PlausibilityParameters:
    """Limits of what a person's mask looks like. Sizes are in pixels of the mask, luma is 0..255.

    Attributes:
        max_coverage: Largest share of the frame. Plain walls of the colour of skin are answered with up to 0.95.
        max_border: Largest share of the upper, left and right border: a mask that reaches it is the background's, as
            when the two classes are swapped.
        min_contrast, max_contrast: Bounds of the gradient that counts as texture. Below the first is sensor noise of
            sigma 8, which leaves 2.
        contrast_per_luma: Gradient that counts as texture, per mean luma inside the mask: dim pictures have less.
        min_texture: Smallest share of the mask with texture. Of 150 portraits the least is 0.52, darkened to a quarter
            0.34, of 19 filmed clips 0.4; plain walls have 0, a finger on the lens 0.06.
        min_outline: Smallest share of the outline on an edge of twice that gradient that makes up for missing texture,
            as a person against the light has it; what is out of focus on the lens has soft edges.
        min_area: Share of the frame below which a mask is too small to be judged.
        outline_px: Distance from the outline in which its edge may be.
    """

    max_coverage: float = 0.85
    max_border: float = 0.9
    min_contrast: float = 3.0
    max_contrast: float = 6.0
    contrast_per_luma: float = 0.05
    min_texture: float = 0.12
    min_outline: float = 0.5
    min_area: float = 0.005
    outline_px: int = 2


class Plausibility:
    """Judges masks one by one."""

    def __init__(self, parameters: PlausibilityParameters | None = None) -> None:
        limits = self._parameters = parameters or PlausibilityParameters()
        self._thresholds = Thresholds(
            min_area=limits.min_area,
            max_coverage=limits.max_coverage,
            max_border=limits.max_border,
            min_contrast=limits.min_contrast,
            max_contrast=limits.max_contrast,
            contrast_per_luma=limits.contrast_per_luma,
            min_texture=limits.min_texture,
            min_outline=limits.min_outline,
            outline_reach_px=limits.outline_px,
        )
        self._native = kernels.native() if 2 * limits.outline_px + 1 <= MOST_WINDOW_PX else None

    def judge(self, alpha: F32, guide: U8) -> bool:
        """Whether a mask, float32 [h, w] in [0, 1], can be a person's in a frame of a luma, uint8 [h, w].

        An empty mask is plausible.
        """
        if self._native is None:
            return reference(alpha, guide, self._parameters)
        return judge(self._native, alpha, guide, self._thresholds)


def reference(alpha: F32, guide: U8, limits: PlausibilityParameters) -> bool:
    """`Plausibility.judge` in NumPy and OpenCV.

    Args:
        alpha: The mask, float32 [h, w] in [0, 1].
        guide: Its frame's luma, uint8 [h, w].
        limits: What a person's mask looks like.
    """
    inside = np.asarray(cv2.compare(alpha, 0.5, cv2.CMP_GE), np.uint8)  # type: ignore[call-overload]
    area = cv2.countNonZero(inside)
    if area < limits.min_area * inside.size:
        return True
    border = np.concatenate([inside[0], inside[:, 0], inside[:, -1]])
    if area > limits.max_coverage * inside.size or cv2.countNonZero(border) > limits.max_border * border.size:
        return False
    contrast = cv2.morphologyEx(cv2.blur(guide, (3, 3)), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    least = np.clip(limits.contrast_per_luma * cv2.mean(guide, inside)[0], limits.min_contrast, limits.max_contrast)
    texture = np.asarray(cv2.compare(contrast, float(least), cv2.CMP_GE), np.uint8)  # type: ignore[call-overload]
    if cv2.countNonZero(cv2.bitwise_and(texture, inside)) >= limits.min_texture * area:
        return True
    window = np.ones((2 * limits.outline_px + 1,) * 2, np.uint8)
    outline = cv2.subtract(inside, cv2.erode(inside, np.ones((3, 3), np.uint8)))
    edges = np.asarray(cv2.compare(contrast, 2 * float(least), cv2.CMP_GE), np.uint8)  # type: ignore[call-overload]
    on_edge = cv2.bitwise_and(outline, cv2.dilate(edges, window))
    return cv2.countNonZero(on_edge) >= limits.min_outline * max(cv2.countNonZero(outline), 1)
