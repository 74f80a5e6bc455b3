"""Another model takes over while frames flow, real networks in the real pipeline."""

import gc
import itertools
import threading
import time
import weakref
from typing import Any

import pytest

from engine.core.settings import Background, Settings, SettingsBox
from engine.pipeline.pipeline import Components, Job, Pipeline, load_model
from engine.segmentation.models.model_folder import ModelFolder
from tests.segmentation.conftest import OURS
from tests.support.marked_background import MarkedBackgroundReader, MarkedSource
from tests.support.waiting import until

pytestmark = pytest.mark.usefixtures("unchecked_answers")

UPRIGHT = (360, 640)


class Watched:
    """A predictor that notes the thread of the first prediction at each size."""

    def __init__(self, predictor, met):
        self._predictor, self._met = predictor, met
        self.model_id, self.runtime, self.input_size = predictor.model_id, predictor.runtime, predictor.input_size
        self.close = predictor.close

    def predict(self, small_bgr):
        self._met.setdefault(small_bgr.shape[:2], threading.current_thread().name)
        return self._predictor.predict(small_bgr)


@pytest.fixture
def running(legacy):
    met: dict[str, dict[str, Any]] = {}

    def load(model, runtime, precision):
        return Watched(load_model(model, runtime, precision), met.setdefault(model, {}))

    settings = Settings(background=Background.parse("color:#203040"), model=str(OURS), width=360, height=640)
    box, output = SettingsBox(settings), MarkedBackgroundReader()
    job = Job(MarkedSource(UPRIGHT), output, live=True, size=UPRIGHT, fps=30.0, parts=Components(load=load))
    pipeline = Pipeline(job, box)
    pipeline.start()
    yield pipeline, box, output, met
    pipeline.stop()


def test_a_new_model_is_warmed_up_at_the_frames_size(running, legacy):
    pipeline, box, output, met = running
    until(lambda: pipeline.status.model == "cyclorama-lite" and output.pictures > 10)
    other = str(legacy / "portrait_160x96_inference_model")
    box.value = box.value.replace(model=other)
    until(lambda: pipeline.status.model == "portrait_160x96")
    seen = output.pictures
    until(lambda: output.pictures > seen + 10)
    assert met[other][(160, 96)] == "cyclorama-load", "upright frames: upright input, met before the first of them"
    assert output.leaks == []


SLOW_S = 0.5
"""Added to each loading: as from a slow disk, and long beside a frame's time."""


class NewPictures(MarkedBackgroundReader):
    """Notes when a new frame came, not a repeated one."""

    def __init__(self):
        super().__init__()
        self.times_s, self._last = [], None

    def send(self, frame):
        super().send(frame)
        image = frame.image
        if image is not self._last:
            self.times_s.append(time.monotonic())
        self._last = image


def test_frames_go_on_while_models_change(legacy):
    models = [OURS, legacy / "portrait_160x96_inference_model", legacy / "general_192x192_inference_model"]
    loadings: list[tuple[float, float]] = []
    alive: weakref.WeakSet[object] = weakref.WeakSet()

    def load(model, runtime, precision):
        start_s = time.monotonic()
        predictor = load_model(model, runtime, precision)
        time.sleep(SLOW_S)
        loadings.append((start_s, time.monotonic()))
        alive.add(predictor)
        return predictor

    output = NewPictures()
    box = SettingsBox(
        Settings(background=Background.parse("color:#203040"), model=str(models[0]), width=640, height=360)
    )
    pipeline = Pipeline(
        Job(MarkedSource(), output, live=True, size=(640, 360), fps=30.0, parts=Components(load=load)), box
    )
    pipeline.start()
    until(lambda: len(output.times_s) > 10)
    for model in [*models[1:], *models]:
        before = len(loadings)
        box.value = box.value.replace(model=str(model))
        until(lambda before=before: len(loadings) > before)  # type: ignore[misc]
        seen, name = len(output.times_s), ModelFolder(model).id
        until(lambda name=name: pipeline.status.model == name)  # type: ignore[misc]
        until(lambda seen=seen: len(output.times_s) > seen + 3)  # type: ignore[misc]
    until(lambda: gc.collect() >= 0 and len(alive) == 1)
    pipeline.stop()
    # A network may take a few pixels for the person; an unmasked frame is nearly all background.
    assert max(output.leaks, default=0) < 100
    for start_s, end_s in loadings[1:]:
        during = [start_s, *(each for each in output.times_s if start_s < each < end_s), end_s]
        longest_s = max(later - earlier for earlier, later in itertools.pairwise(during))
        assert longest_s < (end_s - start_s) / 2, "the picture waited for the model"
