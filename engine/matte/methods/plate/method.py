"""The matting method `clean-plate`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from engine.core.errors import EngineError
from engine.core.frame import U8, Frame, Mask
from engine.core.settings import Settings
from engine.matte.methods.decision import Decision
from engine.matte.methods.plate.belonging import Belonging
from engine.matte.methods.plate.edge_alpha import solve
from engine.matte.methods.plate.evidence import Examiner
from engine.matte.methods.plate.fit import PlateFit
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.matte.methods.plate.learning import Learner
from engine.matte.methods.plate.plate import Plate, Scaled, scaled, square, where_above

_MISSING = EngineError("no clean plate was taken yet", "the network finds you until then", code="plate-missing")
_INVALID = EngineError(
    "the camera or the light has changed", "the network finds you; take the clean plate again", code="plate-invalid"
)
_OTHER_SIZE = EngineError(
    "the clean plate has another size", "the network finds you; take the clean plate again", code="plate-size"
)
_TRUST_FRAMES = 10
"""So long a plate that was no picture of the background must fit again before it is used."""
_OTHERS_PX = 4
"""Around other persons, at half the working size, nothing belongs to the subject but what the mask has: a soft edge."""
_APART_PX = 6
"""Around the mask, at a quarter of the working size, no background is expected: 48 pixels of 1280."""


@dataclass(frozen=True, slots=True)
class _Used:
    """A plate with what works on it."""

    plate: Plate
    fit: PlateFit
    examiner: Examiner


class CleanPlate:
    """Decides by the difference between a frame and the plate.

    Args:
        keeper: Has the plate.
    """

    def __init__(self, keeper: PlateKeeper) -> None:
        self._keeper = keeper
        self._used: _Used | None = None
        self._belonging = Belonging()
        self._learner = Learner()
        self._distrust_frames = 0
        self.notice: EngineError | None = _MISSING

    def reset(self) -> None:
        """See `Method.reset`: the plate stays, and is checked again."""
        if self._used is not None:
            self._used.fit.reset()
        self._belonging.reset()
        self._learner.reset()
        self._distrust_frames = 0

    def decide(self, frame: Frame, mask: Mask, settings: Settings) -> Decision | None:
        """See `Method.decide`.

        Args:
            frame: The frame.
            mask: The network's mask of it.
            settings: Those in force.
        """
        self._keeper.see(frame, mask)
        plate = self._keeper.plate
        if plate is None:
            self._used, self.notice = None, _MISSING
            return None
        if plate.image.size != frame.image.size:
            self.notice = _OTHER_SIZE
            return None
        used = self._used = self._use(plate)
        picture = scaled(frame.pyramid)
        height, width = picture.small[0].shape
        alpha = cv2.resize(cv2.convertScaleAbs(mask.alpha, alpha=255), (width, height), interpolation=cv2.INTER_LINEAR)
        person = where_above(alpha, 127)
        others = _others(mask, person)
        fitted = used.fit.follow(picture, _seen(cv2.max(alpha, others), picture))
        if fitted is None:
            self._distrust()
            return None
        evidence = used.examiner.examine(picture, fitted, person)
        shown = self._belonging.choose(evidence, person, others)
        if shown is None:
            self._distrust()
            return None
        elsewhere = np.asarray(cv2.subtract(self._belonging.elsewhere, others), np.uint8)
        learned = self._learner.learned(frame, picture, fitted, elsewhere, plate)
        if learned is not None:
            self._keeper.learn(learned)
        if self._distrust_frames:
            self._distrust_frames -= 1
            return None
        self.notice = None
        solved = solve(picture, fitted.scaled, evidence, shown)
        return Decision(solved.alpha, solved.certainty, frame.image)

    def _use(self, plate: Plate) -> _Used:
        used = self._used
        if used is not None and plate is used.plate:
            return used
        if used is not None and plate.noise is used.plate.noise:
            used.fit.set_plate(plate)  # it has learned
            return replace(used, plate=plate)
        self._belonging.reset()
        self._learner.reset()
        return _Used(plate, PlateFit(plate), Examiner(plate.noise))

    def _distrust(self) -> None:
        self._distrust_frames = _TRUST_FRAMES
        if self._used is not None:
            self._used.fit.reset()
        self._belonging.reset()
        self._learner.reset()
        self.notice = _INVALID


def _others(mask: Mask, person: U8) -> U8:
    """Where hidden persons are: uint8 [h, w] at the size of the subject's mask, 255 there."""
    if mask.hidden is None:
        return np.zeros_like(person)
    hidden = cv2.resize(mask.hidden, person.shape[::-1], interpolation=cv2.INTER_LINEAR)
    around = cv2.dilate(where_above(hidden, 76), square(_OTHERS_PX))
    return np.asarray(cv2.subtract(around, person), np.uint8)


def _seen(alpha: cv2.typing.MatLike, picture: Scaled) -> U8:
    """Where the background is surely seen: uint8, 255 there, at a quarter of the working size."""
    height, width = picture.tiny.shape[:2]
    small = cv2.resize(alpha, (width, height), interpolation=cv2.INTER_NEAREST)
    seen = cv2.bitwise_not(cv2.dilate(where_above(small, 76), square(_APART_PX)))
    border = 2
    seen[:border] = seen[-border:] = 0
    seen[:, :border] = seen[:, -border:] = 0
    return np.asarray(seen, np.uint8)
