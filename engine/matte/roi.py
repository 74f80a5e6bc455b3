"""Where the network looks: at the whole frame, or closer at the people in it."""

from __future__ import annotations

import math
from typing import NamedTuple, TypeVar

import cv2
import numpy as np

from engine.core.frame import F32, U8

_SURE = 0.8
"""Probability from which a pixel counts as a person's when it is decided where to look."""
_AROUND = 1.3, 1.05
"""Width and height of a closer look, in widths and heights of the people's box. Of 280 pictures of training people over
rooms the bare model so has 0.79 of the MAD and 0.87 of the 1 - IoU that it has of whole frames."""
_STRETCH = 1.15
"""How much wider or narrower than they are the network may see people: not at all, it would be 0.86 and 0.90, for there
would be less to gain of somebody tall; with 1.35, 0.81 and 0.92."""
_WORTH_IT = 0.85
"""Largest share of the frame's area for a closer look; beyond it there is little to gain."""
_CLOSEST = 0.3
"""Smallest share of width and height: who is smaller is a passer-by, and the network has few pixels of them anyway."""
_STEP_PX = 4
"""The box begins and ends at multiples of this, so that it rests."""
_SLACK = 0.6, 1.15
"""The box wanted may be so much smaller or larger than the one looked at before that one moves: each move costs some
steadiness."""
_TOUCHING = 0.04, 0.015
"""People this near the border of the part looked at, in parts of its width and height, are about to leave it."""
_REDETECTION_INTERVAL_NS = 2_000_000_000
"""How often the whole frame is looked at as well, for others who are there: dear, for it is a second prediction."""
_REDETECTION_BACKOFF_NS = 100_000_000, 1_000_000_000
"""How soon after a look in vain it is looked at because something stirs outside, as a raised hand does or somebody
new: at first, and at most, for each time it is twice as long."""
_MOTION_THRESHOLD = 12
"""Change of a channel, mean over a block, from which something stirs: a hand in a quarter of it, or brighter light."""
_NEWCOMER = 0.04
"""Area of somebody outside, in parts of the area of those inside, that is no stray."""
_STAY_WIDE_NS = 3_000_000_000
"""How long the whole frame is looked at after somebody was found outside."""


Plane = TypeVar("Plane", U8, F32)


class Box(NamedTuple):
    """A part of a mask, in its pixels."""

    x: int
    y: int
    width: int
    height: int

    def of(self, plane: Plane) -> Plane:
        """The part of [h, w] or [h, w, c], as a view."""
        return plane[self.y : self.y + self.height, self.x : self.x + self.width]


class RegionOfInterest:
    """Follows the people with the part of the frame that the network sees, in steps, not all the time.

    Blocks are means over parts of the frame, uint8 [y, x, 3]; times are the frames' in their clip, so that a render is
    the same however fast it goes.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to the whole frame."""
        self.box: Box | None = None
        self._people: Box | None = None
        self._followed_ns = 0
        self._seen: U8 | None = None
        """The blocks when the whole frame was last looked at."""
        self._passed: Box | None = None
        """All that was inside the box since then."""
        self._looked_ns = 0
        self._pause_ns = 0
        self._wide_until_ns = 0

    def due(self, mask_size: tuple[int, int], blocks: U8, now_ns: int) -> bool:
        """Whether to look at the whole frame beside the closer look: now and then, and where something stirs."""
        if self.box is None or self._passed is None:
            return False
        since_ns = now_ns - self._looked_ns
        if since_ns < self._pause_ns:
            return False
        return since_ns >= _REDETECTION_INTERVAL_NS or _motion_outside(self._passed, mask_size, blocks, self._seen)

    def redetect(self, whole: F32, blocks: U8, now_ns: int) -> None:
        """Goes back to the whole frame if somebody is outside the part looked at.

        Args:
            whole: The network's mask of the whole frame, float32 [h, w].
            blocks: Of that frame.
            now_ns: Its time.
        """
        after_motion = now_ns - self._looked_ns < _REDETECTION_INTERVAL_NS
        self._looked_ns, self._seen, self._passed = now_ns, blocks, self.box
        if self.box is None:
            return
        sure = np.asarray(cv2.compare(whole, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        inside = cv2.countNonZero(self.box.of(sure))
        if cv2.countNonZero(sure) - inside > _NEWCOMER * inside:
            self.box = None
            self._pause_ns, self._wide_until_ns = 0, now_ns + _STAY_WIDE_NS
        else:
            self._pause_ns = (
                min(max(2 * self._pause_ns, _REDETECTION_BACKOFF_NS[0]), _REDETECTION_BACKOFF_NS[1])
                if after_motion
                else 0
            )

    def follow(self, alpha: F32, frame_size: tuple[int, int], blocks: U8, now_ns: int) -> None:
        """Decides where to look next.

        Args:
            alpha: The mask of the whole frame as it was found, float32 [h, w].
            frame_size: (width, height) of the frame.
            blocks: Of that frame.
            now_ns: Its time; the same again for another look at it.
        """
        size = alpha.shape[1], alpha.shape[0]
        sure = np.asarray(cv2.compare(alpha, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        found = Box(*cv2.boundingRect(sure))
        if not found.width and self.box is not None:
            # Nobody to be seen so closely may be somebody from further away: not looked at in turns, which flickers.
            self._wide_until_ns = now_ns + _STAY_WIDE_NS
        if not found.width or now_ns < self._wide_until_ns:
            self.box = self._people = None
            return
        before = self._people if self._people is not None and now_ns > self._followed_ns else found
        people = _where_next(found, before, size)
        self._people, self._followed_ns = found, now_ns
        wanted = _around(people, size, frame_size)
        if self.box is not None and not _about_to_leave(people, self.box, size):
            changes = wanted.width / self.box.width, wanted.height / self.box.height
            if all(_SLACK[0] < change < _SLACK[1] for change in changes):
                return
        if wanted.width * wanted.height > _WORTH_IT * alpha.size:
            self.box = None
            return
        if self.box is None or self._passed is None:
            self._looked_ns, self._seen, self._passed = now_ns, blocks, wanted
        self.box = wanted
        self._passed = _union(self._passed, wanted)


def _motion_outside(box: Box, mask_size: tuple[int, int], blocks: U8, seen: U8 | None) -> bool:
    if seen is None or seen.shape != blocks.shape:
        return True
    change = cv2.absdiff(blocks, seen)
    across, down = (at / side for at, side in zip(blocks.shape[1::-1], mask_size, strict=True))
    rows = slice(math.floor(box.y * down), math.ceil((box.y + box.height) * down))
    columns = slice(math.floor(box.x * across), math.ceil((box.x + box.width) * across))
    change[rows, columns] = 0
    return bool(change.max() > _MOTION_THRESHOLD)


def _where_next(now: Box, before: Box, size: tuple[int, int]) -> Box:
    """Where people are and, if each of their borders moves on as it did, will be at the next frame."""
    left, top = min(now.x, 2 * now.x - before.x), min(now.y, 2 * now.y - before.y)
    right, bottom = now.x + now.width, now.y + now.height
    right = max(right, 2 * right - before.x - before.width)
    bottom = max(bottom, 2 * bottom - before.y - before.height)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])
    return Box(left, top, right - left, bottom - top)


def _around(people: Box, size: tuple[int, int], frame_size: tuple[int, int]) -> Box:
    """The box for a closer look at people, inside the mask; what the frame cuts off, it cuts off as well.

    It holds as many pixels of the frame as the network takes, at least.
    """
    wide = max(_AROUND[0] * people.width / size[0], _CLOSEST, size[0] / frame_size[0])
    high = max(_AROUND[1] * people.height / size[1], _CLOSEST, size[1] / frame_size[1])
    wide, high = max(wide, high / _STRETCH), max(high, wide / _STRETCH)
    left, right = _span(people.x, people.x + people.width, wide * size[0], size[0])
    top, bottom = _span(people.y, people.y + people.height, high * size[1], size[1])
    return Box(left, top, right - left, bottom - top)


def _union(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.width, other.x + other.width), max(one.y + one.height, other.y + other.height)
    return Box(x, y, right - x, bottom - y)


def _span(first: int, last: int, length: float, limit: int) -> tuple[int, int]:
    """A span of a length around another, inside 0..limit and in whole steps; at the limit if the other is."""
    start = limit - length if last >= limit - 1 else (first + last - length) / 2
    start = min(max(start, 0), max(limit - length, 0))
    begin = math.floor(start / _STEP_PX) * _STEP_PX
    return begin, min(math.ceil((start + length) / _STEP_PX) * _STEP_PX, limit)


def _about_to_leave(people: Box, box: Box, size: tuple[int, int]) -> bool:
    """Whether the people come too near a border of the box that is not the frame's own."""
    across, down = round(box.width * _TOUCHING[0]), round(box.height * _TOUCHING[1])
    right, bottom = box.x + box.width, box.y + box.height
    return (
        (box.x > 0 and people.x < box.x + across)
        or (box.y > 0 and people.y < box.y + down)
        or (right < size[0] and people.x + people.width > right - across)
        or (bottom < size[1] and people.y + people.height > bottom - down)
    )
