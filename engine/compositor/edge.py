"""What is computed on the person's edge, for planes of one size at once."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.colour import shrink_plane
from engine.compositor.foreground import person_and_room, unmix
from engine.compositor.light_wrap import wrapped_light
from engine.compositor.tiles import Box, Index, Tiles, as_words, interpolate, scaled
from engine.frame import F32, U8


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
class Layers:
    """Planes of one size of all that is blended; each plane is a contiguous uint8 [h, w].

    Attributes:
        side: Of a tile in these planes, in samples.
        person: The frame's planes.
        alpha: One for all of them, 255 = person.
        out: As many, holding what stands behind the person.
    """

    side: int
    person: list[U8]
    alpha: U8
    out: list[U8]

    def copy_person(self, box: Box) -> None:
        """Copies the person to `out` wherever alpha is above 0; the box of tiles holds all of them."""
        part = scaled(box, self.side)
        for person, out in zip(self.person, self.out, strict=True):
            cv2.copyTo(person[part], self.alpha[part], out[part])

    def write(self, places: Index, samples: U8) -> None:
        """Writes uint8 [planes, n] to their places in `out`."""
        for out, values in zip(self.out, samples, strict=True):
            as_words(out, self.side)[places] = as_words(values, self.side)


class Edge:
    """The fields that vary slowly along the edge, estimated for a box of tiles.

    Args:
        layers: What is blended.
        box: The tiles around the person and a few more.
        alpha: float32 [rows + 2, columns + 2], 0..1, from `shrunk`.
        window: Width of the neighbourhood that colours and light are averaged over, in tiles.
        edges: How they are treated.
    """

    def __init__(self, layers: Layers, box: Box, alpha: F32, window: int, edges: Edges) -> None:
        self._layers = layers
        self._box = box
        self._edges = edges
        if edges.refine:
            self._colours = person_and_room(shrunk(layers.person, box, layers.side), alpha, window)
        if edges.light_wrap:
            self._light = wrapped_light(shrunk(layers.out, box, layers.side), alpha, window, edges.light_wrap)

    def blend(self, tiles: Tiles) -> tuple[Index, U8]:
        """The blended samples of some tiles, uint8 [planes, n], and their places."""
        layers, edges = self._layers, self._edges
        places = tiles.places(layers.alpha, layers.side)
        opacity = self._taken([layers.alpha], places)[0]
        colour = self._taken(layers.person, places).astype(np.float32)
        alpha = opacity * np.float32(1 / 255)
        neighbours = tiles.neighbours(self._box)
        if edges.refine:
            fields = self._colours.reshape(-1, *self._colours.shape[2:])
            person, room = interpolate(fields, neighbours, layers.side).reshape(2, len(colour), -1)
            unmix(colour, alpha, person, room)
        if edges.light_wrap:
            *light, part = interpolate(self._light, neighbours, layers.side)
            for plane, light_plane in zip(colour, light, strict=True):
                plane += part * (light_plane - plane)
        behind = self._taken(layers.out, places)
        if edges.straight:
            np.copyto(colour, behind, where=opacity == 0)
        else:
            base = behind.astype(np.float32)
            colour -= base
            colour *= alpha
            colour += base
        colour += 0.5
        return places, colour.astype(np.uint8)

    def _taken(self, planes: list[U8], places: Index) -> U8:
        """uint8 [planes, n]."""
        words = [as_words(plane, self._layers.side) for plane in planes]
        taken = np.empty((len(planes), places.size), words[0].dtype)
        for row, source in zip(taken, words, strict=True):
            source.take(places, out=row, mode="clip")
        return taken.view(np.uint8)


def shrunk(planes: list[U8], box: Box, side: int) -> F32:
    """One sample for each tile of a box, the outermost repeated once around them.

    Args:
        planes: uint8 [h, w] each.
        box: Of tiles.
        side: Of a tile in these planes, in samples.

    Returns:
        float32 [planes, rows + 2, columns + 2], 0..255.
    """
    part = scaled(box, side)
    rows, columns = (extent.stop - extent.start for extent in box)
    small = np.empty((len(planes), rows + 2, columns + 2), np.uint8)
    for plane, target in zip(planes, small, strict=True):
        average = shrink_plane(plane[part], (columns, rows))
        cv2.copyMakeBorder(average, 1, 1, 1, 1, cv2.BORDER_REPLICATE, dst=target)
    return small.astype(np.float32)
