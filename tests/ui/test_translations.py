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
from tests.conftest import ROOT
from ui.texts import engine_sentence, engine_text

FOLDER = ROOT / "assets" / "translations"
NAMES = {"bf16", "f16", "f32", "PipeWire", "Chromium", "Chrome", "Firefox", "Secure Boot", "{megabytes} MB"}
SAME = {
    "zh_CN": NAMES,
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


def test_every_message_of_the_engine_is_listed(update):
    assert update.MESSAGES.read_text("utf-8").splitlines() == update.templates(ROOT / "engine")


def test_every_message_is_recognised_whatever_stands_in_its_fields(update, chinese):
    translated = messages(FOLDER / "cyclorama_zh_CN.ts")
    for template in update.templates(ROOT / "engine"):
        if re.search(r"\{\w+[!:]", template):
            continue  # its error carries the fields
        fields = {name: f"/tmp/«{name}».mp4" for name in re.findall(r"\{(\w+)\}", template)}
        assert engine_text(template.format(**fields)) == translated["Engine", template][0].format(**fields)


def test_messages_within_messages_are_translated_and_names_are_not(chinese):
    assert engine_text("Camera is lost") == "Camera 已断开"
    assert engine_text("can't write /a b/c: no space left on device") == "无法写入 /a b/c：设备上没有剩余空间"
    within = EngineError("no picture could be sent: there is no /dev/video9", "choose another one")
    assert engine_text(within.message) == "无法发送画面：/dev/video9 不存在"
    with pytest.raises(UsageError) as raised:
        Settings(zoom=900)
    assert (
        engine_text(f"settings ignored: zoom ({raised.value})") == "已忽略的设置：zoom (zoom 为 900: 请使用 100 到 400)"
    )
    assert engine_text("capture failed (out of memory)") == "采集出错（out of memory）"
    assert engine_text("an unknown sentence") == "an unknown sentence"


@pytest.mark.parametrize(
    "source", ["raise CameraError(words[0])", "raise CameraError(unknown)", "raise CameraError('a' + b)"]
)
def test_a_message_that_cannot_be_read_off_is_an_error(update, source, tmp_path):
    (tmp_path / "module.py").write_text(source)
    with pytest.raises(Exception, match=r"module\.py:1"):
        update.templates(tmp_path)


def test_a_message_begins_with_a_capital_unless_it_begins_with_a_name():
    assert engine_sentence("there is no camera '0'") == "There is no camera '0'"
    assert engine_sentence("v4l2loopback is installed but not loaded") == "v4l2loopback is installed but not loaded"
    assert engine_sentence("/dev/video0 is lost") == "/dev/video0 is lost"


def test_an_error_in_the_banner_and_a_finding_are_chinese(chinese, controller, qtbot):
    from ui.pages.setup import CheckCard

    controller.tell_error(CameraError("{camera} is lost", "plug it in again", code="camera-lost", camera="Desk camera"))
    notice = controller.notices.current
    assert (notice.message, notice.hint) == ("Desk camera 已断开", "请重新插入")
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
