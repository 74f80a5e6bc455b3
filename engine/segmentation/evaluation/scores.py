"""How good a mask or matte is, in the field's usual figures."""

from __future__ import annotations

import itertools
import math

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8
from engine.segmentation.evaluation.labels import IGNORED

Region = NDArray[np.bool_]

GRADIENT_SIGMA = 1.4
CONNECTIVITY_LEVELS = 10
CONNECTIVITY_THRESHOLD = 0.15
"""All three from Rhemann et al., A Perceptually Motivated Online Benchmark for Image Matting, CVPR 2009."""
UNKNOWN_RADIUS_PX = 25
"""PaddleSeg's matting zoo scores models that need a trimap where the true alpha is fractional, widened by this."""
PER_THOUSAND = 1000


class MaskScores:
    """mIoU, accuracy, kappa and Dice over background and person, of the pixels of all pictures together."""

    def __init__(self) -> None:
        self._confusion = np.zeros((2, 2), np.int64)  # [truth, answer]

    def add(self, mask: F32, labels: U8) -> float:
        """Counts a picture in.

        Args:
            mask: float32 [H, W] in [0, 1], 1 = person; more than 0.5 counts as one.
            labels: uint8 [H, W]: 0 background, 1 person, 255 not counted.

        Returns:
            The person's IoU in this picture; 1 where there is none and none was found.
        """
        counted = labels != IGNORED
        index = 2 * labels[counted].astype(np.int64) + (mask[counted] > 0.5)
        confusion = np.bincount(index, minlength=4).reshape(2, 2)
        self._confusion += confusion
        return _ratio(confusion[1, 1], confusion.sum() - confusion[0, 0])

    def values(self) -> dict[str, float]:
        """The figures so far, 0 to 1 (kappa from -1), under their names."""
        true, answered, both = self._confusion.sum(1), self._confusion.sum(0), self._confusion.diagonal()
        total = self._confusion.sum()
        agreement = _ratio(both.sum(), total)
        chance = _ratio((true * answered).sum(), total**2)
        ious = [_ratio(both[i], true[i] + answered[i] - both[i]) for i in range(2)]
        dices = [_ratio(2 * both[i], true[i] + answered[i]) for i in range(2)]
        return {
            "mIoU": sum(ious) / 2,
            "person IoU": ious[1],
            "accuracy": agreement,
            "kappa": (agreement - chance) / (1 - chance) if chance < 1 else 1.0,
            "Dice": sum(dices) / 2,
        }


class MatteScores:
    """SAD, MSE, Grad and Conn, each the mean over all pictures; SAD, Grad and Conn in thousands."""

    def __init__(self) -> None:
        self._sums = {"SAD": 0.0, "MSE": 0.0, "Grad": 0.0, "Conn": 0.0}
        self._pictures = 0

    def add(self, alpha: F32, truth: F32, region: Region | None = None) -> float:
        """Counts a picture in.

        Args:
            alpha: float32 [H, W] in [0, 1].
            truth: float32 [H, W] in [0, 1].
            region: bool [H, W], where to look; everywhere if absent.

        Returns:
            Its SAD.
        """
        region = np.ones(truth.shape, bool) if region is None else region
        difference = (alpha - truth)[region].astype(np.float64)
        sad = float(np.abs(difference).sum()) / PER_THOUSAND
        self._sums["SAD"] += sad
        self._sums["MSE"] += float((difference**2).mean()) if difference.size else 0.0
        self._sums["Grad"] += gradient_error(alpha, truth, region)
        self._sums["Conn"] += connectivity_error(alpha, truth, region)
        self._pictures += 1
        return sad

    def values(self) -> dict[str, float]:
        """The means so far under their names."""
        return {name: value / max(self._pictures, 1) for name, value in self._sums.items()}


class ClipScore:
    """dtSSD of a clip: how much more or less than the truth a matte changes from frame to frame.

    Root of the mean squared difference of the temporal derivatives, mean over frames, x100 (Erofeev et al.,
    Perceptually Motivated Benchmark for Video Matting, BMVC 2015).
    """

    def __init__(self) -> None:
        self._previous_error: F32 | None = None
        self._steps: list[float] = []

    def add(self, alpha: F32, truth: F32) -> None:
        """Counts the next frame in: two float32 [H, W] in [0, 1], of one size throughout the clip."""
        error = alpha - truth  # the derivatives' difference is the errors' derivative
        if self._previous_error is not None:
            self._steps.append(100 * math.sqrt(float(np.mean((error - self._previous_error) ** 2))))
        self._previous_error = error

    def value(self) -> float:
        """DtSSD so far."""
        return sum(self._steps) / len(self._steps) if self._steps else 0.0


def gradient_error(alpha: F32, truth: F32, region: Region) -> float:
    """Squared difference of the gradients' lengths, summed over the region, in thousands (Rhemann et al., CVPR 2009).

    Args:
        alpha: float32 [H, W] in [0, 1].
        truth: float32 [H, W] in [0, 1].
        region: Pixels that count.
    """
    lengths = [_gradient_length(each) for each in (alpha, truth)]
    return float(((lengths[0] - lengths[1])[region] ** 2).sum()) / PER_THOUSAND


def connectivity_error(alpha: F32, truth: F32, region: Region) -> float:
    """How differently pixels connect to what alpha and truth share, summed, in thousands (Rhemann et al., CVPR 2009).

    Args:
        alpha: float32 [H, W] in [0, 1].
        truth: float32 [H, W] in [0, 1].
        region: Pixels that count.
    """
    connected_up_to = np.full(truth.shape, -1.0, np.float32)
    thresholds = np.linspace(0, 1, CONNECTIVITY_LEVELS + 1, dtype=np.float32)
    for below, threshold in itertools.pairwise(thresholds):
        shared = ((alpha >= threshold) & (truth >= threshold)).astype(np.uint8)
        _, components, statistics, _ = cv2.connectedComponentsWithStats(shared, connectivity=4)
        sizes = statistics[1:, cv2.CC_STAT_AREA]
        inside = components == 1 + int(np.argmax(sizes)) if sizes.size else np.zeros(shared.shape, bool)
        connected_up_to[(connected_up_to < 0) & ~inside] = below
    connected_up_to[connected_up_to < 0] = 1
    degrees = []
    for each in (alpha, truth):
        distance = each - connected_up_to
        degrees.append(1 - distance * (distance >= CONNECTIVITY_THRESHOLD))
    return float(np.abs(degrees[0] - degrees[1])[region].sum()) / PER_THOUSAND


def unknown_region(truth: F32) -> Region:
    """Where a model that needs a trimap is scored: bool [H, W], fractional true alpha and its surroundings."""
    fractional = ((truth > 0) & (truth < 1)).astype(np.uint8)
    side = 2 * UNKNOWN_RADIUS_PX + 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return cv2.dilate(fractional, disc) > 0


def _gradient_length(alpha: F32) -> NDArray[np.float64]:
    """Of a convolution with the derivatives of a Gaussian, each of unit energy."""
    half = math.ceil(GRADIENT_SIGMA * math.sqrt(-2 * math.log(math.sqrt(2 * math.pi) * GRADIENT_SIGMA * 1e-2)))
    x = np.arange(-half, half + 1)
    gaussian = np.exp(-(x**2) / (2 * GRADIENT_SIGMA**2))
    derivative = x * gaussian
    kernel = np.outer(gaussian, derivative)
    kernel /= np.sqrt((kernel**2).sum())
    across, down = (
        cv2.filter2D(alpha, cv2.CV_64F, each, borderType=cv2.BORDER_REPLICATE) for each in (kernel, kernel.T)
    )
    return np.hypot(across, down)


def _ratio(part: float, whole: float) -> float:
    """1 where there is nothing of which there could be a part."""
    return float(part) / float(whole) if whole else 1.0
