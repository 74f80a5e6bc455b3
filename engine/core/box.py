"""A rectangle of a picture or mask."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

Plane = TypeVar("Plane", NDArray[np.uint8], NDArray[np.float32])


class Box(NamedTuple):
    """A part of a picture, in its pixels.

    Attributes:
        x: Left edge.
        y: Upper edge.
        width: May be 0 for an empty box.
        height: May be 0 for an empty box.
    """

    x: int
    y: int
    width: int
    height: int

    def of(self, plane: Plane) -> Plane:
        """The part of [h, w] or [h, w, c], as a view."""
        return plane[self.y : self.y + self.height, self.x : self.x + self.width]
