"""The arithmetic on the person's edge."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.compositor.blending.foreground import foreground_and_background, unmix
from engine.compositor.blending.light_wrap import wrapped_light
from engine.compositor.blending.tiles import Index, TileRange, Tiles, as_words, interpolate, scaled
from engine.core.frame import F32, U8
from engine.media.colour_formats import downsample_plane


@dataclass(frozen=True, slots=True)
class EdgeOptions:
    """How the person's edge is treated.

    Attributes:
        refine: Take the person's estimated colours, without the old background in them, instead of the frame's.
        light_wrap: How much of the background's light falls on the edge, 0..100.
        straight: Mix nothing in: the person's colours wherever alpha is above 0, and the plate's elsewhere.
    """

    refine: bool
    light_wrap: int = 0
    straight: bool = False


@dataclass(frozen=True, slots=True)
class Layers:
    """Planes of one size of all that is blended; each plane is a contiguous uint8 [h, w].

    Attributes:
        planes: Which of the picture's planes these are.
        side: Of a tile in these planes, in samples.
        person: The frame's planes.
        alpha: One for all of them, 255 = person.
        out: As many, holding the background plate.
    """

    planes: slice
    side: int
    person: list[U8]
    alpha: U8
    out: list[U8]

    def copy_person(self, box: TileRange) -> None:
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
        groups: What is blended; the last one's planes are the smallest.
        box: The tiles around the person and a few more.
        window: Width of the neighbourhood that colours and light are averaged over, in tiles.
        options: How they are treated.
        person: Of each of the picture's planes what the person's colours are estimated from, and the side of a tile
            there: the plane itself, or one made smaller already.
    """

    def __init__(
        self, groups: list[Layers], box: TileRange, window: int, options: EdgeOptions, person: list[tuple[U8, int]]
    ) -> None:
        self._options = options
        if options.refine or options.light_wrap:
            alpha = _downsampled([(groups[-1].alpha, groups[-1].side)], box)[0] * np.float32(1 / 255)
        if options.refine:
            self._colours = foreground_and_background(_downsampled(person, box), alpha, window)
        if options.light_wrap:
            behind = _downsampled([(plane, layers.side) for layers in groups for plane in layers.out], box)
            self._light, self._wrap = wrapped_light(behind, alpha, window, options.light_wrap)

    def blend(self, layers: Layers, tiles: Tiles) -> tuple[Index, U8]:
        """The blended samples of some tiles, uint8 [planes, n], and their places."""
        options = self._options
        places = tiles.places(layers.alpha, layers.side)
        opacity = _taken([layers.alpha], places, layers.side)[0]
        colour = _taken(layers.person, places, layers.side).astype(np.float32)
        alpha = opacity * np.float32(1 / 255)
        if options.refine:
            person, background = interpolate(self._colours[:, layers.planes], tiles.neighbours, layers.side)
            unmix(colour, alpha, person, background)
        if options.light_wrap:
            light = interpolate(self._light[layers.planes], tiles.neighbours, layers.side)
            light -= colour
            light *= interpolate(self._wrap, tiles.neighbours, layers.side)
            colour += light
        behind = _taken(layers.out, places, layers.side)
        if options.straight:
            np.copyto(colour, behind, where=opacity == 0)
        else:
            base = behind.astype(np.float32)
            colour -= base
            colour *= alpha
            colour += base
        colour += 0.5
        return places, colour.astype(np.uint8)


def _taken(planes: list[U8], places: Index, side: int) -> U8:
    """uint8 [planes, n]."""
    words = [as_words(plane, side) for plane in planes]
    taken = np.empty((len(planes), places.size), words[0].dtype)
    for row, source in zip(taken, words, strict=True):
        source.take(places, out=row, mode="clip")
    return taken.view(np.uint8)


def _downsampled(planes: list[tuple[U8, int]], box: TileRange) -> F32:
    """Planes with the side of their tiles -> one sample for each tile of a box, the outermost repeated around them.

    Returns:
        float32 [planes, rows + 2, columns + 2], 0..255.
    """
    rows, columns = (extent.stop - extent.start for extent in box)
    small = np.empty((len(planes), rows + 2, columns + 2), np.uint8)
    for (plane, side), target in zip(planes, small, strict=True):
        average = downsample_plane(plane[scaled(box, side)], (columns, rows))
        cv2.copyMakeBorder(average, 1, 1, 1, 1, cv2.BORDER_REPLICATE, dst=target)
    return small.astype(np.float32)
