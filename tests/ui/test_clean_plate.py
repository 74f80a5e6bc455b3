"""The clean plate on the page of backgrounds: taken after a countdown, refused with its reason, kept and deleted."""

from __future__ import annotations

import pytest

from engine.core.errors import EngineError
from engine.core.settings import Background
from engine.matte.methods.plate.keeper import PlateKeeper, PlatePhase, PlateStatus
from tests.support.marked_background import marked_plate
from tests.ui.conftest import destroy
from ui.pages.clean_plate import CleanPlateBox


@pytest.fixture
def box(controller, theme):
    box = CleanPlateBox(controller)
    yield box
    box.close_work()
    destroy(box)


def shows(box, monkeypatch, status: PlateStatus) -> None:
    monkeypatch.setattr(PlateKeeper, "status", property(lambda _: status))
    box.look()


def test_it_is_there_with_the_method_alone(box, controller):
    assert box.isHidden()
    controller.change(matting="clean-plate")
    assert not box.isHidden()
    controller.change(matting="network")
    assert box.isHidden()


def test_the_button_counts_down(box, controller, session, monkeypatch):
    controller.change(matting="clean-plate")
    box.take.click()
    assert session.plates.status.phase is PlatePhase.COUNTDOWN
    assert "5 s" in box.take.text()
    assert not box.take.isEnabled()
    shows(box, monkeypatch, PlateStatus(PlatePhase.CAPTURING, progress=0.4))
    assert "40" in box.take.text()


def test_without_a_mask_the_reason_is_told(box, controller):
    controller.change(matting="clean-plate", background=Background.parse("none"))
    box.take.click()
    assert "background" in controller.notices.current.hint
    assert box.take.isEnabled()


def test_a_refusal_is_told_with_what_to_do(box, controller, monkeypatch):
    refusal = EngineError("a person is in the picture", "step out of it and try again", code="plate-person")
    shows(box, monkeypatch, PlateStatus(refusal=refusal))
    assert box.told.text() == "A person is in the picture"
    assert (box.hint.text(), box.hint.isHidden()) == ("Step out of it and try again", False)
    assert box.told.property("role") == "warning"
    assert box.take.isEnabled()
    shows(box, monkeypatch, PlateStatus(PlatePhase.CAPTURING))
    assert box.hint.isHidden()


def test_a_plate_is_kept_and_deleted(box, controller, session, qtbot, tmp_path):
    session.plates = PlateKeeper(tmp_path / "clean-plate.npz", plate=marked_plate())
    controller.change(matting="clean-plate")
    assert "in use" in box.told.text()
    assert "forgotten" in box.kept.text()
    box.remember.click()
    qtbot.waitUntil(lambda: (tmp_path / "clean-plate.npz").exists() and box.remember.isHidden())
    assert "only you" in box.kept.text()
    box.delete.click()
    qtbot.waitUntil(box.delete.isHidden)
    assert not (tmp_path / "clean-plate.npz").exists()
    assert session.plates.plate is None


def test_a_plate_that_does_not_fit_is_told(box, controller, session):
    session.plates = PlateKeeper(plate=marked_plate())
    notice = EngineError("the camera or the light has changed", "take the clean plate again", code="plate-invalid")
    session.set_status(matting_notice=notice)
    controller.poll()
    controller.change(matting="clean-plate")
    assert box.told.text() == "The camera or the light has changed"
    assert box.hint.text() == "Take the clean plate again"
