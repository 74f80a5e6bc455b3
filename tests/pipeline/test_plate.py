"""The clean plate in a live pipeline: taken while no person is there, in force as soon as one is."""

from __future__ import annotations

import dataclasses

import numpy as np

from engine.core.settings import Background, Settings, SettingsBox
from engine.matte import MattingSelection
from engine.matte.methods.plate import keeper
from engine.matte.methods.plate.keeper import PlatePhase
from engine.pipeline.pipeline import Job, Pipeline
from tests.support.faults import Fault, faulty_components
from tests.support.marked_background import MARK_YUV, MarkedBackgroundReader, MarkedSource, marked_frame
from tests.support.waiting import until

SETTINGS = Settings(background=Background.parse("color:#203040"), width=640, height=360, matting="clean-plate")


def test_a_plate_is_taken_live_and_used(monkeypatch):
    monkeypatch.setattr(keeper, "COUNTDOWN_S", 0)
    present: list[bool] = []

    def picture(seq, size):
        image = marked_frame(seq, size)
        if not present:
            for plane, mark in zip(image.planes, MARK_YUV, strict=True):
                plane[:] = mark
        return image

    parts = dataclasses.replace(faulty_components("nothing", Fault(None)), matting=MattingSelection)
    reader = MarkedBackgroundReader()
    job = Job(MarkedSource(picture=picture), reader, live=True, size=(640, 360), fps=60.0, parts=parts)
    pipeline = Pipeline(job, SettingsBox(SETTINGS))
    pipeline.start()
    try:
        until(lambda: pipeline.status.matting_notice is not None)
        assert pipeline.status.matting_notice.code == "plate-missing"
        pipeline.plates.take(SETTINGS)
        until(lambda: pipeline.plates.status.phase is PlatePhase.READY, "a plate is taken")
        present.append(True)
        until(lambda: reader.with_person > 30, "the person is seen")
        assert pipeline.status.matting_notice is None
        plate = pipeline.plates.plate
        assert np.abs(plate.image.planes[0].astype(int) - MARK_YUV[0]).max() <= 1
    finally:
        pipeline.stop()
    assert reader.leaks == []
