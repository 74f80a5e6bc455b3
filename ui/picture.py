"""From the engine's pictures to what Qt paints, at the size it is shown and no larger."""

from __future__ import annotations

import cv2
import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from engine.colour import shrink_bgr, shrink_plane
from engine.frame import U8, Image, Matrix, PixelFormat


def fit(source: tuple[int, int], room: QSize) -> QSize:
    """The largest size of the source's shape that fits in `room`, both in pixels; both sides even."""
    size = QSize(*source).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    return QSize(max(size.width() & ~1, 2), max(size.height() & ~1, 2))


def to_qimage(image: Image, size: QSize, *, mirror: bool = False) -> QImage:
    """A picture at `size` (even sides) as RGB32, which paints without another conversion.

    Raises:
        cv2.error: The planes are not a picture of the format they claim.
    """
    target = (size.width(), size.height())
    if image.format is PixelFormat.I420 and image.matrix is Matrix.BT601:
        bgra = cv2.cvtColor(_shrink_i420(image, target), cv2.COLOR_YUV2BGRA_I420)
    else:
        bgra = cv2.cvtColor(shrink_bgr(image, target), cv2.COLOR_BGR2BGRA)
    return _wrap(bgra, mirror)


def alpha_to_qimage(alpha: U8, size: QSize, *, mirror: bool = False) -> QImage:
    """uint8 [H, W] at `size` as greys: 255 shows white."""
    grey = shrink_plane(alpha, (size.width(), size.height()))
    return _wrap(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGRA), mirror)


def _shrink_i420(image: Image, size: tuple[int, int]) -> U8:
    if image.size == size:
        return image.i420_buffer()
    width, height = size
    luma, *chroma = image.planes
    # Bilinear is an area average down to a half; below that `shrink_plane` halves first.
    planes = [_shrink(luma, size), *(_shrink(plane, (width // 2, height // 2)) for plane in chroma)]
    return np.concatenate([plane.reshape(-1) for plane in planes]).reshape(height * 3 // 2, width)


def _shrink(plane: U8, size: tuple[int, int]) -> U8:
    if plane.shape[1] < 2 * size[0]:
        return cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR)
    return shrink_plane(plane, size)


def _wrap(bgra: U8, mirror: bool) -> QImage:
    if mirror:
        bgra = cv2.flip(bgra, 1)
    height, width = bgra.shape[:2]
    return QImage(bgra.data, width, height, bgra.strides[0], QImage.Format.Format_RGB32)
