"""Living with the app: tray, profiles, settings files, autostart, one window per person, a clean end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from engine.core import settings_file
from engine.core.errors import UsageError
from engine.core.profiles import profile_names, profile_path
from engine.core.settings import Background, Settings
from engine.pipeline.session import State
from engine.platform.paths import settings_path
from tests.conftest import ROOT
from tests.support.program import running
from tests.support.waiting import until
from ui.desktop import autostart
from ui.desktop.single_instance import SingleInstance, toggle_pause
from ui.desktop.tray import Tray


@pytest.fixture
def tray(window, controller) -> Tray:
    left = []
    tray = Tray(controller, window, lambda: left.append(True))
    tray.left = left
    return tray


def test_the_tray_starts_pauses_changes_backgrounds_and_quits(tray, window, controller, session):
    actions = {action.text(): action for action in tray.menu.actions()}
    tray.start.trigger()
    assert session.calls[-1] == ("publish", True)
    assert tray.start.text() == "Stop"
    tray.pause.trigger()
    assert session.calls[-1] == ("pause", True)
    tray.fill_backgrounds()
    entries = {action.text(): action for action in tray.backgrounds.actions()}
    assert entries["Light blur"].isChecked()
    entries["Scene 2"].trigger()
    assert session.settings.background.path.name == "scene-2.jpg"
    actions["Quit"].trigger()
    assert tray.left == [True]


def test_the_tray_brings_the_window_back(tray, window):
    window.hide()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()


def test_a_lost_camera_is_told_while_the_window_is_hidden(tray, window, controller, session, monkeypatch):
    told = []
    monkeypatch.setattr(tray.icon, "showMessage", lambda title, text, icon: told.append((title, text)))
    session.set_status(state=State.RECOVERING, message="the camera was unplugged")
    controller.poll()
    assert not told, "whoever sees the window sees the banner"
    session.set_status(state=State.RUNNING, message="")
    controller.poll()
    window.hide()
    session.set_status(state=State.RECOVERING, message="the camera was unplugged")
    controller.poll()
    session.set_status(state=State.RUNNING, message="")
    controller.poll()
    assert told == [("Interrupted", "The camera was unplugged"), ("Running again", "Only you see this")]


def test_profiles_keep_settings_under_a_name(window, controller, session, tray):
    page = window.pages["settings"]
    controller.change(background=Background(strength=11))
    page.new_profile.setText("work")
    page.save_profile.click()
    assert profile_names() == ["work"]
    controller.change(background=Background(strength=99))
    tray.fill_profiles()
    tray.profiles.actions()[0].trigger()
    assert session.settings.background.strength == 11, "the default settings are as they were"
    page.profile.setCurrentIndex(page.profile.findData("work"))
    page.profile.activated.emit(page.profile.currentIndex())
    assert session.settings.background.strength == 99
    assert settings_file.load(profile_path("work")).settings.background.strength == 99
    page.delete.click()
    assert profile_names() == []
    assert session.settings.background.strength == 11
    window.banner.action.click()
    assert profile_names() == ["work"]
    assert session.settings.background.strength == 99


def test_saving_under_a_known_name_takes_the_present_settings(window, controller, session):
    controller.change(temporal=5)
    controller.profiles.save("work")
    controller.profiles.use("")
    controller.change(temporal=80)
    controller.profiles.save("work")
    assert session.settings.temporal == 80
    assert settings_file.load(profile_path("work")).settings.temporal == 80
    controller.undo()
    assert session.settings.temporal == 5


@pytest.mark.parametrize("name", ["../evil", "a/b", ".hidden", "c:x"])
def test_a_profile_can_not_be_called_so_that_it_leads_out(window, controller, name):
    before = controller.state.profile
    controller.profiles.save(name)
    assert window.banner.isVisible()
    assert controller.state.profile == before


def test_settings_are_saved_shortly_after_a_change(window, controller, qtbot):
    controller.change(temporal=5)
    qtbot.waitUntil(settings_path().is_file)
    assert settings_file.load(settings_path()).settings.temporal == 5


def test_a_settings_file_changed_by_another_program_applies_live(window, controller, session, qtbot):
    controller.save()
    controller.store.watch()
    settings_file.save(controller.settings.replace(temporal=17), settings_path())
    qtbot.waitUntil(lambda: session.settings.temporal == 17)
    settings_path().write_text("temporal = 900\n")
    qtbot.waitUntil(lambda: "temporal" in window.banner.message.text())
    assert session.settings.temporal == 60, "the message says that defaults apply"


def test_a_profile_of_a_newer_version_is_not_written_over(window, controller, session):
    path = profile_path("future")
    path.parent.mkdir(parents=True)
    path.write_text("version = 99\ntemporal = 3\n")
    controller.profiles.use("future")
    assert session.settings.temporal == 3
    controller.change(temporal=5)
    controller.save()
    assert path.read_text() == "version = 99\ntemporal = 3\n"


def test_settings_are_exported_imported_and_reset_with_a_way_back(window, controller, session, tmp_path):
    page = window.pages["settings"]
    controller.change(light_wrap=42, camera="usb-two")
    page.files.export_to(tmp_path / "out.toml")
    page.reset_button.click()
    assert session.settings == Settings(camera="usb-two")
    window.banner.action.click()
    assert session.settings.light_wrap == 42
    page.files.reset()
    page.files.import_from(tmp_path / "out.toml")
    assert session.settings.light_wrap == 42
    (tmp_path / "odd.toml").write_text("light_wrap = 4000\ntemporal = 7\n")
    page.files.import_from(tmp_path / "odd.toml")
    assert session.settings.temporal == 7
    assert "light_wrap" in window.banner.message.text()
    page.files.import_from(tmp_path / "missing.toml")
    assert "missing.toml" in window.banner.message.text()


def test_a_folder_that_can_not_be_written_is_told(window, controller):
    settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_path().parent.write_text("a file where a folder should be")
    controller.save()
    assert window.banner.isVisible()


def test_starting_with_the_session_writes_and_removes_an_entry(window):
    page = window.pages["settings"]
    page.autostart.click()
    entry = autostart.entry_path()
    assert "--minimized" in entry.read_text()
    assert autostart.enabled()
    page.autostart.click()
    assert not entry.exists()


def test_a_second_launch_raises_the_first(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    first, second = SingleInstance("cyclorama-test"), SingleInstance("cyclorama-test")
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    with qtbot.waitSignal(first.pause_toggled):
        toggle_pause("cyclorama-test")
    first.release()
    with pytest.raises(UsageError, match="no window"):
        toggle_pause("cyclorama-test")
    assert second.claim()
    second.release()


def test_the_app_starts_is_alone_and_ends_cleanly(tmp_path):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "LANG": "C.UTF-8"}
    command = [sys.executable, str(ROOT / "main.py")]
    with running(command, environment) as first:
        until(lambda: any(tmp_path.glob("cyclorama-*")), "the socket of the first launch")
        second = subprocess.run(command, env=environment, timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        paused = subprocess.run([*command, "--toggle-pause"], env=environment, timeout=60, check=False)
        assert paused.returncode == 0
        first.send_signal(signal.SIGTERM)
        _, errors = first.communicate(timeout=30)
    assert first.returncode == 0, errors
    assert settings_path().is_file()
    assert "Traceback" not in errors
    command = [*command, "--toggle-pause"]
    alone = subprocess.run(command, env=environment, timeout=60, capture_output=True, text=True, check=False)
    assert alone.returncode == 2
    assert alone.stderr == "cyclorama: no window of Cyclorama is open: start it first\n"
    assert (Path(os.environ["XDG_DATA_HOME"]) / "cyclorama" / "window.json").is_file()
