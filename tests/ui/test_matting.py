"""The choice of the matting method, the key colour and the subject, as a user makes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.core.errors import EngineError
from engine.core.frame import Image
from engine.matte.methods.key.key_colour import colour_at
from tests.ui.fakes import picture


@pytest.fixture
def box(window):
    window.open_page("backgrounds")
    return window.backgrounds.matting


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def click(preview, x, y):
    """Clicks a point of what others see, from 0 to 1 each."""
    rect = preview.picture_rect()
    x = 1 - x if preview.mirror else x
    at = QPoint(rect.left() + round(x * rect.width()), rect.top() + round(y * rect.height()))
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=at)


def test_each_method_says_when_to_take_it(box, controller):
    said = set()
    for method in ("green-screen", "clean-plate", "network"):
        choose(box.method, method)
        assert controller.settings.matting == method
        said.add(box.when.text())
    assert len(said) == 3
    assert not box.key_row.isVisibleTo(box)


def test_the_pipette_takes_the_clicked_colour_once(box, window, controller, session):
    choose(box.method, "green-screen")
    assert box.key_row.isVisibleTo(box)
    window.preview.poll()
    box.pipette.click()
    assert window.preview.cursor().shape() is Qt.CursorShape.CrossCursor
    click(window.preview, 0.25, 0.5)  # the disc
    expected = colour_at(session._raw, 0.25, 0.5)
    assert controller.settings.key == expected != "auto"
    assert expected in box.key_text.text()
    click(window.preview, 0.8, 0.2)
    assert controller.settings.key == expected
    box.automatic.click()
    assert controller.settings.key == "auto"


def test_the_network_says_that_it_has_taken_over(box, session, controller):
    choose(box.method, "green-screen")
    notice = EngineError("no green screen fills a tenth of the picture", "x", code="key-not-found")
    session.set_status(matting_notice=notice)
    controller.poll()
    assert "tenth" in box.notice.text()
    session.set_status(matting_notice=None)
    controller.poll()
    assert not box.notice.isVisibleTo(box)


def test_a_click_on_the_picture_chooses_the_subject_while_only_me_is_shown(box, window, session):
    window.preview.poll()
    click(window.preview, 0.4, 0.5)
    choose(box.people, "me")
    assert box.who.isVisibleTo(box)
    click(window.preview, 0.4, 0.5)
    chosen = [value for name, value in session.calls if name == "choose_subject"]
    assert len(chosen) == 1
    assert chosen[0] == pytest.approx((0.4, 0.5), abs=0.01)


def test_a_colour_is_the_mean_near_a_point_also_at_the_border():
    bgr = picture()
    bgr[:, :] = (10, 200, 30)
    for x, y in ((0.0, 0.0), (0.5, 0.5), (0.999, 0.999)):
        assert colour_at(Image.from_bgr(bgr), x, y) == "#1ec80a"
