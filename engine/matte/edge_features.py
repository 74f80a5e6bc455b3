"""What the edge model sees of each cell: patches of the picture and of the mask, and which local colour it is nearer.

A cell is 2x2 pixels of the working size, which is the frame shrunk to at most 640 pixels; chroma and mask lie at half
that size, so that a cell is one of their pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.colour import shrink_plane, to_i420
from engine.frame import F32, U8, Image, PixelFormat

_LONG_SIDE_PX = 640
_LUMA_PX, _CHROMA_PX, _MASK_PX, _HISTORY_PX = 6, 3, 7, 4  # sides of the patches
_STATISTICS_PX = 15  # side of the window for local colours, at a quarter of the working size
_UNCERTAIN = (24, 231)  # alpha of 255 between which a cell, or one within two cells, needs a closer look

COUNT = _MASK_PX**2 + 2 * _LUMA_PX**2 + _CHROMA_PX**2 + 1 + _HISTORY_PX**2 + 2
"""Inputs of the model for one cell."""

Index = NDArray[np.int64]


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


def working_planes(image: Image, alpha: F32) -> Planes:
    """Shrinks a frame to the working size and brings its mask, float32 [y, x] in [0, 1], to half of that."""
    if image.format is PixelFormat.BGR:
        image = to_i420(image.planes[0])
    luma, u, v = image.planes
    width, height = image.size
    scale = min(1.0, _LONG_SIDE_PX / max(width, height))
    half = max(2, round(width * scale / 4) * 2), max(2, round(height * scale / 4) * 2)
    mask = cv2.resize(cv2.convertScaleAbs(alpha, alpha=255.0), half, interpolation=cv2.INTER_LINEAR)
    chroma = shrink_plane(u, half), shrink_plane(v, half)
    return Planes(shrink_plane(luma, (half[0] * 2, half[1] * 2)), chroma, mask)  # type: ignore[arg-type]


def uncertain_cells(mask: U8) -> tuple[Index, Index]:
    """Rows and columns of the cells on and beside the edge of a mask, uint8 [h, w]."""
    near = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5))
    low, high = _UNCERTAIN
    rows, columns = np.nonzero((cv2.dilate(mask, near) > low) & (cv2.erode(mask, near) < high))
    return rows, columns


def gather(planes: Planes, cells: tuple[Index, Index], history: F32) -> F32:
    """The model's inputs: float32 [n, COUNT].

    Args:
        planes: The frame.
        cells: Rows and columns.
        history: What `recall` or `no_history` gave, float32 [n, 18].
    """
    rows, columns = cells
    inputs = np.empty((len(rows), COUNT), np.float32)
    ends = np.cumsum([_MASK_PX**2, _LUMA_PX**2, _CHROMA_PX**2, _LUMA_PX**2, 1])
    mask, likeness, tint, texture, contrast, past = np.split(inputs, ends, axis=1)
    mask[:] = _patches(planes.mask, rows, columns, _MASK_PX, 3)
    mask *= 1 / 127.5
    mask -= 1
    luma = _patches(planes.luma, 2 * rows, 2 * columns, _LUMA_PX, 2).astype(np.float32)
    middle, towards, distance = _local_colours(planes, rows, columns)
    np.subtract(luma, middle[:, :1], out=likeness)
    likeness *= towards[:, :1]
    np.clip(likeness, -2, 2, out=likeness)
    for channel, plane in enumerate(planes.chroma, 1):
        values = _patches(plane, rows, columns, _CHROMA_PX, 1) - middle[:, channel : channel + 1]
        values *= towards[:, channel : channel + 1]
        tint[:] = values if channel == 1 else tint + values
    np.clip(tint, -2, 2, out=tint)
    np.subtract(luma, luma.mean(axis=1, keepdims=True), out=texture)
    texture *= 1 / 40
    np.clip(texture, -2, 2, out=texture)
    contrast[:, 0] = distance / 100 - 0.5
    past[:] = history
    return inputs


def recall(previous: U8, cells: tuple[Index, Index], flow: F32, residual: U8) -> F32:
    """What the last alpha was where each cell came from, and how far to trust that: float32 [n, 18].

    Args:
        previous: The last alpha at the working size, uint8 [2h, 2w].
        cells: Rows and columns.
        flow: Backward, float32 [y, x, 2] in its own pixels; of any size.
        residual: Luma error that the flow left, uint8 [y, x].
    """
    rows, columns = cells
    scale_y, scale_x = 2 * residual.shape[0] / previous.shape[0], 2 * residual.shape[1] / previous.shape[1]
    at = ((rows + 0.5) * scale_y).astype(np.intp), ((columns + 0.5) * scale_x).astype(np.intp)
    moved = flow[at]
    offsets = np.arange(_HISTORY_PX, dtype=np.float32) - (_HISTORY_PX - 1) / 2
    x = (2 * columns + 0.5 + moved[:, 0] * (2 / scale_x)).astype(np.float32)[:, np.newaxis]
    y = (2 * rows + 0.5 + moved[:, 1] * (2 / scale_y)).astype(np.float32)[:, np.newaxis]
    past = np.empty((len(rows), _HISTORY_PX**2 + 2), np.float32)
    map_x, map_y = x + np.tile(offsets, _HISTORY_PX), y + np.repeat(offsets, _HISTORY_PX)
    for start in range(0, len(rows), _REMAP_ROWS):
        part = slice(start, start + _REMAP_ROWS)
        past[part, :-2] = cv2.remap(
            previous, map_x[part], map_y[part], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
    past[:, :-2] *= 1 / 127.5
    past[:, :-2] -= 1
    error = residual[at].astype(np.float32)
    past[:, -2] = np.minimum(error / 10, 3)
    past[:, -1] = np.exp(error / -4)
    return past


_REMAP_ROWS = 30_000  # cv2.remap takes less than 32768 rows


def no_history(planes: Planes, cells: tuple[Index, Index]) -> F32:
    """In place of `recall` where there is no past: the mask itself, not to be trusted."""
    past = np.empty((len(cells[0]), _HISTORY_PX**2 + 2), np.float32)
    past[:, :-2] = (planes.mask[cells] * np.float32(1 / 127.5) - 1)[:, np.newaxis]
    past[:, -2:] = 3, 0
    return past


def _patches(plane: U8, rows: Index, columns: Index, side: int, before: int) -> U8:
    """Square patches that begin `before` pixels above and left of each place: uint8 [n, side * side]."""
    after = side - before
    framed = np.asarray(cv2.copyMakeBorder(plane, before, after, before, after, cv2.BORDER_REPLICATE), np.uint8)
    return sliding_window_view(framed, (side, side))[rows, columns].reshape(len(rows), -1)


def _local_colours(planes: Planes, rows: Index, columns: Index) -> tuple[F32, F32, F32]:
    """How the person's mean colour nearby differs from the room's.

    Returns:
        Of each cell: the colour midway between both, float32 [n, 3]; the way from there to the person's, scaled so that
        a colour's product with it is about -1 for the room and 1 for the person; their distance, float32 [n].
    """
    height, width = planes.mask.shape
    size = width // 2, height // 2
    y, u, v, mask = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (planes.luma, *planes.chroma, planes.mask)
    )
    colours = cv2.merge([y, u, v, np.full_like(y, 255)]).astype(np.float32)
    certainty = mask.astype(np.float32) * (2 / 255) - 1
    places = np.minimum(rows // 2, size[1] - 1), np.minimum(columns // 2, size[0] - 1)
    means = []
    for weight in (np.maximum(certainty, 0), np.maximum(-certainty, 0)):
        weighted = colours * (weight * weight + 1e-4)[..., np.newaxis]
        mean = cv2.blur(weighted, (_STATISTICS_PX, _STATISTICS_PX))[places]
        means.append(mean[:, :3] * (255 / mean[:, 3:]))
    person, room = means
    towards = person - room
    squared = (towards * towards).sum(axis=1) + 100
    return (person + room) / 2, towards * (2 / squared)[:, np.newaxis], np.sqrt(squared)
