"""Takes the cloth's light off the person: what of the key's chroma lies on colours that have none of their own."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from engine.core.frame import U8, Image, PixelFormat
from engine.matte.methods.key.key_colour import Chroma
from engine.matte.methods.key.small_frame import NEUTRAL
from engine.media.colour_formats import downsample_plane

_OWN = 0.7
"""Share of the key's saturation from which on a colour is the clothes' own; up to half of it, it is all spill."""
_OPAQUE = 200
"""Alpha (0..255) below which a pixel's excess is the cloth behind it, which composition takes out."""
_REACH = 0.06
"""How far the cloth's light reaches into the person, of the frame's width."""
_MOST_AT_EDGE = 0.3
"""Levels that are taken off, by level of `nearness`: where half of the surroundings is cloth, 38."""


def despilled(image: Image, key: Chroma, near: U8, alpha: U8) -> Image:
    """The frame with the cloth's light taken off the person near it.

    Args:
        image: The frame; only I420 pictures are changed.
        key: The key colour.
        near: How much of the cloth is near, uint8 [h, w] of any size, see `nearness`.
        alpha: uint8 [h, w] of any size, 255 = person.
    """
    if image.format is not PixelFormat.I420:
        return image
    length = float(np.linalg.norm(key))
    across, down = (float(part) / length for part in key)
    u, v = image.planes[1:]
    size = u.shape[1], u.shape[0]
    # The component along the key: all of it up to half of what is the clothes' own, then ever less.
    excess = cv2.addWeighted(u, across, v, down, -NEUTRAL * (across + down))
    removed = cv2.min(excess, cv2.subtract(np.full_like(u, round(_OWN * length)), excess))
    removed = cv2.min(removed, cv2.subtract(downsample_plane(alpha, size), np.full_like(u, _OPAQUE)))
    removed = cv2.min(removed, cv2.resize(near, size, interpolation=cv2.INTER_NEAREST))
    new_u, new_v = cv2.addWeighted(u, 1, removed, -across, 0), cv2.addWeighted(v, 1, removed, -down, 0)
    return replace(image, planes=(image.planes[0], np.asarray(new_u, np.uint8), np.asarray(new_v, np.uint8)))


def nearness(cloth: U8) -> U8:
    """How much may be taken off near the cloth, in levels of chroma: uint8 [h, w].

    Args:
        cloth: Where it is seen, uint8 [h, w], 255 or 0.
    """
    side = 2 * max(1, round(cloth.shape[1] * _REACH)) + 1
    near = cv2.blur(cloth, (side, side), borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.convertScaleAbs(near, alpha=_MOST_AT_EDGE), np.uint8)
