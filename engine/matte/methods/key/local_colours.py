"""The local colours of cloth and person, and the linear function of chroma that tells them apart."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.frame import F32, U8
from engine.matte.methods.key.key_colour import Chroma
from engine.matte.methods.key.small_frame import NEUTRAL, SmallFrame

_NEAR, _FAR = (3, 3), (23, 23)
"""Windows that colours are averaged over, in pairs of cells: larger ones leave more error at the edge, on clips of
validation persons. The second reaches where the person hides the cloth."""
_CLEAR, _MIXED = 0.7, 0.4
"""Share of the cloth's chroma from which on a cell is surely cloth, and up to which a person's may be spill."""
_EDGE_CELLS = 4
_INNER_WEIGHT = 0.02
"""Of the person's colours further inside than so many cells: they lie in less of the cloth's light."""
_FAR_WEIGHT, _ALL_WEIGHT = 1e-2, 1e-4
"""Of the larger window and of the whole frame, where the smaller one holds no sample."""
_SOFT = 160
"""Opacity (0..255) from which on a pixel is opaque unless one beside it is not."""
_LEAST_CONTRAST = 0.6
"""Distance of person and cloth along the key, of the key's length, that is assumed at least: a person whose clothes
have something of the key is opaque, not clear."""


def persons_edge(small: SmallFrame, cloth: F32) -> F32:
    """How far each cell shows the person's colours at their edge, with the cloth's light on them: float32 [h, w].

    Args:
        small: The frame.
        cloth: The cloth's local colours, float32 [2, h, w].
    """
    share = np.einsum("cyx,cyx->yx", small.cells, cloth) / np.einsum("cyx,cyx->yx", cloth, cloth)
    mixed = cv2.dilate(cv2.compare(share, _MIXED, cv2.CMP_GT), np.ones((3, 3), np.uint8))  # type: ignore[call-overload]
    side = 2 * _EDGE_CELLS + 1
    near = cv2.dilate(cv2.compare(share, _CLEAR, cv2.CMP_GT), np.ones((side, side), np.uint8))  # type: ignore[call-overload]
    weight = np.where(near > 0, np.float32(1), np.float32(_INNER_WEIGHT)) * (mixed == 0)
    return np.asarray(np.maximum(small.person * 2 - 1, 0) * weight, np.float32)


def local_means(colours: F32, weight: F32, otherwise: F32) -> F32:
    """Means of a colour near each cell, continued to where there is none.

    Args:
        colours: float32 [c, h, w].
        weight: float32 [h, w] in [0, 1]: of each cell as a sample.
        otherwise: Where no cell is a sample, float32 [c].

    Returns:
        float32 [c, h, w].
    """
    height, width = weight.shape
    samples = cv2.merge([*(plane * weight for plane in colours), weight])
    samples = cv2.resize(samples, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    total = np.array(cv2.mean(samples)[: len(colours) + 1], np.float32)
    total[:-1] += otherwise * np.float32(_ALL_WEIGHT)
    total[-1] += np.float32(_ALL_WEIGHT)
    sums = cv2.blur(samples, _NEAR) + cv2.blur(samples, _FAR) * np.float32(_FAR_WEIGHT)
    sums += total * np.float32(_ALL_WEIGHT)
    means = sums[..., :-1] / sums[..., -1:]
    upsampled = cv2.resize(means, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(upsampled.transpose(2, 0, 1))


def separation(cloth: F32, person: F32, key: Chroma, clip: tuple[float, float]) -> F32:
    """Coefficients of the opacity of a colour C = alpha F + (1 - alpha) K, as a linear function of its chroma.

    It is the matting equation, solved for alpha along the line from the cloth's K to the person's F.

    Args:
        cloth: K of each cell, float32 [2, h, w].
        person: F of each cell, likewise.
        key: The key colour.
        clip: Opacity that is made 0, and the one that is made 1.

    Returns:
        float32 [3, h, w]: opacity = (first) U + (second) V + (third), relative to grey; beyond 0 and 1 to be clipped.
    """
    length = np.linalg.norm(key)
    direction = np.asarray(key / length, np.float32)
    across = person - cloth
    along = np.einsum("cyx,c->yx", across, direction)
    excess = np.maximum(along + np.float32(_LEAST_CONTRAST * length), 0)
    across -= direction[:, np.newaxis, np.newaxis] * excess
    black, white = clip
    scale = 1 / (np.einsum("cyx,cyx->yx", across, across) * np.float32(white - black))
    across *= scale
    level = np.einsum("cyx,cyx->yx", across, cloth) + np.float32(black / (white - black))
    return np.concatenate([across, -level[np.newaxis]])


def opacity(chroma: tuple[U8, U8], coefficients: F32) -> U8:
    """The opacity of each pixel: uint8 [H, W], 255 = the person's.

    A pixel that is nearly opaque, with no clear one beside it, has no cloth behind it: colours of clothes vary.

    Args:
        chroma: U and V, uint8 [H, W] each.
        coefficients: As `separation` gives them for cells of any size.
    """
    of_u, of_v, level = coefficients * np.float32(255)
    level = level - (of_u + of_v) * np.float32(NEUTRAL)
    size = chroma[0].shape[1], chroma[0].shape[0]
    total = np.asarray(cv2.resize(level, size, interpolation=cv2.INTER_LINEAR), np.float32)
    for plane, factor in zip(chroma, (of_u, of_v), strict=True):
        cv2.accumulateProduct(plane.astype(np.float32), cv2.resize(factor, size, interpolation=cv2.INTER_LINEAR), total)
    found = saturated(total)
    clear = cv2.dilate(cv2.threshold(found, _SOFT - 1, 255, cv2.THRESH_BINARY_INV)[1], np.ones((3, 3), np.uint8))
    return np.asarray(cv2.max(found, cv2.bitwise_not(clear)), np.uint8)


def saturated(values: F32) -> U8:
    """float32 [h, w] as uint8, rounded and limited to 0..255."""
    return np.asarray(cv2.convertScaleAbs(cv2.max(values, 0.0)), np.uint8)  # type: ignore[call-overload]
