"""Where a carried mask may be believed: where the room came into view behind somebody quick, the flow has lost them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8

Flags = NDArray[np.bool_]

_ACCEPTED_ERROR, _REJECTED_ERROR = 24, 48
"""Error of a colour (0..255) up to which a pixel is believed to be a person's, and from which it is not. With these, no
more than 0.03 % of the people in five filmed clips are lost on the way to the next frame."""
_CONFIDENCE: F32 = np.clip(
    (_REJECTED_ERROR - np.arange(256, dtype=np.float32)) / (_REJECTED_ERROR - _ACCEPTED_ERROR), 0.0, 1.0
)
_WINDOW = np.ones((5, 5), np.uint8)
_RIM = np.ones((3, 3), np.uint8)


def propagation_confidence(small_bgr: U8, expected_bgr: U8, alpha: F32) -> F32:
    """How far each pixel of a carried mask is believed: float32 [h, w] in [0, 1].

    A pixel inside the person is doubted where its colour is not among those that the flow expects of the person around
    there, and where it hangs together with the outside by others of that kind: a hand before the body is none of the
    room. In colour, since a room as light as the person comes into view without any error in luma. At half the size.

    Args:
        small_bgr: The frame that the mask was carried to, uint8 [h, w, 3].
        expected_bgr: What the flow makes of the frame that the mask comes from, uint8 [h, w, 3].
        alpha: The carried mask, float32 [h, w] in [0, 1].
    """
    size = max(1, alpha.shape[1] // 2), max(1, alpha.shape[0] // 2)
    picture, expected, mask = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (small_bgr, expected_bgr, alpha)
    )
    inside = np.asarray(cv2.compare(mask, 0.5, cv2.CMP_GE), np.uint8)  # type: ignore[call-overload]
    outside = cv2.merge([cv2.bitwise_not(inside)] * 3)
    most = cv2.dilate(cv2.subtract(expected, outside), _WINDOW)
    least = cv2.erode(cv2.add(expected, outside), _WINDOW)
    channels = cv2.split(cv2.max(cv2.subtract(picture, most), cv2.subtract(least, picture)))
    worst = cv2.bitwise_and(cv2.max(cv2.max(channels[0], channels[1]), channels[2]), inside)
    error = np.asarray(cv2.blur(worst, (3, 3)), np.uint8)
    rejected = _reached_from_outside(error > _ACCEPTED_ERROR, inside > 0)
    confidence = np.where(rejected, _CONFIDENCE[error], np.float32(1))
    # the soft rim beside what is doubted is no better
    return cv2.resize(cv2.erode(confidence, _RIM), alpha.shape[::-1], interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]


def _reached_from_outside(odd: Flags, inside: Flags) -> Flags:
    """The odd pixels inside that are connected with the outside by odd pixels; all are [h, w]."""
    _, labels = cv2.connectedComponents((odd | ~inside).astype(np.uint8), connectivity=4, ltype=cv2.CV_16U)
    outer = np.zeros(int(labels.max()) + 1, np.bool_)
    outer[labels[~inside]] = True
    reached: Flags = outer[labels] & odd & inside
    return reached
