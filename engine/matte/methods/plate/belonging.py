"""Which of the changes belong to the person: what they hold does, a door that opens does not."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.frame import U8
from engine.matte.methods.plate.evidence import Evidence
from engine.matte.methods.plate.plate import lowered, square, where_above


@dataclass(frozen=True, slots=True)
class BelongingParameters:
    """What is taken for a held object; lengths in pixels of half the working size. Chosen on training persons.

    Attributes:
        core_px: Depth in the mask from which a change belongs to the person for sure.
        reach_px: How far what belongs to them moves from one frame to the next: a hand that is raised at once moves by
            50 pixels of 1280.
        outline_px: How far the outline of what belongs to them moves for other reasons.
        max_sudden: Share of the frame that may join beyond that reach: more is a screen that changed.
        max_at_once: The same while nothing is known of an earlier frame: more than an arm that the network has missed
            is a door that was opened in the meantime.
        min_moved: Share of a rejected region that it must have left and as much that it must have gained, three pixels
            deep, to be a thing that moves.
        max_held: Share of the frame that held objects may take, beyond which the plate is no picture of the background.
        max_held_of_person: The same as a share of the mask.
        memory_frames: How long a rejected region stays so while it looks like the plate for a moment.
    """

    core_px: int = 2
    reach_px: int = 12
    outline_px: int = 2
    max_sudden: float = 0.004
    max_at_once: float = 0.015
    min_moved: float = 0.02
    max_held: float = 0.12
    max_held_of_person: float = 0.8
    memory_frames: int = 30


PARAMETERS = BelongingParameters()


class Belonging:
    """Follows what belongs to the person from frame to frame."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forgets the last frame."""
        self._shown: U8 | None = None
        self._rejected = np.zeros((0, 0), np.uint8)
        self._gained = np.zeros((0, 0), np.uint8)
        self._changed = np.zeros((0, 0), np.uint8)

    @property
    def elsewhere(self) -> U8:
        """Where something has changed that belongs to no person: uint8 [h, w], above 0 there."""
        return self._rejected

    def choose(self, evidence: Evidence, person: U8, others: U8) -> U8 | None:
        """What belongs to the person: uint8 [h, w] at half the working size, 255 there.

        Args:
            evidence: Of the frame.
            person: The network's mask, uint8 [h, w], 255 from a half on.
            others: Where hidden persons are, likewise.

        Returns:
            None where too much would belong to them: the plate is no picture of the background then.
        """
        limits = PARAMETERS
        if self._rejected.shape != person.shape:
            self._rejected, self._gained, self._changed = (np.zeros_like(person) for _ in range(3))
            self._shown = None
        kept = cv2.bitwise_or(evidence.changed, cv2.bitwise_and(evidence.unknown, person))
        kept = cv2.subtract(kept, others)
        candidate = cv2.bitwise_or(kept, person)
        rejected = cv2.bitwise_and(cv2.bitwise_not(person), where_above(self._rejected, 0))
        candidate = cv2.subtract(candidate, rejected)
        connected = _connected(candidate, cv2.erode(person, square(limits.core_px)))
        if self._shown is None:
            sudden = _sudden(connected, person, limits.max_at_once)
        else:
            sudden = _sudden(connected, np.asarray(cv2.bitwise_or(self._shown, person), np.uint8), limits.max_sudden)
        connected = np.asarray(cv2.subtract(connected, sudden), np.uint8)
        shown = np.asarray(cv2.bitwise_and(connected, kept), np.uint8)
        held = cv2.countNonZero(cv2.subtract(shown, cv2.dilate(person, square(limits.outline_px))))
        most = min(limits.max_held * person.size, limits.max_held_of_person * cv2.countNonZero(person))
        if held > most:
            self._shown = None
            return None
        moved = self._remember(evidence.changed, shown, person)
        self._shown = np.asarray(cv2.bitwise_or(shown, moved), np.uint8)
        return shown

    def _remember(self, changed: U8, shown: U8, person: U8) -> U8:
        """Keeps rejected regions in mind, until they look like the plate again or turn out to move.

        Returns:
            Those that have moved, uint8 [h, w], 255 there.
        """
        elsewhere = cv2.subtract(changed, cv2.bitwise_or(shown, person))
        # Not the soft edge of the person, which is beside them in the next frame.
        solid = cv2.morphologyEx(elsewhere, cv2.MORPH_OPEN, square(2))
        fresh = cv2.threshold(solid, 0, PARAMETERS.memory_frames, cv2.THRESH_BINARY)[1]
        before = where_above(self._rejected, 0)
        around = cv2.subtract(cv2.dilate(before, square(PARAMETERS.reach_px)), before)
        new = cv2.bitwise_and(cv2.subtract(changed, self._changed), cv2.subtract(around, person))
        gained = cv2.threshold(new, 0, PARAMETERS.memory_frames, cv2.THRESH_BINARY)[1]
        self._gained = np.asarray(cv2.max(lowered(self._gained, 1), gained), np.uint8)
        self._changed = changed
        self._rejected = np.asarray(cv2.max(lowered(self._rejected, 1), fresh), np.uint8)
        known = where_above(self._rejected, 0)
        moved = np.zeros_like(changed)
        if cv2.countNonZero(
            cv2.bitwise_and(cv2.dilate(known, square(PARAMETERS.outline_px)), cv2.bitwise_or(shown, person))
        ):
            count, labels, figures, _ = cv2.connectedComponentsWithStats(known, connectivity=4)
            # A door or a screen only flickers along its outline; a thing in a hand leaves it on one side.
            revealed = _opened(cv2.subtract(known, changed))
            near = cv2.dilate(labels.astype(np.float32), square(PARAMETERS.reach_px)).astype(np.intp)
            least = PARAMETERS.min_moved * figures[:, cv2.CC_STAT_AREA]
            found = np.bincount(labels[revealed], minlength=count) > least
            found &= np.bincount(near[_opened(self._gained)], minlength=count) > least
            found[0] = False
            if found.any():
                moved[found[labels]] = 255
                self._rejected[moved > 0] = self._gained[moved > 0] = 0
        return np.asarray(cv2.bitwise_and(moved, changed), np.uint8)


def _opened(plane: cv2.typing.MatLike) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where uint8 [h, w] is above 0 three pixels deep: bool [h, w]."""
    return np.asarray(cv2.morphologyEx(plane, cv2.MORPH_OPEN, square(1))) > 0


def _connected(candidate: cv2.typing.MatLike, core: cv2.typing.MatLike) -> U8:
    """The connected components of uint8 [h, w] that hold a part of another one, 255 there."""
    reached = np.zeros((candidate.shape[0] + 2, candidate.shape[1] + 2), np.uint8)
    inner = reached[1:-1, 1:-1]
    while True:
        _, most, _, at = cv2.minMaxLoc(cv2.subtract(core, inner))
        if not most:
            return np.ascontiguousarray(inner)
        cv2.floodFill(candidate, reached, at, 0, 0, 0, 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8))


def _sudden(connected: U8, before: U8, most: float) -> U8:
    """What has joined the person without having moved there: uint8 [h, w], 255 there.

    Args:
        connected: What is connected with them.
        before: The mask, and what belonged to them in the last frame.
        most: Share of the frame that may.
    """
    far = cv2.subtract(connected, cv2.dilate(before, square(PARAMETERS.reach_px)))
    least = most * connected.size
    if cv2.countNonZero(far) <= least:
        return np.zeros_like(connected)
    joined = cv2.subtract(connected, cv2.dilate(before, square(PARAMETERS.outline_px)))
    count, labels = cv2.connectedComponents(joined, connectivity=4)
    sudden = np.bincount(labels.reshape(-1)[far.reshape(-1) > 0], minlength=count) > least
    sudden[0] = False
    return np.asarray((sudden.astype(np.uint8) * np.uint8(255))[labels], np.uint8)
