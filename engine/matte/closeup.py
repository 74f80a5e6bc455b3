"""Where the network looks: at the whole frame, or closer at people who are small in it."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from engine.frame import F32, U8

_SURE = 0.8
"""Probability from which a pixel counts as a person's when it is decided where to look."""
_AROUND = 1.4, 1.2
"""Width and height of a closer look, in widths and heights of the people's box: room to move, and what the network
knows from its training, in which people never fill the picture."""
_WORTH_IT = 0.75
"""Largest share of the frame's width for a closer look; beyond it there is little to gain."""
_CLOSEST = 0.3
"""Smallest share: who is smaller is a passer-by, and the network has few pixels of them anyway."""
_SLACK = 0.6, 1.15
"""The box wanted may be so much smaller or larger than the one looked at before that one moves: each move costs some
steadiness."""
_TOUCHING = 0.04
"""People this near the border of the part looked at, in parts of its width, are about to leave it."""
_LOOK_AROUND_NS = 1_000_000_000
"""How often the whole frame is looked at as well, for others who came in: dear, for it is a second prediction."""
_NEWCOMER = 0.04
"""Area of somebody outside, in parts of the area of those inside, that is no stray."""
_STAY_WIDE_NS = 3_000_000_000
"""How long the whole frame is looked at after somebody was found outside."""


class Box(NamedTuple):
    """A part of a mask, in its pixels."""

    x: int
    y: int
    width: int
    height: int

    def of(self, plane: F32 | U8) -> F32 | U8:
        """The part, as a view."""
        return plane[self.y : self.y + self.height, self.x : self.x + self.width]


class CloseUp:
    """Follows the people with the part of the frame that the network sees, in steps, not all the time."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Back to the whole frame."""
        self.box: Box | None = None
        self._people: Box | None = None
        self._looked_ns = 0
        self._wide_until_ns = 0

    def due(self, now_ns: int) -> bool:
        """Whether it is time to look at the whole frame beside the closer look."""
        return self.box is not None and now_ns - self._looked_ns >= _LOOK_AROUND_NS

    def look_around(self, whole: F32, now_ns: int) -> None:
        """Goes back to the whole frame if somebody is outside the part looked at.

        Args:
            whole: The network's mask of the whole frame, float32 [h, w].
            now_ns: The frame's time in its clip, so that a render is the same however fast it goes.
        """
        self._looked_ns = now_ns
        if self.box is None:
            return
        sure = np.asarray(cv2.compare(whole, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        inside = cv2.countNonZero(self.box.of(sure))
        if cv2.countNonZero(sure) - inside > _NEWCOMER * inside:
            self.box = None
            self._wide_until_ns = now_ns + _STAY_WIDE_NS

    def follow(self, alpha: F32, now_ns: int) -> None:
        """Decides where to look next.

        Args:
            alpha: The mask of the whole frame as it was found, float32 [h, w].
            now_ns: The frame's time in its clip, so that a render is the same however fast it goes.
        """
        height, width = alpha.shape
        sure = np.asarray(cv2.compare(alpha, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        found = Box(*cv2.boundingRect(sure))
        if not found.width or now_ns < self._wide_until_ns:
            self.box = self._people = None
            return
        people, self._people = _where_next(found, self._people or found, (width, height)), found
        share = max(_AROUND[0] * people.width / width, _AROUND[1] * people.height / height, _CLOSEST)
        if self.box is not None and not _about_to_leave(people, self.box, (width, height)):
            change = share * width / self.box.width
            if _SLACK[0] < change < _SLACK[1]:
                return
        if share > _WORTH_IT:
            self.box = None
            return
        if self.box is None:
            self._looked_ns = now_ns
        self.box = _around(people, round(share * width), round(share * height), (width, height))


def _where_next(now: Box, before: Box, size: tuple[int, int]) -> Box:
    """Where people are and, if each of their borders moves on as it did, will be at the next frame."""
    left, top = min(now.x, 2 * now.x - before.x), min(now.y, 2 * now.y - before.y)
    right, bottom = now.x + now.width, now.y + now.height
    right = max(right, 2 * right - before.x - before.width)
    bottom = max(bottom, 2 * bottom - before.y - before.height)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])
    return Box(left, top, right - left, bottom - top)


def _around(people: Box, wide: int, high: int, size: tuple[int, int]) -> Box:
    """A box of that size around the people, inside the mask; what the frame cuts off, it cuts off as well."""
    x = people.x + (people.width - wide) // 2
    y = people.y + (people.height - high) // 2
    if people.y + people.height >= size[1] - 1:
        y = size[1] - high
    return Box(min(max(x, 0), size[0] - wide), min(max(y, 0), size[1] - high), wide, high)


def _about_to_leave(people: Box, box: Box, size: tuple[int, int]) -> bool:
    """Whether the people come too near a border of the box that is not the frame's own."""
    margin = round(box.width * _TOUCHING)
    right, bottom = box.x + box.width, box.y + box.height
    return (
        (box.x > 0 and people.x < box.x + margin)
        or (box.y > 0 and people.y < box.y + margin)
        or (right < size[0] and people.x + people.width > right - margin)
        or (bottom < size[1] and people.y + people.height > bottom - margin)
    )
