"""From the small mask to an alpha of the frame's size whose edges lie on the picture's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from engine.frame import F32, U8, Image, Mask
from engine.matte.edge_features import (
    Index,
    Planes,
    edge_cells,
    gather,
    no_history,
    places,
    recall,
    working_planes,
)
from engine.matte.edge_model import EdgeModel
from engine.matte.flow import motion_between
from engine.matte.still import StillParts
from engine.settings import Settings

_MODEL_FLOOR, _MODEL_SPAN = 0.25, 0.5  # beside the edge band; the network's haze over flat areas lies below 0.25
_CURVE_FLOOR, _CURVE_SPAN = 0.2, 0.6  # where no edge is refined: half the network's ramp, least MAD on training clips

_CUT_RESIDUAL = 12.0
"""Mean luma error (0..255) beyond which the last alpha says nothing. On filmed clips a cut leaves 29 and more, a person
jumping or walking by at most 7."""


def _curve(floor: float, span: float) -> U8:
    ramp = np.clip((np.arange(256) / 255 - floor) / span, 0, 1)
    return np.round(ramp * 255).astype(np.uint8)


_BESIDE, _PLAIN = _curve(_MODEL_FLOOR, _MODEL_SPAN), _curve(_CURVE_FLOOR, _CURVE_SPAN)


class EdgeRefiner:
    """Grows masks to the frame's size.

    Along the edge of the mask a small learned model looks at the picture, at local colours and at what the alpha was
    before, taken along by optical flow; everywhere else the mask is only cleared of haze.

    Args:
        model: From inputs of cells to their alpha; the built-in one if absent.
        every_cell: Ask it for every cell of the edge at each frame, also where nothing changed; for training.
    """

    def __init__(self, model: Callable[[Sequence[F32]], F32] | None = None, *, every_cell: bool = False) -> None:
        self._model = model or EdgeModel()
        self._every_cell = every_cell
        self._still = StillParts()
        self._previous: tuple[Mask, U8] | None = None  # and its alpha at the working size

    def refine(self, image: Image, mask: Mask, settings: Settings) -> U8:
        """Alpha of a picture, uint8 [H, W], 255 = person.

        Args:
            image: The frame; of I420 and BGR pictures I420 is the faster.
            mask: Its mask.
            settings: With `refine`, edges follow the picture's, and with `temporal` also the last frame's; without,
                they are only grown and steepened.
        """
        if settings.refine:
            alpha = self._refined(image, mask, settings.temporal)
            # A pixel of the working size decides for itself; a lens would have blurred over its neighbours.
            alpha = cv2.GaussianBlur(alpha, (3, 3), 0)  # type: ignore[assignment]
        else:
            self._previous = None
            alpha = cv2.LUT(cv2.convertScaleAbs(mask.alpha, alpha=255.0), _PLAIN)  # type: ignore[assignment]
        return cv2.resize(alpha, image.size, interpolation=cv2.INTER_LINEAR)  # type: ignore[return-value]

    def _refined(self, image: Image, mask: Mask, temporal: int) -> U8:
        """Alpha at the working size."""
        planes = working_planes(image, mask.alpha)
        height, width = planes.mask.shape
        beside = cv2.LUT(planes.mask, _BESIDE)
        alpha = np.asarray(cv2.resize(beside, (2 * width, 2 * height), interpolation=cv2.INTER_NEAREST), np.uint8)
        edge = edge_cells(planes.mask)
        if temporal and not self._every_cell:
            edge = self._without_still(edge, mask, alpha)
        rows, columns = cells = places(edge)
        if len(rows):
            past = self._past(planes, mask, alpha.shape, cells) if temporal else None
            found = self._model([*gather(planes, cells), *(past or no_history(planes, cells))])
            if past:
                found = _settled(found, past, temporal)
            pixels = alpha.reshape(height, 2, width, 2)
            pixels[rows, :, columns, :] = cv2.convertScaleAbs(found, alpha=255.0).reshape(-1, 2, 2)
        self._previous = mask, alpha
        return alpha

    def _without_still(self, edge: U8, mask: Mask, alpha: U8) -> U8:
        """The edge's cells to look at; the others keep the alpha that they had, which is put into `alpha`."""
        if self._previous is None or self._previous[1].shape != alpha.shape:
            self._still.forget()
        changed = self._still.changed(mask.guide, mask.alpha)
        changed = np.asarray(cv2.resize(changed, edge.shape[::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
        if self._previous is not None and self._previous[1].shape == alpha.shape:
            still = cv2.resize(edge & ~changed, alpha.shape[::-1], interpolation=cv2.INTER_NEAREST)
            cv2.copyTo(self._previous[1], still, alpha)
        return edge & changed

    def _past(self, planes: Planes, mask: Mask, shape: tuple[int, ...], cells: tuple[Index, Index]) -> list[F32] | None:
        """What the last alpha says of the cells; None where there is none, or after a cut."""
        if self._previous is None:
            return None
        last, previous = self._previous
        guide = mask.guide
        if last.guide.shape != guide.shape or previous.shape != shape:
            return None
        motion = mask.motion
        if motion is None or motion.previous_seq != last.seq:
            motion = motion_between(guide, last.guide, last.seq)
        if cv2.mean(motion.residual)[0] > _CUT_RESIDUAL:
            return None
        change = np.asarray(cv2.blur(cv2.absdiff(guide, last.guide), (5, 5)), np.uint8)
        return recall(planes, previous, cells, motion.flow, motion.residual, change)


def _settled(found: F32, past: list[F32], temporal: int) -> F32:
    """Cells' alpha drawn towards what it was, unless it differs much or the flow does not explain the picture."""
    was = past[0] * np.float32(1 / 255)
    change = found - was
    gain = np.abs(change) + (past[1][:, :1] + np.float32(max(0.0, 1 - temporal / 75)))
    return np.asarray(was + change * np.minimum(gain, 1), np.float32)
