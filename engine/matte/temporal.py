"""Temporal smoothing: masks without flicker where nothing moves and without delay where something does.

`TemporalSmoothing` runs the native kernel where it was built and `reference` where not.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine import kernels
from engine.core.box import Box
from engine.core.frame import F32, U8, Mask, Motion
from engine.kernels.smoothing import Weights, smooth
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
        gone_alpha: New alpha below which a pixel is surely the background's.
        gone_start: Confidence there in place of `pixel_start`: what is left of the person counts at once. With
            `temporal` 100 the refiner makes 46 pixels visible of text on a wall that the person has left, 10 with it;
            with 60 it is 20 and 5. `pixel_start` 1.6 everywhere does the same, but flickers by 2 % more in noise.
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
    gone_alpha: float = 0.1
    gone_start: float = 0.8
    low_contrast: float = 30.0


class TemporalSmoothing:
    """Blends a new mask with the last one."""

    def __init__(self, parameters: TemporalParameters | None = None) -> None:
        limits = self._parameters = parameters or TemporalParameters()
        self._weights = Weights(
            contrast_weight=limits.contrast_weight,
            full_error=limits.full_error,
            error_span=limits.error_span,
            vacated_start=limits.vacated_start,
            vacated_slope=limits.vacated_slope,
            pixel_start=limits.pixel_start,
            pixel_slope=limits.pixel_slope,
            gone_alpha=limits.gone_alpha,
            gone_start=limits.gone_start,
            low_contrast=limits.low_contrast,
        )
        self._native = kernels.native()

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
        motion = motion_between(guide, last.guide, last.seq, region)
        fused = alpha.copy()
        box = region or Box(0, 0, alpha.shape[1], alpha.shape[0])
        alpha, guide, residual = box.of(alpha), box.of(guide), box.of(motion.residual)
        warped = sample(last.alpha, box.of(sampling_map(motion.flow)))
        strength = 1 - self._parameters.keep_per_60 ** (temporal / 60)
        if self._native is None:
            box.of(fused)[:] = reference(alpha, warped, guide, residual, strength, self._parameters)
        else:
            smooth(self._native, (alpha, warped, guide, residual), box.of(fused), strength, self._weights)
        return fused, motion


def reference(alpha: F32, warped: F32, guide: U8, residual: U8, strength: float, limits: TemporalParameters) -> F32:
    """The blended mask, float32 [h, w], in NumPy and OpenCV.

    Args:
        alpha: The new mask, float32 [h, w].
        warped: The last one, warped by the flow, float32 [h, w].
        guide: The frame's luma, uint8 [h, w].
        residual: Luma error that the flow leaves, uint8 [h, w].
        strength: Largest share of the last mask, 0..1.
        limits: How far it is blended in.
    """
    contrast = cv2.blur(cv2.morphologyEx(guide, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), (5, 5))
    error = residual / (1 + contrast.astype(np.float32) * np.float32(limits.contrast_weight))
    disagreement = cv2.blur(cv2.absdiff(alpha, warped), (3, 3))
    vacated = cv2.subtract(warped, alpha)
    confidence = np.clip(limits.full_error - error / limits.error_span, 0, 1)
    confidence *= 1 - disagreement
    confidence *= np.clip(limits.vacated_start - limits.vacated_slope * cv2.blur(vacated, (3, 3)), 0, 1)
    # Few pixels are vacated so far that the factor is below 1; the others are left alone.
    start = np.where(alpha < limits.gone_alpha, np.float32(limits.gone_start), np.float32(limits.pixel_start))
    left = vacated > (start - 1) / limits.pixel_slope
    low_contrast = np.clip((limits.low_contrast - contrast[left]) / np.float32(limits.low_contrast / 2), 0, 1)
    own = np.clip(start[left] - limits.pixel_slope * vacated[left], 0, 1)
    confidence[left] *= 1 - low_contrast * (1 - own)
    return np.asarray(alpha + (warped - alpha) * (confidence * np.float32(strength)), np.float32)
