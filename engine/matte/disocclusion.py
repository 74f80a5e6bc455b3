"""Disocclusion detection: rejects pixels of a propagated mask that nothing proves to be the person's.

`DisocclusionDetector` runs the native kernel where it was built and `reference` where not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from engine import kernels
from engine.core.frame import F32, U8
from engine.kernels.disocclusion import Thresholds, examine
from engine.kernels.plausibility import MOST_WINDOW_PX

_OPPONENT = np.array([[0.25, 0.5, 0.25, 0], [1, -1, 0, 128], [0, -1, 1, 128]], np.float32)
"""BGR to luma, B - G and R - G: shading changes the first alone, so that the others tell a shirt from a wall of nearly
its colour."""


@dataclass(frozen=True, slots=True)
class DisocclusionParameters:
    """Colour errors are in levels (0..255), sizes in pixels at half the mask's size.

    The values were chosen on six synthetic scenes (dim, muted, striped, dark on dark), a gap that opens inside the
    person, text on a wall of nearly the person's luma, six filmed clips with true alpha, as they are and darkened to a
    quarter, and five real clips, each propagated over one, two and four frames: the loosest ones with which no scene
    shows more background than its own masks do.

    Attributes:
        tolerance: Error that rounding alone leaves.
        tolerance_per_noise: More for each level of noise, the median error of the background.
        max_tolerance: Sensor noise of sigma 8 at 720p leaves a noise of 2; more is no noise, but motion or light.
        tolerance_per_gradient: More for each level of local contrast: a quarter of a pixel of flow error.
        sure: Alpha from which a pixel's colour is the person's, and 1 less this, the background's. Softer pixels are
            mixtures, which resemble both.
        person_window_px: Side of the window in which the person's colours are collected.
        background_window_px: The same for the background's, which may have been covered and lies farther away.
        unknown_colour: Error from which a colour is rejected though no background nearby has it.
        max_rejected: Largest share of the mask that may be rejected. Beyond it the flow has failed, and what is left
            can't be trusted either.
        outline_px: How deep the outline of the mask is, where mistakes of the flow show first.
        moving_px: Flow, in pixels of its own size, from which the outline counts as moving.
        max_ambiguous: Largest share of the outline that may move while its colours are the background's as well: there
            no picture can tell where the outline is. Filmed clips have 0.12 at most over two frames, the scenes of one
            colour 0.24 and more.
        max_displacement_px: Largest flow inside the mask, in pixels of its own size: DIS finds no larger one reliably
            at this scale (wrong in 4 of 4 synthetic scenes that move by 48).
    """

    tolerance: float = 1.5
    tolerance_per_noise: float = 2.0
    max_tolerance: float = 6.0
    tolerance_per_gradient: float = 0.25
    sure: float = 0.9
    person_window_px: int = 5
    background_window_px: int = 9
    unknown_colour: int = 24
    max_rejected: float = 0.02
    outline_px: int = 2
    moving_px: float = 0.5
    max_ambiguous: float = 0.15
    max_displacement_px: float = 16.0


class Evidence(NamedTuple):
    """What the picture says of a propagated mask.

    Attributes:
        confidence: float32 [h, w] in [0, 1], 0 where a pixel is rejected.
        trusted: Whether the mask may be used at all.
    """

    confidence: F32
    trusted: bool


class DisocclusionDetector:
    """Asks for positive evidence for each pixel of a propagated mask."""

    def __init__(self, parameters: DisocclusionParameters | None = None) -> None:
        self._parameters = parameters or DisocclusionParameters()
        self._thresholds = _thresholds(self._parameters)
        limits = self._parameters
        windows_px = limits.person_window_px, limits.background_window_px, 2 * limits.outline_px + 1
        self._native = kernels.native() if max(windows_px) <= MOST_WINDOW_PX else None

    def examine(self, small_bgr: U8, expected_bgr: U8, alpha: F32, flow: F32) -> Evidence:
        """Compares a frame with the one that the flow predicts.

        A pixel inside the mask is accepted where the flow explains it, within noise and local contrast, or where its
        colour is among the person's nearby. Otherwise it is rejected where it is nearer to the background's colours
        than to the person's, or where neither has its colour. Gaps inside the person are treated like the outline. A
        moving outline is also rejected where its colour is the background's, too: the mask loses the pixels that the
        person may have left.

        Args:
            small_bgr: The frame that the mask was propagated to, uint8 [h, w, 3].
            expected_bgr: The frame that the mask comes from, warped by the flow, uint8 [h, w, 3].
            alpha: The propagated mask, float32 [h, w] in [0, 1].
            flow: float32 [h, w, 2], (x, y) in pixels.
        """
        height, width = alpha.shape
        if self._native is None or height % 2 or width % 2:
            return reference(small_bgr, expected_bgr, alpha, flow, self._parameters)
        return Evidence(*examine(self._native, small_bgr, expected_bgr, alpha, flow, self._thresholds))


def reference(small_bgr: U8, expected_bgr: U8, alpha: F32, flow: F32, limits: DisocclusionParameters) -> Evidence:
    """`DisocclusionDetector.examine` in NumPy and OpenCV.

    Args:
        small_bgr: The frame that the mask was propagated to, uint8 [h, w, 3].
        expected_bgr: The frame that the mask comes from, warped by the flow, uint8 [h, w, 3].
        alpha: The propagated mask, float32 [h, w] in [0, 1].
        flow: float32 [h, w, 2], (x, y) in pixels.
        limits: What counts as evidence.
    """
    size = max(1, alpha.shape[1] // 2), max(1, alpha.shape[0] // 2)
    picture, expected, mask = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (small_bgr, expected_bgr, alpha)
    )
    picture, expected = (np.asarray(cv2.transform(plane, _OPPONENT), np.uint8) for plane in (picture, expected))
    inside = _compared(mask, 0.5, cv2.CMP_GE)
    person, background = _compared(mask, limits.sure, cv2.CMP_GE), _compared(mask, 1 - limits.sure, cv2.CMP_LE)
    error = _largest(cv2.absdiff(picture, expected))
    noise = _median(error, background)
    tolerance = min(limits.tolerance + limits.tolerance_per_noise * noise, limits.max_tolerance)
    contrast = _largest(cv2.morphologyEx(expected, cv2.MORPH_GRADIENT, _square(3)))
    unexplained = cv2.addWeighted(error, 1, contrast, -limits.tolerance_per_gradient, 0)
    from_person = _outside_range(picture, expected, person, limits.person_window_px)
    from_background = _outside_range(picture, expected, background, limits.background_window_px)
    of_neither = _compared(from_person, limits.unknown_colour, cv2.CMP_GT)
    rejected = cv2.bitwise_or(cv2.compare(from_background, from_person, cv2.CMP_LT), of_neither)
    for found in (
        _compared(unexplained, tolerance, cv2.CMP_GT),
        _compared(from_person, tolerance, cv2.CMP_GT),
        inside,
    ):
        cv2.bitwise_and(rejected, found, dst=rejected)
    speed = np.abs(flow[::2, ::2]).max(axis=2)[: size[1], : size[0]]
    moving = _compared(speed, limits.moving_px, cv2.CMP_GT)
    outline = cv2.bitwise_xor(inside, cv2.erode(inside, _square(2 * limits.outline_px + 1)))
    ambiguous = cv2.bitwise_and(_compared(from_background, tolerance, cv2.CMP_LE), cv2.bitwise_and(outline, moving))
    trusted = (
        cv2.countNonZero(rejected) <= limits.max_rejected * cv2.countNonZero(inside)
        and cv2.countNonZero(ambiguous) <= limits.max_ambiguous * cv2.countNonZero(outline)
        and cv2.minMaxLoc(speed, inside)[1] <= limits.max_displacement_px
    )
    cv2.bitwise_or(rejected, ambiguous, dst=rejected)
    # The soft edge beside rejected pixels is rejected with them.
    accepted = cv2.bitwise_not(cv2.dilate(rejected, _square(3))).astype(np.float32) * np.float32(1 / 255)
    confidence = cv2.resize(accepted, alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return Evidence(np.asarray(confidence, np.float32), trusted)


def _thresholds(limits: DisocclusionParameters) -> Thresholds:
    return Thresholds(
        tolerance=limits.tolerance,
        tolerance_per_noise=limits.tolerance_per_noise,
        max_tolerance=limits.max_tolerance,
        tolerance_per_gradient=limits.tolerance_per_gradient,
        sure=limits.sure,
        person_reach_px=limits.person_window_px // 2,
        background_reach_px=limits.background_window_px // 2,
        unknown_colour=limits.unknown_colour,
        max_rejected=limits.max_rejected,
        outline_reach_px=limits.outline_px,
        max_ambiguous=limits.max_ambiguous,
        moving_px=limits.moving_px,
        max_displacement_px=limits.max_displacement_px,
    )


class AcceptEverything(DisocclusionDetector):
    """Takes every propagated pixel as it is: for experiments that show what the evidence brings."""

    def examine(self, small_bgr: U8, expected_bgr: U8, alpha: F32, flow: F32) -> Evidence:
        """See `DisocclusionDetector.examine`."""
        return Evidence(np.ones_like(alpha), trusted=True)


def _square(side: int) -> U8:
    return np.ones((side, side), np.uint8)


def _compared(plane: cv2.typing.MatLike, value: float, how: int) -> U8:
    """uint8 [h, w]: 255 where a comparison with a number holds."""
    return np.asarray(cv2.compare(plane, value, how), np.uint8)  # type: ignore[call-overload]


def _largest(planes: cv2.typing.MatLike) -> U8:
    """Largest of three channels: uint8 [h, w]."""
    first, second, third = cv2.split(planes)
    return np.asarray(cv2.max(cv2.max(first, second), third), np.uint8)


def _median(plane: U8, where: U8) -> float:
    """Median of uint8 [h, w] where another is set; 0 where it is nowhere."""
    histogram = np.cumsum(cv2.calcHist([plane], [0], where, [256], [0, 256]))
    return float(np.searchsorted(histogram, histogram[-1] / 2)) if histogram[-1] else 0.0


def _outside_range(picture: U8, expected: U8, where: U8, window_px: int) -> U8:
    """Distance of each colour from the range of those that are expected nearby where a plane is set: uint8 [h, w]."""
    elsewhere, window = cv2.merge([cv2.bitwise_not(where)] * 3), _square(window_px)
    highest = cv2.dilate(cv2.subtract(expected, elsewhere), window)
    lowest = cv2.erode(cv2.add(expected, elsewhere), window)
    return _largest(cv2.max(cv2.subtract(picture, highest), cv2.subtract(lowest, picture)))
