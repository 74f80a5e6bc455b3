"""`auto` follows what is in view and what the machine keeps up with, and does not flap."""

from __future__ import annotations

import itertools
import random
import time

import cv2
import numpy as np
import pytest

from engine.core.frame import Image
from engine.core.settings import Background, Settings, SettingsBox
from engine.matte.person.components import persons_in
from engine.pipeline.pipeline import Components, Job, Pipeline
from engine.pipeline.stages import model_selection as fitting
from engine.pipeline.stages.model_selection import PATIENCE_NS, ModelSelection, shows_whole_bodies
from engine.sources.image_file import ImageSource
from tests.support.faults import Fault, KnownPredictor
from tests.support.marked_background import MARK_YUV, PERSON_YUV, MarkedBackgroundReader, MarkedSource

SIZE = (640, 360)
SETTINGS = Settings(background=Background.parse("color:#203040"), width=SIZE[0], height=SIZE[1])
SECOND_NS = 1_000_000_000


def head_and_shoulders(mask, x=0.5, bottom=1.0):
    height, width = mask.shape
    cv2.ellipse(mask, (int(width * x), int(height * 0.4)), (width // 14, height // 6), 0, 0, 360, 1, -1)
    cv2.rectangle(
        mask, (int(width * (x - 0.2)), int(height * 0.6)), (int(width * (x + 0.2)), int(height * bottom)), 1, -1
    )


def standing(mask, x=0.5):
    height, width = mask.shape
    cv2.rectangle(mask, (int(width * (x - 0.05)), height // 5), (int(width * (x + 0.05)), int(height * 0.93)), 1, -1)


def mask_of(*persons, size=(256, 144)):
    mask = np.zeros((size[1], size[0]), np.float32)
    for draw, *where in persons:
        draw(mask, *where)
    return mask


@pytest.mark.parametrize("size", [(256, 144), (192, 192)], ids=["the frame's shape", "square"])
@pytest.mark.parametrize(
    ("persons", "wanted"),
    [
        ([], None),
        ([(head_and_shoulders,)], False),
        ([(head_and_shoulders, 0.5, 0.85)], False),
        ([(standing,)], True),
        ([(head_and_shoulders, 0.25), (head_and_shoulders, 0.75)], True),
        ([(standing, 0.2), (standing, 0.8)], True),
    ],
    ids=["absent", "before the camera", "behind a desk", "standing", "two before the camera", "two standing"],
)
def test_whole_bodies_are_told_from_a_person_at_a_desk(persons, wanted, size):
    assert shows_whole_bodies(persons_in(mask_of(*persons, size=size)), SIZE) is wanted


def test_a_hand_at_the_edge_is_no_other_person():
    mask = mask_of((head_and_shoulders,))
    mask[60:90, :20] = 1
    assert shows_whole_bodies(persons_in(mask), SIZE) is False


NEAR, FAR, EMPTY = mask_of((head_and_shoulders,)), mask_of((standing,)), mask_of()


def played(fitting, views):
    """The names at the end of each second, for one mask a second."""
    names = []
    for mask in views:
        played.second += 1
        fitting.see(persons_in(mask), SIZE, played.second * SECOND_NS)
        names.append(fitting.name())
    return names


played.second = 100


def ranked(whole_bodies):
    return ["general", "portrait"] if whole_bodies else ["portrait"]


def test_a_view_counts_once_it_has_lasted():
    fitting = ModelSelection(ranked, live=True)
    patience = PATIENCE_NS // SECOND_NS
    assert set(played(fitting, [FAR] * (patience - 1) + [NEAR] + [FAR] * patience)) == {"portrait"}
    assert played(fitting, [FAR])[-1] == "general"
    assert set(played(fitting, [EMPTY] * 100 + [NEAR] * 2 * patience)) == {"general"}
    assert played(fitting, [NEAR])[-1] == "portrait"


def test_it_does_not_flap_whatever_is_in_view():
    chance, fitting, names = random.Random(3), ModelSelection(ranked, live=True), []
    for _ in range(600):  # an hour and a half of standing up, sitting down and walking out
        names += played(fitting, [chance.choice((NEAR, FAR, EMPTY))] * chance.randint(1, 20))
    changes = sum(one != other for one, other in itertools.pairwise(names))
    assert 1 <= changes <= 5


def test_what_is_too_slow_is_left_out_but_never_the_last():
    fitting = ModelSelection(lambda _: ["best", "good", "least"], live=True)
    assert fitting.name() == "best"
    assert fitting.rule_out("best")
    assert fitting.name() == "good"
    assert fitting.rule_out("good")
    assert not fitting.rule_out("least")
    assert fitting.name() == "least"


def test_a_model_that_was_just_brought_is_taken_up(monkeypatch):
    monkeypatch.setattr("engine.pipeline.stages.model_selection.SEARCH_EVERY_S", 0)
    here = ["built-in"]
    fitting = ModelSelection(lambda _: here, live=True)
    assert fitting.name() == "built-in"
    here = ["official"]
    assert fitting.name() == "official"


class Slow(KnownPredictor):
    """Takes a frame's time of the processor."""

    def predict(self, small_bgr):
        end_s = time.thread_time() + 0.03
        while time.thread_time() < end_s:
            pass
        return super().predict(small_bgr)


def before_the_marked_background(seq, size):
    mask = mask_of((standing,), size=size)
    image = Image.from_i420(np.empty((size[1] * 3 // 2, size[0]), np.uint8))
    for plane, mark, skin in zip(image.planes, MARK_YUV, PERSON_YUV, strict=True):
        small = cv2.resize(mask, plane.shape[::-1], interpolation=cv2.INTER_NEAREST)
        plane[:] = np.where(small > 0, skin, mark)
    return image


def parts(loads):
    def load(model, runtime, precision):
        loads.append(model)
        return (Slow if model == "slow" else KnownPredictor)(Fault(None), model_id=model)

    return Components(
        load=load, candidate_models=lambda wide: ["slow", "general", "portrait"] if wide else ["portrait"]
    )


def test_live_the_model_follows_the_view_and_the_slow_one_never_takes_over(monkeypatch):
    monkeypatch.setattr(fitting, "LOOK_EVERY_NS", 0)
    monkeypatch.setattr(fitting, "PATIENCE_NS", SECOND_NS // 5)
    loads: list[object] = []
    output, seen = MarkedBackgroundReader(), set()
    job = Job(MarkedSource(SIZE, picture=before_the_marked_background), output, True, SIZE, 30.0, parts=parts(loads))
    pipeline = Pipeline(job, SettingsBox(SETTINGS))
    pipeline.start()
    end_s = time.monotonic() + 30
    while pipeline.status.model != "general" and time.monotonic() < end_s:
        seen.add(pipeline.status.model)
        time.sleep(0.01)
    pipeline.stop()
    assert loads == ["portrait", "slow", "general"]
    assert "slow" not in seen
    assert output.leaks == []


@pytest.mark.parametrize(("model", "wanted"), [("auto", "slow"), ("portrait", "portrait")])
def test_rendering_the_first_picture_decides_and_speed_does_not(model, wanted, tmp_path):
    picture = np.zeros((360, 640, 3), np.uint8)
    picture[:] = (60, 200, 60)
    picture[mask_of((standing,), size=SIZE) > 0] = (200, 120, 200)
    cv2.imwrite(str(tmp_path / "background.png"), picture)
    pipeline = Pipeline(
        Job(ImageSource(tmp_path / "background.png"), None, live=False, parts=parts([])),
        SettingsBox(SETTINGS.replace(model=model)),
    )
    pipeline.start()
    assert pipeline.wait(30)
    assert pipeline.status.model == wanted
    pipeline.stop()
    pipeline.raise_failure()
