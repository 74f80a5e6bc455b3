"""Reuse: frames that need no prediction, because nothing has moved or, saving power, because the flow explains them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2

from engine.core.frame import MAX_FLOW_RESIDUAL, U8, Mask, MaskOrigin
from engine.matte.change import ChangeDetector, ChangeParameters
from engine.matte.disocclusion import DisocclusionDetector
from engine.matte.propagation import propagate


@dataclass(frozen=True, slots=True)
class ReuseParameters:
    """When a frame needs no prediction of its own.

    Attributes:
        max_age_ns: Oldest prediction that is propagated or reused: well under the 150 ms that the gate accepts.
        change: Change of a block's mean that is motion; noise of sigma 8 leaves 0.3 in luma.
        max_residual: Mean flow residual up to which power saving propagates a mask. A person who jumps or walks by
            leaves 3 to 7, and is predicted on every frame; sensor noise of sigma 8 leaves 1.5.
        max_loss: Area, as a share of the frame, that a propagated mask may lose in power saving: more is rejected
            behind a quick hand and missing for one frame, which flickers (brother.mkv: 1.61 thousandths of alpha a
            frame, 1.25 with 0.0003; a person who is gone abruptly has 2 % less dtSSD with 0.0002). Below 0.00015 sensor
            noise alone makes it predict.
    """

    max_age_ns: int = 120_000_000
    change: ChangeParameters = field(default=ChangeParameters(min_colour=3, min_luma=1))
    max_residual: float = 2.5
    max_loss: float = 0.0002


@dataclass(frozen=True, slots=True)
class Predicted:
    """The last prediction.

    Attributes:
        mask: The mask that came of it.
        blocks: Block means of its frame, uint8 [y, x, 3].
    """

    mask: Mask
    blocks: U8


class MaskReuse:
    """Makes a mask of the last one, where that is as good as a prediction."""

    def __init__(self, detector: DisocclusionDetector, parameters: ReuseParameters | None = None) -> None:
        self._parameters = parameters or ReuseParameters()
        self._change = ChangeDetector(self._parameters.change)
        self._detector = detector

    def is_recent(self, last: Mask, captured_ns: int) -> bool:
        """Whether the last mask's prediction is recent enough for a frame."""
        return 0 < captured_ns - last.predicted_ns <= self._parameters.max_age_ns

    def static(self, predicted: Predicted, small_bgr: U8, blocks: U8, guide: U8, seq: int) -> Mask | None:
        """The predicted mask as it is, if nothing has moved since.

        Args:
            predicted: The last prediction.
            small_bgr: The frame at the mask's size, uint8 [h, w, 3].
            blocks: Block means of that, uint8 [y, x, 3].
            guide: Luma of that, uint8 [h, w].
            seq: The frame's number.
        """
        if cv2.countNonZero(self._change.changed(blocks, predicted.blocks)):
            return None
        return replace(predicted.mask, seq=seq, guide=guide, motion=None, small_bgr=small_bgr, origin=MaskOrigin.REUSED)

    def propagated(self, last: Mask, small_bgr: U8, seq: int) -> Mask | None:
        """The last mask propagated to a frame, if it was predicted and the flow explains the frame.

        Args:
            last: The last mask.
            small_bgr: The frame at the mask's size, uint8 [h, w, 3].
            seq: The frame's number.
        """
        if last.origin is not MaskOrigin.PREDICTED:
            return None
        mask = propagate(last, small_bgr, seq, self._detector)
        slow = mask.motion is not None and cv2.mean(mask.motion.residual)[0] <= self._parameters.max_residual
        kept = cv2.mean(last.alpha)[0] - cv2.mean(mask.alpha)[0] <= self._parameters.max_loss
        return mask if slow and kept and mask.flow_residual <= MAX_FLOW_RESIDUAL else None
