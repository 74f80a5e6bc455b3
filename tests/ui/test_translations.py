"""No text is missing in any language, and none was forgotten in English."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QLabel

from engine.core.errors import CameraError, EngineError, UsageError
from engine.core.settings import Settings
from engine.doctor.check import Check, State
from engine.pipeline.session import State as EngineState
from tests.conftest import ROOT
from ui.texts import check_message, engine_sentence, error_hint, error_message

FOLDER = ROOT / "assets" / "translations"
NAMES = {"bf16", "f16", "f32", "PipeWire", "Chromium", "Chrome", "Firefox", "Secure Boot", "{megabytes} MB"}
SAME = {
    "zh_CN": NAMES | {"0", "90", "180", "270"},
    "de": NAMES | {"0", "90", "180", "270", "Pause", "Problem", "Start", "Zoom"},
    "es": NAMES | {"0", "90", "180", "270", "Zoom", "fps", "{rate} fps"},
}
"""Texts that are the same in a language as in English; Spanish "use" is one as well."""
FIELD = re.compile(r"\{\w+\}|%n")


@pytest.fixture(scope="module")
def update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update_translations", FOLDER / "update.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, text) -> its translations, one or one for each plural; none where unfinished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation.get("type") != "unfinished"
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            found[context.find("name").text, message.find("source").text] = forms if done else []
    return found


@pytest.mark.parametrize("language", ["en", "de", "es", "zh_CN"])
def test_every_text_is_collected_translated_and_compiled(update, language, tmp_path, qapp):
    committed = FOLDER / f"cyclorama_{language}.ts"
    fresh = tmp_path / committed.name
    shutil.copy(committed, fresh)
    update.collect(fresh, language)
    texts = messages(fresh)
    missing = sorted(text for (_, text), forms in texts.items() if not forms or not all(forms))
    assert not missing, "run assets/translations/update.py, translate what is unfinished, and run it again"
    assert texts == messages(committed), "run assets/translations/update.py"
    translator = QTranslator()
    assert translator.load(str(committed.with_suffix(".qm")))
    for (context, text), forms in texts.items():
        assert translator.translate(context, text, None, 1 if "%n" in text else -1) in forms, text


@pytest.mark.parametrize("language", SAME)
def test_no_text_equals_its_english_source_or_loses_a_field(language):
    for (_, text), forms in messages(FOLDER / f"cyclorama_{language}.ts").items():
        for form in forms:
            spanish_use = language == "es" and text.startswith("use ")
            assert form != text or text in SAME[language] or spanish_use, text
            assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(text)), text


@pytest.fixture
def chinese(qapp) -> Iterator[None]:
    from ui.languages import install_language

    translators = install_language(qapp, "zh_CN")
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize("language", SAME)
def test_every_template_takes_its_fields_in_every_language(update, language):
    translated = messages(FOLDER / f"cyclorama_{language}.ts")
    for template in update.templates(ROOT / "engine"):
        fields = dict.fromkeys(re.findall(r"\{(\w+)", template), 0.5)
        assert translated["Engine", template][0].format_map(fields), template


def test_errors_within_errors_and_fixed_reasons_are_translated_and_names_are_not(chinese):
    lost = CameraError("{camera} is disconnected", code="camera-lost", camera="Camera")
    assert error_message(lost) == "Camera 已断开"
    full = EngineError("can't write {path}: {reason}", code="x", path="/a b/c", reason="no space left on device")
    assert error_message(full) == "无法写入 /a b/c：设备上没有剩余空间"
    check = Check("x", State.PROBLEM, "no picture could be sent: {problem}", code="y", problem=full)
    assert check_message(check) == "无法发送画面：无法写入 /a b/c：设备上没有剩余空间"
    with pytest.raises(UsageError) as raised:
        Settings(zoom=900)
    assert error_message(raised.value) == "Zoom 为 900"
    assert error_hint(raised.value) == "请使用 100 到 400"
    unknown = EngineError("an {adjective} sentence", "and a hint", code="z", adjective="unknown")
    assert (error_message(unknown), error_hint(unknown)) == ("An unknown sentence", "And a hint")
    assert error_message(EngineError("a sentence with {braces} and no fields")).endswith("{braces} and no fields")


def test_the_status_is_translated_by_its_error(chinese, window, controller, session):
    lost = CameraError(
        "{camera} is disconnected", "reconnect it or choose another", code="camera-lost", camera="Desk camera"
    )
    session.fallback = True
    session.set_status(state=EngineState.RECOVERING, message=lost.message, hint=lost.hint, error=lost)
    controller.publish(True)
    controller.poll()
    assert controller.notices.current.message == "Desk camera 已断开"
    assert window.actions_bar.detail.text() == "Desk camera 已断开"


@pytest.mark.parametrize(
    "source", ["raise CameraError('a' + b, code='c')", "raise CameraError(f'{a} is lost', code='c')"]
)
def test_a_message_that_cannot_be_read_off_is_an_error(update, source, tmp_path):
    (tmp_path / "module.py").write_text(source)
    with pytest.raises(Exception, match=r"module\.py:1"):
        update.templates(tmp_path)


def test_a_message_begins_with_a_capital_unless_it_begins_with_a_name():
    assert engine_sentence("there is no camera '0'") == "There is no camera '0'"
    assert engine_sentence("v4l2loopback is installed but not loaded") == "v4l2loopback is installed but not loaded"
    assert engine_sentence("/dev/video0 is disconnected") == "/dev/video0 is disconnected"


def test_an_error_in_the_banner_and_a_finding_are_chinese(chinese, controller, qtbot):
    from ui.pages.setup import CheckCard

    controller.tell_error(
        CameraError(
            "{camera} is disconnected", "reconnect it or choose another", code="camera-lost", camera="Desk camera"
        )
    )
    notice = controller.notices.current
    assert (notice.message, notice.hint) == ("Desk camera 已断开", "请重新连接，或选择其他摄像头")
    hint = "connect a camera, or try the demo clip"
    card = CheckCard(Check("Camera", State.WARNING, "no camera was found", hint, code="no-camera"))
    qtbot.addWidget(card)
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert "未找到摄像头" in texts
    assert not [text for text in texts if re.search("[a-z]{3}", text.partition("`")[0])]


def test_the_window_speaks_chinese(chinese, controller, theme, tmp_path):
    from tests.ui.conftest import destroy
    from ui.window import MainWindow

    window = MainWindow(controller, theme, tmp_path, has_tray=False)
    assert window.actions_bar.start.text() == "开始"
    assert window.rail_buttons["settings"].text() == "设置"
    assert QCoreApplication.translate("Engine", "Smoothing") == "平滑"
    window.release()
    destroy(window)
