"""How masks of a clip are scored against true alpha, at 640x360."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.matte.flow import sample

JUDGED_SIZE_PX = (640, 360)
EDGE_BAND_PX = 25  # side of the square that dilates and erodes the true mask
GHOST_FRAMES = (1, 2, 3)


def to_judged(alpha: F32 | U8) -> F32:
    """Alpha of any size, float32 in [0, 1] or uint8, as float32 [360, 640]."""
    scaled = alpha.astype(np.float32) / 255 if alpha.dtype == np.uint8 else alpha
    downsamples = alpha.shape[0] >= JUDGED_SIZE_PX[1]
    how = cv2.INTER_AREA if downsamples else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(scaled, JUDGED_SIZE_PX, interpolation=how), np.float32)


def scores(alphas: Sequence[F32], truths: Sequence[F32]) -> dict[str, float]:
    """Scores of one clip, alphas and truths float32 [360, 640].

    Returns:
        MAD, MSE and edge MAD x1000 (the edge band is a 25x25 dilation less a 25x25 erosion of the true mask);
        1-IoU x1000 at 0.5; dtSSD x100, the root of the mean squared difference of the temporal derivatives, mean over
        frames (Erofeev et al., Perceptually Motivated Benchmark for Video Matting, BMVC 2015); ghost, the mean alpha
        that remains n frames after the person has left a pixel, missing where no pixel was left.
    """
    found, truth = np.stack(alphas), np.stack(truths)
    error = found - truth
    square = np.ones((EDGE_BAND_PX, EDGE_BAND_PX), np.uint8)
    hard = (truth > 0.5).astype(np.uint8)
    band = np.stack([cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, square) for mask in hard]) > 0
    inside, person = found > 0.5, truth > 0.5
    steps = np.diff(error, axis=0)
    result = {
        "MAD": float(np.abs(error).mean() * 1e3),
        "MSE": float((error**2).mean() * 1e3),
        "1-IoU": float(1 - (inside & person).sum() / max((inside | person).sum(), 1)) * 1e3,
        "edge MAD": float(np.abs(error)[band].mean() * 1e3) if band.any() else 0.0,
        "dtSSD": float(np.sqrt((steps**2).mean(axis=(1, 2))).mean() * 1e2),
    }
    for frames in GHOST_FRAMES:
        left = [_ghost(found, truth, index, frames) for index in range(frames, len(truth))]
        values = np.concatenate(left)
        if values.size > 1000:
            result[f"ghost {frames}"] = float(values.mean())
    return result


def _ghost(found: F32, truth: F32, index: int, frames: int) -> F32:
    """Alpha at a frame where the person was `frames` frames ago and has not been since."""
    gone = truth[index - frames] > 0.9
    for later in range(index - frames + 1, index + 1):
        gone &= truth[later] < 0.05
    return np.asarray(found[index][gone], np.float32)


def flicker_along_flow(frames: Sequence[U8], alphas: Sequence[F32]) -> float:
    """Mean change of alpha along the optical flow, x1000, for clips without true alpha.

    Args:
        frames: uint8 [360, 640] luma.
        alphas: float32 [360, 640].
    """
    estimator = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    columns, rows = np.meshgrid(np.arange(JUDGED_SIZE_PX[0]), np.arange(JUDGED_SIZE_PX[1]))
    grid = np.dstack([columns, rows]).astype(np.float32)
    changes = []
    for index in range(1, len(frames)):
        flow = estimator.calc(frames[index], frames[index - 1], None)  # type: ignore[call-overload]
        before = sample(alphas[index - 1], np.asarray(grid + flow, np.float32))
        changes.append(np.abs(alphas[index] - before).mean())
    return float(np.mean(changes) * 1e3)
