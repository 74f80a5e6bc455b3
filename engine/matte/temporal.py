"""Temporal smoothing: masks without flicker where nothing moves and without delay where something does."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.box import Box
from engine.core.frame import F32, U8, Mask, Motion
from engine.matte.flow import motion_between, sample, sampling_map


@dataclass(frozen=True, slots=True)
class TemporalParameters:
    """How far the last mask, warped by the flow, is blended in. Chosen by MAD and dtSSD on training clips.

    Attributes:
        keep_per_60: Share of the last mask that is replaced at the setting `temporal` 60; others follow its power.
        contrast_weight: Residual that a level of local contrast explains: a small flow error leaves more in texture.
        full_error: Residual, of 255, at which the confidence begins to fall, as a share of `error_span`.
        error_span: Residual over which it falls from 1 to 0.
        vacated_start: Confidence where the person has not left nearby, before it is capped at 1.
        vacated_slope: How much of it each unit of vacated alpha, mean over 3x3 pixels, takes.
        pixel_start: Confidence where the person has not left the pixel itself, before it is capped at 1.
        pixel_slope: How much of it each unit of vacated alpha takes. Without it 104 pixels of a wall of nearly the
            person's luma remain visible behind them, as the refiner completes a soft ghost.
        low_contrast: Local contrast from which the residual alone tells that a person has left a pixel; below half of
            it the pixel's vacated alpha counts in full.
    """

    keep_per_60: float = 0.1
    contrast_weight: float = 0.1
    full_error: float = 1.2
    error_span: float = 10.0
    vacated_start: float = 1.6
    vacated_slope: float = 2.0
    pixel_start: float = 2.2
    pixel_slope: float = 3.3
    low_contrast: float = 30.0


class TemporalSmoothing:
    """Blends a new mask with the last one."""

    def __init__(self, parameters: TemporalParameters | None = None) -> None:
        self._parameters = parameters or TemporalParameters()

    def smooth(self, alpha: F32, guide: U8, last: Mask, temporal: int, region: Box | None) -> tuple[F32, Motion]:
        """Blends where the flow explains the picture and both masks agree.

        Where the person has just left, the new mask counts at once, since ghosts are the most visible error. Outside
        the region of interest the mask is zero and nothing is blended.

        Args:
            alpha: The new mask, float32 [h, w].
            guide: Its frame's luma, uint8 [h, w].
            last: The mask before.
            temporal: The setting, 1..100.
            region: The region of interest.

        Returns:
            The blended mask and the motion since the last one.
        """
        limits = self._parameters
        motion = motion_between(guide, last.guide, last.seq, region)
        strength = np.float32(1 - limits.keep_per_60 ** (temporal / 60))
        fused = alpha.copy()
        box = region or Box(0, 0, alpha.shape[1], alpha.shape[0])
        alpha, guide, residual = box.of(alpha), box.of(guide), box.of(motion.residual)
        warped = sample(last.alpha, box.of(sampling_map(motion.flow)))
        contrast = cv2.blur(cv2.morphologyEx(guide, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), (5, 5))
        error = residual / (1 + contrast.astype(np.float32) * np.float32(limits.contrast_weight))
        disagreement = cv2.blur(cv2.absdiff(alpha, warped), (3, 3))
        vacated = cv2.subtract(warped, alpha)
        confidence = np.clip(limits.full_error - error / limits.error_span, 0, 1)
        confidence *= 1 - disagreement
        confidence *= np.clip(limits.vacated_start - limits.vacated_slope * cv2.blur(vacated, (3, 3)), 0, 1)
        # Few pixels are vacated so far that the factor is below 1; the others are left alone.
        left = vacated > (limits.pixel_start - 1) / limits.pixel_slope
        low_contrast = np.clip((limits.low_contrast - contrast[left]) / np.float32(limits.low_contrast / 2), 0, 1)
        own = np.clip(limits.pixel_start - limits.pixel_slope * vacated[left], 0, 1)
        confidence[left] *= 1 - low_contrast * (1 - own)
        box.of(fused)[:] = alpha + (warped - alpha) * (confidence * strength)
        return fused, motion
