"""Every page and action of the window, as a person would take them."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QLabel, QPushButton

from engine.core.errors import EngineError
from engine.core.settings import Background, BackgroundKind, Fit, Settings
from engine.doctor.check import Check
from engine.doctor.check import State as Health
from engine.pipeline.session import State
from engine.platform.paths import settings_path
from tests.conftest import ROOT
from tests.ui.conftest import CAMERAS, destroy
from ui.controller import Controller
from ui.gallery.item import Kind
from ui.gallery.model import Role
from ui.state.devices import Devices
from ui.state.notices import Level, Notice
from ui.widgets.action_bar import ActionBar
from ui.widgets.close_dialog import CloseDialog
from ui.widgets.inputs import LabelledSlider
from ui.widgets.keys import KeysDialog


def test_opens_on_backgrounds_with_blur_already_on(window, controller):
    assert window.stack.currentWidget() is window.backgrounds
    model = window.backgrounds.model
    in_use = [row for row in range(model.rowCount()) if model.index(row).data(Role.IN_USE)]
    assert [model.item(row).kind for row in in_use] == [Kind.BLUR_LIGHT]
    assert window.backgrounds.options.strength.value() == controller.settings.background.strength


@pytest.mark.parametrize("number", range(1, 8))
def test_each_page_opens_by_button_and_by_key(window, qtbot, number):
    name = list(window.pages)[number - 1]
    window.rail_buttons[name].click()
    assert window.stack.currentWidget() is window.pages[name]
    window.open_page("adjust" if name != "adjust" else "settings")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.pages[name]
    assert window.rail_buttons[name].isChecked()


def test_start_publishes_and_says_what_to_choose(window, controller, session):
    bar: ActionBar = window.actions_bar
    assert bar.headline.text() == "Only you see this"
    bar.start.click()
    controller.poll()
    assert ("publish", True) in session.calls
    assert bar.start.text() == "Stop"
    assert bar.headline.text() == "On air"
    assert window.windowTitle().startswith("On air")
    assert "Cyclorama" in bar.detail.text()
    bar.link.click()
    assert window.stack.currentWidget() is window.setup
    bar.start.click()
    controller.poll()
    # A paused person must not be seen for a moment: publishing ends before the pause does.
    assert session.calls[-3:] == [("publish", False), ("pause", False), ("freeze", False)]
    assert bar.headline.text() == "Only you see this"


def test_the_words_never_say_on_air_while_others_see_something_else(window, controller, session):
    bar = window.actions_bar
    bar.start.click()
    controller.poll()
    assert bar.headline.property("role") == "good"
    session.fallback = True
    session.set_status(state=State.RECOVERING, message="the camera was unplugged")
    controller.poll()
    assert (bar.headline.text(), bar.detail.text()) == ("Others see a still picture", "The camera was unplugged")
    session.fallback = False
    session.set_status(state=State.RUNNING, message="")
    controller.change(background=Background(BackgroundKind.NONE))
    controller.poll()
    assert bar.headline.text() == "Your real background is visible"
    controller.source.use_demo()
    assert bar.headline.text() == "Others see the demo clip"
    assert bar.headline.property("role") == "warning"
    assert window.preview.accessibleDescription() == "Others see the demo clip"


def test_before_start_the_bar_says_whether_there_is_a_virtual_camera(window):
    bar = window.actions_bar
    assert bar.link.text() == ""
    window.device_watch.take(Devices(CAMERAS.cameras))
    assert (bar.detail.text(), bar.link.text()) == ("No virtual camera installed.", "Set up")
    bar.link.click()
    assert window.stack.currentWidget() is window.setup


def test_on_air_the_bar_names_the_programs_that_show_the_picture(window, controller):
    window.actions_bar.start.click()
    controller.poll()
    window.device_watch.take(Devices(CAMERAS.cameras, CAMERAS.virtual_cameras, ("zoom", "chrome")))
    assert window.actions_bar.detail.text() == "In use by zoom, chrome."
    assert window.actions_bar.link.text() == ""


def test_pause_and_freeze_by_key_reach_the_engine_and_end_with_stop(window, controller, session, qtbot):
    window.actions_bar.start.click()
    controller.poll()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert session.calls[-1] == ("pause", True)
    assert window.actions_bar.headline.text() == "Paused"
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert session.calls[-1] == ("freeze", True)
    assert window.actions_bar.headline.text() == "Frozen"
    window.actions_bar.start.click()
    assert not window.actions_bar.pause.isChecked()
    assert not window.actions_bar.freeze.isChecked()


def entry(window, kind: Kind):
    return window.backgrounds.model.fixed(kind)


def test_the_gallery_changes_the_background_live(window, controller, session):
    page = window.backgrounds
    page.choose(entry(window, Kind.NONE))
    assert session.settings.background.kind is BackgroundKind.NONE
    assert page.options.unmasked.isVisible()
    assert not page.options.strength.isVisible()
    page.choose(entry(window, Kind.COLOR))
    page.options.swatches["#1f6f5c"].click()
    assert [name for name, swatch in page.options.swatches.items() if swatch.isChecked()] == ["#1f6f5c"]
    assert str(session.settings.background) == "color:#1f6f5c"
    assert entry(window, Kind.COLOR).color == (31, 111, 92)
    page.choose(entry(window, Kind.BLUR_LIGHT))
    page.options.strength.slider.setValue(85)
    assert str(session.settings.background) == "blur:85"
    assert entry(window, Kind.BLUR_STRONG).shows(session.settings.background)


def test_cancelling_the_colour_dialog_brings_the_old_background_back(window, session):
    page = window.backgrounds
    page.choose(entry(window, Kind.COLOR))
    before = session.settings.background
    page.options.pick_color()
    dialog = next(each for each in page.options.findChildren(QColorDialog))
    dialog.setCurrentColor(QColor("#ff0000"))
    assert session.settings.background.color == (255, 0, 0)
    dialog.reject()
    assert session.settings.background == before


def test_every_option_on_the_adjust_page_changes_its_setting(window, session):
    window.open_page("adjust")
    page = window.pages["adjust"]
    from ui.widgets.inputs import Switch
    from ui.widgets.option_fields import OptionField

    plain = session.settings
    for field in page.findChildren(OptionField):
        before = getattr(session.settings, field.name)
        if switch := field.findChild(Switch):
            switch.click()
            if field.name == "follow":  # which would take the position's place
                switch.click()
                continue
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


def test_values_have_units_and_a_double_click_resets(window, session, qtbot):
    window.open_page("adjust")
    field = window.pages["adjust"].fields["zoom"].findChild(LabelledSlider)
    field.slider.setValue(150)
    assert field.number.text() == "\u200e150 %"
    qtbot.mouseDClick(field.slider, Qt.MouseButton.LeftButton)
    assert session.settings.zoom == 100


def test_what_has_no_effect_is_disabled_and_says_why(window, controller):
    fields = window.pages["adjust"].fields
    assert fields["pan_x"].reason.text() == "Zoom in to use this."
    assert not fields["pan_x"].findChild(LabelledSlider).isEnabled()
    controller.change(zoom=200)
    assert fields["pan_x"].findChild(LabelledSlider).isEnabled()
    controller.change(background=Background(BackgroundKind.NONE))
    assert "No effect" in fields["refine"].reason.text()


def menu_entries(window) -> dict[str, QAction]:
    window.devices.fill()
    menu = window.devices.menu()
    entries = {action.text(): action for action in menu.actions()}
    for action in menu.actions():
        if action.menu() is not None:
            entries |= {inner.text(): inner for inner in action.menu().actions()}
    return entries


def test_cameras_sizes_and_virtual_cameras_are_listed_and_chosen(window, session):
    entries = menu_entries(window)
    assert entries["Desk camera"].isChecked()
    entries["Door camera"].trigger()
    assert session.settings.camera == "usb-two"
    assert window.devices.text().startswith("Door camera")
    entries["\u200e1920 × 1080"].trigger()
    assert (session.settings.width, session.settings.height) == (1920, 1080)
    entries["Cyclorama"].trigger()
    assert session.settings.virtual_camera == "/dev/video9"
    window.device_watch.take(Devices(CAMERAS.cameras[:1], ()))
    assert menu_entries(window)["Fake camera"].isChecked(), "an unplugged camera stays chosen"


def test_the_demo_clip_chosen_by_hand_is_no_camera(window, controller, session):
    menu_entries(window)["Demo clip"].trigger()
    assert session.calls[-1] == ("use_source", "demo")
    assert session.settings.camera == "auto"
    assert menu_entries(window)["Demo clip"].isChecked()
    menu_entries(window)["Desk camera"].trigger()
    assert session.calls[-1] == ("use_source", "camera")
    assert session.settings.camera == "usb-one"


def test_a_demo_clip_that_was_saved_as_a_camera_is_forgotten(session, state, tmp_path, qapp):
    controller = Controller(session, Settings(camera="demo"), settings_path(), state, tmp_path / "w.json")
    assert controller.settings.camera == "auto"


def test_without_a_camera_the_demo_clip_plays_and_says_so(qtbot, controller, theme, session, tmp_path):
    from ui.window import MainWindow

    window = MainWindow(controller, theme, tmp_path / "kept", has_tray=False)
    controller.start()
    window.show()
    window.device_watch.take(Devices())
    assert ("use_source", "demo") in session.calls
    assert "demo clip" in window.banner.message.text()
    assert window.devices.text().startswith("Demo clip")
    window.device_watch.take(CAMERAS)
    assert window.banner.message.text() == "Door camera connected"
    window.banner.action.click()
    assert session.calls[-1] == ("use_source", "camera")
    assert session.settings.camera == "usb-two"
    window.release()
    destroy(window)


def test_a_camera_that_is_plugged_in_later_is_offered(window, controller, session):
    window.device_watch.take(Devices((*CAMERAS.cameras, ("usb-three", "New camera")), CAMERAS.virtual_cameras))
    assert window.banner.message.text() == "New camera connected"
    window.banner.action.click()
    assert session.settings.camera == "usb-three"


def test_a_message_about_the_camera_hides_no_other(window, controller, session):
    controller.tell(Notice(Level.WARNING, "The settings were damaged", key="settings"))
    session.set_status(state=State.FAILED, message="no camera connected")
    controller.poll()
    assert window.banner.message.text() == "No camera connected"
    assert window.banner.more.text().startswith("1 more message")
    session.set_status(state=State.RUNNING, message="")
    controller.poll()
    assert window.banner.message.text() == "The settings were damaged"


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


def test_a_virtual_camera_that_does_not_open_leads_to_the_set_up(window, controller, session, qtbot, monkeypatch):
    found = [
        Check("Camera", Health.OK, "{name} is connected", code="camera-found", name="Desk camera"),
        Check("Driver", Health.PROBLEM, "it is missing", "install it", code="x", command="apt-get install it"),
        Check("Browser", Health.NOTE, "it wants a setting", "change it in the settings", code="y"),
    ]
    monkeypatch.setattr("ui.pages.setup.run_doctor", lambda target, self_test: iter(found))
    session.publish = lambda on: session.set_status(state=State.RECOVERING, message="there is no virtual camera")
    window.actions_bar.start.click()
    controller.poll()
    assert window.actions_bar.headline.text() == "Not sending"
    window.banner.action.click()
    page = window.setup
    assert window.stack.currentWidget() is page
    qtbot.waitUntil(lambda: page.verdict.text() == "1 problem(s) to fix")
    (copy,) = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith("Copy the fix")]
    copy.click()
    assert copy.text() == "Copied"
    assert QGuiApplication.clipboard().text() == "apt-get install it"
    code = [label.text() for label in page.findChildren(QLabel) if label.property("role") == "code"]
    assert code == ["apt-get install it"], "prose never stands in a code box"


def test_a_notice_is_acted_on_once_or_dismissed(window, controller):
    done = []
    controller.tell(Notice(Level.INFO, "Something", action="Undo", act=lambda: done.append(1)))
    window.banner.action.click()
    assert done == [1]
    assert not window.banner.isVisible()
    controller.tell_error(EngineError("wrong", "fix it"))
    window.banner.dismiss.click()
    assert not window.banner.isVisible()


def test_a_fleeting_message_goes_by_itself_and_a_warning_stays(window, controller, monkeypatch, qtbot):
    window.banner._ending.setInterval(20)
    controller.tell(Notice(Level.INFO, "Saved"))
    qtbot.waitUntil(lambda: not window.banner.isVisible())
    controller.tell(Notice(Level.WARNING, "Careful"))
    qtbot.wait(60)
    assert window.banner.isVisible()


def test_a_message_moves_nothing(window, controller):
    before = window.preview.geometry()
    controller.tell(Notice(Level.ERROR, "Something", "To be done", action="Act"))
    assert window.preview.geometry() == before
    assert window.stage.rect().contains(window.banner.geometry())


def test_full_screen_shows_the_picture_alone_and_escape_leaves(window, qtbot):
    window.actions_bar.full_screen.click()
    assert window.isFullScreen()
    assert not window.panel.isVisible()
    assert not window.actions_bar.isVisible()
    qtbot.waitUntil(lambda: window.preview.width() == window.width())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.panel.isVisible()


def test_a_click_on_the_open_page_gives_its_place_to_the_picture(window, controller):
    width = window.stage.width()
    window.rail_buttons["backgrounds"].click()
    assert not window.panel.isVisible()
    assert window.stage.width() > width
    window.rail_buttons["adjust"].click()
    assert window.panel.isVisible()
    assert window.rail_buttons["adjust"].isChecked()


def test_undo_and_redo_by_key(window, controller, session, qtbot):
    controller.change(temporal=5)
    controller.change(refine=False)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.settings.refine
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.settings == Settings()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert session.settings.temporal == 5


def test_undo_never_shows_the_real_background_on_air(window, controller, session):
    controller.change(background=Background(BackgroundKind.NONE))
    window.actions_bar.start.click()
    controller.change(background=Background())
    controller.undo()
    assert session.settings.background.kind is BackgroundKind.BLUR


def test_f1_shows_the_keys(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = next(iter(window.findChildren(KeysDialog)))
    assert "Ctrl+Return" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.close()


def test_statistics_show_figures_and_a_report_without_names(window, controller, tmp_path):
    controller.change(camera="/dev/secret-name", fit=Fit.CONTAIN)
    window.open_page("statistics")
    page = window.statistics
    assert page.figures(controller.stats())["Model"].replace("\u200b", "") == "portrait_pp_humansegv2_lite_256x144"
    window.pages["about"].copy.click()
    report = QGuiApplication.clipboard().text()
    assert "latency p50 9.1 ms" in report
    assert "inference: p50 2.00 ms" in report
    assert "secret" not in report
    assert str(tmp_path) not in report
    page.overlay.click()
    assert controller.state.overlay


def test_closing_off_air_quits_or_goes_to_the_tray(window, controller, qtbot):
    controller.state.on_close = "tray"
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    assert not window.isVisible()
    window.bring_to_front()
    assert window.isVisible()
    controller.state.on_close = "ask"
    with qtbot.waitSignal(window.closed):
        window.close()


def test_closing_on_air_asks_and_remembers_the_answer(window, controller, qtbot):
    window.actions_bar.start.click()
    with qtbot.assertNotEmitted(window.closed):
        window.close()
    dialog = window.findChildren(CloseDialog)[-1]
    dialog.cancel.click()
    assert window.isVisible()
    window.close()
    dialog = window.findChildren(CloseDialog)[-1]
    dialog.remember.setChecked(True)
    dialog.tray.click()
    assert not window.isVisible()
    assert controller.publishing
    assert controller.state.on_close == "tray"
    window.show()
    controller.state.on_close = "ask"
    window.close()
    with qtbot.waitSignal(window.closed):
        window.findChildren(CloseDialog)[-1].quit.click()


def test_closing_does_not_ask_where_nothing_is_sent(window, controller, session, qtbot):
    controller.publish(True)
    session.set_status(output="", message="no virtual camera installed")
    controller.poll()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_geometry_and_page_come_back(qtbot, controller, theme, tmp_path):
    from ui.window import MainWindow

    first = MainWindow(controller, theme, tmp_path, has_tray=False)
    first.show()
    first.resize(780, 640)
    first.open_page("settings")
    first.release()
    size = first.size()
    destroy(first)
    second = MainWindow(controller, theme, tmp_path, has_tray=False)
    assert second.size() == size
    assert second.stack.currentWidget() is second.pages["settings"]
    second.release()
    destroy(second)


def test_the_wheel_over_a_slider_scrolls_the_page_and_changes_nothing(window, controller, qtbot):
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    slider = window.backgrounds.options.strength.slider
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


def test_a_name_is_taken_as_it_is_typed_and_a_logo_goes(window, controller, session, qtbot):
    window.open_page("adjust")
    fields = window.pages["adjust"].name_tag
    assert not fields.corner.findChild(QComboBox).isEnabled()
    qtbot.keyClicks(fields.name_tag, "Renate ")
    qtbot.waitUntil(lambda: session.settings.name_tag == "Renate")
    assert fields.name_tag.text() == "Renate ", "typing goes on"
    assert fields.corner.findChild(QComboBox).isEnabled()
    controller.change(name_tag="Kim", logo="/somewhere/logo.png")
    assert fields.name_tag.text() == "Kim"
    assert fields.file.text() == "logo.png"
    fields.remove.click()
    assert session.settings.logo == ""
    assert not fields.remove.isVisible()


def test_what_studio_light_can_not_change_now_says_why(window, controller):
    window.open_page("adjust")
    fields = window.pages["adjust"].fields
    assert fields["match_background"].reason.isVisible(), "a blur has no light to follow"
    assert fields["key_light_from"].reason.isVisible()
    controller.change(background=Background(BackgroundKind.COLOR), key_light=40)
    assert not fields["match_background"].reason.isVisible()
    assert not fields["key_light_from"].reason.isVisible()
    controller.change(background=Background(BackgroundKind.NONE))
    assert fields["key_light"].reason.isVisible()


def test_about_names_every_library_with_its_licence(window):
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    page = window.pages["about"]
    said = " ".join(label.text() for label in page.licences.inside.findChildren(QLabel))
    names = {re.match(r"[\w-]+", text)[0] for text in declared}
    assert not {name for name in names if not re.search(rf"\b{re.escape(name)}\b", said)}
