"""The capture thread: from a source to frames of the output's size."""

from __future__ import annotations

import dataclasses
import threading

from engine.core.errors import CameraError, EngineError
from engine.core.frame import Frame
from engine.core.settings import Settings, SettingsBox
from engine.core.slot import Slot
from engine.core.statistics import StageName, Stats
from engine.pipeline.stages.stage import Stage
from engine.sources.base import Source, SourceInfo
from engine.transform.auto_framing import AutoFraming
from engine.transform.frame_transform import even, prepare

THINNING_RATIO = 1.4
"""A live source this many times as fast as the output is thinned before anything is computed."""


class CaptureStage(Stage):
    """Owns the source: opens, reads and closes it, and opens it again when a camera was lost.

    Args:
        source: Where frames come from.
        box: The settings in force.
        frames: Where prepared frames go.
        size: (width, height) of prepared frames; None for the source's own.
        fps: Rate of the output; a much faster live source is thinned to it.
        auto_framing: Says where to pan.
        stats: Where work is counted.
        broken: See `Stage`.
        live: Whether to recover from failures and to wait for another source, or to end.
    """

    def __init__(
        self,
        source: Source,
        box: SettingsBox,
        frames: Slot[Frame],
        size: tuple[int, int] | None,
        fps: float | None,
        auto_framing: AutoFraming,
        stats: Stats,
        broken: threading.Event,
        *,
        live: bool,
    ) -> None:
        super().__init__(StageName.CAPTURE, retry=live, broken=broken)
        self.info: SourceInfo | None = None
        self.newest: Frame | None = None
        """The last frame handed on, for propagating a mask to it while a prediction is late."""
        self._source = source
        self._box = box
        self._frames = frames
        self._size = size
        self._fps = fps
        self._auto_framing = auto_framing
        self._stats = stats
        self._live = live
        self._seq = 0
        self._scene = 0
        self._framing: tuple[object, ...] = ()
        self._paused = False
        self._changed = threading.Event()
        self._changing = threading.Lock()
        """Nothing is opened between a change and its interrupt, which would end what was just opened."""

    def use_source(self, source: Source) -> None:
        """Lets go of the present source and goes on with another."""
        old, self._source = self._source, source
        self._change(old)

    def use_format(self, size: tuple[int, int], fps: float) -> None:
        """Prepares frames in another size, and thins a source that is opened from now on to another rate."""
        self._size, self._fps = size, fps

    def pause(self, on: bool) -> None:
        """Closes the device, so that its light goes out, or opens it again."""
        if on != self._paused:
            self._paused = on
            self._change(self._source)

    def _change(self, source: Source) -> None:
        self.problem = self.failure = None
        with self._changing:
            self._changed.set()
            source.interrupt()

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
                if not self._live:
                    raise
                # Opening it again would fail again: report it and wait for another source.
                self.failure = error
                self._changed.wait()
            finally:
                self.newest = None
                source.close()

    def _pump(self, source: Source, info: SourceInfo) -> bool:
        """Hands frames on until the source ends (True) or something else was asked for (False)."""
        least_gap_ns = 0.0
        if info.live and self._fps and info.fps > THINNING_RATIO * self._fps:
            least_gap_ns = 1e9 / self._fps - 0.5e9 / info.fps
        last_ns = -(10**18)
        while not self._changed.is_set():
            with self._stats.stage(StageName.CAPTURE):
                frame = source.read()
                if frame is None:
                    return not self._changed.is_set()
                self._stats.frames_in += 1
                self._stats.received.tick()
                if frame.captured_ns - last_ns < least_gap_ns:
                    self._stats.frames_skipped += 1
                    continue
                last_ns = frame.captured_ns
                settings = self._box.value
                self._follow_framing(settings)
                # Live, the fallback frame is always I420, so a picture file needs even sides too.
                size = self._size or (even(frame.image.size) if self._live else None)
                image = prepare(frame.image, size, settings, self._auto_framing.pan(settings))
                frame = dataclasses.replace(frame, seq=self._seq, image=image, scene=self._scene)
                self._seq += 1
            self.newest = frame
            if not self._frames.put(frame):
                return True
        return False

    def _follow_framing(self, settings: Settings) -> None:
        """Begins another scene where pictures jump: following a head is slow enough to be motion."""
        pan = settings.follow or (settings.pan_x, settings.pan_y)
        framing = (self._size, settings.rotate, settings.mirror, settings.zoom, pan)
        if framing != self._framing:
            self._framing = framing
            self._scene += 1
