"""Which part of the frame has the cloth behind it, and which of what is before it belongs to the person."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import F32, U8

_SURE = 0.9
"""Mask value from which on the network is sure of a person."""
_PERSON = 0.5
_PERHAPS = 0.25
"""Mask value up to which the network sees no person."""
CORE_CELLS = 3
"""Depth inside the sure mask from which on no colour makes a hole: the network's edge is at most that far off."""
_REACH_CELLS = 12
"""How far from the network's person something in front of the cloth may be and still be the person's, and half the
width of what has cloth on both sides: hair, an arm, a mug."""
_PIECE = 0.02
"""Share of the frame from which on what has the cloth's colour is a piece of it, between which a person may stand."""
_FOREGROUND = 64
"""Opacity (0..255) from which on a cell is no cloth; low enough for thin hair."""
_SOLID = 150
"""Opacity above which a cell is the person's; what is further inside than an edge is soft has no cloth in it."""
_SOFT_CELLS = 2
"""How far soft edges reach beyond such cells."""
_OWN_CELLS = 3
"""How far around clothes of the key's colour the network decides."""


@dataclass(frozen=True, slots=True)
class Regions:
    """What is decided for each cell: uint8 [h, w], 255 or 0.

    Attributes:
        behind: The cloth is behind it: its colour decides.
        allowed: Something opaque here may be the person.
        kept: It is the person, whatever its colour.
        unsupported: Share of the frame that is opaque before the cloth where the network sees no person.
    """

    behind: U8
    allowed: U8
    kept: U8
    unsupported: float


def core(person: F32, cells: int = CORE_CELLS) -> U8:
    """Where the person is, that deep inside the network's sure person: uint8 [h, w], 255 or 0.

    Args:
        person: The network's mask, float32 [h, w].
        cells: How deep; by default where no colour makes a hole.
    """
    sure = cv2.compare(person, _SURE, cv2.CMP_GT)  # type: ignore[call-overload]
    # Beyond the frame's border the person goes on.
    return np.asarray(cv2.erode(sure, _square(cells), borderType=cv2.BORDER_REPLICATE), np.uint8)


def regions(opacity: U8, cloth: U8, own: U8, person: F32) -> Regions:
    """Decides for each cell.

    Args:
        opacity: uint8 [h, w], 255 = not the cloth.
        cloth: Where the cloth is seen, uint8 [h, w].
        own: Where the person has the key's colour themselves, uint8 [h, w].
        person: The network's mask, float32 [h, w].
    """
    perhaps, seen = (np.asarray(cv2.compare(person, at, cv2.CMP_GT), np.uint8) for at in (_PERHAPS, _PERSON))  # type: ignore[call-overload]
    around = np.asarray(cv2.dilate(perhaps, _square(_REACH_CELLS)), np.uint8)
    pieces = _large(cloth)
    closed = np.asarray(
        cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, _square(_REACH_CELLS), borderType=cv2.BORDER_REPLICATE), np.uint8
    )
    behind = closed & around
    behind |= cloth | (np.asarray(cv2.dilate(cloth, _square(_SOFT_CELLS)), np.uint8) & perhaps)
    behind &= ~np.asarray(cv2.dilate(own, _square(_OWN_CELLS)), np.uint8)
    inside = core(person)
    opaque = np.asarray(cv2.threshold(opacity, _FOREGROUND, 255, cv2.THRESH_BINARY)[1], np.uint8)
    # What goes on beyond the cloth is the background beside it, also between the cloth and a plant of its colour.
    beyond = _touching(~pieces & ~perhaps, ~(closed | around))
    kept = _touching((opaque & (behind | seen) & ~beyond) | inside, seen)
    unsupported = float(np.count_nonzero((kept > 0) & (person < _PERHAPS) & (behind > 0))) / kept.size
    allowed = np.asarray(cv2.dilate(kept, _square(_SOFT_CELLS)), np.uint8)
    solid = np.asarray(cv2.threshold(opacity, _SOLID, 255, cv2.THRESH_BINARY)[1], np.uint8) & kept
    solid = np.asarray(cv2.erode(solid, _square(_SOFT_CELLS), borderType=cv2.BORDER_REPLICATE), np.uint8)
    return Regions(behind, allowed, inside | solid, unsupported)


def _touching(candidates: U8, others: U8) -> U8:
    """The connected components of the candidates that have a cell in common with others: uint8 [h, w], 255 or 0."""
    count, labels = cv2.connectedComponents(candidates, connectivity=4, ltype=cv2.CV_16U)
    touching = np.zeros(count, np.uint8)
    touching[labels[(others & candidates) > 0]] = 255
    touching[0] = 0
    return np.asarray(touching[labels], np.uint8)


def _large(cloth: U8) -> U8:
    """The pieces of the cloth without small things of its colour: uint8 [h, w], 255 or 0."""
    _, labels, figures, _ = cv2.connectedComponentsWithStats(cloth, connectivity=4, ltype=cv2.CV_16U)
    large = figures[:, cv2.CC_STAT_AREA] >= _PIECE * cloth.size
    large[0] = False
    return np.asarray((large.astype(np.uint8) * np.uint8(255))[labels], np.uint8)


def _square(cells: int) -> U8:
    return np.ones((2 * cells + 1, 2 * cells + 1), np.uint8)
