"""Capturing a plate: two seconds without a person, averaged."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from engine.core.errors import EngineError
from engine.core.frame import F32, FramePyramid, Image, PixelFormat
from engine.matte.methods.plate.plate import Plate, Scaled, scaled
from engine.media.colour_formats import to_i420


@dataclass(frozen=True, slots=True)
class CaptureParameters:
    """When a plate is taken. Chosen on the clips of `bench plate`'s training persons, unless said otherwise.

    Attributes:
        frames: How many are averaged: at 30 frames a second two seconds, as the window says. Noise is then an
            eighth of one frame's; more would keep the person waiting outside.
        max_person: Share of the frame that the mask may call a person: a network's haze is below it.
        max_moved: Share of blocks that may differ from the first frame: a curtain or a screen may move, no camera.
        moved: Difference of a block's mean, in levels, that noise of sigma 8 does not leave.
        max_gain: How far the frame's mean may drift: more is a lamp that was switched or an exposure that adapts.
    """

    frames: int = 60
    max_person: float = 0.002
    max_moved: float = 0.06
    moved: float = 6.0
    max_gain: float = 0.06


PARAMETERS = CaptureParameters()


class PlateCapture:
    """Averages frames until there are enough; refuses where a person is in them or the camera moves.

    Args:
        frames: How many to average.
    """

    def __init__(self, frames: int = PARAMETERS.frames) -> None:
        self._frames = frames
        self._first: Scaled | None = None
        self._image: Image | None = None
        self._sums: list[F32] = []
        self._small: F32 = np.zeros(0, np.float32)
        self._squares: F32 = np.zeros(0, np.float32)
        self._count = 0

    @property
    def progress(self) -> float:
        """Share of the frames that are there, 0 to 1."""
        return self._count / self._frames

    def add(self, picture: FramePyramid, person: float) -> Plate | None:
        """Adds a frame.

        Args:
            picture: The frame.
            person: Share of it that is a person, 0 to 1.

        Returns:
            The plate, once there are enough frames.

        Raises:
            EngineError: The frame shows a person, or another view than the first one.
        """
        if person > PARAMETERS.max_person:
            raise EngineError("a person is in the picture", "step out of it and try again", code="plate-person")
        image = picture.image
        if image.format is PixelFormat.BGR:
            image = to_i420(image.planes[0])
        seen = scaled(FramePyramid(image, picture.halves if image is picture.image else ()))
        if self._first is None or self._image is None or self._image.size != image.size:
            self._start(image, seen)
        assert self._first is not None
        self._check(seen, self._first)
        for total, plane in zip(self._sums, image.planes, strict=True):
            cv2.accumulate(plane, total)
        small = np.stack(seen.small).astype(np.float32)
        self._small += small
        self._squares += small * small
        self._count += 1
        return self._plate(image) if self._count == self._frames else None

    def _start(self, image: Image, seen: Scaled) -> None:
        self._first, self._image, self._count = seen, image, 0
        self._sums = [np.zeros(plane.shape, np.float32) for plane in image.planes]
        self._small = np.zeros((3, *seen.small[0].shape), np.float32)
        self._squares = np.zeros((3, *seen.small[0].shape), np.float32)

    def _check(self, seen: Scaled, first: Scaled) -> None:
        luma, was = (np.asarray(cv2.extractChannel(each.tiny, 0), np.uint8) for each in (seen, first))
        change = cv2.absdiff(luma, was)
        if abs(cv2.mean(luma)[0] / max(cv2.mean(was)[0], 1.0) - 1) > PARAMETERS.max_gain:
            raise EngineError("the light changes", "wait until it stays the same and try again", code="plate-light")
        moved = cv2.countNonZero(cv2.threshold(change, PARAMETERS.moved, 255, cv2.THRESH_BINARY)[1])
        if moved > PARAMETERS.max_moved * change.size:
            raise EngineError(
                "the camera moves, or something in front of it", "keep it still and try again", code="plate-moved"
            )

    def _plate(self, image: Image) -> Plate:
        mean = Image.empty(like=image)
        for plane, total in zip(mean.planes, self._sums, strict=True):
            plane[:] = np.clip(total / self._count + 0.5, 0, 255).astype(np.uint8)
        average = self._small / self._count
        deviation = np.sqrt(np.maximum(self._squares / self._count - average * average, 0))
        luma, chroma = deviation[0], np.maximum(deviation[1], deviation[2])
        noise = cv2.blur(np.dstack([luma, chroma]), (5, 5))
        return Plate(mean, np.asarray(noise, np.float32))
