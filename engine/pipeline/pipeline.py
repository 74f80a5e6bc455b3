"""Builds, starts, watches and stops the three stages."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import cv2

from engine.compositor.compositor import Compositor
from engine.core.errors import EngineError
from engine.core.frame import U8, Frame, Mask
from engine.core.settings import SettingsBox
from engine.core.slot import Policy, Reference, Slot
from engine.core.statistics import Stats, StatsSnapshot
from engine.matte import EdgeRefiner, MattePipeline, MattingSelection, propagate
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.matte.methods.plate.storage import plate_path
from engine.outputs.base import Output
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.governor import GovernedSettings, Governor
from engine.pipeline.load_watch import LoadWatch
from engine.pipeline.stages.capture import CaptureStage
from engine.pipeline.stages.composition import CompositionStage
from engine.pipeline.stages.context import StageContext, StreamFormat
from engine.pipeline.stages.controls import Controls, ControlsBox
from engine.pipeline.stages.inference import InferenceParts, InferenceStage, Tracker
from engine.pipeline.stages.interfaces import CompositorLike, Matting, Refiner
from engine.pipeline.stages.model_selection import ModelSelection
from engine.pipeline.stages.picture_maker import CompositionParts, Preview
from engine.pipeline.status import State, Status
from engine.platform.process import keep_freed_memory
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import candidate_models, find_model
from engine.segmentation.predictor import Predictor
from engine.sources.base import Source
from engine.transform.auto_framing import AutoFraming

DEFAULT_FPS = 30.0
STAGE_STOP_S = 1.2
"""How long each stage may take to stop; one that hangs longer in a device is left behind."""


def load_model(model: str, runtime: str, precision: str, trimap: U8 | None = None) -> Predictor:
    """A warmed-up predictor for what the settings name.

    `auto` precision is bf16, which falls back to f32 where the processor lacks it: it saves 40 % of the network's time
    and moves one pixel of the mask in 2000 across 0.5 (117 portraits; IoU with the truth .891 either way).

    Args:
        model: Name or path.
        runtime: `auto`, `openvino` or `paddle`.
        precision: `auto`, `f32`, `bf16` or `f16`.
        trimap: For a matting model that needs one: uint8 [H, W], 0 background, 255 person, else unknown.

    Raises:
        ModelError: There is no such model, or it can't be loaded.
    """
    return load_predictor(find_model(model), runtime, "bf16" if precision == "auto" else precision, trimap=trimap)


def candidate_paths(whole_bodies: bool) -> list[str]:
    """What `auto` chooses among, as `load_model` takes it; see `candidate_models`."""
    return [str(model.path) for model in candidate_models(whole_bodies)]


@dataclass(frozen=True)
class Components:
    """The pieces the stages work with; tests put faulty ones in their place.

    `compositor` is told whether to wait for backgrounds, as rendering does.
    """

    load: Callable[[str, str, str], Predictor] = load_model
    candidate_models: Callable[[bool], list[str]] = candidate_paths
    tracker: Callable[[], Tracker] = MattePipeline
    propagate: Callable[[Mask, U8, int], Mask] = propagate
    matting: Callable[[PlateKeeper], Matting] = MattingSelection
    refiner: Callable[[], Refiner] = EdgeRefiner
    compositor: Callable[[bool], CompositorLike] = lambda wait: Compositor(wait=wait)


@dataclass(frozen=True)
class Job:
    """What a pipeline is to do.

    Attributes:
        source: Where frames come from.
        output: Where pictures go; None for the preview alone.
        live: Newest wins and the clock paces; otherwise every frame goes through, as fast as it goes.
        size: (width, height) of output frames; None for the source's own.
        fps: Of the output; None for the source's own.
        alpha_output: Keeps the full-size alphas.
    """

    source: Source
    output: Output | None
    live: bool
    size: tuple[int, int] | None = None
    fps: float | None = None
    alpha_output: AlphaWriter | None = None
    parts: Components = field(default_factory=Components)


class Pipeline:
    """Three threads side by side: capture, inference, composition; each hands over by one slot.

    Args:
        job: What to do.
        box: The settings in force; each stage reads them once a frame.
    """

    def __init__(self, job: Job, box: SettingsBox) -> None:
        # The stages are the threads: OpenCV's own would spin beside them for a tenth of the time.
        cv2.setNumThreads(1)
        keep_freed_memory()
        policy = Policy.NEWEST_WINS if job.live else Policy.WAIT
        self._job = job
        self._stats = Stats()
        self._started = False
        self._stopping = False
        self._controlling = threading.Lock()
        self._controls = ControlsBox(Controls(job.output))
        self._format = Reference(StreamFormat(job.size, job.fps))
        self._frames: Slot[Frame] = Slot(policy)
        self._masked: Slot[tuple[Frame, Mask | None]] = Slot(policy)
        self._broken = threading.Event()
        newest: Reference[Frame | None] = Reference(None)
        # Rendering has no clock to keep: there the settings hold as they are.
        self._governor = Governor()
        self._governed = GovernedSettings(box, self._governor) if job.live else box
        self._load_watch = LoadWatch(self._stats, self._governed, self._governor) if job.live else None
        context = StageContext(
            self._governed, self._controls, self._format, newest, self._stats, self._broken, job.live
        )
        parts, auto_framing = job.parts, AutoFraming()
        self._compositor = parts.compositor(not job.live)
        self.plates = PlateKeeper(plate_path())
        """The clean plate, and what is asked of it."""
        self._matting = parts.matting(self.plates)
        self._capture = CaptureStage(context, job.source, self._frames, auto_framing)
        self._inference = InferenceStage(
            context,
            self._frames,
            self._masked,
            InferenceParts(
                parts.load, ModelSelection(parts.candidate_models, live=job.live), parts.tracker(), auto_framing
            ),
            mask_wanted=job.alpha_output is not None,
        )
        self._composition = CompositionStage(
            context,
            self._masked,
            CompositionParts(parts.propagate, self._matting, parts.refiner(), self._compositor),
            job.alpha_output,
            self._output_fps,
            lambda: self._capture.end_ns,
        )
        self._stages = (self._capture, self._inference, self._composition)

    def start(self) -> None:
        """Starts the stages, consumer first, so that the fallback frame is sent at once."""
        self._started = True
        for stage in reversed(self._stages):
            stage.start()
        if self._load_watch:
            self._load_watch.start()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits until the source has ended and every picture was sent.

        Returns:
            False if the time was over first.
        """
        return self._composition.join(timeout_s)

    def stop(self) -> None:
        """Stops producer to consumer, the output last; returns within seconds whatever hangs."""
        self._stopping = True
        if self._load_watch:
            self._load_watch.stop()
        if self._job.live:
            self._controls.change(stopped=True)
        else:
            self._broken.set()
        for stage in self._stages:
            stage.stop()
            stage.join(STAGE_STOP_S)

    def raise_failure(self) -> None:
        """Raises the first stage's failure, if one ended by it."""
        for stage in self._stages:
            if stage.failure:
                raise stage.failure

    def use_source(self, source: Source) -> None:
        """Goes on with another source; the output keeps running meanwhile."""
        self._capture.use_source(source)

    def use_format(self, size: tuple[int, int], fps: float, source: Source) -> None:
        """Continues at another size and rate; does not wait.

        Args:
            size: (width, height) of the output.
            fps: Frames a second.
            source: Opened with that size and rate.
        """
        self._format.value = StreamFormat(size, fps)
        self._capture.use_source(source)

    def use_output(self, output: Output | None) -> None:
        """Goes on with another output, or with the preview alone; the old one gets no camera picture any more."""
        self._control(output=output)

    def end_output(self) -> None:
        """Goes on with the preview alone, and ends a pause and a freeze in the same moment."""
        self._control(output=None, paused=False, frozen=False)

    def pause(self, on: bool) -> None:
        """Closes the camera and shows the fallback frame, or goes on."""
        self._control(paused=on)

    def rest(self, on: bool) -> None:
        """Closes the camera and sends the fallback frame now and then while nothing shows the picture; or goes on."""
        self._control(resting=on)

    def freeze(self, on: bool) -> None:
        """Repeats the last picture, or goes on."""
        self._control(frozen=on)

    def _control(self, **changes: object) -> None:
        """Changes controls as a whole; the camera follows them."""
        with self._controlling:
            controls = self._controls.change(**changes)
            self._composition.rest(controls.resting and not controls.stopped)
            self._capture.pause(not controls.wants_camera)

    def choose_subject(self, x: float, y: float) -> None:
        """Makes the person at a point of the picture the subject, from 0 to 1 each; see the setting `people`."""
        self._inference.choose_subject(x, y)

    def preview(self) -> Preview | None:
        """The newest picture that was sent."""
        return self._composition.preview

    def stats(self) -> StatsSnapshot:
        """What was counted so far."""
        return self._stats.snapshot(self._frames.dropped + self._masked.dropped)

    @property
    def status(self) -> Status:
        """The engine's status; may be read by any thread at any moment."""
        problem = next((p for p in self._problems() if p), None)
        return Status(
            state=self._state(problem),
            message=problem.message if problem else "",
            hint=problem.hint if problem else "",
            error=problem,
            source=self._capture.info,
            model=self._inference.model_id,
            runtime=self._inference.runtime,
            output=self._composition.output_name,
            notice=self._composition.output_notice,
            matting_notice=self._composition.matting_notice,
            step=self._governor.step,
            step_reason=self._governor.reason,
            step_changes=self._governor.changes,
        )

    def _problems(self) -> list[EngineError | None]:
        found: list[EngineError | None] = [stage.failure for stage in self._stages]
        found += [stage.problem for stage in self._stages]
        return [*found, self._composition.output_problem, self._compositor.problem]

    def _state(self, problem: EngineError | None) -> State:
        if not self._started:
            return State.IDLE
        if self._stopping:
            return State.STOPPING
        if any(stage.failure for stage in self._stages):
            return State.FAILED
        if problem:
            return State.RECOVERING
        if self._controls.value.resting:
            return State.RESTING
        if not self._stats.frames_sent:
            return State.STARTING
        return State.RUNNING

    def _output_fps(self) -> float:
        if self._format.value.fps:
            return self._format.value.fps
        info = self._capture.info
        return info.fps if info and info.fps else DEFAULT_FPS
