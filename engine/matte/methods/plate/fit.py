"""Fitting the plate to a frame: exposure and white balance, and the camera's small movements."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8, FramePyramid, Matrix
from engine.matte.methods.plate.plate import Planes, Plate, Scaled, of_planes, scaled, smoothed, square
from engine.media.colour_formats import bgr_to_yuv, yuv_to_bgr


@dataclass(frozen=True, slots=True)
class FitParameters:
    """How the plate is fitted. Chosen on clips of training persons, filmed as `bench plate` films its own.

    Attributes:
        follow: Least share of a new gain that is taken over a frame; noise of the median is far below `at_once`.
        at_once: Relative change of a gain that is taken over whole.
        still_px: Step of the shift, in pixels of a quarter of the working size, up to which it is noise, too.
        same_gain: Relative change of a gain for which the plate is not made anew: half a level of a light grey.
        same_shift_px: The same of a shift, in pixels of the working size.
        max_gain: Exposure and white balance that differ by more are another light.
        max_shift: Share of the frame's width that the camera may have moved: 8 pixels of 1280.
        changed: Difference, in levels beyond local contrast, of a pixel that is another.
        per_contrast: Share of the local contrast that is no change.
        shadow: Share of the plate's luma down to which a pixel of its chroma may be in a shadow; counts a third.
        max_changed: Share of what is seen of the background that may have changed, beyond which the plate is no
            picture of it. An open door takes 0.07, a blind or a turned camera 0.3 and more.
        min_seen: Share of the frame in which the background must be seen.
    """

    follow: float = 0.25
    at_once: float = 0.02
    still_px: float = 0.04
    same_gain: float = 0.003
    same_shift_px: float = 0.08
    max_gain: float = 2.0
    max_shift: float = 8 / 1280
    changed: float = 7.0
    per_contrast: float = 0.3
    shadow: float = 0.5
    max_changed: float = 0.16
    min_seen: float = 0.1


PARAMETERS = FitParameters()
_PASSES = 2
_MIN_SAMPLES = 100
_TINY_PX = 4
"""Pixels of the working size in one at which gains and shift are found."""

Float = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FittedPlate:
    """The plate as the camera would see it in one frame.

    Attributes:
        scaled: At the working size and below.
        gains: Of blue, green and red, float64 [3].
        shift: (x, y) of the camera, in pixels of the working size.
        contrast: Local contrast of luma at half the working size, uint8 [h, w].
        smooth: Its planes at half the working size, mean over 3x3 pixels.
        tiny_contrast: The same at a quarter of it, of all planes, uint8 [h / 2, w / 2, 3].
    """

    scaled: Scaled
    gains: Float
    shift: tuple[float, float]
    contrast: U8
    smooth: Planes
    tiny_contrast: U8


class PlateFit:
    """Follows exposure, white balance and small movements of the camera.

    Args:
        plate: The plate.
    """

    def __init__(self, plate: Plate) -> None:
        self.set_plate(plate)
        self.reset()

    def reset(self) -> None:
        """Forgets what earlier frames said: for another scene."""
        self._gains: Float = np.ones(3)
        self._shift: Float = np.zeros(2)
        self._fitted: FittedPlate | None = None
        self._before: FittedPlate | None = None
        self._rested = False

    def set_plate(self, plate: Plate) -> None:
        """Goes on with another plate of the same view."""
        self._own = scaled(FramePyramid(plate.image))
        self._matrix = plate.image.matrix
        self._bgr = _to_bgr(self._own.tiny, self._matrix)
        merged = np.asarray(cv2.merge(self._own.small), np.uint8)
        self._small_bgr = np.asarray(cv2.transform(merged, yuv_to_bgr(self._matrix)), np.uint8)
        self._luma = self._own.tiny[..., 0].astype(np.float32)
        self._slopes = [
            np.asarray(cv2.Sobel(self._luma, cv2.CV_32F, *of, scale=1 / 8), np.float32) for of in ((1, 0), (0, 1))
        ]
        self._fitted = None

    def follow(self, frame: Scaled, seen: U8) -> FittedPlate | None:
        """The plate fitted to a frame; None where it can't be a picture of the same background.

        Args:
            frame: The frame.
            seen: uint8 [h / 2, w / 2], 255 where the background is surely seen.
        """
        if cv2.countNonZero(seen) < PARAMETERS.min_seen * seen.size:
            return None
        last, self._rested = self._fitted, not self._rested
        if last is not None and last is self._before and self._rested and _is_same(frame, last, seen):
            return last  # every second frame, while nothing has to be followed
        self._before = last
        self._follow_gains(frame, seen)
        self._follow_shift(frame, seen)
        x, y = self._shift
        if max(abs(x), abs(y)) > PARAMETERS.max_shift * frame.tiny.shape[1]:
            return None
        if not (1 / PARAMETERS.max_gain <= self._gains.min() and self._gains.max() <= PARAMETERS.max_gain):
            return None
        fitted = self._at(self._gains, (x * _TINY_PX, y * _TINY_PX))
        return fitted if _is_same(frame, fitted, seen) else None

    def _follow_gains(self, frame: Scaled, seen: U8) -> None:
        """Median ratio of what is seen, for each of blue, green and red."""
        rows = np.s_[1::3, ::3]
        at = seen[rows] > 0
        here = _to_bgr(np.ascontiguousarray(frame.tiny[rows]), self._matrix)[at].T
        plate = self._bgr[rows][at].T
        usable = (plate > 25) & (plate < 235) & (here > 8) & (here < 245)
        for channel, (now, was, of) in enumerate(zip(here, plate, usable, strict=True)):
            if np.count_nonzero(of) >= _MIN_SAMPLES:
                ratio = now[of] / was[of]
                gain = float(np.partition(ratio, ratio.size // 2)[ratio.size // 2])
                change = abs(gain / self._gains[channel] - 1)
                weight = min(max(change / PARAMETERS.at_once, PARAMETERS.follow), 1.0)
                self._gains[channel] += (gain - self._gains[channel]) * weight

    def _follow_shift(self, frame: Scaled, seen: U8) -> None:
        """Least squares of the luma's difference along its slopes (Lucas and Kanade 1981)."""
        size = seen.shape[1], seen.shape[0]
        blue, green, red = self._gains.tolist()
        gain = 0.114 * blue + 0.587 * green + 0.299 * red  # of a grey pixel's luma, ITU-R BT.601
        luma = (frame.tiny[..., 0].astype(np.float32) - np.float32(16)) * np.float32(1 / gain) + np.float32(16)
        visible = seen.astype(np.float32) * np.float32(1 / 255)
        for _ in range(_PASSES):
            planes = [self._luma, *self._slopes]
            if max(abs(self._shift)) > 0.01:
                move = _moved(self._shift)
                planes = [
                    np.asarray(cv2.warpAffine(plane, move, size, borderMode=cv2.BORDER_REPLICATE), np.float32)
                    for plane in planes
                ]
            error = (luma - planes[0]) * visible
            limit = max(3.0, 7.5 * cv2.norm(error, cv2.NORM_L1) / max(cv2.countNonZero(seen), 1))
            error = np.asarray(cv2.threshold(error, limit, 0, cv2.THRESH_TOZERO_INV)[1], np.float32)
            error = -np.asarray(cv2.threshold(-error, limit, 0, cv2.THRESH_TOZERO_INV)[1], np.float32)
            along_x, along_y = (planes[at] * visible for at in (1, 2))
            xx, xy, yy = (
                along_x.ravel() @ along_x.ravel(),
                along_x.ravel() @ along_y.ravel(),
                along_y.ravel() @ along_y.ravel(),
            )
            few = 0.05 * visible.size  # a plain wall has no slopes, and keeps its place
            right = [-(along_x.ravel() @ error.ravel()), -(along_y.ravel() @ error.ravel())]
            step = np.linalg.solve(np.array([[xx + few, xy], [xy, yy + few]], np.float64), np.array(right, np.float64))
            largest = float(np.abs(step).max())
            if largest < PARAMETERS.still_px:  # the noise of a camera that does not move
                self._shift += step * PARAMETERS.follow
                break
            self._shift += np.clip(step, -0.6, 0.6)

    def _at(self, gains: Float, shift: tuple[float, float]) -> FittedPlate:
        """The plate with gains and a shift, in pixels of the working size; made anew only where these have changed."""
        last = self._fitted
        if last is not None:
            moved = max(abs(shift[0] - last.shift[0]), abs(shift[1] - last.shift[1]))
            if moved < PARAMETERS.same_shift_px and np.abs(gains / last.gains - 1).max() < PARAMETERS.same_gain:
                return last
        luma, (_, *chroma) = self._own.luma, self._own.small
        if np.abs(gains - 1).max() >= PARAMETERS.same_gain:
            luma, chroma = self._exposed(gains)
        if max(abs(shift[0]), abs(shift[1])) >= PARAMETERS.same_shift_px:
            luma = _shifted(luma, shift, cv2.INTER_CUBIC)
            chroma = [_shifted(plane, (shift[0] / 2, shift[1] / 2), cv2.INTER_LINEAR) for plane in chroma]
        plate = of_planes(luma, *chroma)
        contrast, tiny_contrast = (
            np.asarray(cv2.morphologyEx(plane, cv2.MORPH_GRADIENT, square(1)), np.uint8)
            for plane in (plate.small[0], plate.tiny)
        )
        self._fitted = FittedPlate(plate, gains.copy(), shift, contrast, smoothed(plate.small), tiny_contrast)
        return self._fitted

    def _exposed(self, gains: Float) -> tuple[U8, list[U8]]:
        """Luma at the working size and chroma of half of it as the camera sees them with gains; white stays white."""
        steps = np.arange(256)[:, np.newaxis] * gains
        curve = np.clip(steps + 0.5, 0, 255).astype(np.uint8).reshape(1, 256, 3)
        exact = cv2.transform(cv2.LUT(self._small_bgr, curve), bgr_to_yuv(self._matrix))
        own_luma, *chroma = cv2.split(exact)
        rows = bgr_to_yuv(self._matrix)[:, :3] @ np.diag(gains) @ yuv_to_bgr(self._matrix)[:, :3]
        gain = float(rows[0, 0])
        rest = cv2.addWeighted(own_luma, 1, self._own.small[0], -gain, 128)
        luma = self._own.luma
        upsampled = cv2.resize(rest, (luma.shape[1], luma.shape[0]), interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.addWeighted(luma, gain, upsampled, 1, -128), np.uint8), [
            np.asarray(plane, np.uint8) for plane in chroma
        ]


def _to_bgr(yuv: U8, matrix: Matrix) -> F32:
    return np.asarray(cv2.transform(yuv.astype(np.float32), yuv_to_bgr(matrix)), np.float32)


def _moved(shift: Float) -> Float:
    return np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float64)


def _shifted(plane: U8, shift: tuple[float, float], how: int) -> U8:
    size = plane.shape[1], plane.shape[0]
    move = _moved(np.array(shift))
    return np.asarray(cv2.warpAffine(plane, move, size, flags=how, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _is_same(frame: Scaled, fitted: FittedPlate, seen: U8) -> bool:
    """Whether enough of what is seen is as the plate has it."""
    plate = fitted.scaled.tiny
    beyond = cv2.addWeighted(cv2.absdiff(frame.tiny, plate), 1, fitted.tiny_contrast, -PARAMETERS.per_contrast, 0)
    luma, blue, red = cv2.split(cv2.threshold(beyond, PARAMETERS.changed, 255, cv2.THRESH_BINARY)[1])
    coloured = cv2.bitwise_or(blue, red)
    own = cv2.extractChannel(plate, 0)
    darkest = cv2.convertScaleAbs(own, alpha=PARAMETERS.shadow)
    here = cv2.extractChannel(frame.tiny, 0)
    lit = cv2.bitwise_or(cv2.compare(here, own, cv2.CMP_GT), cv2.compare(here, darkest, cv2.CMP_LT))
    another = cv2.bitwise_and(cv2.bitwise_or(coloured, cv2.bitwise_and(luma, lit)), seen)
    shaded = cv2.bitwise_and(cv2.subtract(luma, another), seen)
    lost = cv2.countNonZero(another) + cv2.countNonZero(shaded) / 3
    return lost <= PARAMETERS.max_changed * cv2.countNonZero(seen)
