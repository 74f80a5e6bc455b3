"""From the engine's pictures to what Qt paints, at the size it is shown and no larger."""

from __future__ import annotations

import dataclasses
import math

import av
import cv2
import numpy as np
from av.video.reformatter import Interpolation, VideoReformatter
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.media.colour_formats import downsample_bgr, to_matrix


def fit(source: tuple[int, int], space: QSize) -> QSize:
    """The largest size of the source's shape that fits in `space`, both in pixels; both sides even."""
    size = QSize(*source).scaled(space, Qt.AspectRatioMode.KeepAspectRatio)
    return QSize(max(size.width() & ~1, 2), max(size.height() & ~1, 2))


class Converter:
    """Scales first, so that mirroring and the conversion touch no more pixels than are shown.

    Tables and buffers are kept: fresh memory for each picture would cost as much as filling it.
    """

    def __init__(self) -> None:
        self._scaler = VideoReformatter()
        self._spliced: Image | None = None
        self._small: Image | None = None
        self._bgra: U8 | None = None

    def to_qimage(
        self,
        image: Image,
        size: QSize,
        *,
        mirror: bool = False,
        left: Image | None = None,
        at: float = 0.5,
        upright: tuple[int, int, int, int] | None = None,
    ) -> QImage:
        """A picture as RGB32, which paints without another conversion; the next call writes over it.

        Args:
            image: What is shown.
            size: Of the result; even sides.
            mirror: Turn left into right.
            left: Another picture of the same size and format, shown left of a line in place of the first.
            upright: Left, upper side, width and height, in pixels of the picture, of a text that the mirror moves and
                leaves readable.
            at: Where that line stands, as a share of the width, 0 to 1; the mirror leaves it there.
        """
        if left is not None:
            image = self._splice(image, left, 1 - at) if mirror else self._splice(left, image, at)
        shown = self._copied(self._scaled(image, size), mirror=mirror)
        if mirror and upright is not None and left is None:
            self._turn_back(shown, upright, size.width() / image.size[0])
        if self._bgra is None or self._bgra.shape[:2] != (size.height(), size.width()):
            self._bgra = np.empty((size.height(), size.width(), 4), np.uint8)
        bgra = self._bgra
        if shown.format is PixelFormat.BGR:
            cv2.cvtColor(shown.planes[0], cv2.COLOR_BGR2BGRA, dst=bgra)
        else:
            cv2.cvtColor(to_matrix(shown, Matrix.BT601).i420_buffer(), cv2.COLOR_YUV2BGRA_I420, dst=bgra)
        return QImage(bgra.data, size.width(), size.height(), bgra.strides[0], QImage.Format.Format_RGB32)

    def _turn_back(self, mirrored: Image, box: tuple[int, int, int, int], scale: float) -> None:
        """Mirrors a part that was mirrored once more, in place; whole samples of chroma."""
        x, y, width, height = (value * scale / 2 for value in box)
        whole = mirrored.size[0] // 2
        left, right = whole - math.ceil(x + width), whole - math.floor(x)
        top, bottom = math.floor(y), math.ceil(y + height)
        for plane in mirrored.planes:
            unit = plane.shape[1] // whole
            part = plane[top * unit : bottom * unit, max(left, 0) * unit : right * unit]
            np.copyto(part, part[:, ::-1].copy())

    def _splice(self, left: Image, right: Image, at: float) -> Image:
        """One picture out of two; copying is cheaper here than scaling both."""
        spliced = self._spliced
        if spliced is None or (spliced.size, spliced.format) != (right.size, right.format):
            self._spliced = spliced = Image.empty(right)
        narrowest = right.planes[-1].shape[1]
        for target, one, other in zip(spliced.planes, left.planes, right.planes, strict=True):
            column = round(at * narrowest) * one.shape[1] // narrowest
            target[:, :column], target[:, column:] = one[:, :column], other[:, column:]
        return dataclasses.replace(spliced, matrix=right.matrix)

    def _scaled(self, image: Image, size: QSize) -> Image:
        if image.format is PixelFormat.BGR:
            return Image.from_bgr(downsample_bgr(image, (size.width(), size.height())))
        # The fast sampling skips pixels below half size; the other takes the mean of an area.
        fast = 2 * size.width() >= image.size[0]
        planes = self._scaler.reformat(
            av.VideoFrame.from_numpy_buffer(image.i420_buffer(), "yuv420p"),
            size.width(),
            size.height(),
            interpolation=Interpolation.FAST_BILINEAR if fast else Interpolation.BILINEAR,  # type: ignore[attr-defined]
            threads=1,
        ).planes
        views = [np.ndarray((p.height, p.width), np.uint8, memoryview(p), strides=(p.line_size, 1)) for p in planes]
        return dataclasses.replace(image, planes=tuple(views))

    def _copied(self, image: Image, *, mirror: bool) -> Image:
        """A copy in one buffer, which the conversion wants, mirrored on the way."""
        if self._small is None or (self._small.size, self._small.format) != (image.size, image.format):
            self._small = Image.empty(image)
        for target, plane in zip(self._small.planes, image.planes, strict=True):
            if mirror:
                cv2.flip(plane, 1, dst=target)
            else:
                target[:] = plane
        return dataclasses.replace(self._small, matrix=image.matrix)


def alpha_image(alpha: U8, like: Image) -> Image:
    """uint8 [H, W] as greys in another picture's format: 255 shows white."""
    if like.format is PixelFormat.BGR:
        return Image.from_bgr(np.asarray(cv2.cvtColor(alpha, cv2.COLOR_GRAY2BGR), np.uint8))
    grey = Image.empty(like)
    cv2.convertScaleAbs(alpha, dst=grey.planes[0], alpha=219 / 255, beta=16)  # limited range: 16 is black, 235 white
    for chroma in grey.planes[1:]:
        chroma[:] = 128
    return grey
