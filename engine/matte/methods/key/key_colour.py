"""The key colour: found at the frame's border, or given."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8, Image, Matrix
from engine.matte.methods.key.small_frame import NEUTRAL
from engine.media.colour_formats import to_bgr, to_i420

Chroma = NDArray[np.float32]
"""U and V relative to grey, float32 [2]."""

_BORDER = 0.2
"""Width of the border region: this part of the frame's width to the left and to the right, of its height above."""
_LEAST_CHROMA = 22.0
"""Of a colour that counts as saturated: painted walls and wood have up to 18, a cloth in dim light 25 and more."""
_BIN = 6
"""Width of the histogram's bins, in levels of chroma."""
_PERSON = 0.5
_MOST_OF_PERSON = 0.3
"""Share of the person that may have the key colour: more, and it is the person's own."""
_SKIN = np.array([-0.62, 0.78], np.float32)
"""Direction of skin in (U, V), light or dark (Chai and Ngan 1999: Cb 77..127, Cr 133..173)."""
_SKIN_COSINE = 0.6
"""A colour nearer than 53 degrees to skin is no key: wood and brick are."""
_ANGLE = 0.88
"""Least cosine between a colour and the key: 28 degrees, which a cloth's folds and a warm lamp stay within."""
_LEAST_OF_KEY = 0.35
"""Of the key's saturation, from which on a colour of its hue is the cloth's: shadows on it have half."""

_SAME_CHROMA, _SAME_LUMA = 0.2, 0.12
"""How far chroma and luma of a cell may lie from the cloth's nearby, of these: folds of a cloth in uneven light do by
0.1; green clothes that the network finds hardly ever are so like it."""


def given_key(text: str, matrix: Matrix) -> Chroma:
    """The chroma of a colour.

    Args:
        text: As #RRGGBB.
        matrix: The luma coefficients of the picture that it is looked for in.
    """
    red, green, blue = bytes.fromhex(text[1:])
    image = to_i420(np.full((2, 2, 3), (blue, green, red), np.uint8), matrix)
    return np.array([float(plane[0, 0]) - NEUTRAL for plane in image.planes[1:]], np.float32)


def colour_at(image: Image, x: float, y: float) -> str:
    """The colour of a picture near a point, as #RRGGBB.

    Args:
        image: The picture.
        x: From 0 at its left side to 1.
        y: From 0 above to 1.
    """
    width, height = image.size
    left, top = (
        min(max(int(at * side) // 2 * 2 - 4, 0), max(side // 2 * 2 - 8, 0)) for at, side in ((x, width), (y, height))
    )
    near = to_bgr(image.part(left, top, min(8, width), min(8, height)))
    blue, green, red = (round(float(value)) for value in near.reshape(-1, 3).mean(axis=0))
    return f"#{red:02x}{green:02x}{blue:02x}"


def found_key(cells: F32, person: F32) -> Chroma | None:
    """The most frequent saturated colour of the border region, unless it is the person's; None if there is none.

    Args:
        cells: U and V of each cell relative to grey, float32 [2, h, w].
        person: The network's mask of each cell, float32 [h, w].
    """
    height, width = person.shape
    border = np.ones((height, width), np.bool_)
    border[int(height * _BORDER) :, int(width * _BORDER) : width - int(width * _BORDER)] = False
    chroma = np.sqrt(np.einsum("cyx,cyx->yx", cells, cells))
    no_skin = np.einsum("cyx,c->yx", cells, _SKIN) < np.float32(_SKIN_COSINE) * chroma
    u, v = cells[:, border & (person < _PERSON) & (chroma > _LEAST_CHROMA) & no_skin]
    if not u.size:
        return None
    sides = np.arange(-NEUTRAL, NEUTRAL + _BIN, _BIN)
    counts = cv2.blur(np.histogram2d(u, v, (sides, sides))[0], (3, 3), borderType=cv2.BORDER_CONSTANT)
    row, column = divmod(int(counts.argmax()), counts.shape[1])
    middle = np.array([sides[row], sides[column]], np.float32) + np.float32(_BIN / 2)
    near = np.maximum(np.abs(u - middle[0]), np.abs(v - middle[1])) <= 1.5 * _BIN
    key = np.array([u[near].mean(), v[near].mean()], np.float32)
    inside = person > _PERSON
    if inside.any() and float(np.count_nonzero(of_key(cells, key)[inside])) > _MOST_OF_PERSON * np.count_nonzero(
        inside
    ):
        return None
    return key


def of_key(cells: F32, key: Chroma) -> U8:
    """Which cells have the key's hue and enough of its saturation: uint8 [h, w], 255 or 0.

    Args:
        cells: U and V relative to grey, float32 [2, h, w].
        key: The key colour.
    """
    length = float(np.linalg.norm(key))
    along = cells[0] * (key[0] / length) + cells[1] * (key[1] / length)
    chroma = np.sqrt(cells[0] * cells[0] + cells[1] * cells[1])
    found = (along > _LEAST_OF_KEY * length) & (along > np.float32(_ANGLE) * chroma)
    return np.asarray(found.view(np.uint8) * np.uint8(255), np.uint8)


def differs(cells: F32, luma: F32, cloth: F32) -> U8:
    """Which cells are not as the cloth is near them, whatever their hue: uint8 [h, w], 255 or 0.

    Args:
        cells: U and V relative to grey, float32 [2, h, w].
        luma: float32 [h, w].
        cloth: U, V and luma of the cloth near each cell, float32 [3, h, w].
    """
    across = cells - cloth[:2]
    distance = np.einsum("cyx,cyx->yx", across, across)
    other = distance > np.float32(_SAME_CHROMA**2) * np.einsum("cyx,cyx->yx", cloth[:2], cloth[:2])
    other |= np.abs(luma - cloth[2]) > np.float32(_SAME_LUMA) * cloth[2]
    return np.asarray(other.view(np.uint8) * np.uint8(255), np.uint8)
