"""A network that knows the mask of the whole frame beforehand, and is shown the frame or a part of it."""

from __future__ import annotations

import cv2

from engine.core.frame import F32
from engine.matte import MattePipeline


def as_seen(tracker: MattePipeline, mask: F32, *, whole: bool) -> F32:
    """The mask of what the network is shown: of the frame, float32 [h, w], or of the part where the tracker looks."""
    box = tracker.roi.box
    if whole or box is None:
        return mask
    return cv2.resize(box.of(mask), mask.shape[::-1], interpolation=cv2.INTER_LINEAR)
