"""From the engine's pictures to what Qt paints, at the size it is shown and no larger."""

from __future__ import annotations

import av
import cv2
import numpy as np
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from engine.frame import U8, Image, Matrix, PixelFormat

_COLORSPACE = {Matrix.BT601: Colorspace.ITU601, Matrix.BT709: Colorspace.ITU709}


def fit(source: tuple[int, int], room: QSize) -> QSize:
    """The largest size of the source's shape that fits in `room`, both in pixels; both sides even."""
    size = QSize(*source).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return QSize(max(size.width() & ~1, 2), max(size.height() & ~1, 2))


class Converter:
    """Keeps tables and buffers from one picture to the next, and takes two passes over the pixels at most.

    The first mirrors and splices while there are one and a half bytes to a pixel, the second scales and converts.
    """

    def __init__(self) -> None:
        self._scaler = VideoReformatter()
        self._staged: Image | None = None

    def to_qimage(
        self, image: Image, size: QSize, *, mirror: bool = False, left: Image | None = None, at: float = 0.5
    ) -> QImage:
        """A picture as RGB32, which paints without another conversion.

        Args:
            image: What is shown.
            size: Of the result; even sides.
            mirror: Turn left into right.
            left: Another picture of the same size and format, shown left of a line in place of the first.
            at: Where that line stands, as a share of the width, 0 to 1; the mirror leaves it there.
        """
        if mirror or left is not None:
            image = self._stage(image, left or image, at, mirror=mirror)
        if image.format is PixelFormat.I420:
            frame = av.VideoFrame.from_numpy_buffer(image.i420_buffer(), "yuv420p")
        else:
            frame = av.VideoFrame.from_numpy_buffer(np.ascontiguousarray(image.planes[0]), "bgr24")
        # The fast sampling skips pixels where it shrinks to less than half; the other takes the mean of an area.
        fast = 2 * size.width() >= image.size[0]
        shown = self._scaler.reformat(
            frame,
            size.width(),
            size.height(),
            "bgra",
            src_colorspace=_COLORSPACE[image.matrix],
            interpolation=Interpolation.FAST_BILINEAR if fast else Interpolation.BILINEAR,
            threads=1,
        ).planes[0]
        return QImage(memoryview(shown), size.width(), size.height(), shown.line_size, QImage.Format.Format_RGB32)

    def _stage(self, image: Image, left: Image, at: float, *, mirror: bool) -> Image:
        staged = self._staged
        if staged is None or (staged.size, staged.format, staged.matrix) != (image.size, image.format, image.matrix):
            self._staged = staged = Image.empty(image)
        narrowest = image.planes[-1].shape[1]
        for target, left_plane, plane in zip(staged.planes, left.planes, image.planes, strict=True):
            width = plane.shape[1]
            column = round(at * narrowest) * width // narrowest
            for part, source in ((slice(0, column), left_plane), (slice(column, width), plane)):
                if part.start == part.stop:
                    continue
                if mirror:
                    cv2.flip(source[:, width - part.stop : width - part.start], 1, dst=target[:, part])
                else:
                    target[:, part] = source[:, part]
        return staged


def alpha_image(alpha: U8, like: Image) -> Image:
    """uint8 [H, W] as greys in another picture's format: 255 shows white."""
    if like.format is PixelFormat.BGR:
        return Image.from_bgr(cv2.cvtColor(alpha, cv2.COLOR_GRAY2BGR))
    grey = Image.empty(like)
    cv2.convertScaleAbs(alpha, dst=grey.planes[0], alpha=219 / 255, beta=16)  # limited range: 16 is black, 235 white
    for chroma in grey.planes[1:]:
        chroma[:] = 128
    return grey
