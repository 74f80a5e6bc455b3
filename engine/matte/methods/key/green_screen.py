"""The green screen: in front of a cloth of one colour, that colour decides; elsewhere the network."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.errors import EngineError
from engine.core.frame import F32, U8, Frame, Mask
from engine.core.settings import Settings
from engine.matte.methods.decision import Decision
from engine.matte.methods.key.despill import despilled, nearness
from engine.matte.methods.key.key_colour import Chroma, differs, found_key, given_key, of_key
from engine.matte.methods.key.local_colours import local_means, opacity, persons_edge, saturated, separation
from engine.matte.methods.key.regions import Regions, core, regions
from engine.matte.methods.key.small_frame import CELL_PX, SmallFrame, upsampled_cells

LEAST_CLOTH = 0.1
"""Share of the frame that the cloth must fill to decide anything."""
_SHARE_KEPT = 0.07
"""Share below which a cloth that decides gives up: a person who comes near hides some of it."""
_MOST_UNSUPPORTED = 0.05
"""Share of the frame that may be opaque in front of the cloth where the network sees no person: hair, a held object."""
_CLIP = (0.08, 0.86)
"""Opacity that is clear and the one that is opaque: noise, weave and spill move them. On clips of validation persons
(0.03, 0.98) leaves 15 % more error at the edge."""

_NOT_FOUND = EngineError(
    "no green screen fills a tenth of the picture",
    "the network finds you; light the cloth evenly or choose its colour",
    code="key-not-found",
)
_HIDDEN = EngineError(
    "much before the green screen is no person",
    "the network finds you; clear the cloth",
    code="key-hidden",
)


@dataclass(frozen=True, slots=True)
class _Cloth:
    """The cloth in a frame.

    Attributes:
        seen: Where it is seen, uint8 [h, w], 255 or 0.
        own: Where the person has its hue themselves, likewise.
        colours: Its local chroma, continued to where it is hidden, float32 [2, h, w].
    """

    seen: U8
    own: U8
    colours: F32


class GreenScreen:
    """Decides by the chroma of a cloth; see Method."""

    def __init__(self) -> None:
        self.notice: EngineError | None = None
        """Why the network alone decides; None while the cloth does."""
        self._text = ""
        self.reset()

    def reset(self) -> None:
        """Forgets the cloth: for another scene."""
        self._key: Chroma | None = None
        self._decides = False

    def decide(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """What the cloth tells of a frame; None where there is no cloth.

        Args:
            frame: The frame.
            mask: The network's mask of it.
            settings: `key` says the colour.
        """
        if settings.key != self._text:
            self._text = settings.key
            self.reset()
        small = SmallFrame.of(frame.pyramid, mask)
        key = self._key
        if settings.key != "auto":
            key = given_key(settings.key, frame.image.matrix)
        elif key is None:
            key = found_key(small.cells, small.person)
        cloth = self._seen(small, key) if key is not None else None
        if key is None or cloth is None:
            self._key, self._decides, self.notice = None, False, _NOT_FOUND
            return None
        self._key, self._decides = key, True
        return self._decision(frame, small, key, cloth)

    def _seen(self, small: SmallFrame, key: Chroma) -> _Cloth | None:
        """The cloth in a frame; None if it fills too little of it."""
        hue = of_key(small.cells, key)
        outside = hue & np.asarray(cv2.compare(small.person, 0.5, cv2.CMP_LT), np.uint8)  # type: ignore[call-overload]
        least = _SHARE_KEPT if self._decides else LEAST_CLOTH
        if np.count_nonzero(outside) < least * outside.size:
            return None
        weight = cv2.erode(outside, np.ones((3, 3), np.uint8)).astype(np.float32) * np.float32(1 / 255)
        samples = np.concatenate([small.cells, small.luma[np.newaxis]])
        colours = local_means(samples, weight, np.array([*key, 128], np.float32))
        own = hue & core(small.person, 1)
        if own.any():
            own &= differs(small.cells, small.luma, colours)
        return _Cloth(hue & ~own & ~core(small.person), own, colours[:2])

    def _decision(self, frame: Frame, small: SmallFrame, key: Chroma, cloth: _Cloth) -> Decision | None:
        person = local_means(small.cells, persons_edge(small, cloth.colours), np.zeros(2, np.float32))
        coefficients = separation(cloth.colours, person, key, _CLIP)
        of_cells = np.einsum("cyx,cyx->yx", coefficients[:2], small.cells) + coefficients[2]
        found = regions(saturated(of_cells * np.float32(255)), cloth.seen, cloth.own, small.person)
        if found.unsupported > _MOST_UNSUPPORTED:
            self.notice = _HIDDEN
            return None
        self.notice = None
        alpha = self._alpha(small, coefficients, found)
        certainty = upsampled_cells(found.behind, alpha.shape, smooth=True)
        return Decision(alpha, certainty, despilled(frame.image, key, nearness(cloth.seen), alpha))

    def _alpha(self, small: SmallFrame, coefficients: F32, found: Regions) -> U8:
        """The alpha at the working size: zero without a computation where nothing may be the person."""
        alpha = np.zeros_like(small.chroma[0])
        cells = _box_of(found.allowed & found.behind)
        pixels = (
            slice(cells[0].start * CELL_PX, cells[0].stop * CELL_PX),
            slice(cells[1].start * CELL_PX, cells[1].stop * CELL_PX),
        )
        if not alpha[pixels].size:
            return alpha
        part = opacity((small.chroma[0][pixels], small.chroma[1][pixels]), coefficients[:, cells[0], cells[1]])
        part = np.asarray(cv2.max(part, upsampled_cells(found.kept[cells], part.shape)), np.uint8)
        cv2.min(part, upsampled_cells(found.allowed[cells], part.shape), dst=alpha[pixels])
        return alpha


def _box_of(cells: U8) -> tuple[slice, slice]:
    """Rows and columns around what is set, with one more on each side."""
    x, y, width, height = cv2.boundingRect(cells)
    if not width:
        return slice(0, 0), slice(0, 0)
    return slice(max(0, y - 1), y + height + 1), slice(max(0, x - 1), x + width + 1)
