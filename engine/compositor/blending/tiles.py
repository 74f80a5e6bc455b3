"""The small squares of a picture that lie on the person's edge, gathered so that arithmetic touches nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.compositor.blending.parameters import BLEND
from engine.core.frame import F32, U8

Index = NDArray[np.intp]
Flags = NDArray[np.bool_]
TileRange = tuple[slice, slice]

_OPAQUE = np.uint64(0xFFFF_FFFF_FFFF_FFFF)


def tile_side(size: tuple[int, int]) -> int:
    """Side in pixels of the tiles of a picture of (width, height): follows the edge band of an upsampled mask."""
    return BLEND.tile_px if min(size) <= BLEND.large_frame_px else BLEND.large_tile_px


def window_tiles(size: tuple[int, int]) -> int:
    """Width of the neighbourhood that colours and light are averaged over: an odd number of tiles.

    The edge band of a mask is some pixels of the network wide, so the window is a fixed part of the shorter side, but
    it always spans the tiles that an edge runs through.
    """
    return max(BLEND.min_window_tiles, int(min(size) * BLEND.window / tile_side(size)) // 2 * 2 + 1)


def occupied_tiles(alpha: U8, side: int) -> Flags:
    """Which tiles hold a part of the person.

    Args:
        alpha: uint8 [H, W], contiguous, its sides multiples of a tile's.
        side: Of a tile, in pixels; a multiple of 8.

    Returns:
        bool [H / side, W / side]: any alpha is above 0.
    """
    height, width = alpha.shape
    words = alpha.view(np.uint64).reshape(height // side, side, width // 8)
    return np.bitwise_or.reduce(words, axis=1).reshape(-1, width // side, side // 8).any(axis=2)  # type: ignore[no-any-return]


def mixed_tiles(alpha: U8, side: int, occupied: Flags) -> Flags:
    """Which of the occupied tiles have something of the background in them: any alpha is below 255.

    Args:
        alpha: uint8 [H, W].
        side: Of a tile, in pixels.
        occupied: Tiles to look at, bool [rows, columns].

    Returns:
        bool [rows, columns].
    """
    rows, columns = box_of(occupied)
    mixed = np.zeros_like(occupied)
    height, width = alpha.shape
    words = alpha.view(np.uint64).reshape(height // side, side, width // 8)
    least = np.bitwise_and.reduce(words[rows, :, columns.start * side // 8 : columns.stop * side // 8], axis=1)
    opaque = (least == _OPAQUE).reshape(*mixed[rows, columns].shape, side // 8).all(axis=2)
    np.logical_and(occupied[rows, columns], ~opaque, out=mixed[rows, columns])
    return mixed


def box_of(flags: Flags, margin: int = 0) -> TileRange:
    """Rows and columns around all tiles that are set, bool [rows, columns], with a margin; empty if none is."""
    x, y, width, height = cv2.boundingRect(flags.view(np.uint8))
    if not width:
        return slice(0, 0), slice(0, 0)
    rows, columns = flags.shape
    return (
        slice(max(0, y - margin), min(rows, y + height + margin)),
        slice(max(0, x - margin), min(columns, x + width + margin)),
    )


def scaled(box: TileRange, factor: int) -> TileRange:
    """A box of tiles in samples of a plane, `factor` being the tiles' side there."""
    rows, columns = (slice(part.start * factor, part.stop * factor) for part in box)
    return rows, columns


@dataclass(frozen=True, slots=True)
class Tiles:
    """A list of tiles.

    Attributes:
        ys: intp [n], row of each in the grid of tiles.
        xs: intp [n], column of each.
        neighbours: intp [n, 9], where each and those around it lie in a flattened field, for `interpolate`.
    """

    ys: Index
    xs: Index
    neighbours: Index

    @staticmethod
    def at(ys: Index, xs: Index, box: TileRange) -> Tiles:
        """Tiles whose fields are those of a box of tiles, with a border of one tile around it.

        Args:
            ys: Rows, int64 [n].
            xs: Columns, int64 [n].
            box: Rows and columns of the box.
        """
        pitch = box[1].stop - box[1].start + 2
        corners = (ys - box[0].start) * pitch + (xs - box[1].start)
        return Tiles(ys, xs, corners[:, None] + _offsets(3, 3, pitch))

    def places(self, plane: U8, side: int) -> Index:
        """Where the tiles lie in `as_words` of a contiguous plane.

        Args:
            plane: uint8 [h, w].
            side: Of a tile in this plane, in samples.
        """
        words_a_row = side // _word(side).itemsize
        pitch = plane.shape[1] // side * words_a_row
        corners = self.ys * (side * pitch) + self.xs * words_a_row
        places: Index = (corners[:, None] + _offsets(side, words_a_row, pitch)).reshape(-1)
        return places


@lru_cache(maxsize=16)
def _offsets(rows: int, columns: int, pitch: int) -> Index:
    """How far a block's places lie from its first one in rows of this pitch, intp [rows * columns]."""
    return (np.arange(rows)[:, None] * pitch + np.arange(columns)).reshape(-1)


def as_words(samples: U8, side: int) -> NDArray[np.unsignedinteger[Any]]:
    """Contiguous uint8 [n] as a flat array of the largest words that a tile's row consists of: few copies move much."""
    return samples.reshape(-1).view(_word(side))


def _word(side: int) -> np.dtype[np.unsignedinteger[Any]]:
    return np.dtype(np.uint64 if side % 8 == 0 else np.uint32)


def interpolate(fields: F32, neighbours: Index, side: int) -> F32:
    """Fields with one value for each tile's centre, bilinearly, at every sample of some tiles.

    Args:
        fields: float32 [..., rows + 2, columns + 2].
        neighbours: intp [n, 9] of the tiles.
        side: Of a tile, in samples.

    Returns:
        float32 [..., n * side * side].
    """
    shape = fields.shape[:-2]
    around = fields.reshape(*shape, -1).take(neighbours.reshape(-1), axis=-1).reshape(-1, 9)
    spread: F32 = cv2.gemm(around, _bilinear(side), 1, None, 0)  # type: ignore[call-overload]
    return spread.reshape(*shape, -1)


@cache
def _bilinear(side: int) -> F32:
    """float32 [9, side * side]: weights of a tile's 3x3 neighbours' centres at each of its samples."""
    offset = (np.arange(side) + 0.5) / side - 0.5
    line = np.stack([np.maximum(-offset, 0), 1 - np.abs(offset), np.maximum(offset, 0)])
    weights: F32 = np.einsum("ay,bx->abyx", line, line).reshape(9, side * side).astype(np.float32)
    return weights
