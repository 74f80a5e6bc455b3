"""The plate in force, and what is asked of it: to be taken, remembered and deleted."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import cv2

from engine.core.clock import now_ns
from engine.core.errors import EngineError, OutputError
from engine.core.frame import Frame, Mask
from engine.core.settings import BackgroundKind, Settings
from engine.matte.methods.plate import storage
from engine.matte.methods.plate.capture import PlateCapture
from engine.matte.methods.plate.plate import Plate

COUNTDOWN_S = 5
"""Time to step out of the picture, as a camera's self-timer has at least."""


PATIENCE_NS = 10_000_000_000
"""A capture that gains no frame for so long is refused: networks load in less, and the person comes back after it."""


class PlatePhase(StrEnum):
    """Where the plate stands."""

    NONE = "none"
    COUNTDOWN = "countdown"
    CAPTURING = "capturing"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class PlateStatus:
    """What a window shows of the plate.

    Attributes:
        phase: Where it stands.
        seconds_left: Of the countdown.
        progress: Of the capture, 0 to 1.
        refusal: Why the last capture took none, or could not delete the plate that was kept; None if it did.
        remembered: Whether the plate is kept on the disk.
    """

    phase: PlatePhase = PlatePhase.NONE
    seconds_left: int = 0
    progress: float = 0.0
    refusal: EngineError | None = None
    remembered: bool = False


class PlateKeeper:
    """Holds the plate for the thread that decides with it and for those who ask; any thread may call anything.

    Args:
        path: Where a plate is kept if it is to be remembered; None for memory alone.
        plate: The plate; the one that was kept if absent.
    """

    def __init__(self, path: Path | None = None, plate: Plate | None = None) -> None:
        self._lock = threading.Lock()
        self._path = path
        self._plate = self._captured = plate
        self._looked = path is None or plate is not None
        self._remembered = False
        self._taken = 0
        """Counts plates that were taken or deleted, so that none is kept that is no longer in force."""
        self._capture: PlateCapture | None = None
        self._capture_ns: int | None = None
        self._gained_ns = 0
        """When the capture last gained a frame; its countdown's end before the first."""
        self._seconds_left = 0
        self._refusal: EngineError | None = None

    @property
    def plate(self) -> Plate | None:
        """The plate in force; the first call reads the one that was kept."""
        with self._lock:
            return self._in_force()

    def _in_force(self) -> Plate | None:
        """The plate; whoever calls this holds the lock."""
        if not self._looked and self._path is not None:
            self._looked = True
            self._plate = self._captured = storage.load(self._path)
            self._remembered = self._plate is not None
        return self._plate

    @property
    def status(self) -> PlateStatus:
        """Where the plate stands."""
        has_plate = self.plate is not None
        with self._lock:
            self._give_up()
            phase = PlatePhase.READY if has_plate else PlatePhase.NONE
            progress = 0.0
            if self._capture is not None:
                phase = PlatePhase.COUNTDOWN if self._seconds_left else PlatePhase.CAPTURING
                progress = self._capture.progress
            return PlateStatus(phase, self._seconds_left, progress, self._refusal, self._remembered)

    def take(self, settings: Settings) -> None:
        """Takes a plate once the countdown is over; what is asked for again begins again.

        Args:
            settings: In force; `matting` must follow to `clean-plate`.

        Raises:
            EngineError: The background is `none`: without a mask no one sees whether a person is in the picture.
        """
        if settings.background.kind is BackgroundKind.NONE:
            raise EngineError(
                "there is no mask while the background is none", "choose a background first", code="plate-no-mask"
            )
        with self._lock:
            self._capture, self._capture_ns = PlateCapture(), None
            self._gained_ns = now_ns() + COUNTDOWN_S * 10**9
            self._seconds_left, self._refusal = COUNTDOWN_S, None

    def _give_up(self) -> None:
        """Ends a capture that gets no frames: another setting took them away, or no mask of them can be right.

        Whoever calls this holds the lock.
        """
        if self._capture is not None and now_ns() - self._gained_ns > PATIENCE_NS:
            self._capture = None
            self._refusal = EngineError(
                "there were too few frames for a clean plate",
                "leave the settings as they are meanwhile, and try again",
                code="plate-waited",
            )

    def see(self, frame: Frame, mask: Mask) -> None:
        """Goes on with a capture, if one was asked for; a frame whose mask the gate would refuse is left out.

        Args:
            frame: The frame.
            mask: The network's mask of it.
        """
        with self._lock:
            self._give_up()
            if self._capture is None:
                return
            if self._capture_ns is None:
                self._capture_ns = frame.captured_ns + COUNTDOWN_S * 10**9
                self._gained_ns = now_ns() + COUNTDOWN_S * 10**9
            self._seconds_left = max(0, -((frame.captured_ns - self._capture_ns) // 10**9))
            if self._seconds_left or not (mask.plausible and mask.is_valid):
                return
            try:
                others = 0.0 if mask.hidden is None else cv2.mean(mask.hidden)[0] / 255
                plate = self._capture.add(frame.pyramid, cv2.mean(mask.alpha)[0] + others)
            except EngineError as refusal:
                self._capture, self._refusal = None, refusal
                return
            self._gained_ns = now_ns()
            if plate is None:
                return
            self._plate = self._captured = plate
            self._capture, self._looked = None, True
            self._taken += 1
        try:
            self._forget_kept()
        except OutputError as error:
            with self._lock:
                self._refusal = error

    def remember(self) -> None:
        """Keeps the plate on the disk as it was captured: who sat still long enough to be learned is not in the file.

        Raises:
            EngineError: There is none.
            OutputError: It can't be written.
        """
        with self._lock:
            self._in_force()
            plate, taken = self._captured, self._taken
        if plate is None or self._path is None:
            raise EngineError("there is no clean plate", "take one first", code="plate-none")
        storage.save(plate, self._path)
        with self._lock:
            kept = self._remembered = self._taken == taken
        if not kept:  # it was deleted or taken anew while it was written
            storage.delete(self._path)

    def delete(self) -> None:
        """Forgets the plate, in memory and on the disk.

        Raises:
            OutputError: It is still on the disk.
        """
        with self._lock:
            self._plate = self._captured = self._capture = self._refusal = None
            self._looked = True
            self._taken += 1
        self._forget_kept()

    def learn(self, plate: Plate) -> None:
        """Goes on with a plate in which something has changed; what is on the disk stays.

        Args:
            plate: Of the same view.
        """
        with self._lock:
            if self._plate is not None:
                self._plate = plate

    def _forget_kept(self) -> None:
        if self._path is not None:
            storage.delete(self._path)
        with self._lock:
            self._remembered = False
