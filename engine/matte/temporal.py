"""Masks over time: steady where nothing moves, immediate where something does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from engine.core.frame import F32, MAX_FLOW_RESIDUAL, U8, Frame, Mask, MaskOrigin, Motion
from engine.core.settings import Settings
from engine.matte.flow import luma, motion_between, propagate, sample, sampling_map
from engine.matte.presence import Presence
from engine.matte.roi import Box, RegionOfInterest
from engine.matte.roi_inference import predict_roi

_MAX_PROPAGATED_AGE_NS = 120_000_000
"""Oldest prediction that is carried on: well under the 150 ms at which the gate stops trusting it."""

_SAVING_RESIDUAL = 2.5
"""Error of the flow up to which saving power carries a mask: who jumps or walks by leaves 3 to 7, and is predicted on
every frame; sensor noise of sigma 8 leaves 1.5."""

_SAVING_LOSS = 0.003
"""Share of the frame up to which saving power lets a carried mask lose area: behind a quick hand more of it is doubted
and gone for one frame, which flickers (brother.mkv: 1.61 thousandths of alpha a frame, 1.25 with this limit)."""

_FIRST_FRAME_ITERATIONS = 2
"""Most closer looks at the first frame: the first often finds a hand that the look at the whole had missed."""

_STATIC_LUMA, _STATIC_COLOUR = 1.0, 3.0
"""Largest mean change of luma and of a BGR channel, in 8x8 blocks, of a frame in which nothing moves; noise of sigma 8
leaves 0.3 in luma."""


class MaskTracker:
    """Turns a network's masks of single frames into one mask that follows the person.

    Args:
        closer: Whether the network may be shown a part of the frame; not where it was given a trimap of the whole.
    """

    def __init__(self, *, use_roi: bool = True) -> None:
        self._use_roi = use_roi
        self._presence = Presence()
        self.roi = RegionOfInterest()
        """Where the network looks."""
        self._last: Mask | None = None
        self._predicted: tuple[U8, U8] | None = None
        """The small picture of the last prediction, and its blocks."""

    def reset(self) -> None:
        """Forgets everything seen: for another source, model or size."""
        self._presence.reset()
        self.roi.reset()
        self._last = None
        self._predicted = None

    def track(self, frame: Frame, small_bgr: U8, predict: Callable[[U8], F32], settings: Settings) -> Mask:
        """The mask of a frame.

        Args:
            frame: The frame.
            small_bgr: The same at the network's size, uint8 [h, w, 3] BGR.
            predict: The network: uint8 [h, w, 3] -> probability of a person, float32 [h, w]; not called where the
                last mask can be taken along instead.
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
        raw = self._look(frame, small_bgr, blocks, predict)
        box = self.roi.box
        self._predicted = small_bgr, blocks
        alpha = self._presence.apply(raw, frame.media_ns, settings.clean_up)
        if self._use_roi:
            self.roi.follow(alpha, frame.image.size, blocks, frame.media_ns)
        if last is None:
            alpha = self._look_again(alpha, frame, small_bgr, blocks, predict, settings.clean_up)
        motion: Motion | None = None
        if last is not None and settings.temporal and self._presence.present:
            motion = motion_between(guide, last.guide, last.seq, box)
            alpha = _fuse(alpha, guide, last.alpha, motion, 1 - 0.1 ** (settings.temporal / 60), box)
        self._last = Mask(frame.seq, alpha, guide, frame.captured_ns, motion=motion, small_bgr=small_bgr)
        return self._last

    def _look(self, frame: Frame, small_bgr: U8, blocks: U8, predict: Callable[[U8], F32]) -> F32:
        """The network's mask of the whole frame, of which it may have seen a part only."""
        whole: F32 | None = None
        if self.roi.due(_size(small_bgr), blocks, frame.media_ns):
            whole = predict(small_bgr)
            self.roi.redetect(whole, blocks, frame.media_ns)
        if self.roi.box is not None:
            return predict_roi(self.roi.box, frame.image, _size(small_bgr), predict)
        return predict(small_bgr) if whole is None else whole

    def _look_again(
        self, alpha: F32, frame: Frame, small_bgr: U8, blocks: U8, predict: Callable[[U8], F32], clean_up: bool
    ) -> F32:
        """The first frame's mask after looks as close as the next frames get, lest it change as they come."""
        for _ in range(_FIRST_FRAME_ITERATIONS):
            box = self.roi.box
            if box is None:
                break
            raw = predict_roi(box, frame.image, _size(small_bgr), predict)
            use_roi = self._presence.apply(raw, frame.media_ns, clean_up)
            self.roi.follow(use_roi, frame.image.size, blocks, frame.media_ns)
            if self.roi.box is None:
                break
            alpha = use_roi
            if self.roi.box == box:
                break
        return alpha

    def _without_predicting(
        self, last: Mask, small_bgr: U8, blocks: U8, guide: U8, seq: int, settings: Settings
    ) -> Mask | None:
        """The last mask as it is where nothing moved since its prediction, or carried on to save power."""
        if self._predicted is None:
            return None
        predicted_bgr, predicted_blocks = self._predicted
        if _is_static(blocks, predicted_blocks):
            return replace(last, seq=seq, guide=guide, motion=None, small_bgr=small_bgr, origin=MaskOrigin.REUSED)
        if settings.power_save and last.small_bgr is predicted_bgr:
            mask = propagate(last, small_bgr, seq)
            calm = mask.motion is not None and cv2.mean(mask.motion.residual)[0] <= _SAVING_RESIDUAL
            kept = cv2.mean(last.alpha)[0] - cv2.mean(mask.alpha)[0] <= _SAVING_LOSS
            return mask if calm and kept and mask.flow_residual <= MAX_FLOW_RESIDUAL else None
        return None


def _size(picture: U8) -> tuple[int, int]:
    """(width, height)."""
    return picture.shape[1], picture.shape[0]


def _blocks(small_bgr: U8) -> U8:
    """Means of 8x8 pixels of uint8 [h, w, 3], to tell where something changes."""
    size = (small_bgr.shape[1] // 8, small_bgr.shape[0] // 8)
    return cv2.resize(small_bgr, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def _is_static(blocks: U8, other: U8) -> bool:
    """Whether nothing moves from one picture to the other, given the blocks of both."""
    if cv2.norm(blocks, other, cv2.NORM_INF) >= _STATIC_COLOUR:
        return False
    return cv2.norm(luma(blocks), luma(other), cv2.NORM_INF) < _STATIC_LUMA


def _fuse(alpha: F32, guide: U8, last_alpha: F32, motion: Motion, strength: float, box: Box | None) -> F32:
    """A new mask blended with the last one where the flow explains the picture and both agree.

    Beside texture a flow a little off leaves a larger residual than beside flat areas, so it is weighed by it. Where
    the person has just left, the new mask counts at once: a trail is what the eye finds first. Outside of the box where
    the network looked nobody is, and nothing is blended.
    """
    fused = alpha.copy()
    box = box or Box(0, 0, alpha.shape[1], alpha.shape[0])
    alpha, guide, residual = box.of(alpha), box.of(guide), box.of(motion.residual)
    warped = sample(last_alpha, box.of(sampling_map(motion.flow)))
    texture = cv2.blur(cv2.morphologyEx(guide, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), (5, 5))
    error = residual / (1 + texture.astype(np.float32) * np.float32(0.1))
    disagreement = cv2.blur(cv2.absdiff(alpha, warped), (3, 3))
    left = cv2.blur(cv2.subtract(warped, alpha), (3, 3))
    trust = np.clip(1.2 - error / 10, 0, 1) * (1 - disagreement) * np.clip(1.6 - 2 * left, 0, 1)
    box.of(fused)[:] = alpha + (warped - alpha) * (trust * np.float32(strength))
    return fused
