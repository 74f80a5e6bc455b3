"""Temporal smoothing: masks without flicker where nothing moves and without delay where something does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from engine.core.box import Box
from engine.core.frame import F32, MAX_FLOW_RESIDUAL, U8, Frame, Mask, MaskOrigin, Motion
from engine.core.settings import Settings
from engine.matte.flow import luma, motion_between, propagate, sample, sampling_map
from engine.matte.motionless import MotionlessObjects
from engine.matte.plausibility import Plausibility
from engine.matte.presence import Presence
from engine.matte.roi import RegionOfInterest
from engine.matte.roi_inference import predict_roi

_MAX_PROPAGATED_AGE_NS = 120_000_000
"""Oldest prediction that is propagated or reused: well under the 150 ms that the gate accepts."""

_SAVING_RESIDUAL = 2.5
"""Mean flow residual up to which power saving propagates a mask. A person who jumps or walks by leaves 3 to 7, and is
predicted on every frame; sensor noise of sigma 8 leaves 1.5."""

_SAVING_LOSS = 0.003
"""Area, as a share of the frame, that a propagated mask may lose in power saving: more is rejected behind a quick hand
and missing for one frame, which flickers (brother.mkv: 1.61 thousandths of alpha a frame, 1.25 with this limit)."""

_FIRST_FRAME_ITERATIONS = 2
"""Most passes over the first frame's region: the first pass often finds a hand that the full frame has missed."""

_STATIC_LUMA, _STATIC_COLOUR = 1.0, 3.0
"""Largest change of the mean luma and of a mean BGR channel of an 8x8 block in a static frame; noise of sigma 8 leaves
0.3 in luma."""


class MaskTracker:
    """Turns a network's masks of single frames into one mask that follows the person.

    Args:
        use_roi: Whether the network may be shown a part of the frame; not where it is given a trimap of the full frame.
    """

    def __init__(self, *, use_roi: bool = True) -> None:
        self._use_roi = use_roi
        self._presence = Presence()
        self._motionless = MotionlessObjects()
        self._plausibility = Plausibility()
        self.roi = RegionOfInterest()
        """Which part of the frame the network is shown."""
        self._last: Mask | None = None
        self._predicted: tuple[U8, U8] | None = None
        """The small picture of the last prediction, and its blocks."""

    def reset(self) -> None:
        """Drops the history: for another source, model or size."""
        self._presence.reset()
        self._motionless.reset()
        self.roi.reset()
        self._last = None
        self._predicted = None

    def track(self, frame: Frame, small_bgr: U8, predict: Callable[[U8], F32], settings: Settings) -> Mask:
        """The mask of a frame.

        Args:
            frame: The frame.
            small_bgr: The same at the network's size, uint8 [h, w, 3] BGR.
            predict: The network: uint8 [h, w, 3] -> probability of a person, float32 [h, w]; not called where the
                last mask can be reused or propagated instead.
            settings: `temporal`, `clean_up` and `power_save` are used.
        """
        guide, blocks = luma(small_bgr), _blocks(small_bgr)
        last = self._last
        if last is not None and last.guide.shape != guide.shape:
            self.reset()
            last = None
        if last is not None and 0 < frame.captured_ns - last.predicted_ns <= _MAX_PROPAGATED_AGE_NS:
            mask = self._without_predicting(last, small_bgr, blocks, guide, frame.seq, settings)
            if mask is not None:
                self._last = mask
                return mask
        raw = self._predict(frame, small_bgr, blocks, predict)
        box = self.roi.box
        self._predicted = small_bgr, blocks
        alpha = self._presence.apply(raw, frame.media_ns, settings.clean_up)
        alpha = self._motionless.apply(alpha, blocks, frame.media_ns)
        if self._use_roi:
            self.roi.follow(alpha, frame.image.size, blocks, frame.media_ns)
        if last is None:
            alpha = self._refine_first(alpha, frame, small_bgr, blocks, predict, settings.clean_up)
        motion: Motion | None = None
        if last is not None and settings.temporal and self._presence.present:
            motion = motion_between(guide, last.guide, last.seq, box)
            alpha = _fuse(alpha, guide, last.alpha, motion, 1 - 0.1 ** (settings.temporal / 60), box)
        self._last = Mask(
            frame.seq,
            alpha,
            guide,
            frame.captured_ns,
            motion=motion,
            small_bgr=small_bgr,
            plausible=self._plausibility.judge(alpha, guide),
        )
        return self._last

    def _predict(self, frame: Frame, small_bgr: U8, blocks: U8, predict: Callable[[U8], F32]) -> F32:
        """The network's mask of the full frame, of which it may have been shown a part only."""
        whole: F32 | None = None
        if self.roi.due(_size(small_bgr), blocks, frame.media_ns):
            whole = predict(small_bgr)
            self.roi.redetect(whole, blocks, frame.media_ns)
        if self.roi.box is not None:
            return predict_roi(self.roi.box, frame.image, _size(small_bgr), predict)
        return predict(small_bgr) if whole is None else whole

    def _refine_first(
        self, alpha: F32, frame: Frame, small_bgr: U8, blocks: U8, predict: Callable[[U8], F32], clean_up: bool
    ) -> F32:
        """The first frame's mask from the region that the next frames get, so that it does not change with them."""
        for _ in range(_FIRST_FRAME_ITERATIONS):
            box = self.roi.box
            if box is None:
                break
            raw = predict_roi(box, frame.image, _size(small_bgr), predict)
            found = self._presence.apply(raw, frame.media_ns, clean_up)
            self.roi.follow(found, frame.image.size, blocks, frame.media_ns)
            if self.roi.box is None:
                break
            alpha = found
            if self.roi.box == box:
                break
        return alpha

    def _without_predicting(
        self, last: Mask, small_bgr: U8, blocks: U8, guide: U8, seq: int, settings: Settings
    ) -> Mask | None:
        """The last mask, reused where nothing has moved since its prediction, or propagated to save power."""
        if self._predicted is None:
            return None
        predicted_bgr, predicted_blocks = self._predicted
        if _is_static(blocks, predicted_blocks):
            return replace(last, seq=seq, guide=guide, motion=None, small_bgr=small_bgr, origin=MaskOrigin.REUSED)
        if settings.power_save and last.small_bgr is predicted_bgr:
            mask = propagate(last, small_bgr, seq)
            slow = mask.motion is not None and cv2.mean(mask.motion.residual)[0] <= _SAVING_RESIDUAL
            kept = cv2.mean(last.alpha)[0] - cv2.mean(mask.alpha)[0] <= _SAVING_LOSS
            return mask if slow and kept and mask.flow_residual <= MAX_FLOW_RESIDUAL else None
        return None


def _size(picture: U8) -> tuple[int, int]:
    """(width, height)."""
    return picture.shape[1], picture.shape[0]


def _blocks(small_bgr: U8) -> U8:
    """Means of 8x8 pixels of uint8 [h, w, 3], to detect changes."""
    size = (small_bgr.shape[1] // 8, small_bgr.shape[0] // 8)
    return cv2.resize(small_bgr, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def _is_static(blocks: U8, other: U8) -> bool:
    """Whether nothing has moved between two pictures, given the blocks of both."""
    if cv2.norm(blocks, other, cv2.NORM_INF) >= _STATIC_COLOUR:
        return False
    return cv2.norm(luma(blocks), luma(other), cv2.NORM_INF) < _STATIC_LUMA


def _fuse(alpha: F32, guide: U8, last_alpha: F32, motion: Motion, strength: float, box: Box | None) -> F32:
    """Blends a new mask with the last one, warped, where the flow explains the picture and both masks agree.

    A small flow error leaves a larger residual in texture than in flat areas, so the residual is divided by the local
    contrast. Where the person has just left, the new mask counts at once, since ghosts are the most visible error.
    Outside the region of interest the mask is zero and nothing is blended.
    """
    fused = alpha.copy()
    box = box or Box(0, 0, alpha.shape[1], alpha.shape[0])
    alpha, guide, residual = box.of(alpha), box.of(guide), box.of(motion.residual)
    warped = sample(last_alpha, box.of(sampling_map(motion.flow)))
    texture = cv2.blur(cv2.morphologyEx(guide, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), (5, 5))
    error = residual / (1 + texture.astype(np.float32) * np.float32(0.1))
    disagreement = cv2.blur(cv2.absdiff(alpha, warped), (3, 3))
    vacated = cv2.subtract(warped, alpha)
    vacated = cv2.max(vacated, cv2.blur(vacated, (3, 3)))
    confidence = np.clip(1.2 - error / 10, 0, 1) * (1 - disagreement) * np.clip(1.6 - 2.4 * vacated, 0, 1)
    box.of(fused)[:] = alpha + (warped - alpha) * (confidence * np.float32(strength))
    return fused
