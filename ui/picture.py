"""From the engine's pictures to what Qt paints, at the size it is shown and no larger."""

from __future__ import annotations

import dataclasses

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
        # Flipped while there are still one and a half bytes to a pixel.
        planes = [_shrink(plane, target, half=number > 0, mirror=mirror) for number, plane in enumerate(image.planes)]
        i420 = np.concatenate([plane.reshape(-1) for plane in planes]).reshape(-1, target[0])
        return _wrap(cv2.cvtColor(i420, cv2.COLOR_YUV2BGRA_I420))
    bgr = shrink_bgr(image, target)
    return _wrap(cv2.cvtColor(cv2.flip(bgr, 1) if mirror else bgr, cv2.COLOR_BGR2BGRA))


def splice(left: Image, right: Image, at: float) -> Image:
    """One picture out of two of the same size and format: `left` up to the share `at` of the width, 0 to 1."""
    narrowest = left.planes[-1].shape[1]
    planes = []
    for one, other in zip(left.planes, right.planes, strict=True):
        column = round(at * narrowest) * one.shape[1] // narrowest
        planes.append(np.concatenate((one[:, :column], other[:, column:]), axis=1))
    return dataclasses.replace(right, planes=tuple(planes))


def alpha_image(alpha: U8, like: Image) -> Image:
    """uint8 [H, W] as greys in another picture's format: 255 shows white."""
    if like.format is PixelFormat.BGR:
        return Image.from_bgr(cv2.cvtColor(alpha, cv2.COLOR_GRAY2BGR))
    grey = np.full_like(like.planes[1], 128)
    luma = cv2.convertScaleAbs(alpha, alpha=219 / 255, beta=16)  # limited range: 16 is black, 235 white
    return dataclasses.replace(like, planes=(luma, grey, grey))


def _shrink(plane: U8, size: tuple[int, int], *, half: bool, mirror: bool) -> U8:
    width, height = (size[0] // 2, size[1] // 2) if half else size
    if plane.shape[1] < 2 * width:
        # Down to a half, bilinear is nearly the area average; below, `shrink_plane` halves first.
        plane = cv2.resize(plane, (width, height), interpolation=cv2.INTER_LINEAR)
    else:
        plane = shrink_plane(plane, (width, height))
    return cv2.flip(plane, 1) if mirror else plane


def _wrap(bgra: U8) -> QImage:
    height, width = bgra.shape[:2]
    return QImage(bgra.data, width, height, bgra.strides[0], QImage.Format.Format_RGB32)
