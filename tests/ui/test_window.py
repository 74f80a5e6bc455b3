"""Every page and action of the window, as a person would take them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from engine.core.errors import EngineError
from engine.core.settings import BackgroundKind, Fit
from engine.pipeline.session import State
from tests.ui.conftest import CAMERAS, destroy
from ui.controller import Level, Notice
from ui.widgets.device_bar import Devices
from ui.widgets.live_controls import Transport


def test_opens_on_backgrounds_with_blur_already_on(window, controller):
    assert window.stack.currentWidget() is window.backgrounds
    assert window.backgrounds.effects[BackgroundKind.BLUR].isChecked()
    assert window.backgrounds.strength.value() == controller.settings.background.strength


@pytest.mark.parametrize("number", range(1, 8))
def test_each_page_opens_by_button_and_by_key(window, qtbot, number):
    name = list(window.pages)[number - 1]
    window.rail_buttons[name].click()
    assert window.stack.currentWidget() is window.pages[name][2]
    window.open_page("adjust" if name != "adjust" else "settings")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.pages[name][2]
    assert window.rail_buttons[name].isChecked()


def test_start_publishes_and_says_what_to_pick(window, controller, session):
    transport: Transport = window.transport
    assert transport.headline.text() == "Only you see this"
    transport.start.click()
    controller.poll()
    assert ("publish", True) in session.calls
    assert transport.start.text() == "Stop"
    assert transport.headline.text() == "On air"
    assert "Cyclorama" in transport.detail.text()
    transport.where.click()
    assert window.stack.currentWidget() is window.pages["meetings"][2]
    transport.start.click()
    controller.poll()
    # A paused person must not be seen for a moment: publishing ends before the pause does.
    assert session.calls[-3:] == [("publish", False), ("pause", False), ("freeze", False)]
    assert transport.headline.text() == "Only you see this"


def test_pause_and_freeze_by_key_reach_the_engine_and_end_with_stop(window, controller, session, qtbot):
    window.transport.start.click()
    controller.poll()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert session.calls[-1] == ("pause", True)
    assert window.transport.headline.text() == "Paused"
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert session.calls[-1] == ("freeze", True)
    assert window.transport.headline.text() == "Frozen"
    window.transport.start.click()
    assert not window.transport.pause.isChecked()
    assert not window.transport.freeze.isChecked()


def test_effects_change_the_background_live(window, controller, session):
    page = window.backgrounds
    page.effects[BackgroundKind.NONE].click()
    assert session.settings.background.kind is BackgroundKind.NONE
    assert not page.strength.isVisible()
    page.effects[BackgroundKind.COLOR].click()
    page.swatches["#1f6f5c"].click()
    assert [name for name, swatch in page.swatches.items() if swatch.isChecked()] == ["#1f6f5c"]
    assert str(session.settings.background) == "color:#1f6f5c"
    page.effects[BackgroundKind.BLUR].click()
    page.strength.slider.setValue(85)
    assert str(session.settings.background) == "blur:85"


def test_every_option_on_the_adjust_page_changes_its_setting(window, session):
    window.open_page("adjust")
    page = window.pages["adjust"][2]
    from ui.widgets.controls import LabelledSlider, Switch
    from ui.widgets.option_fields import OptionField

    plain = session.settings
    for field in page.findChildren(OptionField):
        before = getattr(session.settings, field.name)
        if switch := field.findChild(Switch):
            switch.click()
        elif box := field.findChild(QComboBox):
            box.setCurrentIndex(1)
            box.activated.emit(1)
        elif field.name == "zoom":
            field.findChild(LabelledSlider).slider.setValue(150)
        else:
            field.findChild(LabelledSlider).slider.setValue(33)
        assert getattr(session.settings, field.name) != before
    changed = session.settings
    page.reset()
    assert session.settings == plain
    window.banner.action.click()
    assert session.settings == changed


def test_cameras_sizes_and_virtual_cameras_are_listed_and_chosen(window, session, qtbot):
    bar = window.devices
    assert [bar.camera.itemText(row) for row in range(bar.camera.count())] == ["Desk camera", "Door camera"]
    bar.camera.setCurrentIndex(1)
    bar.camera.activated.emit(1)
    assert session.settings.camera == "usb-two"
    bar.size_box.setCurrentIndex(bar.size_box.findText("\u200e1920 × 1080"))
    bar.size_box.activated.emit(bar.size_box.currentIndex())
    assert (session.settings.width, session.settings.height) == (1920, 1080)
    bar.virtual.setCurrentIndex(bar.virtual.findText("Cyclorama"))
    bar.virtual.activated.emit(bar.virtual.currentIndex())
    assert session.settings.virtual_camera == "/dev/video9"
    bar.show_devices(Devices(CAMERAS.cameras[:1], ()))
    assert bar.camera.currentData() == "usb-two", "an unplugged camera stays chosen"


def test_without_a_camera_the_demo_clip_plays_and_says_so(qtbot, controller, theme, session, tmp_path):
    from ui.window import MainWindow

    window = MainWindow(controller, theme, tmp_path / "kept", has_tray=False)
    controller.start()
    window.show()
    window.devices.show_devices(Devices((), ()))
    assert ("use_source", "demo") in session.calls
    assert "demo clip" in window.banner.message.text()
    assert window.devices.camera.currentText() == "Demo clip"
    window.devices.show_devices(CAMERAS)
    window.devices.camera.setCurrentIndex(0)
    window.devices.camera.activated.emit(0)
    assert session.calls[-1] == ("use_source", "camera")
    assert session.settings.camera == "usb-one"
    window.release()
    destroy(window)


def test_the_demo_notice_outlives_the_error_that_led_to_it(window, controller, session):
    session.set_status(state=State.RECOVERING, message="no camera is there")
    controller.poll()
    controller.use_demo()
    session.set_status(state=State.RUNNING, message="")
    controller.poll()
    assert "demo clip" in window.banner.message.text()


def test_an_engine_error_stands_in_the_banner_and_blocks_nothing(window, controller, session):
    session.set_status(state=State.FAILED, message="the camera is busy", hint="close the program that uses it")
    controller.poll()
    assert window.banner.isVisible()
    assert window.banner.message.text() == "The camera is busy"
    assert window.banner.hint.text() == "Close the program that uses it"
    assert window.banner.property("level") == "error"
    assert QApplication.activeModalWidget() is None
    session.set_status(state=State.RUNNING, message="", hint="")
    controller.poll()
    assert not window.banner.isVisible()


def test_a_virtual_camera_that_does_not_open_leads_to_the_doctor(window, controller, session, qtbot, monkeypatch):
    from engine.doctor.check import Check
    from engine.doctor.check import State as Health

    found = [
        Check("Camera", Health.OK, "{name} is connected", code="camera-found", name="Desk camera"),
        Check("v4l2loopback", Health.PROBLEM, "it is missing", code="x", command="apt-get install v4l2loopback"),
    ]
    monkeypatch.setattr("ui.pages.doctor.run_doctor", lambda target, self_test: iter(found))
    session.publish = lambda on: session.set_status(state=State.RECOVERING, message="there is no virtual camera")
    window.transport.start.click()
    controller.poll()
    assert window.transport.headline.text() == "Not sending yet"
    window.banner.action.click()
    page = window.doctor
    assert window.stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.verdict.text() == "1 problem(s) to fix")
    copy = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "Copy the fix for Driver")
    copy.click()
    assert QGuiApplication.clipboard().text() == "apt-get install v4l2loopback"


def test_a_notice_is_acted_on_once_or_dismissed(window, controller):
    done = []
    controller.tell(Notice(Level.INFO, "Something", action="Undo", act=lambda: done.append(1)))
    window.banner.action.click()
    assert done == [1]
    assert not window.banner.isVisible()
    controller.tell_error(EngineError("wrong", "fix it"))
    window.banner.dismiss.click()
    assert not window.banner.isVisible()


def test_full_screen_shows_the_picture_alone_and_escape_leaves(window, qtbot):
    window.transport.full_screen.click()
    assert window.isFullScreen()
    assert not window.panel.isVisible()
    assert not window.transport.isVisible()
    qtbot.waitUntil(lambda: window.preview.width() == window.width())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.panel.isVisible()


def test_statistics_show_figures_and_a_report_without_names(window, controller, tmp_path):
    controller.change(camera="/dev/secret-name", fit=Fit.CONTAIN)
    window.open_page("statistics")
    page = window.statistics
    page.refresh()
    assert page.figures(controller.stats())["Model"].replace("\u200b", "") == "portrait_pp_humansegv2_lite_256x144"
    page.copy.click()
    report = QGuiApplication.clipboard().text()
    assert "latency p50 9.1 ms" in report
    assert "inference: p50 2.00 ms" in report
    assert "secret" not in report
    assert str(tmp_path) not in report
    page.overlay.click()
    assert controller.state.overlay


def test_closing_ends_the_app_or_goes_to_the_tray(window, controller, qtbot):
    controller.state.close_to_tray = True
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    assert not window.isVisible()
    window.bring_to_front()
    assert window.isVisible()
    controller.state.close_to_tray = False
    with qtbot.waitSignal(window.closed):
        window.close()


def test_geometry_and_page_come_back(qtbot, controller, theme, tmp_path):
    from ui.window import MainWindow

    first = MainWindow(controller, theme, tmp_path, has_tray=False)
    first.show()
    first.resize(880, 640)
    first.open_page("settings")
    first.release()
    size = first.size()
    destroy(first)
    second = MainWindow(controller, theme, tmp_path, has_tray=False)
    assert second.size() == size
    assert second.stack.currentWidget() is second.pages["settings"][2]
    second.release()
    destroy(second)


def test_the_wheel_over_a_slider_scrolls_the_page_and_changes_nothing(window, controller, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    slider = window.backgrounds.strength.slider
    before = controller.settings
    event = QWheelEvent(
        QPointF(5, 5),
        slider.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    assert controller.settings == before
