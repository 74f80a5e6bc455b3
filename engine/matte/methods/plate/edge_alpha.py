"""The alpha of the edge by the matting equation, of which the plate is the known background."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8
from engine.matte.methods.plate.evidence import Evidence
from engine.matte.methods.plate.plate import Scaled, halved, square

Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class EdgeAlphaParameters:
    """How the matting equation is solved. Chosen by MAD and dtSSD on clips of training persons.

    Attributes:
        inside_px: How far into what is shown, at half the working size, alpha may be below 1.
        gap_px: How deep a gap that is too narrow for the evidence is looked for, such as between arm and body.
        outside_px: How far outside it may be above 0: two pixels of the lens, and hair.
        colour_px: Side of the window, at a quarter of the working size, in which the person's colour is averaged.
        far_px: Of the one that stands in where that is empty.
        core_px: How deep inside, at half the working size, colours are the person's alone.
        chroma_weight: Of chroma beside luma: it has half the range.
        contrast: Difference of the two's luma, in levels, with which pixels of one chroma are told apart by half.
        margin: Alphas nearer to 0 or 1 are those: sensor noise leaves as much.
        unlike: Distance of the person's colour from the background's, in levels, at which the equation is trusted by
            half; below half of that the network decides.
    """

    inside_px: int = 2
    gap_px: int = 4
    outside_px: int = 2
    colour_px: int = 3
    far_px: int = 21
    core_px: int = 2
    chroma_weight: float = 1.5
    contrast: float = 24.0
    margin: float = 0.08
    unlike: float = 40.0


PARAMETERS = EdgeAlphaParameters()
_BLACK = np.array([[16], [128], [128]], np.float32)
"""YUV of black: light scales what is above it."""


@dataclass(frozen=True, slots=True)
class Solved:
    """The alpha at the working size.

    Attributes:
        alpha: uint8 [2h, 2w], 255 = person.
        certainty: uint8 [2h, 2w], 255 where it holds, 0 where the network decides.
    """

    alpha: U8
    certainty: U8


def solve(frame: Scaled, plate: Scaled, evidence: Evidence, shown: U8) -> Solved:
    """Solves C = alpha F + (1 - alpha) B for alpha along the outline of what is shown.

    Args:
        frame: The frame, C.
        plate: Fitted to it, B.
        evidence: What differs.
        shown: What belongs to the person, uint8 [h, w] at half the working size, 255 there.
    """
    size = frame.luma.shape[1], frame.luma.shape[0]
    inner = cv2.subtract(cv2.erode(shown, square(PARAMETERS.inside_px)), _gaps(evidence.same, shown))
    band = cv2.subtract(cv2.dilate(shown, square(PARAMETERS.outside_px)), inner)
    alpha = np.asarray(cv2.resize(inner, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    certainty = cv2.resize(cv2.bitwise_not(cv2.blur(evidence.unknown, (3, 3))), size, interpolation=cv2.INTER_LINEAR)
    found = cv2.findNonZero(band)
    if found is not None:
        columns, rows = found.reshape(-1, 2).T.astype(np.intp)
        solved, trust = _solved_at(rows, columns, frame, plate, evidence, shown)
        trusted = np.full_like(alpha, 255)
        for place, values, trusts in zip(_pixels(rows, columns, size[0]), solved, trust, strict=True):
            alpha.reshape(-1)[place] = values
            trusted.reshape(-1)[place] = trusts
        certainty = cv2.min(certainty, trusted)
    return Solved(alpha, np.asarray(certainty, np.uint8))


def _gaps(same: U8, shown: U8) -> cv2.typing.MatLike:
    """Where the plate is seen within what is shown, connected with what is not: uint8 [h, w], 255 there."""
    inside = cv2.bitwise_and(same, shown)
    outside = cv2.bitwise_not(shown)
    for _ in range(PARAMETERS.gap_px):
        outside = cv2.bitwise_or(outside, cv2.bitwise_and(cv2.dilate(outside, square(1)), inside))
    return cv2.dilate(cv2.bitwise_and(outside, shown), square(1))


def _pixels(rows: Index, columns: Index, width: int) -> list[Index]:
    """Where each of the 2x2 pixels of coordinates at half the size lies in a flattened plane of a width: intp [n]."""
    first = 2 * rows * width + 2 * columns
    return [first, first + 1, first + width, first + width + 1]


def _solved_at(
    rows: Index, columns: Index, frame: Scaled, plate: Scaled, evidence: Evidence, shown: U8
) -> tuple[U8, U8]:
    """Alpha and certainty, uint8 [4, n] each, of the 2x2 pixels of coordinates at half the working size."""
    width = shown.shape[1]
    at = rows * width + columns
    tiny = (rows >> 1) * (width >> 1) + (columns >> 1)
    gain = evidence.light.gain.reshape(-1).take(tiny).astype(np.float32)
    gain *= np.float32(1 / 128)
    own_luma, seen_luma = (_luma_at(picture, rows, columns) - 16 for picture in (plate, frame))
    own_luma *= gain
    own, seen = (_chroma_at(picture, at) - 128 for picture in (plate, frame))
    own *= gain
    person = _person_colour(frame, evidence, shown).reshape(-1, 3).take(tiny, axis=0).T - _BLACK
    weight = np.float32(PARAMETERS.chroma_weight**2)
    towards, off = person[1:] - own, seen - own
    chroma_squared = np.einsum("cn,cn->n", towards, towards) * weight
    chroma_product = np.einsum("cn,cn->n", towards, off) * weight
    seen_luma -= own_luma
    towards_luma = person[0] - own_luma
    of_luma = towards_luma * towards_luma
    squared = of_luma + chroma_squared
    # Chroma tells the mean of 2x2 pixels, and luma how they differ.
    seen_mean = seen_luma.mean(axis=0)
    alpha = (towards_luma * seen_mean + chroma_product) / np.maximum(squared, 25)
    alpha += towards_luma * (seen_luma - seen_mean) / (of_luma + np.float32(PARAMETERS.contrast**2))
    alpha -= np.float32(PARAMETERS.margin)
    alpha *= np.float32(1 / (1 - 2 * PARAMETERS.margin))
    trust = np.sqrt(squared) * np.float32(1 / PARAMETERS.unlike) - np.float32(0.5)
    return _to_u8(alpha), _to_u8(trust)


def _luma_at(picture: Scaled, rows: Index, columns: Index) -> F32:
    """float32 [4, n]: the 2x2 pixels of coordinates at half the size."""
    luma = picture.luma.reshape(-1)
    return np.stack([luma.take(place) for place in _pixels(rows, columns, picture.luma.shape[1])]).astype(np.float32)


def _chroma_at(picture: Scaled, at: Index) -> F32:
    """float32 [2, n]."""
    return np.stack([plane.reshape(-1).take(at) for plane in picture.small[1:]]).astype(np.float32)


def _to_u8(values: F32) -> U8:
    return (np.clip(values, 0, 1) * np.float32(255) + np.float32(0.5)).astype(np.uint8)


def _person_colour(frame: Scaled, evidence: Evidence, shown: U8) -> F32:
    """The person's colour nearby, float32 [h / 2, w / 2, 3], at a quarter of the working size."""
    core = cv2.bitwise_and(cv2.erode(evidence.changed, square(PARAMETERS.core_px)), shown)
    weight = halved(np.asarray(core, np.uint8)).astype(np.float32) * np.float32(1 / 255)
    weighted = frame.tiny * weight[..., np.newaxis]
    near, far = (PARAMETERS.colour_px,) * 2, (PARAMETERS.far_px,) * 2
    little = np.float32(0.02)
    total = cv2.blur(weighted, near) + little * cv2.blur(weighted, far)
    weights = cv2.blur(weight, near) + little * cv2.blur(weight, far)
    return np.asarray(total / np.maximum(weights, np.float32(1e-5))[..., np.newaxis], np.float32)
