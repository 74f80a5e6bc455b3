"""What persons hold up before a camera, drawn by us, with alpha: a mug, a book and a telephone."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.mask_clips import CutOut
from engine.core.frame import F32

_SKIN = (0.52, 0.64, 0.83)  # BGR
_SUPERSAMPLE = 4


def held_object(name: str) -> CutOut:
    """One of them in the hand that holds it, for a frame 720 pixels high.

    Args:
        name: `mug`, `book` or `phone`.
    """
    draw = {"mug": _mug, "book": _book, "phone": _phone}[name]
    colour, alpha = draw()
    height, width = alpha.shape
    size = width // _SUPERSAMPLE, height // _SUPERSAMPLE
    small = [np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32) for plane in (colour, alpha)]
    return CutOut(small[0], np.asarray(cv2.GaussianBlur(small[1], (0, 0), 0.8), np.float32))


def _canvas(width: int, height: int, colour: tuple[float, float, float]) -> tuple[F32, F32]:
    shape = height * _SUPERSAMPLE, width * _SUPERSAMPLE
    return np.full((*shape, 3), colour, np.float32), np.zeros(shape, np.float32)


def _scaled(*values: float) -> tuple[int, ...]:
    return tuple(round(value * _SUPERSAMPLE) for value in values)


def _fingers(colour: F32, alpha: F32, x: float, y: float) -> None:
    """Four fingers around the left side."""
    for row in range(4):
        for plane, value in ((colour, _SKIN), (alpha, (1.0,))):
            cv2.ellipse(plane, _scaled(x, y + row * 21), _scaled(26, 11), 8, 0, 360, value, -1, cv2.LINE_AA)
        cv2.ellipse(
            colour, _scaled(x, y + row * 21), _scaled(26, 11), 8, 20, 160, (0.4, 0.5, 0.68), _scaled(1)[0], cv2.LINE_AA
        )


def _mug() -> tuple[F32, F32]:
    colour, alpha = _canvas(190, 170, (0.25, 0.35, 0.75))
    shade = np.cos(np.linspace(-1.3, 1.3, colour.shape[1], dtype=np.float32))[None, :, None]
    colour *= 0.55 + 0.45 * shade
    cv2.rectangle(alpha, _scaled(45, 20), _scaled(140, 150), (1.0,), -1)
    cv2.ellipse(alpha, _scaled(142, 85), _scaled(30, 38), 0, 0, 360, (1.0,), _scaled(13)[0], cv2.LINE_AA)
    cv2.ellipse(colour, _scaled(92, 24), _scaled(46, 10), 0, 0, 360, (0.1, 0.12, 0.2), -1, cv2.LINE_AA)
    _fingers(colour, alpha, 42, 55)
    return colour, alpha


def _book() -> tuple[F32, F32]:
    colour, alpha = _canvas(270, 210, (0.45, 0.3, 0.2))
    cv2.rectangle(alpha, _scaled(30, 10), _scaled(260, 200), (1.0,), -1)
    cv2.rectangle(colour, _scaled(30, 10), _scaled(48, 200), (0.3, 0.2, 0.12), -1)
    for row, text in enumerate(("A BOOK", "OF WALLS")):
        at = _scaled(70, 70 + row * 50)
        cv2.putText(colour, text, (at[0], at[1]), cv2.FONT_HERSHEY_SIMPLEX, 4.2, (0.8, 0.85, 0.9), 18, cv2.LINE_AA)
    cv2.rectangle(colour, _scaled(70, 150), _scaled(230, 158), (0.3, 0.7, 0.85), -1)
    _fingers(colour, alpha, 40, 80)
    return colour, alpha


def _phone() -> tuple[F32, F32]:
    colour, alpha = _canvas(120, 190, (0.08, 0.08, 0.09))
    cv2.rectangle(alpha, _scaled(25, 8), _scaled(110, 182), (1.0,), -1)
    cv2.circle(colour, _scaled(44, 28), _scaled(9)[0], (0.2, 0.18, 0.17), -1, cv2.LINE_AA)
    cv2.circle(colour, _scaled(44, 52), _scaled(9)[0], (0.2, 0.18, 0.17), -1, cv2.LINE_AA)
    _fingers(colour, alpha, 30, 85)
    return colour, alpha
