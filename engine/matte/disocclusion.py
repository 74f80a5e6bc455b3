"""Disocclusion detection: rejects pixels of a propagated mask where the background has come into view."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8

Flags = NDArray[np.bool_]

_ACCEPTED_ERROR, _REJECTED_ERROR = 24, 48
"""Colour error (0..255) up to which a pixel is accepted as the person's, and from which it is rejected. With these, no
more than 0.03 % of the persons in five filmed clips are lost on the way to the next frame."""
_CONFIDENCE: F32 = np.clip(
    (_REJECTED_ERROR - np.arange(256, dtype=np.float32)) / (_REJECTED_ERROR - _ACCEPTED_ERROR), 0.0, 1.0
)
_WINDOW = np.ones((5, 5), np.uint8)
_RING = np.ones((3, 3), np.uint8)


def propagation_confidence(small_bgr: U8, expected_bgr: U8, alpha: F32) -> F32:
    """Confidence of each pixel of a propagated mask: float32 [h, w] in [0, 1].

    A pixel inside the person is rejected where its colour is outside the range of the person's colours that the flow
    predicts nearby, and where other such pixels connect it with the outside: a hand in front of the body is not
    background. Colour is compared, since background of the person's luma leaves no error in luma. Works at half size.

    Args:
        small_bgr: The frame that the mask was propagated to, uint8 [h, w, 3].
        expected_bgr: The frame that the mask comes from, warped by the flow, uint8 [h, w, 3].
        alpha: The propagated mask, float32 [h, w] in [0, 1].
    """
    size = max(1, alpha.shape[1] // 2), max(1, alpha.shape[0] // 2)
    picture, expected, mask = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (small_bgr, expected_bgr, alpha)
    )
    inside = np.asarray(cv2.compare(mask, 0.5, cv2.CMP_GE), np.uint8)  # type: ignore[call-overload]
    outside = cv2.merge([cv2.bitwise_not(inside)] * 3)
    highest = cv2.dilate(cv2.subtract(expected, outside), _WINDOW)
    lowest = cv2.erode(cv2.add(expected, outside), _WINDOW)
    channels = cv2.split(cv2.max(cv2.subtract(picture, highest), cv2.subtract(lowest, picture)))
    worst = cv2.bitwise_and(cv2.max(cv2.max(channels[0], channels[1]), channels[2]), inside)
    error = np.asarray(cv2.blur(worst, (3, 3)), np.uint8)
    rejected = _reached_from_outside(error > _ACCEPTED_ERROR, inside > 0)
    confidence = np.where(rejected, _CONFIDENCE[error], np.float32(1))
    # the soft edge beside rejected pixels is rejected with them
    return cv2.resize(cv2.erode(confidence, _RING), alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]


def _reached_from_outside(outlier: Flags, inside: Flags) -> Flags:
    """The outliers inside that are connected with the outside by outliers; all are [h, w]."""
    _, labels = cv2.connectedComponents((outlier | ~inside).astype(np.uint8), connectivity=4, ltype=cv2.CV_16U)
    outer = np.zeros(int(labels.max()) + 1, np.bool_)
    outer[labels[~inside]] = True
    reached: Flags = outer[labels] & outlier & inside
    return reached
