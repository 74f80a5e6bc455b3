"""Another model takes over while frames flow, real networks in the real pipeline."""

import threading
import time

import pytest

from engine.pipeline import Job, Parts, Pipeline, load_model
from engine.settings import Background, Settings, SettingsBox
from tests.marked_room import MarkedRoomReader, MarkedSource
from tests.segmentation.conftest import OURS

UPRIGHT = (360, 640)


class Watched:
    """A predictor that notes on which thread each size was first met."""

    def __init__(self, predictor, met):
        self._predictor, self._met = predictor, met
        self.model_id, self.runtime, self.input_size = predictor.model_id, predictor.runtime, predictor.input_size
        self.close = predictor.close

    def predict(self, small_bgr):
        self._met.setdefault(small_bgr.shape[:2], threading.current_thread().name)
        return self._predictor.predict(small_bgr)


def until(condition, seconds=60):
    end_s = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end_s, "it never came"
        time.sleep(0.02)


@pytest.fixture
def running(legacy):
    met: dict[str, dict] = {}

    def load(model, runtime, precision):
        return Watched(load_model(model, runtime, precision), met.setdefault(model, {}))

    settings = Settings(background=Background.parse("color:#203040"), model=str(OURS), width=360, height=640)
    box, output = SettingsBox(settings), MarkedRoomReader()
    job = Job(MarkedSource(UPRIGHT), output, live=True, size=UPRIGHT, fps=30.0, parts=Parts(load=load))
    pipeline = Pipeline(job, box)
    pipeline.start()
    yield pipeline, box, output, met
    pipeline.stop()


def test_no_frame_waits_for_a_new_model_to_get_ready_for_its_size(running, legacy):
    pipeline, box, output, met = running
    until(lambda: pipeline.status.model == "cyclorama-lite" and output.pictures > 10)
    other = str(legacy / "portrait_160x96_inference_model")
    box.value = box.value.replace(model=other)
    until(lambda: pipeline.status.model == "portrait_160x96")
    seen = output.pictures
    until(lambda: output.pictures > seen + 10)
    assert met[other][(160, 96)] == "cyclorama-load", "upright frames: upright input, met before the first of them"
    assert output.leaks == []
