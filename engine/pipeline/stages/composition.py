"""The composition thread: from a frame and its mask to the output frame."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from engine.compositor.gate import gate, is_fresh
from engine.core.errors import EngineError, OutputError
from engine.core.frame import U8, Frame, Image, Mask, Matrix, PixelFormat
from engine.core.settings import Background, BackgroundKind, Settings, SettingsBox
from engine.core.slot import Slot
from engine.core.statistics import StageName, Stats
from engine.media.colour_formats import downsample_bgr, in_format
from engine.outputs.base import Output
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.stages.interfaces import CompositorLike, Refiner
from engine.pipeline.stages.pacing import Pacer, SlotClock
from engine.pipeline.stages.stage import LONGEST_RETRY_S, Stage
from engine.transform.frame_transform import even

REST_INTERVAL_S = 1.0
"""How often the fallback frame is sent while the pipeline rests, so that a new reader finds a picture."""

HELD_PICTURE_NS = 500_000_000
"""How long the last picture is repeated while nothing new comes; then the fallback frame is sent."""

_BLACK = Background(BackgroundKind.COLOR)


@dataclass(frozen=True, slots=True)
class Preview:
    """The newest picture that was sent, for a window.

    Attributes:
        seq: Counts pictures, so that a reader knows whether it is a new one.
        image: What was sent.
        raw: The camera's frame it was made of, None for the fallback frame.
        alpha: uint8 [H, W] it was made with, None for the fallback frame and with background `none`.
    """

    seq: int
    image: Image
    raw: Image | None
    alpha: U8 | None


@dataclass(frozen=True, slots=True)
class _Picture:
    """What was made of one frame, with what the decision to repeat it needs."""

    image: Image
    alpha: U8 | None
    frame: Frame
    settings: Settings
    shows_person: bool


class CompositionStage(Stage):
    """Owns the output: opens, feeds and closes it, at the output's own pace.

    Args:
        box: The settings in force.
        masked: Where frames come from, with their masks.
        newest: The newest raw frame there is, for propagating a mask to it while a prediction is late.
        propagate: Takes a mask to another frame by optical flow.
        refiner: Makes full-size alphas.
        compositor: Makes pictures.
        output: Where pictures go; None for the preview alone.
        alpha_output: Keeps the full-size alphas, when rendering.
        size: (width, height) of output frames; None for the source's own.
        fps: Of the output; a function, as a file's is known only once it is open.
        stats: Where work is counted.
        broken: See `Stage`.
        live: Paced by the clock and recovering from failures, or as fast as it goes and ending with the first.
    """

    def __init__(
        self,
        box: SettingsBox,
        masked: Slot[tuple[Frame, Mask | None]],
        newest: Callable[[], Frame | None],
        propagate: Callable[[Mask, U8, int], Mask],
        refiner: Refiner,
        compositor: CompositorLike,
        output: Output | None,
        alpha_output: AlphaWriter | None,
        size: tuple[int, int] | None,
        fps: Callable[[], float],
        stats: Stats,
        broken: threading.Event,
        *,
        live: bool,
    ) -> None:
        super().__init__(StageName.COMPOSITION, retry=live, broken=broken)
        self.preview: Preview | None = None
        self.output_problem: EngineError | None = None
        self.frozen = False
        """Repeat the last picture, whatever comes."""
        self.paused = False
        """Show the fallback frame, whatever comes."""
        self._awake = threading.Event()
        self._awake.set()
        self._box = box
        self._masked = masked
        self._newest = newest
        self._propagate = propagate
        self._refiner = refiner
        self._compositor = compositor
        self._wanted_output = output
        self._output: Output | None = None
        self._output_form: tuple[tuple[int, int], float] | None = None
        self._alpha_output = alpha_output
        self._alpha_open = False
        self._size = size
        self._fps = fps
        self._stats = stats
        self._live = live
        self._last: tuple[Frame, Mask | None] | None = None
        self._picture: _Picture | None = None
        self._retry_output_ns = 0
        self._sent = 0
        self._scene = 0

    @property
    def output_name(self) -> str:
        """Name of the open output; empty while there is none."""
        return self._output.name if self._output else ""

    @property
    def output_notice(self) -> str:
        """What the open output has to say while it works."""
        return getattr(self._output, "notice", "")

    def use_output(self, output: Output | None) -> None:
        """Closes the present output and goes on with another, or with the preview alone."""
        self._retry_output_ns = 0
        self.output_problem = None
        self._wanted_output = output

    def use_format(self, size: tuple[int, int]) -> None:
        """Sends pictures of another size; the output is opened anew for them."""
        self._size = size

    def rest(self, on: bool) -> None:
        """Sends the fallback frame now and then, because nothing shows the picture; or goes on."""
        self._awake.clear() if on else self._awake.set()

    def wake(self) -> None:
        """See `Stage.wake`."""
        self._awake.set()
        self._masked.close(discard=True)

    def finish(self) -> None:
        """See `Stage.finish`."""
        self._compositor.close()
        for output in (self._output, self._alpha_output if self._alpha_open else None):
            try:
                if output is not None:
                    output.abort() if self._broken.is_set() else output.close()
            except EngineError as error:
                self.failure = self.failure or error

    def run(self) -> None:
        """See `Stage.run`."""
        if self._live:
            self._run_live()
        else:
            self._run_render()

    # Rendering: every frame, no clock but the clip's own.

    def _run_render(self) -> None:
        slots: SlotClock | None = None
        while (item := self._masked.get()) is not None:
            frame, mask = item
            slots = slots or SlotClock(self._fps())
            self._open_output(frame.image.size)
            repeats, own = slots.copies(frame.media_ns)
            for _ in range(repeats):
                self._send(self._picture)
            if own:
                with self._stats.stage(StageName.COMPOSITION):
                    self._picture = self._make(frame, mask, self._box.value)
                    self._send(self._picture)
                self._stats.sent(frame.captured_ns)
            else:
                self._stats.frames_skipped += 1

    # Live: the output keeps its pace, whatever comes in.

    def _run_live(self) -> None:
        fps = self._fps()
        pacer = Pacer(fps)
        unsent: _Picture | None = None
        while not self._stopping.is_set():
            self._follow_output()
            if fps != self._fps():
                fps = self._fps()
                pacer = Pacer(fps)
            if not self._awake.is_set():
                self._picture = unsent = None
                self._send(None)
                self._awake.wait(REST_INTERVAL_S)
                continue
            now_ns = time.monotonic_ns()
            wait_s = max(0.0, (pacer.deadline_ns(now_ns) - now_ns) / 1e9)
            if (picture := self._next_picture(wait_s)) is not None:
                pacer.arrived(time.monotonic_ns())
                unsent = self._picture = picture
            elif self._masked.drained:
                return
            now_ns = time.monotonic_ns()
            if pacer.due(now_ns, new=unsent is not None):
                self._send(self._held(now_ns))
                if unsent is not None:
                    self._stats.sent(unsent.frame.captured_ns)
                pacer.sent(now_ns, new=unsent is not None)
                unsent = None

    def _next_picture(self, wait_s: float) -> _Picture | None:
        """What can be made of the next frame with its mask, or of a newer frame with the last mask propagated to it."""
        item = self._masked.get(wait_s)
        settings = self._box.value
        if self.frozen or self.paused:
            return None
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
        with self._stats.stage(StageName.COMPOSITION):
            return self._make(frame, mask, settings)

    def _propagated(self, done_seq: int) -> tuple[Frame, Mask] | None:
        """The newest raw frame with the last mask propagated to it, if there is one and the mask is good enough."""
        newest = self._newest()
        if newest is None or newest.seq <= done_seq or self._last is None:
            return None
        origin, mask = self._last
        if mask is None or origin.scene != newest.scene:
            return None
        height, width = mask.alpha.shape
        propagated = self._propagate(mask, downsample_bgr(newest.image, (width, height), captured=True), newest.seq)
        return (newest, propagated) if is_fresh(propagated, newest) else None

    def _held(self, now_ns: int) -> _Picture | None:
        """The last picture while it may still be shown; None for the fallback frame."""
        held = self._picture
        if held is None or self.paused or held.settings.background != self._for_output(self._box.value).background:
            return None
        if held.image.size != self._size_now():
            return None
        if not self.frozen and now_ns - held.frame.captured_ns > HELD_PICTURE_NS:
            return None
        return held

    # Both.

    def _make(self, frame: Frame, mask: Mask | None, settings: Settings) -> _Picture:
        """One picture; a failure on the way makes it the fallback frame, and is raised again only when rendering."""
        now_ns = time.monotonic_ns() if self._live else frame.media_ns  # a background video keeps the clip's time
        alpha, composite = None, None
        settings = self._for_output(settings)
        try:
            if frame.scene != self._scene:
                self._scene = frame.scene
                self._refiner.reset()
            if mask is not None:
                alpha = self._refiner.refine(frame.image, mask, settings)
                composite = self._compositor.compose(frame.image, alpha, settings, now_ns)
            self.problem = None
        except Exception as error:
            if not self._live:
                raise
            self.problem = EngineError(
                "composing failed ({reason})", "the fallback frame is shown", code="composition-failed", reason=error
            )
        if not self._live and self._compositor.problem:
            raise self._compositor.problem
        fallback_frame = self._fallback_frame(frame.image.size, frame.image, settings, now_ns)
        image, shows_person = gate(frame, mask, composite, settings, fallback_frame)
        if composite is not None and mask is not None and is_fresh(mask, frame):
            self._refiner.accept()
        return _Picture(image, alpha, frame, settings, shows_person)

    def _for_output(self, settings: Settings) -> Settings:
        """The settings, with black instead of transparency where the output does not support it."""
        transparent = settings.background.kind is BackgroundKind.TRANSPARENT
        if not transparent or (self._output is not None and self._output.supports_alpha):
            return settings
        return settings.replace(background=_BLACK)

    def _fallback_frame(self, size: tuple[int, int], like: Image | None, settings: Settings, now_ns: int) -> Image:
        pixel_format, matrix = (like.format, like.matrix) if like else (PixelFormat.I420, Matrix.BT601)
        return self._compositor.fallback_frame(size, pixel_format, matrix, settings, now_ns)

    def _send(self, picture: _Picture | None) -> None:
        """Sends a picture, or the fallback frame."""
        settings = self._for_output(self._box.value)
        if picture is None:
            image, _ = gate(
                None, None, None, settings, self._fallback_frame(self._size_now(), None, settings, time.monotonic_ns())
            )
            raw, alpha = None, None
        else:
            image = picture.image
            raw, alpha = (picture.frame.image, picture.alpha) if picture.shows_person else (None, None)
        if self._output:
            self._feed(self._output, image)
            if self._alpha_output and picture and picture.alpha is not None:
                self._alpha_output.send_alpha(picture.alpha)
        self._sent += 1
        self._stats.frames_out += 1
        self._stats.published.tick()
        self.preview = Preview(self._sent, image, raw, alpha)

    def _feed(self, output: Output, image: Image) -> None:
        try:
            output.send(in_format(image, output.pixel_format))
        except OutputError as error:
            if not self._live:
                raise
            self.output_problem = error
            self._output = self._output_form = None
            output.close()
            self._retry_output_ns = time.monotonic_ns() + int(LONGEST_RETRY_S * 1e9)

    def _size_now(self) -> tuple[int, int]:
        """Of output frames: what the output was opened for, until it is opened anew."""
        return self._output_form[0] if self._output_form else self._wanted_size()

    def _wanted_size(self) -> tuple[int, int]:
        if self._size:
            return self._size
        if self._picture:
            return self._picture.image.size
        if self._output_form:
            return self._output_form[0]
        return self._box.value.width, self._box.value.height

    def _open_output(self, size: tuple[int, int]) -> None:
        """Opens what rendering writes, once the size of the pictures is known."""
        if self._output is None and self._wanted_output is not None:
            as_i420 = self._wanted_output.pixel_format is PixelFormat.I420
            self._wanted_output.open(even(size) if as_i420 else size, self._fps())
            self._output = self._wanted_output
        if self._alpha_output and not self._alpha_open:
            self._alpha_output.open(size, self._fps())
            self._alpha_open = True

    def _follow_output(self) -> None:
        """Closes and opens outputs as asked; one that fails is tried again every second."""
        form = self._wanted_size(), self._fps()
        if self._output is self._wanted_output and (self._output is None or self._output_form == form):
            return
        if self._size is None and self._picture is None:
            return  # the first picture tells the size
        if self._output is not None:
            self._output.close()
            self._output = self._output_form = None
        now_ns = time.monotonic_ns()
        if self._wanted_output is None or now_ns < self._retry_output_ns:
            return
        try:
            self._wanted_output.open(*form)
        except OutputError as error:
            self.output_problem = error
            self._retry_output_ns = now_ns + int(LONGEST_RETRY_S * 1e9)
        else:
            self._output, self._output_form = self._wanted_output, form
            self.output_problem = None
