"""Dense optical flow on the small luma (DIS; Kroeger et al., Fast Optical Flow using Dense Inverse Search, 2016)."""

from __future__ import annotations

import threading
from functools import cache

import cv2
import numpy as np

from engine.core.box import Box, Plane
from engine.core.frame import F32, U8, Motion

_FINEST_SCALE = 2
"""Finest pyramid level: blocks of 4x4 pixels. One level finer takes four times as long and flickers no less."""

_thread = threading.local()


def _dis() -> cv2.DISOpticalFlow:
    """This thread's estimator: an instance keeps buffers between calls and must not be shared."""
    if not hasattr(_thread, "dis"):
        _thread.dis = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
    _thread.dis.setFinestScale(_FINEST_SCALE)  # at each call: a picture too small for it lowers it for later calls
    return _thread.dis  # type: ignore[no-any-return]


@cache
def _grid(height: int, width: int) -> F32:
    """float32 [h, w, 2]: each pixel's own (x, y)."""
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    grid = np.dstack([x, y])
    grid.flags.writeable = False
    return grid


def luma(small_bgr: U8) -> U8:
    """uint8 [h, w, 3] BGR -> luma, uint8 [h, w]."""
    return cv2.cvtColor(small_bgr, cv2.COLOR_BGR2GRAY)  # type: ignore[return-value]


def backward_flow(guide: U8, previous_guide: U8) -> F32:
    """How far each pixel of `guide` lies from where it was in `previous_guide`: float32 [h, w, 2], (x, y) in pixels."""
    return _dis().calc(guide, previous_guide, None)  # type: ignore[call-overload,no-any-return]


def sampling_map(flow: F32) -> F32:
    """Where each pixel is sampled from, for `sample`: float32 [h, w, 2], (x, y) in pixels."""
    return cv2.add(flow, _grid(*flow.shape[:2]))  # type: ignore[return-value]


def sample(plane: Plane, at: F32) -> Plane:
    """Samples a plane, uint8 or float32 [h, w], bilinearly at float32 [y, x, 2]; the border is replicated."""
    return cv2.remap(plane, at, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[call-overload,no-any-return]


def residual_of(flow: F32, guide: U8, previous_guide: U8) -> U8:
    """Residual luma error of a flow, mean over 5x5 pixels.

    Args:
        flow: Backward, float32 [h, w, 2] in pixels.
        guide: Luma, uint8 [h, w].
        previous_guide: Earlier luma, uint8 [h, w].

    Returns:
        uint8 [h, w].
    """
    return cv2.blur(cv2.absdiff(guide, sample(previous_guide, sampling_map(flow))), (5, 5))  # type: ignore[return-value]


def motion_between(guide: U8, previous_guide: U8, previous_seq: int, within: Box | None = None) -> Motion:
    """Motion of a small luma since an earlier one of its size.

    Outside a given box the flow is zero and the residual is the mean of the inside, so that a shaken camera does not
    look like a cut.

    Args:
        guide: Luma, uint8 [h, w].
        previous_guide: Earlier luma, uint8 [h, w].
        previous_seq: Number of the earlier frame.
        within: The box; everything if absent.
    """
    if within is None:
        flow = backward_flow(guide, previous_guide)
        return Motion(previous_seq, flow, residual_of(flow, guide, previous_guide))
    flow = np.zeros((*guide.shape, 2), np.float32)
    within.of(flow)[:] = backward_flow(*(np.ascontiguousarray(within.of(each)) for each in (guide, previous_guide)))
    inside = within.of(residual_of(flow, guide, previous_guide))
    residual = np.full(guide.shape, round(cv2.mean(inside)[0]), np.uint8)
    within.of(residual)[:] = inside
    return Motion(previous_seq, flow, residual)
