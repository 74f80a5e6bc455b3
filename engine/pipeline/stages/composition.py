"""The composition thread: from a frame and its mask to the output frame."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from engine.core.clock import now_ns
from engine.core.errors import EngineError
from engine.core.frame import U8, Frame, FramePyramid, Image, Mask, Matrix, PixelFormat
from engine.core.settings import Background, BackgroundKind, Settings
from engine.core.slot import Slot
from engine.core.statistics import StageName
from engine.media.colour_formats import downsample_bgr
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.stages.context import StageContext
from engine.pipeline.stages.controls import Controls
from engine.pipeline.stages.interfaces import CompositorLike, Matting, Refiner
from engine.pipeline.stages.pacing import Pacer, SlotClock
from engine.pipeline.stages.publisher import Form, Publisher
from engine.pipeline.stages.stage import Stage
from engine.privacy import OutputFrame, Rejection, gate, is_fresh

REST_INTERVAL_S = 1.0
"""How often the fallback frame is sent while the pipeline rests, so that a new reader finds a picture."""

HELD_PICTURE_NS = 500_000_000
"""How long the last picture is repeated while nothing new comes; then the fallback frame is sent."""

LONG_STILL_NS = 500_000_000
"""A last picture that is shown for longer is sent once more at the end: some players heed no picture's duration."""

SHOWN_PROBLEM_NS = 2_000_000_000
"""How long a rejected mask stays in the status: one frame of it would be seen by no one."""

_NO_ALPHA = np.zeros((0, 0), np.uint8)
_BLACK = Background(BackgroundKind.COLOR)


@dataclass(frozen=True, slots=True)
class Preview:
    """The newest picture that was sent, for a window.

    Attributes:
        seq: Counts pictures, so that a reader knows whether it is a new one.
        frame: What was sent.
        raw: The camera's picture it was made of, for the window alone; None for the fallback frame.
        alpha: uint8 [H, W] it was made with, None for the fallback frame and with background `none`.
    """

    seq: int
    frame: OutputFrame
    raw: Image | None
    alpha: U8 | None

    @property
    def image(self) -> Image:
        """The picture that was sent."""
        return self.frame.image


@dataclass(frozen=True, slots=True)
class CompositionParts:
    """What the stage works with.

    Attributes:
        propagate: Takes a mask to another frame by optical flow.
        matting: Decides parts of the alpha before the network does.
        refiner: Makes full-size alphas.
        compositor: Makes pictures.
    """

    propagate: Callable[[Mask, U8, int], Mask]
    matting: Matting
    refiner: Refiner
    compositor: CompositorLike


@dataclass(frozen=True, slots=True)
class _Picture:
    """What was made of one frame, with what the decision to repeat it needs."""

    output_frame: OutputFrame
    alpha: U8 | None
    frame: Frame
    settings: Settings


class CompositionStage(Stage):
    """Makes output frames and sends them at the output's own pace.

    Args:
        context: Shared by the stages.
        masked: Where frames come from, with their masks.
        parts: What it works with.
        alpha_output: Keeps the full-size alphas, when rendering.
        fps: Frames per second of the output; a function, as a file's rate is known only once it is open.
        end_ns: Media time at which the source's last frame ends; 0 if unknown.
    """

    def __init__(
        self,
        context: StageContext,
        masked: Slot[tuple[Frame, Mask | None]],
        parts: CompositionParts,
        alpha_output: AlphaWriter | None,
        fps: Callable[[], float],
        end_ns: Callable[[], int] = lambda: 0,
    ) -> None:
        super().__init__(StageName.COMPOSITION, retry=context.live, broken=context.broken)
        self.preview: Preview | None = None
        self._awake = threading.Event()
        self._awake.set()
        self._context = context
        self._masked = masked
        self._parts = parts
        self._publisher = Publisher(alpha_output, live=context.live)
        self._fps = fps
        self._end_ns = end_ns
        self._pacer = Pacer(fps())
        self._last: tuple[Frame, Mask | None] | None = None
        self._picture: _Picture | None = None
        self._unsent: _Picture | None = None
        self._scene = -1
        self._rejected_ns = 0
        self._sent = 0

    @property
    def output_name(self) -> str:
        """Name of the open output; empty while there is none."""
        output = self._publisher.output
        return output.name if output else ""

    @property
    def matting_notice(self) -> EngineError | None:
        """Why the network finds the person although another method was chosen; None where that one does."""
        return self._parts.matting.notice

    @property
    def output_notice(self) -> EngineError | None:
        """What the open output has to say while it works."""
        return getattr(self._publisher.output, "notice", None)

    @property
    def output_problem(self) -> EngineError | None:
        """Why the output can't be opened or written; None if it can."""
        return self._publisher.problem

    def rest(self, on: bool) -> None:
        """Sends the fallback frame only now and then; or goes on at once."""
        self._awake.clear() if on else self._awake.set()

    def wake(self) -> None:
        """See `Stage.wake`."""
        self._awake.set()
        self._masked.close(discard=True)

    def finish(self) -> None:
        """See `Stage.finish`."""
        self._parts.compositor.close()
        self.failure = self.failure or self._publisher.finish(abort=self._broken.is_set())

    def run(self) -> None:
        """See `Stage.run`."""
        if not self._context.live:
            self._render()
            return
        self._pacer = Pacer(self._fps())
        self._unsent = None
        while not self._stopping.is_set() and self.step():
            pass

    def _render(self) -> None:
        """Every frame, no clock but the clip's own."""
        slots: SlotClock | None = None
        while (item := self._masked.get()) is not None:
            frame, mask = item
            controls = self._context.controls.value
            self._publisher.open(controls.output, (frame.image.size, self._fps()))
            if slots is None and self._sends_at_constant_rate():
                slots = SlotClock(self._fps())
            repeats, own = slots.copies(frame.media_ns) if slots else (0, 1)
            for _ in range(repeats):
                self._send(self._picture)
            if own:
                with self._context.stats.stage(StageName.COMPOSITION):
                    self._picture = self._make(frame, mask, self._context.settings.value)
                    self._send(self._picture, None if slots else frame.media_ns)
                self._context.stats.sent()
            else:
                self._context.stats.frames_skipped += 1
        if self._picture is not None and not self._broken.is_set():
            self._show_to_the_end(self._picture, slots)

    def _sends_at_constant_rate(self) -> bool:
        return self._context.format.value.fps is not None or not self._publisher.keeps_times

    def _show_to_the_end(self, last: _Picture, slots: SlotClock | None) -> None:
        """Shows the last picture until the source's end, which may be long after it."""
        end_ns, interval_ns = self._end_ns(), round(1e9 / self._fps())
        if slots is not None:
            for _ in range(slots.copies(end_ns)[0]):
                self._send(last)
        elif end_ns > last.frame.media_ns:
            suffices = self._publisher.end_at(end_ns)
            if not suffices and end_ns - last.frame.media_ns > LONG_STILL_NS:
                self._send(last, end_ns - interval_ns)

    def step(self) -> bool:
        """Live: waits for the next picture or the time to send, whichever comes first; the output keeps its pace.

        Returns:
            False once nothing more will come.
        """
        controls = self._context.controls.value
        self._publisher.follow(controls.output, self._form())
        if not controls.wants_camera:
            # What was shown before must not come back, except a frozen picture after nothing was watched.
            self._last = self._unsent = None
            if controls.paused or not controls.frozen:
                self._picture = None
        if controls.resting:
            self._send(None)
            self._awake.wait(REST_INTERVAL_S)
            return not self._masked.drained
        if self._pacer.interval_ns != round(1e9 / self._fps()):
            self._pacer = Pacer(self._fps())
        wait_s = max(0.0, (self._pacer.deadline_ns(now_ns()) - now_ns()) / 1e9)
        if (picture := self._next_picture(controls, wait_s)) is not None:
            self._pacer.arrived(now_ns())
            self._unsent = self._picture = picture
        elif self._masked.drained:
            return False
        sending_ns = now_ns()
        if self._pacer.due(sending_ns, new=self._unsent is not None):
            self._send(self._held(controls, sending_ns))
            if self._unsent is not None:
                self._context.stats.sent(self._unsent.frame.captured_ns)
            self._pacer.sent(sending_ns, new=self._unsent is not None)
            self._unsent = None
        return True

    def _next_picture(self, controls: Controls, wait_s: float) -> _Picture | None:
        """What can be made of the next frame with its mask, or of a newer frame with the last mask propagated to it."""
        item = self._masked.get(wait_s)
        if controls.frozen or not controls.wants_camera:
            return None
        settings = self._context.settings.value
        done_seq = self._picture.frame.seq if self._picture else -1
        if item is not None:
            frame, mask = self._last = item
            if frame.seq <= done_seq:
                return None
        else:
            propagated = self._propagated(done_seq)
            if propagated is None:
                return None
            frame, mask = propagated
        with self._context.stats.stage(StageName.COMPOSITION):
            return self._make(frame, mask, settings)

    def _propagated(self, done_seq: int) -> tuple[Frame, Mask] | None:
        """The newest raw frame with the last mask propagated to it, if there is one and the mask is good enough."""
        newest = self._context.newest.value
        if newest is None or newest.seq <= done_seq or self._last is None:
            return None
        origin, mask = self._last
        if mask is None or origin.scene != newest.scene:
            return None
        height, width = mask.alpha.shape
        small_bgr = downsample_bgr(newest.pyramid, (width, height))
        propagated = self._parts.propagate(mask, small_bgr, newest.seq)
        return (newest, propagated) if is_fresh(propagated, newest) else None

    def _held(self, controls: Controls, at_ns: int) -> _Picture | None:
        """The last picture while it may still be shown; None for the fallback frame."""
        held = self._picture
        if held is None or held.settings.background != self._for_output(self._context.settings.value).background:
            return None
        if held.output_frame.image.size != self._size():
            return None
        if not controls.frozen and at_ns - held.frame.captured_ns > HELD_PICTURE_NS:
            return None
        return held

    def _make(self, frame: Frame, mask: Mask | None, settings: Settings) -> _Picture:
        """One picture; a failure on the way makes it the fallback frame, and is raised again only when rendering."""
        parts, live = self._parts, self._context.live
        at_ns = now_ns() if live else frame.media_ns  # a background video keeps the clip's time
        if frame.scene != self._scene:
            self._scene = frame.scene
            parts.refiner.reset()
            parts.matting.reset()
        alpha, composite = None, None
        settings = self._for_output(settings)
        problem: EngineError | None = None
        unmasked = settings.background.kind is BackgroundKind.NONE
        try:
            if mask is not None:
                decision = parts.matting.decide(frame, mask, settings)
                mask = decision.applied_to(mask) if decision else mask
                alpha = parts.refiner.refine(frame.pyramid, mask, settings, decision)
                person = FramePyramid(decision.person) if decision else frame.pyramid
                blended = settings.replace(refine=False) if decision and decision.unmixed else settings
                composite = parts.compositor.compose(person, alpha, blended, at_ns)
            elif unmasked and (settings.name_tag or settings.logo):
                composite = parts.compositor.compose(frame.pyramid, _NO_ALPHA, settings, at_ns)
        except Exception as error:
            if not live:
                raise
            problem = EngineError(
                "composing failed ({reason})", "the fallback frame is shown", code="composition-failed", reason=error
            )
        if not live and parts.compositor.problem:
            raise parts.compositor.problem
        fallback_frame = self._fallback_frame(frame.image.size, frame.image, settings, at_ns)
        # With the background `none` the gate passes the frame, which then is the one with the name tag over it.
        shown = frame if composite is None or not unmasked else replace(frame, image=composite, halves=())
        output_frame = gate(shown, mask, composite, settings, fallback_frame)
        if output_frame.shows_person:
            parts.refiner.accept()
        self._tell(problem or _problem_of(output_frame.rejection))
        return _Picture(output_frame, alpha, frame, settings)

    def _tell(self, problem: EngineError | None) -> None:
        """Puts a problem into the status, and takes it out again after a while without one."""
        if problem is not None:
            self.problem, self._rejected_ns = problem, now_ns()
        elif self.problem is not None and now_ns() - self._rejected_ns > SHOWN_PROBLEM_NS:
            self.problem = None

    def _for_output(self, settings: Settings) -> Settings:
        """The settings, with black instead of transparency where the output does not support it."""
        output = self._publisher.output
        transparent = settings.background.kind is BackgroundKind.TRANSPARENT
        if not transparent or (output is not None and output.supports_alpha):
            return settings
        return settings.replace(background=_BLACK)

    def _fallback_frame(self, size: tuple[int, int], like: Image | None, settings: Settings, at_ns: int) -> Image:
        pixel_format, matrix = (like.format, like.matrix) if like else (PixelFormat.I420, Matrix.BT601)
        return self._parts.compositor.fallback_frame(size, pixel_format, matrix, settings, at_ns)

    def _send(self, picture: _Picture | None, time_ns: int | None = None) -> None:
        """Sends a picture, or the fallback frame.

        The controls are read again: what was asked for while the picture was made counts.
        """
        output_frame = picture.output_frame if picture else self._nothing()
        if output_frame.shows_person and not self._context.controls.value.wants_camera:
            picture, output_frame = None, self._nothing()
        controls = self._context.controls.value
        if controls.stopped and self._context.live:
            return
        if controls.permits(self._publisher.output) or not output_frame.shows_person:
            self._publisher.send(output_frame, picture.alpha if picture else None, time_ns)
        raw, alpha = None, None
        if picture and output_frame.shows_person and controls.wants_camera:
            raw, alpha = picture.frame.image, picture.alpha
        self._sent += 1
        self._context.stats.frames_out += 1
        self._context.stats.published.tick()
        self.preview = Preview(self._sent, output_frame, raw, alpha)

    def _nothing(self) -> OutputFrame:
        """The fallback frame, without a camera picture."""
        settings = self._for_output(self._context.settings.value)
        fallback_frame = self._fallback_frame(self._size(), None, settings, now_ns())
        return gate(None, None, None, settings, fallback_frame)

    def _size(self) -> tuple[int, int]:
        """Of output frames: what the output was opened for, until it is opened anew."""
        return self._publisher.size or self._wanted_size()

    def _wanted_size(self) -> tuple[int, int]:
        if size := self._context.format.value.size:
            return size
        if self._picture:
            return self._picture.output_frame.image.size
        settings = self._context.settings.value
        return self._publisher.size or (settings.width, settings.height)

    def _form(self) -> Form | None:
        """What to open the output for; None until the first picture tells the size."""
        if self._context.format.value.size is None and self._picture is None and self._publisher.size is None:
            return None
        return self._wanted_size(), self._fps()


def _problem_of(rejection: Rejection | None) -> EngineError | None:
    """What the status says of a rejected mask; a late one is told by the picture itself."""
    if rejection is Rejection.INVALID_MASK:
        return EngineError(
            "the model's answer is not a number",
            "the fallback frame is shown; choose another model if it stays",
            code="mask-invalid",
        )
    if rejection is Rejection.IMPLAUSIBLE_MASK:
        return EngineError(
            "the mask does not look like a person",
            "the fallback frame is shown; choose another model if it stays",
            code="mask-implausible",
        )
    return None
