"""Lays the person over what stands behind them: copies where one of them is alone, arithmetic on the edge only."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.colour import shrink_plane
from engine.compositor.foreground import person_and_room
from engine.compositor.light_wrap import REACH_TILES, wrapped_light
from engine.compositor.tiles import Flags, Tiles, as_words, box_of, inhabited_and_opaque, interpolate, scaled, tile_side
from engine.frame import F32, U8, Image, PixelFormat

TILES_AT_ONCE = 2048
"""Bounds the scratch memory, whatever a mask looks like; a usual edge at 720p has 500 to 1000 tiles."""


@dataclass(frozen=True, slots=True)
class Edges:
    """How the person's edge is treated.

    Attributes:
        refine: Take the person's estimated colours, without the old room in them, not the frame's.
        light_wrap: How much of the background's light falls on the edge, 0..100.
        straight: Mix nothing in: the person's colours wherever alpha is above 0, and what was behind elsewhere.
    """

    refine: bool
    light_wrap: int = 0
    straight: bool = False


@dataclass(frozen=True, slots=True)
class _Fields:
    """What varies slowly along the edge, one value a tile.

    Attributes:
        box: The tiles that the fields hold, less the border of one tile around them.
        room: Colours of the room behind the person, float32 [rows + 2, columns + 2] per plane.
        person_less_room: What the person's colours are above those.
        light: Colours of the light around the person.
        wrap: Part of it that falls on the person.
    """

    box: tuple[slice, slice]
    room: list[F32]
    person_less_room: list[F32]
    light: list[F32]
    wrap: list[F32]


class Blender:
    """Blends pictures plane by plane; keeps its scratch memory from frame to frame."""

    def __init__(self) -> None:
        self._bytes = np.empty((3, 0), np.uint8)
        self._floats = np.empty((5, 0), np.float32)

    def over(self, image: Image, alpha: U8, edges: Edges, out: Image) -> None:
        """Out = alpha * image + (1 - alpha) * out, within 1 of it; exact where alpha is 0 or 255.

        Args:
            image: The person in their room.
            alpha: uint8 [H, W], 255 = person.
            edges: How the person's edge is treated.
            out: A picture like `image`, holding what stands behind the person.
        """
        side = tile_side(image.size)
        person, target = _whole_tiles(image, side), _whole_tiles(out, side)
        alphas = _alphas(alpha, person, side)
        inhabited, opaque = inhabited_and_opaque(alphas[0], side)
        mixed = inhabited & ~opaque
        if edges.light_wrap:
            reach = np.ones((2 * REACH_TILES + 1, 2 * REACH_TILES + 1), np.uint8)
            mixed = inhabited & (cv2.dilate(mixed.view(np.uint8), reach) > 0)
        fields = _fields(person, alphas[-1], target, mixed, edges)
        _copy_opaque(person, alphas, inhabited, target)
        ys, xs = np.nonzero(mixed)
        for start in range(0, len(ys), TILES_AT_ONCE):
            tiles = Tiles(ys[start : start + TILES_AT_ONCE], xs[start : start + TILES_AT_ONCE])
            self._blend_tiles(tiles, side, person, alphas, fields, edges, target)
        _put_back(target, out)

    def _blend_tiles(
        self, tiles: Tiles, side: int, person: list[U8], alphas: list[U8], fields: _Fields, edges: Edges, out: list[U8]
    ) -> None:
        count = len(tiles.ys)
        sides = [side * plane.shape[1] // person[0].shape[1] for plane in person]
        ends = [int(end) for end in np.cumsum([count * plane_side**2 for plane_side in sides])]
        blocks = [slice(end - count * plane_side**2, end) for end, plane_side in zip(ends, sides, strict=True)]
        words = {plane_side: tiles.words(plane, plane_side) for plane_side, plane in zip(sides, person, strict=True)}
        if self._bytes.shape[1] < ends[-1]:
            self._bytes = np.empty((3, ends[-1]), np.uint8)
            self._floats = np.empty((5, ends[-1]), np.float32)
        frame, behind, opacity = (row[: ends[-1]] for row in self._bytes)
        for planes, samples in ((person, frame), (out, behind), (alphas, opacity)):
            for plane, block, s in zip(planes, blocks, sides, strict=True):
                as_words(plane, s).take(words[s], out=as_words(samples[block], s), mode="clip")
        weight, colour, base, scratch, field = (row[: ends[-1]] for row in self._floats)
        for samples, values in ((opacity, weight), (frame, colour), (behind, base)):
            np.copyto(values, samples)
        weight *= np.float32(1 / 255)
        neighbours = tiles.neighbours(fields.box)

        def spread(per_plane: list[F32], values: F32) -> F32:
            for block, plane_side, plane_field in zip(blocks, sides, per_plane, strict=True):
                interpolate(plane_field, neighbours, plane_side, values[block].reshape(count, -1))
            return values

        if edges.refine:
            _unmix(colour, weight, spread(fields.room, field), spread(fields.person_less_room, scratch))
        if edges.light_wrap:
            light = spread(fields.light, field)
            light -= colour
            light *= spread(fields.wrap, scratch)
            colour += light
        if edges.straight:
            np.copyto(colour, base, where=opacity == 0)
        else:
            colour -= base
            colour *= weight
            colour += base
        colour += 0.5
        np.copyto(frame, colour, casting="unsafe")
        for plane, block, s in zip(out, blocks, sides, strict=True):
            as_words(plane, s)[words[s]] = as_words(frame[block], s)


def _unmix(colour: F32, alpha: F32, room: F32, person_less_room: F32) -> None:
    """Takes the room out of the edge's colours, in place: F + alpha (I - alpha F - (1 - alpha) B), Forte 2021 eq. 4.

    Args:
        colour: float32 [n], the frame's, 0..255; becomes the person's.
        alpha: float32 [n] in 0..1.
        room: float32 [n], B; overwritten.
        person_less_room: float32 [n], F - B; overwritten.
    """
    colour -= room
    room += person_less_room
    person_less_room *= alpha
    colour -= person_less_room
    colour *= alpha
    colour += room
    np.clip(colour, 0, 255, out=colour)


def _fields(person: list[U8], alpha: U8, behind: list[U8], mixed: Flags, edges: Edges) -> _Fields:
    """The fields that the wanted treatment needs, around the tiles to be blended; any plane's alpha will do."""
    box = box_of(mixed, REACH_TILES)
    rows, columns = (part.stop - part.start for part in box)
    fields = _Fields(box, [], [], [], [])
    if not rows or not (edges.refine or edges.light_wrap):
        return fields

    def small(plane: U8) -> U8:
        return shrink_plane(plane[scaled(box, plane.shape[1] // mixed.shape[1])], (columns, rows))

    small_alpha = small(alpha)
    if edges.refine:
        of_person, of_room = person_and_room([small(plane) for plane in person], small_alpha)
        fields.room.extend(_bordered(room) for room in of_room)
        fields.person_less_room.extend(_bordered(p - room) for p, room in zip(of_person, of_room, strict=True))
    if edges.light_wrap:
        light, part = wrapped_light([small(plane) for plane in behind], small_alpha, edges.light_wrap)
        fields.light.extend(_bordered(plane) for plane in light)
        fields.wrap.extend([_bordered(part)] * len(light))
    return fields


def _bordered(field: F32) -> F32:
    """float32 [h, w] -> [h + 2, w + 2], the border repeating the outermost values."""
    return cv2.copyMakeBorder(field, 1, 1, 1, 1, cv2.BORDER_REPLICATE)  # type: ignore[return-value]


def _copy_opaque(person: list[U8], alphas: list[U8], inhabited: Flags, out: list[U8]) -> None:
    """Copies the person's pixels where alpha is 255."""
    box = box_of(inhabited)
    for source, alpha, target in zip(person, alphas, out, strict=True):
        part = scaled(box, source.shape[1] // inhabited.shape[1])
        if alpha[part].size:
            mask = cv2.compare(alpha[part], 255, cv2.CMP_EQ)  # type: ignore[call-overload]
            cv2.copyTo(source[part], mask, target[part])


def _alphas(alpha: U8, planes: list[U8], side: int) -> list[U8]:
    """The alpha for each plane: as it is, or its area average at half the size."""
    whole = _padded(alpha, side)
    if planes[1].shape == whole.shape:
        return [whole] * 3
    half: U8 = cv2.resize(whole, planes[1].shape[::-1], interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    return [whole, half, half]


def _whole_tiles(image: Image, side: int) -> list[U8]:
    """Three contiguous planes made of whole tiles: the picture's own where they are that, else copies."""
    if image.format is PixelFormat.BGR:
        return [_padded(plane, side) for plane in cv2.split(image.planes[0])]  # type: ignore[arg-type]
    luma, *chroma = image.planes
    return [_padded(luma, side), *(_padded(plane, side // 2) for plane in chroma)]


def _padded(plane: U8, side: int) -> U8:
    height, width = plane.shape
    if height % side or width % side:
        return cv2.copyMakeBorder(plane, 0, -height % side, 0, -width % side, cv2.BORDER_REPLICATE)  # type: ignore[return-value]
    return np.ascontiguousarray(plane)


def _put_back(planes: list[U8], out: Image) -> None:
    """Copies what `_whole_tiles` had to copy back to the picture."""
    width, height = out.size
    if out.format is PixelFormat.BGR:
        np.copyto(out.planes[0], cv2.merge(planes)[:height, :width])
        return
    for source, target in zip(planes, out.planes, strict=True):
        if source is not target:
            np.copyto(target, source[: target.shape[0], : target.shape[1]])
