"""Do the three stages really run side by side, and do they leave other threads their turn?"""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.core.frame import F32, U8, Frame, FramePyramid, Mask
from engine.core.settings import Background, BackgroundKind, Settings, SettingsBox
from engine.matte import EdgeRefiner
from engine.matte.methods.decision import Decision
from engine.outputs.null import NullOutput
from engine.pipeline.pipeline import Components, Job, Pipeline, load_model
from engine.segmentation.predictor import Predictor
from engine.sources.synthetic import SyntheticSource
from engine.sources.video_file import VideoFileSource

EXTRA_S = 0.020
FRAMES = 100
SIZE = (640, 360)
HEARTBEAT_S = 0.001


class _SlowSource(SyntheticSource):
    def read(self) -> Frame | None:
        time.sleep(EXTRA_S)
        return super().read()


class _SlowPredictor:
    """A predictor that takes longer; everything else is the real one's."""

    def __init__(self, real: Predictor) -> None:
        self._real = real
        self.model_id = real.model_id
        self.runtime = real.runtime
        self.input_size = real.input_size
        self.close = real.close

    def predict(self, small_bgr: U8) -> F32:
        time.sleep(EXTRA_S)
        return self._real.predict(small_bgr)


class _SlowRefiner(EdgeRefiner):
    def refine(self, picture: FramePyramid, mask: Mask, settings: Settings, decision: Decision | None = None) -> U8:
        time.sleep(EXTRA_S)
        return super().refine(picture, mask, settings, decision)


def parallel_ratio() -> float:
    """Throughput of three stages slowed by 20 ms each, over what they reach in sequence.

    In sequence a frame takes the sum of the stages' own times, which the pipeline's statistics give.
    """
    parts = Components(
        load=lambda *choice: _SlowPredictor(load_model(*choice)),
        refiner=_SlowRefiner,
    )
    source = _SlowSource(SIZE, 30, seconds=FRAMES / 30)
    settings = Settings(background=Background(BackgroundKind.COLOR, color=(0, 80, 160)))
    pipeline = Pipeline(Job(source, NullOutput(), live=False, parts=parts), SettingsBox(settings))
    pipeline.start()
    while not pipeline.stats().frames_out:
        pipeline.wait(0.001)
    started_s, started_at = time.perf_counter(), pipeline.stats().frames_out
    pipeline.wait()
    per_frame_ms = (time.perf_counter() - started_s) * 1e3 / (pipeline.stats().frames_out - started_at)
    pipeline.stop()
    pipeline.raise_failure()
    sequence_ms = sum(stage.p50_ms for stage in pipeline.stats().stages.values())
    return sequence_ms / per_frame_ms


@contextmanager
def heartbeat() -> Iterator[list[float]]:
    """Collects by how many milliseconds a thread that sleeps one millisecond oversleeps."""
    late_ms: list[float] = []
    ended = threading.Event()

    def beat() -> None:
        while not ended.is_set():
            before_s = time.perf_counter()
            time.sleep(HEARTBEAT_S)
            late_ms.append((time.perf_counter() - before_s - HEARTBEAT_S) * 1e3)

    thread = threading.Thread(target=beat, name="cyclorama-heartbeat", daemon=True)
    thread.start()
    try:
        yield late_ms
    finally:
        ended.set()
        thread.join()


def heartbeat_stalls(clip: Path, background: Path, seconds: float) -> tuple[float, float]:
    """95th percentile of the heartbeat's lateness in milliseconds: with live frames, and without."""
    settings = Settings(background=Background(BackgroundKind.IMAGE, path=background))
    source = VideoFileSource(clip, paced=True, loop=True)
    pipeline = Pipeline(Job(source, NullOutput(), live=True), SettingsBox(settings))
    pipeline.start()
    while not pipeline.stats().frames_out > 30:
        pipeline.wait(0.05)
    with heartbeat() as flowing:
        pipeline.wait(seconds)
    pipeline.stop()
    pipeline.raise_failure()
    with heartbeat() as idle:
        time.sleep(seconds / 2)
    return statistics.quantiles(flowing, n=20)[-1], statistics.quantiles(idle, n=20)[-1]
