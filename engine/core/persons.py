"""Which persons a mask shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.box import Box


class Person(NamedTuple):
    """One connected component of a mask.

    Attributes:
        box: Around it, in pixels of the mask.
        area: Of its sure pixels, as a share of the mask.
    """

    box: Box
    area: float


@dataclass(frozen=True, slots=True)
class PersonState:
    """Which persons a mask shows, as its prediction has it.

    The presence step decides it. The region of interest, full-frame re-detection, auto-framing and model selection go
    by it, so that none of them sees a person where another sees none.

    Attributes:
        present: Whether a person is present; one who was lately is present for a moment although none is found.
        persons: Those found, the largest first; speckle is none.
        bounds: Around all sure pixels; of no width where there are none.
        sure: uint8 [h, w] of the mask's size: 255 where a pixel is surely a person's, else 0.
    """

    present: bool
    persons: tuple[Person, ...]
    bounds: Box
    sure: NDArray[np.uint8]


ABSENT = PersonState(present=False, persons=(), bounds=Box(0, 0, 0, 0), sure=np.zeros((1, 1), np.uint8))
"""No person is present."""
