"""The numbers of blending, each with its source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlendParameters:
    """How the person is blended over the background plate.

    Errors are of twelve frames of persons who were cut out and filmed before one background, composed over another
    and compared with the same frame filmed there: mean absolute error (0..255) in the edge band, with the true alpha.

    Attributes:
        tile_px: Side of a tile: the edge band of a 256x144 mask is about that wide at 720p.
        large_tile_px: The same in larger frames, where the band is wider in pixels.
        large_frame_px: Shorter side above which frames are large.
        window: Width of the neighbourhood that colours and light are averaged over, as a share of the shorter side: 40
            pixels at 720p. Five tiles there, which have an error of 2.56; seven have 2.76, eleven 3.13.
        min_window_tiles: The least that spans an edge with a tile on both sides.
        picture_weight: Weight of the local picture itself, which takes over where neither the person nor the background
            is near. 0.0001 to 0.01 have the same error within 1 %, 0.1 has 15 % more. The native kernel has the same
            number (`LEAST_WEIGHT` in kernels/source/tiles.c).
        max_light: Share of the background's light in the outermost edge at `light_wrap` 100. Chosen by eye.
        batch_tiles: Tiles whose arithmetic is done at once, which bounds its memory. A usual edge has 500 to 1000.
    """

    tile_px: int = 8
    large_tile_px: int = 16
    large_frame_px: int = 1100
    window: float = 0.055
    min_window_tiles: int = 5
    picture_weight: float = 1e-3
    max_light: float = 0.6
    batch_tiles: int = 2048


@dataclass(frozen=True, slots=True)
class TransparencyParameters:
    """What lies around the person in a transparent picture.

    Attributes:
        padding_px: How far the person's colours continue where alpha is 0: a block of a lossy encoder (8x8 in JPEG and
            H.264's transform), so that no black bleeds in.
        inset_px: Colours are taken from so far inside the person: nearer to the edge they may keep some of the
            background, in chroma most of all, which is coded at half the size.
        certain: Alpha (0..255) of a pixel near which a fainter one is kept: one half. How near is the window of
            `BlendParameters`, beyond which a pixel's own colour can't be estimated.
        min_reach_px: The same in small pictures: a tile.
    """

    padding_px: int = 8
    inset_px: int = 3
    certain: int = 128
    min_reach_px: int = 8


BLEND = BlendParameters()
TRANSPARENCY = TransparencyParameters()
