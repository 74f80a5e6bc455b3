"""Faults at every seam, a marked background, and a reader that looks for it: no pixel of it may arrive."""

from __future__ import annotations

import itertools
import time

import pytest

from engine.core.settings import Background, Settings, SettingsBox
from engine.pipeline.pipeline import Job, Pipeline
from engine.pipeline.stages import picture_maker, stage
from tests.support.faults import Fault, faulty_components, no_gate
from tests.support.marked_background import MarkedBackgroundReader, MarkedSource, marked_frame, marked_plate
from tests.support.waiting import until

REPLACED = Settings(background=Background.parse("color:#203040"), width=640, height=360)
GREEN = REPLACED.replace(matting="green-screen")
PLATE = REPLACED.replace(matting="clean-plate")
KINDS = ("raise", "memory", "slow", "death")
FAULTS = 20
"""Of each kind, at least."""
PATIENCE_S = 60.0


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults come thick and fast here; the back-off between them is tested elsewhere."""
    monkeypatch.setattr(stage, "FIRST_RETRY_S", 0.01)
    monkeypatch.setattr(stage, "LONGEST_RETRY_S", 0.02)


def run(
    seam: str, kind: str | None, change=lambda pipeline, box, n: None, settings: Settings = REPLACED
) -> tuple[MarkedBackgroundReader, Fault]:
    """Lets the live pipeline run with a fault until it has struck often enough."""
    fault = Fault(kind)
    reader, box = MarkedBackgroundReader(), SettingsBox(settings)
    source = MarkedSource(fault=fault if seam == "source" else Fault(None))
    job = Job(source, reader, live=True, size=(640, 360), fps=60.0, parts=faulty_components(seam, fault))
    pipeline = Pipeline(job, box)
    pipeline.start()
    end_s = time.monotonic() + PATIENCE_S
    changes = 0
    try:
        while time.monotonic() < end_s and (fault.count < FAULTS if kind else changes < FAULTS):
            time.sleep(0.06)
            change(pipeline, box, changes)
            changes += 1
    finally:
        pipeline.stop()
    return reader, fault


SEAMS = [
    ("source", "raise"),
    ("source", "camera"),
    ("source", "memory"),
    ("source", "death"),
    ("predict", "raise"),
    ("predict", "memory"),
    ("predict", "slow"),
    ("predict", "death"),
    ("track", "raise"),
    ("track", "death"),
    ("propagate", "raise"),
    ("propagate", "memory"),
    ("propagate", "death"),
    ("refine", "raise"),
    ("refine", "memory"),
    ("refine", "slow"),
    ("refine", "death"),
    ("compose", "raise"),
    ("compose", "memory"),
    ("compose", "death"),
]


@pytest.mark.expected_log("stage failed")
@pytest.mark.parametrize(("seam", "kind"), SEAMS, ids=lambda value: value)
def test_a_fault_shows_no_background(seam, kind):
    reader, fault = run(seam, kind)
    assert reader.leaks == []
    assert reader.pictures > 10
    assert fault.count >= FAULTS


@pytest.mark.expected_log("stage failed|matting by [a-z-]+ failed")
@pytest.mark.parametrize("settings", [GREEN, PLATE], ids=lambda settings: settings.matting)
@pytest.mark.parametrize(("seam", "kind"), [*SEAMS, *(("decide", kind) for kind in KINDS)], ids=lambda value: value)
def test_a_fault_shows_no_background_with_a_method(seam, kind, settings):
    reader, fault = run(seam, kind, settings=settings)  # the marked background is a green screen, and a plate
    assert reader.leaks == []
    assert reader.pictures > 10
    assert fault.count >= FAULTS


@pytest.mark.expected_log("stage failed")
@pytest.mark.parametrize(("seam", "kind"), [("track", "raise"), ("propagate", "raise"), ("refine", "raise")])
def test_a_fault_shows_no_background_while_one_person_alone_is_shown(seam, kind):
    reader, fault = run(seam, kind, settings=REPLACED.replace(people="me"))
    assert reader.leaks == []
    assert reader.with_person > 10
    assert fault.count >= FAULTS


@pytest.mark.parametrize("settings", [REPLACED, GREEN, PLATE], ids=lambda settings: settings.matting)
def test_without_faults_the_person_alone_is_seen(settings):
    reader, _ = run("nothing", None, settings=settings)
    assert reader.leaks == []
    assert reader.with_person > reader.pictures / 3


@pytest.mark.parametrize("mark", [(90, 120, 150), (60, 54, 34), (145, 90, 34)], ids=["person", "light", "another"])
def test_a_plate_of_another_background_shows_none(mark):
    """The frame differs from it everywhere: nothing of that may be taken for the person."""
    reader = MarkedBackgroundReader()
    parts = faulty_components("nothing", Fault(None), marked_plate(mark))
    pipeline = Pipeline(
        Job(MarkedSource(), reader, live=True, size=(640, 360), fps=60.0, parts=parts), SettingsBox(PLATE)
    )
    pipeline.start()
    until(lambda: reader.with_person > 30)
    assert pipeline.status.matting_notice.code == "plate-invalid"
    pipeline.stop()
    assert reader.leaks == []


def _other_model(pipeline, box, n):
    box.value = box.value.replace(model=f"model-{n}")


def _other_background(pipeline, box, n):
    texts = ["color:#401020", "transparent", "image:/nowhere.png", "color:#203040"]
    box.value = box.value.replace(background=Background.parse(texts[n % len(texts)]), mirror=bool(n % 2))


def _other_size(pipeline, box, n):
    pipeline.use_source(MarkedSource(size=[(640, 360), (320, 240), (480, 640)][n % 3]))


def _other_format(pipeline, box, n):
    size = [(640, 360), (320, 240), (480, 640)][n % 3]
    pipeline.use_format(size, [60.0, 30.0][n % 2], MarkedSource(size=size))


def _pause(pipeline, box, n):
    pipeline.pause(bool(n % 2))


@pytest.mark.parametrize(
    ("seam", "change"),
    [
        ("nothing", _other_model),
        ("nan", _other_model),
        ("nothing", _other_background),
        ("nothing", _other_size),
        ("nothing", _other_format),
        ("nothing", _pause),
    ],
    ids=["model", "model-nan", "background", "source size", "format", "pause"],
)
def test_a_change_while_live_shows_no_background(seam, change):
    reader, _ = run(seam, None, change)
    assert reader.leaks == []
    assert reader.pictures > 10


class Restless(MarkedSource):
    """A person beside the middle, as light as the background, for a small flow residual; each frame framed anew."""

    FRAMINGS = ({"mirror": True}, {"mirror": False}, {"rotate": "180"}, {"zoom": 200}, {"pan_x": 100}, {"zoom": 100})

    def __init__(self, box: SettingsBox) -> None:
        super().__init__(picture=lambda seq, size: marked_frame(seq // 3, size, 0.3, (135, 120, 150)))
        self._box, self._next = box, itertools.cycle(self.FRAMINGS)

    def read(self):
        frame = super().read()
        self._box.value = self._box.value.replace(**next(self._next))
        return frame


@pytest.mark.parametrize(("seam", "power_save"), [("propagate", False), ("nothing", True)], ids=["late", "power save"])
def test_a_mask_is_not_propagated_to_a_picture_framed_otherwise(seam, power_save):
    reader, box = MarkedBackgroundReader(), SettingsBox(REPLACED.replace(power_save=power_save))
    parts = faulty_components(seam, Fault(None))
    pipeline = Pipeline(Job(Restless(box), reader, live=True, size=(640, 360), fps=60.0, parts=parts), box)
    pipeline.start()
    time.sleep(1.2)
    pipeline.stop()
    assert reader.leaks == []
    assert reader.pictures > 10
    assert pipeline.stats().frames_in > 10


@pytest.mark.expected_log("loading the model failed")
def test_a_model_that_fails_to_load_leaves_the_old_one_at_work():
    reader, fault = run("load", "raise", _other_model)
    assert reader.leaks == []
    assert fault.count >= FAULTS
    assert reader.with_person > 10


@pytest.mark.expected_log("stage failed")
@pytest.mark.parametrize("kind", ["raise", "memory"])
@pytest.mark.parametrize("seam", ["refine", "compose"])
def test_without_the_gate_faults_show_the_background(seam, kind, monkeypatch):
    monkeypatch.setattr(picture_maker, "gate", no_gate)
    reader, _ = run(seam, kind)
    assert len(reader.leaks) >= FAULTS // 2
