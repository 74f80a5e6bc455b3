"""The single subject: of several persons in view only the chosen one is shown, from frame to frame."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8
from engine.matte.flow import backward_flow, sample, sampling_map
from engine.matte.person.appearance import Appearance, Bins, bins_of, evidence

Labels = NDArray[np.int32]
"""The number of each pixel's connected component, [h, w]; 0 is the background."""

ABSENCE_NS = 5_000_000_000
"""How long a subject who is gone is waited for; then another person is chosen."""

_PERSON = 0.5
_LEAST_OF_FRAME = 0.004
"""Share of the frame from which on a region is a person and no speckle."""
_YOUNG_NS = 300_000_000
"""How long something new may be apart from the subject and still be theirs: a hand that comes into view first."""
_OF_SUBJECT = 0.1
"""Of the subject's area, up to which it may be theirs: a hand has a twentieth."""
_SAME = 0.4
"""Share of the colours that one who comes back must have in common with the subject who left."""
_TOUCHED = 0.03
"""Share of a region that was the subject's, or another's, from which on it counts."""
_UNEXPLAINED = 36
"""Difference of colour, of 255, from which on the flow does not explain a pixel: something that comes into view."""
_REACH_PX = 1
"""How far a person's outline moves between two frames beyond what the flow finds, at 256x144."""
_NEAR_PX = 15
_NEW = 0.6
"""How much speaks for another person where the flow brings no label and another was in view lately."""
_NEAR, _COLOUR, _COLOUR_NEW = 0.5, 0.6, 0.6
"""Weights against the label that the flow brings: of the persons nearby, of the colours, and of the colours where the
flow brings none."""


@dataclass(frozen=True, slots=True)
class Split:
    """A mask shared out.

    Attributes:
        subject: The mask of the subject, float32 [h, w] in [0, 1].
        hidden: Where other persons are, uint8 [h, w], 255 or 0; None where there are none.
    """

    subject: F32
    hidden: U8 | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """The last frame, shared out: uint8 [h, w] each, 255 or 0.

    Attributes:
        guide: Its luma.
        small_bgr: It, uint8 [h, w, 3].
        subject: Where the subject was.
        others: Where other persons were.
    """

    guide: U8
    small_bgr: U8
    subject: U8
    others: U8


class SingleSubject:
    """Follows the chosen person by the flow, by their mask before, and by their colours.

    The person is chosen by `choose`, else it is the largest in the middle.
    """

    def __init__(self) -> None:
        self._point: tuple[float, float] | None = None
        self.reset()

    def reset(self) -> None:
        """Forgets everybody: for another scene."""
        self._seen: _Seen | None = None
        self._subject, self._others = Appearance(), Appearance()
        self._present_ns: int | None = None
        self._others_ns: int | None = None
        self._apart_ns: int | None = None

    def choose(self, x: float, y: float) -> None:
        """Chooses the person at a point of the frame, (0, 0) being its upper left corner and (1, 1) its lower right."""
        self._point = (x, y)

    def split(self, alpha: F32, guide: U8, small_bgr: U8, now_ns: int) -> Split:
        """Shares a mask out.

        Args:
            alpha: The mask of all persons, float32 [h, w].
            guide: The frame's luma, uint8 [h, w].
            small_bgr: The frame, uint8 [h, w, 3].
            now_ns: The frame's time.
        """
        if not (alpha.min() >= 0.0 and alpha.max() <= 1.0):  # false for NaN, too: it is for the gate to refuse
            return Split(alpha, None)
        person = np.asarray(cv2.compare(alpha, _PERSON, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        bins = bins_of(small_bgr)
        if self._seen is not None and self._seen.guide.shape != guide.shape:
            self.reset()
        subject = self._followed(person, guide, small_bgr, bins, now_ns)
        others = cv2.bitwise_and(person, cv2.bitwise_not(subject))
        self._remember(_Seen(guide, small_bgr, subject, np.asarray(others, np.uint8)), bins, now_ns)
        if not cv2.hasNonZero(others):
            return Split(alpha, None)
        # Soft edges go with whoever is nearer.
        mine, theirs = (cv2.blur(each, (5, 5)) for each in (subject, others))
        nearer = np.asarray(cv2.compare(mine, theirs, cv2.CMP_GT), np.uint8)
        return Split(np.where(nearer > 0, alpha, np.float32(0)), np.asarray(others, np.uint8))

    def _followed(self, person: U8, guide: U8, small_bgr: U8, bins: Bins, now_ns: int) -> U8:
        """Where the subject is, uint8 [h, w], 255 or 0."""
        count, found, statistics, centroids = cv2.connectedComponentsWithStats(person, connectivity=4, ltype=cv2.CV_32S)
        labels, middles = np.asarray(found, np.int32), np.asarray(centroids, np.float64)
        areas = np.asarray(statistics[:, cv2.CC_STAT_AREA], np.int32)
        if self._point is not None:
            chosen, self._point = self._at_point(labels, self._point), None
            if chosen:
                self.reset()
                return _region(labels, chosen)
        seen = self._seen
        gone = seen is None or not cv2.hasNonZero(seen.subject)
        if gone:
            return self._found(labels, areas, middles, bins, now_ns)
        assert seen is not None
        if count == 2 and self._others_ns is None:
            return person
        at = sampling_map(backward_flow(guide, seen.guide))
        subject, others = sample(seen.subject, at), sample(seen.others, at)
        moved = sample(seen.small_bgr, at)
        other_colour = cv2.blur(cv2.absdiff(small_bgr, moved).max(axis=2), (3, 3)) > _UNEXPLAINED
        subject[other_colour] = 0
        alone = self._others_ns is None or now_ns - self._others_ns > ABSENCE_NS
        result = np.zeros_like(person)
        mine, theirs = (np.bincount(labels[each > 127], minlength=count) for each in (subject, others))
        mine[0] = theirs[0] = 0
        largest = int(mine.argmax())
        shared: U8 | None = None
        for label in np.flatnonzero(mine > _TOUCHED * areas):
            region = labels == label
            if theirs[label] <= _TOUCHED * areas[label] and (alone or label != largest):
                result[region] = 255
            elif label == largest:
                shared = self._shared(person, subject, others, bins) if shared is None else shared
                result[region] = shared[region]
            elif mine[label] > theirs[label]:
                result[region] = 255
        return self._with_newcomers(result, person, labels, others, now_ns)

    def _shared(self, person: U8, subject: U8, others: U8, bins: Bins) -> U8:
        """The subject's part of the persons, pixel by pixel: uint8 [h, w], 255 or 0."""
        mine, theirs = (each.astype(np.float32) * np.float32(1 / 255) for each in (subject, others))
        side = (2 * _NEAR_PX + 1, 2 * _NEAR_PX + 1)
        near = cv2.blur(mine, side) - cv2.blur(theirs, side)
        reach = np.ones((2 * _REACH_PX + 1, 2 * _REACH_PX + 1), np.uint8)
        known = np.maximum(cv2.dilate(mine, reach), theirs)
        colour = evidence(bins, self._subject, self._others)
        new = 1 - known
        score = mine - theirs + np.float32(_NEAR) * near - np.float32(_NEW) * new
        score += colour * (np.float32(_COLOUR) + np.float32(_COLOUR_NEW) * new)
        found = cv2.compare(cv2.blur(score, (3, 3)), 0, cv2.CMP_GT)  # type: ignore[call-overload]
        return np.asarray(cv2.bitwise_and(found, person), np.uint8)

    def _with_newcomers(self, subject: U8, person: U8, labels: Labels, others: U8, now_ns: int) -> U8:
        """The subject, with something small that was apart from them for a moment only."""
        rest = cv2.bitwise_and(person, cv2.bitwise_not(subject))
        if not cv2.hasNonZero(rest):
            self._apart_ns = None
            return subject
        if self._apart_ns is None:
            self._apart_ns = now_ns
        touching = labels[subject > 0]
        joined = np.isin(labels, np.unique(touching)) & (rest > 0)
        small = np.count_nonzero(rest) < _OF_SUBJECT * np.count_nonzero(subject)
        if self._others_ns is None and small and joined.any() and now_ns - self._apart_ns < _YOUNG_NS:
            subject = subject.copy()
            subject[joined] = 255
        return subject

    def _at_point(self, labels: Labels, point: tuple[float, float]) -> int:
        """The region at a point of the frame; 0 where no person is."""
        height, width = labels.shape
        row, column = min(int(point[1] * height), height - 1), min(int(point[0] * width), width - 1)
        return int(labels[max(row, 0), max(column, 0)])

    def _found(
        self, labels: Labels, areas: NDArray[np.int32], middles: NDArray[np.float64], bins: Bins, now_ns: int
    ) -> U8:
        """A subject to begin with, or the one who has come back."""
        waiting = self._present_ns is not None and now_ns - self._present_ns <= ABSENCE_NS
        height, width = labels.shape
        best, best_weight = 0, 0.0
        for label in range(1, len(areas)):
            if areas[label] < _LEAST_OF_FRAME * labels.size:
                continue
            region = _region(labels, label)
            if waiting and (self._was_another(region) or self._subject.likeness(bins, region) < _SAME):
                continue
            weight = areas[label] * (1 - abs(middles[label][0] / width - 0.5))
            if weight > best_weight:
                best, best_weight = label, weight
        if not best:
            return np.zeros((height, width), np.uint8)
        if not waiting:
            self._subject, self._others = Appearance(), Appearance()
        return _region(labels, best)

    def _was_another(self, region: U8) -> bool:
        return self._seen is not None and cv2.hasNonZero(cv2.bitwise_and(region, self._seen.others))

    def _remember(self, seen: _Seen, bins: Bins, now_ns: int) -> None:
        self._seen, subject, others = seen, seen.subject, seen.others
        inner = np.ones((3, 3), np.uint8)
        least = _LEAST_OF_FRAME * subject.size
        if np.count_nonzero(subject) >= least:
            self._present_ns = now_ns
            self._subject.learn(bins, np.asarray(cv2.erode(subject, inner), np.uint8))
        if np.count_nonzero(others) >= least:
            large = np.count_nonzero(others) > _OF_SUBJECT * np.count_nonzero(subject)
            if large or (self._apart_ns is not None and now_ns - self._apart_ns >= _YOUNG_NS):
                self._others_ns = now_ns
            if large:  # a sliver of them may be the subject's outline
                self._others.learn(bins, np.asarray(cv2.erode(others, inner), np.uint8))
        elif self._others_ns is not None and now_ns - self._others_ns > ABSENCE_NS:
            self._others_ns, self._others = None, Appearance()


def _region(labels: Labels, label: int) -> U8:
    return np.asarray((labels == label).view(np.uint8) * np.uint8(255), np.uint8)
