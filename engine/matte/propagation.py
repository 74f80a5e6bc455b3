"""Propagation: the mask of an earlier frame, warped to a later one by optical flow."""

from __future__ import annotations

from dataclasses import replace

import cv2

from engine.core.frame import U8, Mask, MaskOrigin
from engine.matte.disocclusion import DisocclusionDetector, Evidence
from engine.matte.flow import luma, motion_between, sample, sampling_map

_RESIDUAL_BLOCK_PX = 16
"""Side of the blocks whose worst is a mask's residual: a hand that the flow lost covers a small part of the picture."""

_detector = DisocclusionDetector()


def propagate(mask: Mask, small_bgr: U8, seq: int, detector: DisocclusionDetector | None = None) -> Mask:
    """Propagates a mask to another frame by optical flow.

    Args:
        mask: Of an earlier frame.
        small_bgr: The target frame, uint8 [h, w, 3], of the mask's size.
        seq: That frame's number.
        detector: Rejects pixels without evidence; the program's own if absent.

    Returns:
        The mask on that frame, with its `predicted_ns` unchanged and the flow's `flow_residual`; zero where it is
        rejected. The residual is infinite where the mask can't be trusted: too much of it is rejected, the motion is
        too large, the frame has another size (the model was switched) or the mask has no picture.
    """
    guide = luma(small_bgr)
    if mask.small_bgr is None or guide.shape != mask.guide.shape:
        return replace(mask, seq=seq, flow_residual=float("inf"), origin=MaskOrigin.PROPAGATED, plausible=False)
    motion = motion_between(guide, mask.guide, mask.seq)
    at = sampling_map(motion.flow)
    alpha = sample(mask.alpha, at)
    evidence: Evidence = (detector or _detector).examine(small_bgr, sample(mask.small_bgr, at), alpha, motion.flow)
    alpha *= evidence.confidence
    return replace(
        mask,
        seq=seq,
        alpha=alpha,
        guide=guide,
        flow_residual=_worst_block(motion.residual) if evidence.trusted else float("inf"),
        motion=motion,
        small_bgr=small_bgr,
        origin=MaskOrigin.PROPAGATED,
        hidden=None if mask.hidden is None else sample(mask.hidden, at),
    )


def _worst_block(residual: U8) -> float:
    """Largest mean of a block of uint8 [h, w]."""
    size = tuple(max(1, side // _RESIDUAL_BLOCK_PX) for side in residual.shape[::-1])
    return float(cv2.minMaxLoc(cv2.resize(residual, size, interpolation=cv2.INTER_AREA))[1])
