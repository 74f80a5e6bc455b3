"""The inference thread: from a frame to its mask."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from engine.core.errors import EngineError, ModelError
from engine.core.frame import F32, U8, Frame, Mask
from engine.core.settings import BackgroundKind, Settings
from engine.core.slot import Slot
from engine.core.statistics import StageName
from engine.media.colour_formats import downsample_bgr
from engine.pipeline.stages.context import StageContext
from engine.pipeline.stages.model_selection import ModelSelection
from engine.pipeline.stages.stage import Stage
from engine.platform.process import lower_thread_priority
from engine.privacy.jumps import JumpDetector
from engine.segmentation.predictor import Predictor
from engine.transform.auto_framing import AutoFraming

logger = logging.getLogger(__name__)

POLL_S = 0.25
"""How often an idle stage looks whether another model was chosen."""

SHARE_OF_FRAME = 0.5
"""Part of a frame's time that a model may take if it is `auto` that chooses it; the rest is for all other work."""
TIMED_RUNS = 5

ModelChoice = tuple[str, str, str]
"""(model, runtime, precision) as the settings name them, `auto` replaced by what fits."""


class Tracker(Protocol):
    """What makes stable masks of predictions; `engine.matte` has the real one."""

    def track(self, frame: Frame, small_bgr: U8, predict: Callable[[U8], F32], settings: Settings) -> Mask:
        """The mask of a frame; one that is no number keeps nothing of itself for the next.

        Args:
            frame: The frame.
            small_bgr: It at the network's size, uint8 [h, w, 3].
            predict: The network: uint8 [h, w, 3] BGR to float32 [h, w] in [0, 1].
            settings: Those in force.
        """

    def choose(self, x: float, y: float) -> None:
        """Makes the person at a point of the next frame the subject; x and y are from 0 to 1."""

    def reset(self) -> None:
        """Drops the history."""


@dataclass(frozen=True, slots=True)
class InferenceParts:
    """What the stage works with.

    Attributes:
        load: (model, runtime, precision) -> a warmed-up predictor; raises ModelError.
        model_selection: Says which model `auto` is.
        tracker: Makes stable masks of predictions.
        auto_framing: Is given each mask, so that the capture thread can pan after the person.
    """

    load: Callable[[str, str, str], Predictor]
    model_selection: ModelSelection
    tracker: Tracker
    auto_framing: AutoFraming


class InferenceStage(Stage):
    """Owns the predictor. Another model loads on a thread of its own and takes over between two frames.

    Args:
        context: Shared by the stages; live, frames are dropped while no model is there.
        frames: Where frames come from.
        masked: Where frames go with their masks; without one where no mask is needed.
        parts: What it works with.
        mask_wanted: Predict even where the background is `none`.
    """

    def __init__(
        self,
        context: StageContext,
        frames: Slot[Frame],
        masked: Slot[tuple[Frame, Mask | None]],
        parts: InferenceParts,
        *,
        mask_wanted: bool = False,
    ) -> None:
        super().__init__(StageName.INFERENCE, retry=context.live, broken=context.broken)
        self._context = context
        self._frames = frames
        self._masked = masked
        self._load = parts.load
        self._model_selection = parts.model_selection
        self._tracker = parts.tracker
        self._auto_framing = parts.auto_framing
        self._live = context.live
        self._mask_wanted = mask_wanted
        self._jumps = JumpDetector()
        self._whom = ""
        """Who was shown in the last mask."""
        self._predictor: Predictor | None = None
        self._wanted: ModelChoice | None = None
        self._adopted: ModelChoice | None = None
        self._model_problem: EngineError | None = None
        self._loaded: Slot[tuple[ModelChoice, Predictor | EngineError]] = Slot()
        self._frame_size: tuple[int, int] | None = None
        self._chosen: tuple[float, float] | None = None
        self.input_size: tuple[int, int] | None = None
        """(width, height) of the masks at present."""

    @property
    def model_id(self) -> str:
        """Name of the model in use; empty while there is none."""
        return self._predictor.model_id if self._predictor else ""

    @property
    def runtime(self) -> str:
        """Runtime and device in use; empty while there is none."""
        return self._predictor.runtime if self._predictor else ""

    def choose_subject(self, x: float, y: float) -> None:
        """Makes the person at a point of the next frame the subject; x and y are from 0 to 1."""
        self._chosen = (x, y)

    def wake(self) -> None:
        """See `Stage.wake`."""
        self._frames.close(discard=True)
        self._masked.close(discard=True)
        self._loaded.close()

    def finish(self) -> None:
        """See `Stage.finish`."""
        self._masked.close()
        if self._predictor:
            self._predictor.close()

    def run(self) -> None:
        """See `Stage.run`."""
        self._forget()
        scene = 0
        while not self._stopping.is_set():
            if self._needs_mask(self._context.settings.value):
                self._follow_choice(self._context.settings.value)
            frame = self._frames.get(POLL_S)
            if frame is None:
                if self._frames.drained:
                    return
                continue
            if frame.scene != scene:
                scene = frame.scene
                self._forget()
            settings = self._context.settings.value
            if not self._needs_mask(settings):
                self._masked.put((frame, None))
            elif self._predictor:
                mask = self._segment(frame, self._predictor, settings)
                if not self._live and self._follow_choice(settings):  # the frame itself has shown what fits
                    mask = self._segment(frame, self._predictor, settings)
                self.problem = self._model_problem
                self._masked.put((frame, mask))

    def _forget(self) -> None:
        """Drops what earlier frames said: for another scene or model, and after a failure."""
        self._tracker.reset()
        self._jumps.reset()

    def _needs_mask(self, settings: Settings) -> bool:
        return self._mask_wanted or settings.background.kind is not BackgroundKind.NONE

    def _segment(self, frame: Frame, predictor: Predictor, settings: Settings) -> Mask:
        with self._context.stats.stage(StageName.INFERENCE):
            self._frame_size = frame.image.size
            self.input_size = predictor.input_size(self._frame_size, settings.vertical)
            small_bgr = downsample_bgr(frame.pyramid, self.input_size)
            if (chosen := self._chosen) is not None:
                self._chosen = None
                self._tracker.choose(*chosen)
            mask = self._tracker.track(frame, small_bgr, predictor.predict, settings)
            if not mask.is_valid:
                return mask  # the gate refuses it, and the tracker has dropped its history
            if settings.people != self._whom:  # another mask of the same picture, and no jump
                self._whom = settings.people
                self._jumps.reset()
            if self._live:
                mask = self._jumps.checked(mask, frame)
            self._auto_framing.see(mask.persons, frame.captured_ns, settings)
            if settings.model == "auto":
                self._model_selection.see(mask.persons, self._frame_size, frame.captured_ns)
            return mask

    def _follow_choice(self, settings: Settings) -> bool:
        """Starts loading another model where one is wanted, and adopts the one that is ready.

        Returns:
            Whether another one was adopted.
        """
        by_auto = settings.model == "auto"
        choice = (self._model_selection.name() if by_auto else settings.model, settings.runtime, settings.precision)
        if choice != self._wanted:
            self._wanted = choice
            if choice == self._adopted:
                self.problem = self._model_problem = None
            else:
                threading.Thread(
                    target=self._load_model, args=(choice, by_auto), name="cyclorama-load", daemon=True
                ).start()
        must_wait = not self._live and self._adopted != choice
        ready = self._loaded.get(None if must_wait else 0)
        if ready is None or ready[0] != self._wanted:
            if ready and not isinstance(ready[1], EngineError):
                ready[1].close()
            return False
        if isinstance(ready[1], EngineError):
            self.problem = self._model_problem = ready[1]
            if not self._live:
                raise ready[1]
            return False
        old, self._predictor = self._predictor, ready[1]
        self._adopted = choice
        self.problem = self._model_problem = None
        self._forget()
        if old:
            # Not here: taking a network apart takes half a frame's time.
            threading.Thread(target=old.close, name="cyclorama-unload", daemon=True).start()
        return True

    def _warmed_up(self, predictor: Predictor) -> Predictor:
        """The predictor, ready for frames as they are now: it may have to compile for each size it meets."""
        if self._frame_size:
            width, height = predictor.input_size(self._frame_size, self._context.settings.value.vertical)
            predictor.predict(np.zeros((height, width, 3), np.uint8))
        return predictor

    def _keeps_up(self, predictor: Predictor) -> bool:
        """Whether a live prediction is fast enough, in processor time, as the pipeline runs beside it."""
        if not self._live or not self._frame_size:
            return True
        width, height = predictor.input_size(self._frame_size, self._context.settings.value.vertical)
        blank = np.zeros((height, width, 3), np.uint8)
        times_s = []
        for _ in range(TIMED_RUNS):
            started_s = time.thread_time()
            predictor.predict(blank)
            times_s.append(time.thread_time() - started_s)
        return min(times_s) <= SHARE_OF_FRAME / self._context.settings.value.fps

    def _load_model(self, choice: ModelChoice, by_auto: bool) -> None:
        if self._live and self._predictor:
            lower_thread_priority()
        loaded: Predictor | EngineError
        try:
            predictor = loaded = self._warmed_up(self._load(*choice))
            if by_auto and not self._keeps_up(predictor) and self._model_selection.rule_out(choice[0]):
                logger.info("%s is too slow here", predictor.model_id)
                predictor.close()
                return
        except EngineError as error:
            loaded = error
        except Exception as error:
            logger.exception("loading the model failed")
            loaded = ModelError(
                "the model {choice} can't be loaded ({error})",
                "choose another model",
                code="model-load-failed",
                choice=repr(choice[0]),
                error=error,
            )
        # One that was given up meanwhile must not take the place of the one wanted now.
        if (choice != self._wanted or not self._loaded.put((choice, loaded))) and not isinstance(loaded, EngineError):
            loaded.close()
