"""The region of interest (ROI): which part of the frame the network is shown."""

from __future__ import annotations

import math

import cv2
import numpy as np

from engine.core.box import Box
from engine.core.frame import F32, U8

_SURE = 0.8
"""Probability from which a pixel counts as a person's when the region is chosen."""
_MARGIN = 1.3, 1.05
"""Width and height of the region, as multiples of the persons' bounding box. On 280 pictures of training persons over
backgrounds the bare model then has 0.79 of the MAD and 0.87 of the 1 - IoU of the full frame."""
_MAX_ASPECT_CHANGE = 1.15
"""Largest change of the aspect ratio. Without any the two figures are 0.86 and 0.90, since a tall person gains less;
with 1.35 they are 0.81 and 0.92."""
_MAX_AREA = 0.85
"""Largest region as a share of the frame's area; a larger one gains little over the full frame."""
_MIN_SIDE = 0.3
"""Smallest region as a share of width and height: a smaller person is a passer-by, shown by few pixels anyway."""
_STEP_PX = 4
"""The box begins and ends at multiples of this, so that it seldom moves."""
_SIZE_TOLERANCE = 0.6, 1.15
"""Range of the wanted box's size, as a share of the present one's, in which the box stays: each move adds flicker."""
_BORDER_DISTANCE = 0.04, 0.015
"""Distance from the region's border, as a share of its width and height, below which persons are about to leave it."""
_REDETECTION_INTERVAL_NS = 2_000_000_000
"""Interval of full-frame re-detection, for other persons: it costs a second prediction."""
_REDETECTION_BACKOFF_NS = 100_000_000, 1_000_000_000
"""First and longest pause between re-detections that motion outside the region triggers, as a raised hand or another
person does; the pause doubles each time nothing is found."""
_MOTION_THRESHOLD = 12
"""Change of a channel's mean over a block that counts as motion: a hand in a quarter of it, or brighter light."""
_NEW_PERSON_AREA = 0.04
"""Smallest area outside, as a share of the area inside, that counts as another person."""
_FULL_FRAME_NS = 3_000_000_000
"""How long the full frame is used after a person was found outside the region."""


class RegionOfInterest:
    """Keeps the part of the frame that the network is shown around the persons; moves it seldom and in steps.

    Blocks are means over parts of the frame, uint8 [y, x, 3]. Times are media times, so that a render does not depend
    on its speed.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Goes back to the full frame."""
        self.box: Box | None = None
        self._persons: Box | None = None
        self._followed_ns = 0
        self._seen_blocks: U8 | None = None
        """The blocks at the last full-frame detection."""
        self._covered: Box | None = None
        """Everything the box has covered since then."""
        self._redetected_ns = 0
        self._pause_ns = 0
        self._full_frame_until_ns = 0

    def due(self, mask_size: tuple[int, int], blocks: U8, now_ns: int) -> bool:
        """Whether full-frame re-detection is due: at intervals, and where something moves outside the region.

        Args:
            mask_size: (width, height) of the mask.
            blocks: Change of each block of the frame, uint8 [y, x].
            now_ns: Time of the frame, `monotonic_ns`.
        """
        if self.box is None or self._covered is None:
            return False
        since_ns = now_ns - self._redetected_ns
        if since_ns < self._pause_ns:
            return False
        return since_ns >= _REDETECTION_INTERVAL_NS or _motion_outside(
            self._covered, mask_size, blocks, self._seen_blocks
        )

    def redetect(self, whole: F32, blocks: U8, now_ns: int) -> None:
        """Goes back to the full frame if a person is outside the region.

        Args:
            whole: The network's mask of the whole frame, float32 [h, w].
            blocks: Of that frame.
            now_ns: Its time.
        """
        after_motion = now_ns - self._redetected_ns < _REDETECTION_INTERVAL_NS
        self._redetected_ns, self._seen_blocks, self._covered = now_ns, blocks, self.box
        if self.box is None:
            return
        sure = np.asarray(cv2.compare(whole, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        inside = cv2.countNonZero(self.box.of(sure))
        if cv2.countNonZero(sure) - inside > _NEW_PERSON_AREA * inside:
            self.box = None
            self._pause_ns, self._full_frame_until_ns = 0, now_ns + _FULL_FRAME_NS
        else:
            self._pause_ns = (
                min(max(2 * self._pause_ns, _REDETECTION_BACKOFF_NS[0]), _REDETECTION_BACKOFF_NS[1])
                if after_motion
                else 0
            )

    def follow(self, alpha: F32, frame_size: tuple[int, int], blocks: U8, now_ns: int) -> None:
        """Chooses the region for the next frame.

        Args:
            alpha: The mask of the full frame, float32 [h, w].
            frame_size: (width, height) of the frame.
            blocks: Of that frame.
            now_ns: Its time; the same again for another pass over it.
        """
        size = alpha.shape[1], alpha.shape[0]
        sure = np.asarray(cv2.compare(alpha, _SURE, cv2.CMP_GT), np.uint8)  # type: ignore[call-overload]
        found = Box(*cv2.boundingRect(sure))
        if not found.width and self.box is not None:
            # A person missing in the region may be found in the full frame; alternating between the two would flicker.
            self._full_frame_until_ns = now_ns + _FULL_FRAME_NS
        if not found.width or now_ns < self._full_frame_until_ns:
            self.box = self._persons = None
            return
        before = self._persons if self._persons is not None and now_ns > self._followed_ns else found
        persons = _extrapolated(found, before, size)
        self._persons, self._followed_ns = found, now_ns
        wanted = _region_around(persons, size, frame_size)
        if self.box is not None and not _about_to_leave(persons, self.box, size):
            changes = wanted.width / self.box.width, wanted.height / self.box.height
            if all(_SIZE_TOLERANCE[0] < change < _SIZE_TOLERANCE[1] for change in changes):
                return
        if wanted.width * wanted.height > _MAX_AREA * alpha.size:
            self.box = None
            return
        if self.box is None or self._covered is None:
            self._redetected_ns, self._seen_blocks, self._covered = now_ns, blocks, wanted
        self.box = wanted
        self._covered = _union(self._covered, wanted)


def _motion_outside(box: Box, mask_size: tuple[int, int], blocks: U8, seen: U8 | None) -> bool:
    if seen is None or seen.shape != blocks.shape:
        return True
    change = cv2.absdiff(blocks, seen)
    across, down = (at / side for at, side in zip(blocks.shape[1::-1], mask_size, strict=True))
    rows = slice(math.floor(box.y * down), math.ceil((box.y + box.height) * down))
    columns = slice(math.floor(box.x * across), math.ceil((box.x + box.width) * across))
    change[rows, columns] = 0
    return bool(change.max() > _MOTION_THRESHOLD)


def _extrapolated(now: Box, before: Box, size: tuple[int, int]) -> Box:
    """Box of the persons now and, if each of its borders keeps its speed, at the next frame."""
    left, top = min(now.x, 2 * now.x - before.x), min(now.y, 2 * now.y - before.y)
    right, bottom = now.x + now.width, now.y + now.height
    right = max(right, 2 * right - before.x - before.width)
    bottom = max(bottom, 2 * bottom - before.y - before.height)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])
    return Box(left, top, right - left, bottom - top)


def _region_around(persons: Box, size: tuple[int, int], frame_size: tuple[int, int]) -> Box:
    """The region around persons, inside the mask; it ends at the frame's border where the persons do.

    It holds at least as many pixels of the frame as the network takes.
    """
    wide = max(_MARGIN[0] * persons.width / size[0], _MIN_SIDE, size[0] / frame_size[0])
    high = max(_MARGIN[1] * persons.height / size[1], _MIN_SIDE, size[1] / frame_size[1])
    wide, high = max(wide, high / _MAX_ASPECT_CHANGE), max(high, wide / _MAX_ASPECT_CHANGE)
    left, right = _span(persons.x, persons.x + persons.width, wide * size[0], size[0])
    top, bottom = _span(persons.y, persons.y + persons.height, high * size[1], size[1])
    return Box(left, top, right - left, bottom - top)


def _union(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.width, other.x + other.width), max(one.y + one.height, other.y + other.height)
    return Box(x, y, right - x, bottom - y)


def _span(first: int, last: int, length: float, limit: int) -> tuple[int, int]:
    """A span of a length around another, inside 0..limit and in whole steps; ends at the limit if the other does."""
    start = limit - length if last >= limit - 1 else (first + last - length) / 2
    start = min(max(start, 0), max(limit - length, 0))
    begin = math.floor(start / _STEP_PX) * _STEP_PX
    return begin, min(math.ceil((start + length) / _STEP_PX) * _STEP_PX, limit)


def _about_to_leave(persons: Box, box: Box, size: tuple[int, int]) -> bool:
    """Whether the persons are too near a border of the box that is not the frame's."""
    across, down = round(box.width * _BORDER_DISTANCE[0]), round(box.height * _BORDER_DISTANCE[1])
    right, bottom = box.x + box.width, box.y + box.height
    return (
        (box.x > 0 and persons.x < box.x + across)
        or (box.y > 0 and persons.y < box.y + down)
        or (right < size[0] and persons.x + persons.width > right - across)
        or (bottom < size[1] and persons.y + persons.height > bottom - down)
    )
