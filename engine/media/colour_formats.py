"""Between I420 and BGR, and downsampling to a network's size."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import U8, FramePyramid, Image, Matrix, PixelFormat

# Luma coefficients of red and blue: ITU-R BT.601-7 section 2.5.1, BT.709-6 section 3.2.
_RED_BLUE = {Matrix.BT601: (0.299, 0.114), Matrix.BT709: (0.2126, 0.0722)}


@cache
def bgr_to_yuv(matrix: Matrix) -> NDArray[np.float32]:
    """float32 [3, 4]: (B, G, R, 1) full range -> (Y, U, V) limited range: 16..235 and 16..240."""
    red, blue = _RED_BLUE[matrix]
    luma = np.array([blue, 1 - red - blue, red])
    rows = [
        luma * 219 / 255,
        (np.array([1.0, 0, 0]) - luma) / (2 * (1 - blue)) * 224 / 255,
        (np.array([0, 0, 1.0]) - luma) / (2 * (1 - red)) * 224 / 255,
    ]
    return np.column_stack([np.stack(rows), [16.0, 128.0, 128.0]]).astype(np.float32)


@cache
def yuv_to_bgr(matrix: Matrix) -> NDArray[np.float32]:
    """The inverse of `bgr_to_yuv`, float32 [3, 4]."""
    forward = bgr_to_yuv(matrix).astype(np.float64)
    inverse = np.linalg.inv(forward[:, :3])
    return np.column_stack([inverse, -inverse @ forward[:, 3]]).astype(np.float32)


@cache
def _between(source: Matrix, target: Matrix) -> NDArray[np.float32]:
    """float32 [3, 3]: (U, V, 1) by one matrix -> by the other: what luma gains plus 128, U, V."""
    gain = bgr_to_yuv(target)[:, :3] @ yuv_to_bgr(source)[:, :3]  # its first column is (1, 0, 0): grey stays grey
    centre = np.array([[128.0], [128.0], [128.0]]) - gain[:, 1:].sum(axis=1, keepdims=True) * 128
    return np.hstack([gain[:, 1:], centre]).astype(np.float32)


def to_matrix(image: Image, matrix: Matrix) -> Image:
    """An I420 picture coded with other luma coefficients; one that needs no change comes back as it is."""
    if image.format is PixelFormat.BGR or image.matrix is matrix:
        return image
    luma, blue, red = image.planes
    rows = _between(image.matrix, matrix).tolist()
    gain, new_blue, new_red = (cv2.addWeighted(blue, of_blue, red, of_red, rest) for of_blue, of_red, rest in rows)
    upsampled = cv2.resize(gain, image.size, interpolation=cv2.INTER_LINEAR)
    planes = cv2.addWeighted(luma, 1, upsampled, 1, -128), new_blue, new_red
    return Image(PixelFormat.I420, planes, matrix, image.alpha)  # type: ignore[arg-type]


def to_bgr(image: Image) -> U8:
    """A picture as uint8 [H, W, 3], full range; BGR pictures come back as they are, not copied."""
    if image.format is PixelFormat.BGR:
        return image.planes[0]
    luma, *chroma = image.planes
    upsampled = [cv2.resize(plane, image.size, interpolation=cv2.INTER_LINEAR) for plane in chroma]
    return cv2.transform(cv2.merge([luma, *upsampled]), yuv_to_bgr(image.matrix))  # type: ignore[return-value]


def to_i420(bgr: U8, matrix: Matrix = Matrix.BT601) -> Image:
    """uint8 [H, W, 3] BGR -> an I420 picture in one contiguous buffer; an odd side loses its last pixel."""
    height, width = bgr.shape[0] // 2 * 2, bgr.shape[1] // 2 * 2
    bgr = bgr[:height, :width]
    yuv = cv2.transform(bgr, bgr_to_yuv(matrix))
    image = Image.from_i420(np.empty((height * 3 // 2, width), np.uint8), matrix)
    cv2.extractChannel(yuv, 0, image.planes[0])
    half = cv2.resize(yuv, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    cv2.extractChannel(half, 1, image.planes[1])
    cv2.extractChannel(half, 2, image.planes[2])
    return image


def downsample_plane(plane: U8, size: tuple[int, int], *, quick: bool = False) -> U8:
    """uint8 [H, W] or [H, W, C] -> [h, w] or [h, w, C] by area, (w, h) = size; upsamples bilinearly where it must.

    Exact halvings first: each is an area average at a fraction of INTER_AREA's cost from full size.

    Args:
        plane: What to downsample.
        size: (width, height) wanted.
        quick: Let bilinear sampling do what is left after the halvings, where that is a factor below 3.
    """
    width, height = size
    while plane.shape[1] >= 2 * width and plane.shape[0] >= 2 * height:
        half = plane.shape[1] // 2, plane.shape[0] // 2
        plane = cv2.resize(plane, half, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    if plane.shape[:2] == (height, width):
        return plane
    upsamples = plane.shape[1] < width or plane.shape[0] < height
    bilinear = upsamples or (quick and plane.shape[1] < 3 * width and plane.shape[0] < 3 * height)
    return cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR if bilinear else cv2.INTER_AREA)  # type: ignore[return-value]


def halves(image: Image) -> tuple[U8, ...]:
    """The planes of a picture at half their size, by area: uint8 [h // 2, w // 2] or [h // 2, w // 2, 3].

    Empty for a picture with a plane of a single row or column.
    """
    if min(min(plane.shape[:2]) for plane in image.planes) < 2:
        return ()
    return tuple(_half(plane) for plane in image.planes)


def downsample_from(pyramid: FramePyramid, number: int, size: tuple[int, int], *, quick: bool = False) -> U8:
    """`downsample_plane` of one plane of a pyramid, from its half where that is large enough; the result is the same.

    Args:
        pyramid: The picture, with or without halves.
        number: Of the plane.
        size: (width, height) wanted.
        quick: See `downsample_plane`.

    Returns:
        uint8 [h, w] or [h, w, 3].
    """
    plane = pyramid.image.planes[number]
    height, width = plane.shape[:2]
    if pyramid.halves and width >= 2 * size[0] and height >= 2 * size[1]:
        plane = pyramid.halves[number]
    return downsample_plane(plane, size, quick=quick)


def _half(plane: U8) -> U8:
    half = plane.shape[1] // 2, plane.shape[0] // 2
    return cv2.resize(plane, half, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def downsample_bgr(picture: Image | FramePyramid, size: tuple[int, int], *, quick: bool = False) -> U8:
    """A picture downsampled by area to uint8 [h, w, 3] BGR, (w, h) = size; the frame's shape is stretched to it.

    Args:
        picture: The picture; with its halves, where they are at hand.
        size: (width, height) wanted.
        quick: See `downsample_plane`.
    """
    pyramid = picture if isinstance(picture, FramePyramid) else FramePyramid(picture)
    image = pyramid.image
    # Sensor noise sits in the luma: there, unless it is to be quick, the area mean is kept at three times the cost.
    planes = [downsample_from(pyramid, number, size, quick=quick or number > 0) for number in range(len(image.planes))]
    if image.format is PixelFormat.BGR:
        return planes[0]
    return cv2.transform(cv2.merge(planes), yuv_to_bgr(image.matrix))  # type: ignore[return-value]


def in_format(image: Image, pixel_format: PixelFormat) -> Image:
    """A picture in another layout, with its alpha; one that has it already comes back as it is."""
    if image.format is pixel_format:
        return image
    bgr = to_bgr(image)
    if pixel_format is PixelFormat.BGR:
        return Image(PixelFormat.BGR, (bgr,), alpha=image.alpha)
    i420 = to_i420(bgr)
    width, height = i420.size
    return replace(i420, alpha=image.alpha[:height, :width] if image.alpha is not None else None)
