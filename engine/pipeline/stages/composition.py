"""The composition thread: from a frame and its mask to the output frame."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.core.clock import now_ns
from engine.core.errors import EngineError
from engine.core.frame import Frame, Mask
from engine.core.settings import Settings
from engine.core.slot import Slot
from engine.core.statistics import StageName
from engine.media.colour_formats import downsample_bgr
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.stages.context import StageContext
from engine.pipeline.stages.controls import Controls
from engine.pipeline.stages.pacing import Pacer, SlotClock
from engine.pipeline.stages.picture_maker import CompositionParts, Picture, PictureMaker, Preview
from engine.pipeline.stages.publisher import Form, Publisher
from engine.pipeline.stages.stage import Stage
from engine.privacy import OutputFrame, is_fresh

REST_INTERVAL_S = 1.0
"""How often the fallback frame is sent while the pipeline rests, so that a new reader finds a picture."""

HELD_PICTURE_NS = 500_000_000
"""How long the last picture is repeated while nothing new comes; then the fallback frame is sent."""

LONG_STILL_NS = 500_000_000
"""A last picture that is shown for longer is sent once more at the end: some players heed no picture's duration."""

SHOWN_PROBLEM_NS = 2_000_000_000
"""How long a rejected mask stays in the status: one frame of it would be seen by no one."""


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
        self._maker = PictureMaker(parts, live=context.live)
        self._publisher = Publisher(alpha_output, live=context.live)
        self._fps = fps
        self._end_ns = end_ns
        self._pacer = Pacer(fps())
        self._last: tuple[Frame, Mask | None] | None = None
        self._picture: Picture | None = None
        self._unsent: Picture | None = None
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

    def _show_to_the_end(self, last: Picture, slots: SlotClock | None) -> None:
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

    def _next_picture(self, controls: Controls, wait_s: float) -> Picture | None:
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

    def _held(self, controls: Controls, at_ns: int) -> Picture | None:
        """The last picture while it may still be shown; None for the fallback frame."""
        held, wanted = self._picture, self._publisher.supported(self._context.settings.value)
        if held is None or held.settings.background != wanted.background:
            return None
        if wanted.people == "me" and held.settings.people != "me":  # it may show others
            return None
        if held.output_frame.image.size != self._size():
            return None
        if not controls.frozen and at_ns - held.frame.captured_ns > HELD_PICTURE_NS:
            return None
        return held

    def _make(self, frame: Frame, mask: Mask | None, settings: Settings) -> Picture:
        """One picture, and what the status says of it."""
        at_ns = now_ns() if self._context.live else frame.media_ns  # a background video keeps the clip's time
        picture = self._maker.make(frame, mask, self._publisher.supported(settings), at_ns)
        self._tell(picture.problem)
        return picture

    def _tell(self, problem: EngineError | None) -> None:
        """Puts a problem into the status, and takes it out again after a while without one."""
        if problem is not None:
            self.problem, self._rejected_ns = problem, now_ns()
        elif self.problem is not None and now_ns() - self._rejected_ns > SHOWN_PROBLEM_NS:
            self.problem = None

    def _send(self, picture: Picture | None, time_ns: int | None = None) -> None:
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
        self.preview = Preview(self._sent, output_frame, raw, alpha, self._parts.compositor.tag_box)

    def _nothing(self) -> OutputFrame:
        """The fallback frame, without a camera picture."""
        return self._maker.nothing(self._size(), self._publisher.supported(self._context.settings.value), now_ns())

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
