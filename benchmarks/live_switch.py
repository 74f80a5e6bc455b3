"""Do frames continue while another model takes over? Gaps between new frames, in frame times."""

from __future__ import annotations

import itertools
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.clips import FPS, SHARED
from engine.core.frame import Image
from engine.core.settings import Background, BackgroundKind, Settings, SettingsBox
from engine.outputs.null import NullOutput
from engine.pipeline.pipeline import Job, Pipeline
from engine.privacy import OutputFrame
from engine.segmentation.models.model_folder import ModelFolder, find_model
from engine.sources.video_file import VideoFileSource

ROUNDS = 3
"""How often each model takes over."""
WAIT_S = 1.0
POLL_S = 0.02


@dataclass(frozen=True)
class SwitchFigures:
    """Measurements of the switches.

    Attributes:
        unswitched_frames: Longest gap between two new frames in as long a time without a switch, in frame times.
        longest_frames: Longest gap over all switches.
        median_frames: Median over the switches of each one's longest gap.
        increase_mb: Resident memory after the last switch, less that after every model was loaded once.
    """

    unswitched_frames: float
    longest_frames: float
    median_frames: float
    increase_mb: float


class _TimedOutput(NullOutput):
    """Records when each new frame is sent; a repetition does not count."""

    def __init__(self) -> None:
        super().__init__()
        self.times_s: list[float] = []
        self._last: Image | None = None

    def send(self, frame: OutputFrame) -> None:
        super().send(frame)
        image = frame.image
        if image is not self._last:
            self.times_s.append(time.monotonic())
        self._last = image

    def longest_gap_frames(self, from_s: float) -> float:
        times_s = [each for each in self.times_s if each >= from_s]
        return max(later - earlier for earlier, later in itertools.pairwise(times_s)) * FPS


def switch_figures(clip: Path, background: Path) -> SwitchFigures:
    """Switches live between our model and the official ones, or a copy of ours where those are not at hand."""
    with tempfile.TemporaryDirectory() as folder:
        ours = find_model("cyclorama-lite")
        others = [ModelFolder(path) for path in sorted((SHARED / "models").glob("*_with_softmax"))]
        if not others:
            others = [ModelFolder(Path(shutil.copytree(ours.path, Path(folder) / "copy")))]
        return _switched(clip, background, [*others, ours])


def _switched(clip: Path, background: Path, models: list[ModelFolder]) -> SwitchFigures:
    settings = Settings(background=Background(BackgroundKind.IMAGE, path=background), model=str(models[-1].path))
    box, output = SettingsBox(settings), _TimedOutput()
    job = Job(VideoFileSource(clip, paced=True, loop=True), output, live=True, size=(1280, 720), fps=FPS)
    pipeline = Pipeline(job, box)
    pipeline.start()
    gaps, resident_mb = [], []
    try:
        while pipeline.stats().frames_out < 2 * FPS:
            pipeline.wait(POLL_S)
        start_s = time.monotonic()
        pipeline.wait(ROUNDS * len(models) * WAIT_S)
        unswitched = output.longest_gap_frames(start_s)
        for model in models * ROUNDS:
            start_s = time.monotonic()
            box.value = settings.replace(model=str(model.path))
            while pipeline.status.model != model.id:
                pipeline.wait(POLL_S)
            pipeline.wait(WAIT_S)
            gaps.append(output.longest_gap_frames(start_s))
            resident_mb.append(psutil.Process().memory_info().rss / 1e6)
    finally:
        pipeline.stop()
    increase_mb = resident_mb[-1] - resident_mb[len(models) - 1]
    return SwitchFigures(unswitched, max(gaps), statistics.median(gaps), increase_mb)
