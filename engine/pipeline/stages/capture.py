"""The capture thread: from a source to frames of the output's size."""

from __future__ import annotations

import dataclasses
import threading

from engine.core.clock import GapDetector
from engine.core.errors import CameraError, EngineError
from engine.core.frame import Frame
from engine.core.settings import Settings
from engine.core.slot import Slot
from engine.core.statistics import StageName
from engine.media.colour_formats import halves
from engine.pipeline.stages.context import StageContext
from engine.pipeline.stages.stage import Stage
from engine.sources.base import Source, SourceInfo
from engine.transform.auto_framing import AutoFraming
from engine.transform.frame_transform import even, prepare

THINNING_RATIO = 1.4
"""A live source this many times as fast as the output is thinned before anything is computed."""

LOWER_RATE_OF = 5
"""At the lower rate one frame of so many is left out: 24 of 30 a second remain."""


class CaptureStage(Stage):
    """Owns the source: opens, reads and closes it, and opens it again when a camera was lost.

    Args:
        context: Shared by the stages; live, it recovers from failures and waits for another source.
        source: Where frames come from.
        frames: Where prepared frames go.
        auto_framing: Says where to pan.
    """

    def __init__(self, context: StageContext, source: Source, frames: Slot[Frame], auto_framing: AutoFraming) -> None:
        super().__init__(StageName.CAPTURE, retry=context.live, broken=context.broken)
        self.info: SourceInfo | None = None
        self._context = context
        self._source = source
        self._frames = frames
        self._auto_framing = auto_framing
        self._gaps = GapDetector()
        self._seq = 0
        self._scene = 0
        self._framing: tuple[object, ...] = ()
        self._paused = False
        self._changed = threading.Event()
        self._changing = threading.Lock()
        """Nothing is opened between a change and its interrupt, which would end what was just opened."""

    @property
    def end_ns(self) -> int:
        """Media time until which a file's last frame is shown, once it was read; 0 where there is none."""
        return int(getattr(self._source, "end_ns", 0))

    def use_source(self, source: Source) -> None:
        """Lets go of the present source and goes on with another; what was wrong with the old one is gone with it."""
        old, self._source = self._source, source
        self._change(old)

    def pause(self, on: bool) -> None:
        """Closes the device, so that its light goes out, or opens it again."""
        if on != self._paused:
            self._paused = on
            self._change(self._source)

    def _change(self, source: Source) -> None:
        with self._changing:
            self._changed.set()
            source.interrupt()
        self._retry_now.set()

    def wake(self) -> None:
        """See `Stage.wake`."""
        self._changed.set()
        self._source.interrupt()
        self._frames.close(discard=True)

    def finish(self) -> None:
        """See `Stage.finish`."""
        self._frames.close()

    def run(self) -> None:
        """See `Stage.run`."""
        while not self._stopping.is_set():
            with self._changing:
                if self._changed.is_set():
                    self.problem = self.failure = None
                self._changed.clear()
            if self._stopping.is_set():  # it may have been asked for just before the line above forgot so
                return
            if self._paused:
                self._changed.wait()
                continue
            source = self._source
            try:
                self._scene += 1
                self.info = source.open()
                self.problem = None
                if self._pump(source, self.info):
                    return
            except CameraError:
                if not self._changed.is_set():
                    raise
            except EngineError as error:
                if not self._context.live:
                    raise
                # Opening it again would fail again: report it and wait for another source.
                self.failure = error
                self._changed.wait()
            finally:
                self._context.newest.value = None
                source.close()

    def _pump(self, source: Source, info: SourceInfo) -> bool:
        """Hands frames on until the source ends (True) or something else was asked for (False)."""
        fps, stats = self._context.format.value.fps, self._context.stats
        least_gap_ns = 0.0
        if info.live and fps and info.fps > THINNING_RATIO * fps:
            least_gap_ns = 1e9 / fps - 0.5e9 / info.fps
        last_ns = -(10**18)
        self._gaps.forget()
        while not self._changed.is_set():
            with stats.stage(StageName.CAPTURE):
                frame = source.read()
                if frame is None:
                    return not self._changed.is_set()
                stats.frames_in += 1
                stats.received.tick()
                if frame.captured_ns - last_ns < least_gap_ns:
                    stats.frames_skipped += 1
                    continue
                settings = self._context.settings.value
                if settings.lower_rate and stats.frames_in % LOWER_RATE_OF == 0:
                    stats.frames_skipped += 1
                    continue
                last_ns = frame.captured_ns
                size = self._context.format.value.size
                self._follow_framing(settings, size)
                if self._context.live and self._gaps.after_gap(frame.captured_ns):
                    self._scene += 1
                # Live, the fallback frame is always I420, so a picture file needs even sides too.
                size = size or (even(frame.image.size) if self._context.live else None)
                image = prepare(frame.image, size, settings, self._auto_framing.pan(settings))
                frame = dataclasses.replace(
                    frame,
                    seq=self._seq,
                    captured_ns=frame.captured_ns if self._context.live else frame.media_ns,
                    image=image,
                    scene=self._scene,
                    halves=halves(image),
                )
                self._seq += 1
            self._context.newest.value = frame
            if not self._frames.put(frame):
                return True
        return False

    def _follow_framing(self, settings: Settings, size: tuple[int, int] | None) -> None:
        """Begins another scene where pictures jump: following a head is slow enough to be motion."""
        pan = settings.follow or (settings.pan_x, settings.pan_y)
        framing = (size, settings.rotate, settings.mirror, settings.zoom, pan)
        if framing != self._framing:
            self._framing = framing
            self._scene += 1
