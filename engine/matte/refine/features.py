"""Features of the edge refinement network: patches of luma, chroma and mask around each edge cell.

A cell is 2x2 pixels of the working size, which is the frame downsampled to at most 640 pixels; chroma and mask have
half that size, so that a cell is one of their pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8, FramePyramid, PixelFormat
from engine.media.colour_formats import downsample_from, downsample_plane, to_i420

_LONG_SIDE_PX = 640
STATISTICS_PX = 3  # side of the window for local colours, at a sixteenth of the working size
_UNCERTAIN = (36, 213)  # alpha (0..255) between which a cell, or its neighbour, belongs to the edge
_DEEP_CELLS = 6  # distance from the mask's background: deeper inside the person the mask is more exact than the network
_SURE_BACKGROUND, _BACKGROUND_CELLS = 90, 9  # background without surer background this near is a dip inside the person

Offsets = NDArray[np.int64]
"""Rows and columns relative to a cell, [k, 2]."""


def _square(side: int, step: int = 1) -> list[tuple[int, int]]:
    """Points of a grid around the origin, row by row."""
    reach = range(-(side // 2) * step, side // 2 * step + 1, step)
    return [(row, column) for row in reach for column in reach]


_MASK_AT = np.array([*_square(3), *(at for at in _square(3, step=3) if at != (0, 0))])
_LUMA_AT = np.array(  # from a cell's upper left pixel: its own four, the twelve around them, two more on each side
    [(row, column) for row in range(-1, 3) for column in range(-1, 3)]
    + [(-2, 0), (-2, 1), (3, 0), (3, 1), (0, -2), (1, -2), (0, 3), (1, 3)]
)
_CHROMA_AT = np.array([(0, 0), (0, 1), (0, -1), (1, 0), (-1, 0)])
_PIXELS_AT = np.array([(0, 0), (0, 1), (1, 0), (1, 1)], np.float32)  # a cell's own

BLOCKS = (len(_MASK_AT), len(_LUMA_AT), len(_CHROMA_AT), 1, len(_PIXELS_AT), 3)
"""Widths of the network's inputs for one cell, in the order that `gather` gives them."""

Index = NDArray[np.intp]
Flags = NDArray[np.bool_]
Cells = tuple[Index, Index]
"""Rows and columns of cells, each [n]."""


@dataclass(frozen=True, slots=True)
class Planes:
    """A frame at the working size.

    Attributes:
        luma: uint8 [2h, 2w].
        chroma: U and V, uint8 [h, w].
        mask: uint8 [h, w], 255 = person.
    """

    luma: U8
    chroma: tuple[U8, U8]
    mask: U8


def working_size(size: tuple[int, int], *, coarse: bool = False) -> tuple[int, int]:
    """(width, height) that edges are refined at, both multiples of 4.

    Args:
        size: (width, height) of the frame.
        coarse: Half of it, for fewer edge cells.
    """
    scale = min(1.0, _LONG_SIDE_PX / max(size)) / (2 if coarse else 1)
    width, height = (max(2, round(side * scale / 4) * 2) * 2 for side in size)
    return width, height


def working_planes(picture: FramePyramid, alpha: F32, *, coarse: bool = False) -> Planes:
    """Downsamples a frame to the working size and scales its mask to half of that.

    Args:
        picture: The frame.
        alpha: Its mask, float32 [y, x] in [0, 1].
        coarse: Take half the working size, for fewer edge cells.
    """
    if picture.image.format is PixelFormat.BGR:
        picture = FramePyramid(to_i420(picture.image.planes[0]))
    width, height = working_size(picture.image.size, coarse=coarse)
    half = width // 2, height // 2
    mask = cv2.resize(cv2.convertScaleAbs(alpha, alpha=255.0), half, interpolation=cv2.INTER_LINEAR)
    chroma = downsample_from(picture, 1, half), downsample_from(picture, 2, half)
    luma = downsample_from(picture, 0, (width, height))
    return Planes(luma, chroma, mask)  # type: ignore[arg-type]


def _within(cells: int) -> U8:
    """The square of cells around one."""
    return np.ones((2 * cells + 1, 2 * cells + 1), np.uint8)


def edge_cells(mask: U8) -> U8:
    """The cells at the edge of a mask, uint8 [h, w]: 255 there, else 0."""
    background = cv2.threshold(mask, 127, 255, cv2.THRESH_BINARY_INV)[1]
    sure = cv2.threshold(mask, _SURE_BACKGROUND, 255, cv2.THRESH_BINARY_INV)[1]
    person = cv2.bitwise_not(cv2.bitwise_and(background, cv2.dilate(sure, _within(_BACKGROUND_CELLS))))
    deep = cv2.erode(person, _within(_DEEP_CELLS))
    near = cv2.getStructuringElement(cv2.MORPH_RECT, (3, 3))
    low, high = _UNCERTAIN
    some = cv2.threshold(cv2.dilate(mask, near), low, 255, cv2.THRESH_BINARY)[1]
    not_all = cv2.threshold(cv2.erode(mask, near), high - 1, 255, cv2.THRESH_BINARY_INV)[1]
    return np.asarray(cv2.subtract(cv2.bitwise_and(some, not_all), deep), np.uint8)


def coordinates(edge: U8) -> Cells:
    """Rows and columns, intp [n] each, of the cells that are set in uint8 [h, w], row by row."""
    found = cv2.findNonZero(edge)
    if found is None:
        return np.empty(0, np.intp), np.empty(0, np.intp)
    columns, rows = found.reshape(-1, 2).T.astype(np.intp)
    return rows, columns


def gather(planes: Planes, cells: Cells) -> list[F32]:
    """Features of each cell from the frame and its mask.

    Returns:
        float32 [n, ...] each: the mask nearby, 0..255; each luma nearby between the background's local colour
        (-2) and the person's (2); the same for chroma; the distance of the two colours.
    """
    rows, columns = cells
    mask = _around(planes.mask, rows, columns, _MASK_AT).astype(np.float32)
    numbers = local_colours(planes)
    blocks = np.minimum(rows // 8, numbers.shape[0] - 1), np.minimum(columns // 8, numbers.shape[1] - 1)
    found = numbers[blocks]
    middle, towards, distance = found[:, :3], found[:, 3:6], found[:, 6:]
    likeness = _around(planes.luma, 2 * rows, 2 * columns, _LUMA_AT) - middle[:, :1]
    likeness *= towards[:, :1]
    u, v = (_around(plane, rows, columns, _CHROMA_AT) for plane in planes.chroma)
    tint = (u - middle[:, 1:2]) * towards[:, 1:2]
    tint += (v - middle[:, 2:]) * towards[:, 2:]
    for block in (likeness, tint):
        np.clip(block, -2, 2, out=block)
    return [mask, likeness, tint, distance]


def history_features(planes: Planes, previous: U8, cells: Cells, flow: F32, residual: U8, change: U8) -> list[F32]:
    """The last alpha where each cell was then, and the confidence in it.

    Args:
        planes: The frame.
        previous: The last alpha at the working size, uint8 [2h, 2w].
        cells: Rows and columns.
        flow: Backward, float32 [y, x, 2] in its own pixels; of any size.
        residual: Residual luma error of the flow, uint8 [y, x].
        change: Luma change in place, uint8 [y, x].

    Returns:
        Of its 2x2 pixels, float32 [n, 4], 0..255; and float32 [n, 3].
    """
    rows, columns = cells
    height, width = residual.shape
    scale_y, scale_x = 2 * height / previous.shape[0], 2 * width / previous.shape[1]
    at = ((rows + 0.5) * scale_y).astype(np.intp) * width + ((columns + 0.5) * scale_x).astype(np.intp)
    moved = flow.reshape(-1, 2).take(at, axis=0) * np.array([2 / scale_x, 2 / scale_y], np.float32)
    x = (moved[:, 0] + 2 * columns + _PIXELS_AT[:, 1:]).astype(np.float32)
    y = (moved[:, 1] + 2 * rows + _PIXELS_AT[:, :1]).astype(np.float32)
    warped = np.empty(x.shape, np.uint8)
    for start in range(0, len(rows), _REMAP_COLUMNS):
        part = slice(start, start + _REMAP_COLUMNS)
        warped[:, part] = cv2.remap(previous, x[:, part], y[:, part], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    history = warped.T.astype(np.float32)
    error, moved_on = residual.reshape(-1).take(at), change.reshape(-1).take(at)
    confidence = np.column_stack([ERROR_TERMS.take(error, axis=0), ERROR_TERMS[:, 0].take(moved_on)])
    # Where the picture has changed and the mask disagrees, the history would be a ghost.
    mask = planes.mask[cells].astype(np.float32)
    stale = (np.maximum(error, moved_on) > STALE_LUMA) & (np.abs(history.mean(axis=1) - mask) > STALE_ALPHA)
    history[stale] = mask[stale, np.newaxis]
    confidence[stale] = NO_CONFIDENCE
    return [history, confidence]


STALE_LUMA, STALE_ALPHA = 6, 90
NO_CONFIDENCE = (3, 0, 3)
_REMAP_COLUMNS = 30_000  # cv2.remap takes less than 32768 of them
ERROR_TERMS = np.column_stack([np.minimum(np.arange(256) / 10, 3), np.exp(np.arange(256) / -4)]).astype(np.float32)


def no_history(planes: Planes, cells: Cells) -> list[F32]:
    """Replaces `history_features` without a history, float32 [n, ...] each: the mask itself, without confidence."""
    history = np.repeat(planes.mask[cells].astype(np.float32)[:, np.newaxis], len(_PIXELS_AT), axis=1)
    return [history, np.tile(np.array(NO_CONFIDENCE, np.float32), (len(history), 1))]


def _around(plane: U8, rows: Index, columns: Index, offsets: Offsets) -> U8:
    """Samples at the offsets from each cell, the border replicated: uint8 [n, k]."""
    reach = int(np.abs(offsets).max())
    framed = np.asarray(cv2.copyMakeBorder(plane, reach, reach, reach, reach, cv2.BORDER_REPLICATE), np.uint8)
    stride = framed.shape[1]
    first = (rows + reach) * stride + (columns + reach)
    index = first[:, np.newaxis] + (offsets[:, 0] * stride + offsets[:, 1])
    return np.asarray(framed.reshape(-1).take(index), np.uint8)


def local_colours(planes: Planes) -> F32:
    """The local mean colours of person and background, in blocks of 8x8 cells.

    Returns:
        float32 [y, x, 7]: the colour midway between both (3), the direction to the person's, scaled so that a colour's
        product with it is about -1 for the background and 1 for the person (3), their distance.
    """
    y, u, v, mask = block_planes(planes)
    colour = cv2.merge([y, u, v]).astype(np.float32)
    certainty = mask.astype(np.float32) * np.float32(2 / 255) - 1
    person, background = (_mean_where(colour, np.maximum(sign * certainty, 0)) for sign in (1, -1))
    towards = person - background
    squared = np.einsum("yxc,yxc->yx", towards, towards)[..., np.newaxis] + 100
    return np.concatenate([(person + background) / 2, towards * (2 / squared), np.sqrt(squared)], axis=2)


def block_planes(planes: Planes) -> list[U8]:
    """Y, U, V and the mask of blocks of 8x8 cells: uint8 [y, x] each."""
    height, width = planes.mask.shape
    size = max(1, width // 8), max(1, height // 8)
    return [downsample_plane(plane, size) for plane in (planes.luma, *planes.chroma, planes.mask)]


def _mean_where(colour: F32, certainty: F32) -> F32:
    """Local means of float32 [y, x, 3], weighted by the square of float32 [y, x] in [0, 1]."""
    weight = certainty * certainty + np.float32(1e-4)
    window = STATISTICS_PX, STATISTICS_PX
    return np.asarray(
        cv2.blur(colour * weight[..., np.newaxis], window) / cv2.blur(weight, window)[..., np.newaxis], np.float32
    )
