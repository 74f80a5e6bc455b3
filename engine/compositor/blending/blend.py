"""Blends the person over the background plate: copies where one of them is alone, computes on the edge only."""

from __future__ import annotations

import cv2
import numpy as np

from engine import kernels
from engine.compositor.blending.edge import Edge, EdgeOptions, Layers
from engine.compositor.blending.parameters import BLEND
from engine.compositor.blending.tiles import (
    TileRange,
    Tiles,
    box_of,
    mixed_tiles,
    occupied_tiles,
    scaled,
    tile_side,
    window_tiles,
)
from engine.core.frame import U8, FramePyramid, Image, PixelFormat
from engine.kernels.composition import Options, compose_tiles


def blend_over(picture: FramePyramid, alpha: U8, options: EdgeOptions, plate: Image, out: Image) -> None:
    """Makes out = alpha * image + (1 - alpha) * plate, within 1 of it; exact where alpha is 0 or 255.

    The native kernel does it where it was built, `blend_reference` where not.

    Args:
        picture: The frame: the person before their own background.
        alpha: uint8 [H, W], 255 = person.
        options: How the person's edge is treated.
        plate: The background plate, a picture like the frame.
        out: Another one like it, or `plate` itself.
    """
    native = kernels.native()
    if native is None:
        blend_reference(picture, alpha, options, plate, out)
        return
    image = picture.image
    side = tile_side(image.size)
    whole_tiles = not any(length % (2 * side) for length in image.size)
    compose_tiles(
        native,
        image.planes,
        picture.halves if len(image.planes) > 1 and whole_tiles else (),
        plate.planes,
        alpha,
        out.planes,
        Options(
            side, window_tiles(image.size), options.refine, options.straight, BLEND.max_light * options.light_wrap / 100
        ),
    )


def blend_reference(picture: FramePyramid, alpha: U8, options: EdgeOptions, plate: Image, out: Image) -> None:
    """`blend_over` in NumPy and OpenCV.

    Args:
        picture: The frame.
        alpha: uint8 [H, W], 255 = person.
        options: How edges are computed.
        plate: The background plate.
        out: Where the composite is written.
    """
    image = picture.image
    if plate is not out:
        for plane, source in zip(out.planes, plate.planes, strict=True):
            np.copyto(plane, source)
    side = tile_side(image.size)
    window = window_tiles(image.size)
    alpha = _padded(alpha, side)
    occupied = occupied_tiles(alpha, side)
    if not occupied.any():
        return
    mixed = mixed_tiles(alpha, side, occupied)
    if options.light_wrap:
        # Half a window of light and one tile of interpolation to both sides.
        reach = np.ones((window + 2, window + 2), np.uint8)
        mixed = occupied & (cv2.dilate(mixed.view(np.uint8), reach) > 0)
    box = box_of(occupied, margin=window // 2 + 1)
    person, target = _whole_tiles(image, side), _whole_tiles(out, side)
    if image.format is PixelFormat.BGR:
        groups = [Layers(slice(0, 3), side, person, alpha, target)]
    else:
        half = _halved(alpha, box, side)
        luma = Layers(slice(0, 1), side, person[:1], alpha, target[:1])
        groups = [luma, Layers(slice(1, 3), side // 2, person[1:], half, target[1:])]
    planes = [(plane, layers.side) for layers in groups for plane in layers.person]
    edge = Edge(groups, box, window, options, _by_halves(picture, planes))
    ys, xs = np.divmod(np.flatnonzero(mixed), mixed.shape[1])
    ranges = [slice(start, start + BLEND.batch_tiles) for start in range(0, len(ys), BLEND.batch_tiles)]
    parts = [Tiles.at(ys[part], xs[part], box) for part in ranges]
    for layers in groups:
        blended = [edge.blend(layers, tiles) for tiles in parts]
        layers.copy_person(box)
        for places, samples in blended:
            layers.write(places, samples)
    _put_back(target, out)


def _by_halves(picture: FramePyramid, planes: list[tuple[U8, int]]) -> list[tuple[U8, int]]:
    """Planes and tiles' sides, at half the size where the picture has that at hand and consists of whole tiles."""
    shapes = [plane.shape for plane, _ in planes]
    if not picture.halves or shapes != [plane.shape for plane in picture.image.planes]:
        return planes
    return [(half, side // 2) for half, (_, side) in zip(picture.halves, planes, strict=True)]


def _halved(alpha: U8, box: TileRange, side: int) -> U8:
    """The alpha's area average at half its size; what lies outside the box of tiles is not set."""
    height, width = alpha.shape
    half = np.empty((height // 2, width // 2), np.uint8)
    target = half[scaled(box, side // 2)]
    cv2.resize(alpha[scaled(box, side)], target.shape[::-1], dst=target, interpolation=cv2.INTER_AREA)
    return half


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
