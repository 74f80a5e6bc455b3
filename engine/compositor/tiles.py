"""The small squares of a picture that lie on the person's edge, gathered so that arithmetic touches nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.frame import F32, U8

Index = NDArray[np.intp]
Flags = NDArray[np.bool_]

_OPAQUE = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


def tile_side(size: tuple[int, int]) -> int:
    """Side in pixels of the tiles of a picture of (width, height): grows with the edge band of an upsampled mask."""
    return 8 if min(size) <= 1100 else 16


def inhabited_and_opaque(alpha: U8, side: int) -> tuple[Flags, Flags]:
    """Which tiles have somebody in them, and which nothing else.

    Args:
        alpha: uint8 [H, W], contiguous, its sides multiples of a tile's.
        side: Of a tile, in pixels; a multiple of 8.

    Returns:
        Two bool [H / side, W / side]: any alpha is above 0; every alpha is 255.
    """
    height, width = alpha.shape
    words = alpha.view(np.uint64).reshape(height // side, side, width // 8)
    grid = -1, width // side, side // 8
    inhabited = np.bitwise_or.reduce(words, axis=1).reshape(grid).any(axis=2)
    opaque = np.zeros_like(inhabited)
    rows = np.flatnonzero(inhabited.any(axis=1))
    if rows.size:
        part = slice(rows[0], rows[-1] + 1)
        opaque[part] = (np.bitwise_and.reduce(words[part], axis=1).reshape(grid) == _OPAQUE).all(axis=2)
    return inhabited, opaque


def box_of(flags: Flags, margin: int = 0) -> tuple[slice, slice]:
    """Rows and columns around all tiles that are set, and some more where there are more; empty if none is."""
    box = []
    for axis in (1, 0):
        places = np.flatnonzero(flags.any(axis=axis))
        first, last = (int(places[0]), int(places[-1]) + 1) if places.size else (0, 0)
        box.append(slice(max(0, first - margin), min(flags.shape[1 - axis], last + margin) if last else 0))
    return box[0], box[1]


def scaled(box: tuple[slice, slice], factor: int) -> tuple[slice, slice]:
    """A box of tiles in samples of a plane, `factor` being the tiles' side there."""
    rows, columns = (slice(part.start * factor, part.stop * factor) for part in box)
    return rows, columns


@dataclass(frozen=True, slots=True)
class Tiles:
    """A list of tiles.

    Attributes:
        ys: intp [n], row of each in the grid of tiles.
        xs: intp [n], column of each.
    """

    ys: Index
    xs: Index

    def words(self, plane: U8, side: int) -> Index:
        """Where the tiles lie in a contiguous plane, for `gather` and `scatter`.

        Args:
            plane: uint8 [h, w].
            side: Of a tile in this plane, in samples.

        Returns:
            intp [words of all tiles], see `as_words`.
        """
        words_a_row = side // _word(side).itemsize
        pitch = plane.shape[1] // side * words_a_row
        inside = np.arange(side)[:, None] * pitch + np.arange(words_a_row)
        index: Index = ((self.ys * (side * pitch) + self.xs * words_a_row)[:, None] + inside.reshape(-1)).reshape(-1)
        return index

    def neighbours(self, box: tuple[slice, slice]) -> Index:
        """Where each tile and those around it lie in a field of the box's tiles with a border of one around them.

        Returns:
            intp [n, 9], into the flattened field.
        """
        pitch = box[1].stop - box[1].start + 2
        corners = (self.ys - box[0].start) * pitch + (self.xs - box[1].start)
        return corners[:, None] + (np.arange(3)[:, None] * pitch + np.arange(3)).reshape(-1)  # type: ignore[no-any-return]


def as_words(samples: U8, side: int) -> NDArray[np.unsignedinteger[Any]]:
    """Contiguous uint8 as a flat array of the largest words that a tile's row consists of: few copies move much."""
    return samples.reshape(-1).view(_word(side))


def _word(side: int) -> np.dtype[np.unsignedinteger[Any]]:
    return np.dtype(np.uint64 if side % 8 == 0 else np.uint32)


def interpolate(field: F32, neighbours: Index, side: int, out: F32) -> None:
    """A field with one value for each tile's centre, bilinearly, at every sample of some tiles.

    Args:
        field: float32 [rows + 2, columns + 2], contiguous.
        neighbours: intp [n, 9] from `Tiles.neighbours`.
        side: Of a tile, in samples.
        out: float32 [n, side * side].
    """
    cv2.gemm(field.reshape(-1).take(neighbours), _bilinear(side), 1, None, 0, dst=out)  # type: ignore[call-overload]


@cache
def _bilinear(side: int) -> F32:
    """float32 [9, side * side]: weights of a tile's 3x3 neighbours' centres at each of its samples."""
    offset = (np.arange(side) + 0.5) / side - 0.5
    line = np.stack([np.maximum(-offset, 0), 1 - np.abs(offset), np.maximum(offset, 0)])
    weights: F32 = np.einsum("ay,bx->abyx", line, line).reshape(9, side * side).astype(np.float32)
    return weights
