"""The size and pixel layout that all layers of one composition share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.media.colour_formats import to_i420


@dataclass(frozen=True, slots=True)
class Canvas:
    """Size and layout that a background must have to be composed with a frame plane by plane.

    Attributes:
        size: (width, height) in pixels.
        format: Layout of the planes.
        matrix: Luma coefficients of an I420 picture; always the same for BGR, where it has no meaning.
    """

    size: tuple[int, int]
    format: PixelFormat
    matrix: Matrix

    def __post_init__(self) -> None:
        if self.format is PixelFormat.BGR:
            object.__setattr__(self, "matrix", Matrix.BT601)

    @staticmethod
    def of(image: Image) -> Canvas:
        """The canvas of a frame."""
        return Canvas(image.size, image.format, image.matrix)

    def image(self, bgr: U8) -> Image:
        """uint8 [H, W, 3] BGR of this size as a picture of this layout; shares memory where it is BGR already."""
        if self.format is PixelFormat.BGR:
            return Image.from_bgr(bgr)
        return to_i420(bgr, self.matrix)

    def filled(self, color: tuple[int, int, int]) -> Image:
        """A picture of one (red, green, blue)."""
        width, height = self.size
        bgr = np.empty((height, width, 3), np.uint8)
        bgr[:] = color[::-1]
        return self.image(bgr)

    def empty(self) -> Image:
        """An uninitialised picture."""
        width, height = self.size
        if self.format is PixelFormat.BGR:
            return Image.from_bgr(np.empty((height, width, 3), np.uint8))
        return Image.from_i420(np.empty((height * 3 // 2, width), np.uint8), self.matrix)
