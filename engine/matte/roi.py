"""The region of interest (ROI): which part of the frame the network is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2

from engine.core.box import Box
from engine.core.frame import F32, U8
from engine.core.persons import PersonState
from engine.matte.change import ChangeDetector, ChangeParameters
from engine.matte.person.components import sure_pixels


@dataclass(frozen=True, slots=True)
class RoiParameters:
    """How the region is chosen. Pairs are for width and height.

    The first two were measured on 280 pictures of training persons over backgrounds, by MAD and 1 - IoU of the bare
    model as shares of its figures for full frames; the others on the filmed clips.

    Attributes:
        margin: Size of the region, as a multiple of the persons' bounding box: 0.79 and 0.87.
        max_aspect_change: Largest change of the aspect ratio: without any 0.86 and 0.90, since a tall person gains
            less; with 1.35, 0.81 and 0.92.
        max_area: Largest region as a share of the frame's area; a larger one gains little over the full frame.
        min_side: Smallest region as a share of the frame: a smaller person is a passer-by, shown by few pixels anyway.
        step_px: The box begins and ends at multiples of this, so that it seldom moves.
        size_tolerance: Range of the wanted box's size, as a share of the present one's, in which the box stays: each
            move adds flicker.
        border_distance: Distance from the region's border, as a share of its size, below which persons are about to
            leave it.
        redetection_interval_ns: Interval of full-frame re-detection, which costs a second prediction.
        redetection_pause_ns: First and longest pause between re-detections that motion outside the region triggers, as
            a raised hand or another person does; the pause doubles each time nothing is found.
        change: Change of a block's mean that is motion: a hand in a quarter of it, or brighter light.
        new_person_area: Smallest area outside, as a share of the area inside, that counts as another person.
        full_frame_ns: How long the full frame is used after a person was found outside the region.
    """

    margin: tuple[float, float] = (1.3, 1.05)
    max_aspect_change: float = 1.15
    max_area: float = 0.85
    min_side: float = 0.3
    step_px: int = 4
    size_tolerance: tuple[float, float] = (0.6, 1.15)
    border_distance: tuple[float, float] = (0.04, 0.015)
    redetection_interval_ns: int = 2_000_000_000
    redetection_pause_ns: tuple[int, int] = (100_000_000, 1_000_000_000)
    change: ChangeParameters = field(default=ChangeParameters(min_colour=13))
    new_person_area: float = 0.04
    full_frame_ns: int = 3_000_000_000


class RegionOfInterest:
    """Keeps the part of the frame that the network is shown around the persons; moves it seldom and in steps.

    Blocks are means over parts of the frame, uint8 [y, x, 3]. Times are media times, so that a render does not depend
    on its speed.
    """

    def __init__(self, parameters: RoiParameters | None = None) -> None:
        self._parameters = parameters or RoiParameters()
        self._change = ChangeDetector(self._parameters.change)
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
            blocks: Means over blocks of the frame, uint8 [y, x, 3].
            now_ns: Media time of the frame.
        """
        limits = self._parameters
        if self.box is None or self._covered is None:
            return False
        since_ns = now_ns - self._redetected_ns
        if since_ns < self._pause_ns:
            return False
        return since_ns >= limits.redetection_interval_ns or self._motion_outside(self._covered, mask_size, blocks)

    def _motion_outside(self, covered: Box, mask_size: tuple[int, int], blocks: U8) -> bool:
        """Whether blocks outside of what the region has covered have changed since the last full-frame detection."""
        if self._seen_blocks is None or self._seen_blocks.shape != blocks.shape:
            return True
        changed = self._change.changed(blocks, self._seen_blocks)
        across, down = (at / side for at, side in zip(blocks.shape[1::-1], mask_size, strict=True))
        rows = slice(math.floor(covered.y * down), math.ceil((covered.y + covered.height) * down))
        columns = slice(math.floor(covered.x * across), math.ceil((covered.x + covered.width) * across))
        changed[rows, columns] = 0
        return cv2.countNonZero(changed) > 0

    def redetect(self, whole: F32, blocks: U8, now_ns: int) -> None:
        """Goes back to the full frame if a person is outside the region.

        Args:
            whole: The network's mask of the whole frame, float32 [h, w].
            blocks: Of that frame, uint8 [y, x, 3].
            now_ns: Its time.
        """
        limits = self._parameters
        after_motion = now_ns - self._redetected_ns < limits.redetection_interval_ns
        self._redetected_ns, self._seen_blocks, self._covered = now_ns, blocks, self.box
        if self.box is None:
            return
        sure = sure_pixels(whole)
        inside = cv2.countNonZero(self.box.of(sure))
        if cv2.countNonZero(sure) - inside > limits.new_person_area * inside:
            self.box = None
            self._pause_ns, self._full_frame_until_ns = 0, now_ns + limits.full_frame_ns
        else:
            self._pause_ns = (
                min(max(2 * self._pause_ns, limits.redetection_pause_ns[0]), limits.redetection_pause_ns[1])
                if after_motion
                else 0
            )

    def follow(self, state: PersonState, frame_size: tuple[int, int], blocks: U8, now_ns: int) -> None:
        """Chooses the region for the next frame.

        Args:
            state: The persons in the full frame.
            frame_size: (width, height) of the frame.
            blocks: Of that frame, uint8 [y, x, 3].
            now_ns: Its time; the same again for another pass over it.
        """
        limits, size, found = self._parameters, (state.sure.shape[1], state.sure.shape[0]), state.bounds
        if not found.width and self.box is not None:
            # A person missing in the region may be found in the full frame; alternating between the two would flicker.
            self._full_frame_until_ns = now_ns + limits.full_frame_ns
        if not found.width or now_ns < self._full_frame_until_ns:
            self.box = self._persons = None
            return
        before = self._persons if self._persons is not None and now_ns > self._followed_ns else found
        persons = _extrapolated(found, before, size)
        self._persons, self._followed_ns = found, now_ns
        wanted = _region_around(persons, size, frame_size, limits)
        if self.box is not None and not _about_to_leave(persons, self.box, size, limits):
            changes = wanted.width / self.box.width, wanted.height / self.box.height
            if all(limits.size_tolerance[0] < change < limits.size_tolerance[1] for change in changes):
                return
        if wanted.width * wanted.height > limits.max_area * state.sure.size:
            self.box = None
            return
        if self.box is None or self._covered is None:
            self._redetected_ns, self._seen_blocks, self._covered = now_ns, blocks, wanted
        self.box = wanted
        self._covered = _union(self._covered, wanted)


def _extrapolated(now: Box, before: Box, size: tuple[int, int]) -> Box:
    """Box of the persons now and, if each of its borders keeps its speed, at the next frame."""
    left, top = min(now.x, 2 * now.x - before.x), min(now.y, 2 * now.y - before.y)
    right, bottom = now.x + now.width, now.y + now.height
    right = max(right, 2 * right - before.x - before.width)
    bottom = max(bottom, 2 * bottom - before.y - before.height)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, size[0]), min(bottom, size[1])
    return Box(left, top, right - left, bottom - top)


def _region_around(persons: Box, size: tuple[int, int], frame_size: tuple[int, int], limits: RoiParameters) -> Box:
    """The region around persons, inside the mask; it ends at the frame's border where the persons do.

    It holds at least as many pixels of the frame as the network takes.
    """
    wide = max(limits.margin[0] * persons.width / size[0], limits.min_side, size[0] / frame_size[0])
    high = max(limits.margin[1] * persons.height / size[1], limits.min_side, size[1] / frame_size[1])
    wide, high = max(wide, high / limits.max_aspect_change), max(high, wide / limits.max_aspect_change)
    left, right = _span(persons.x, persons.x + persons.width, wide * size[0], size[0], limits.step_px)
    top, bottom = _span(persons.y, persons.y + persons.height, high * size[1], size[1], limits.step_px)
    return Box(left, top, right - left, bottom - top)


def _union(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.x + one.width, other.x + other.width), max(one.y + one.height, other.y + other.height)
    return Box(x, y, right - x, bottom - y)


def _span(first: int, last: int, length: float, limit: int, step_px: int) -> tuple[int, int]:
    """A span of a length around another, inside 0..limit and in whole steps; ends at the limit if the other does."""
    start = limit - length if last >= limit - 1 else (first + last - length) / 2
    start = min(max(start, 0), max(limit - length, 0))
    begin = math.floor(start / step_px) * step_px
    return begin, min(math.ceil((start + length) / step_px) * step_px, limit)


def _about_to_leave(persons: Box, box: Box, size: tuple[int, int], limits: RoiParameters) -> bool:
    """Whether the persons are too near a border of the box that is not the frame's."""
    across, down = round(box.width * limits.border_distance[0]), round(box.height * limits.border_distance[1])
    right, bottom = box.x + box.width, box.y + box.height
    return (
        (box.x > 0 and persons.x < box.x + across)
        or (box.y > 0 and persons.y < box.y + down)
        or (right < size[0] and persons.x + persons.width > right - across)
        or (bottom < size[1] and persons.y + persons.height > bottom - down)
    )
