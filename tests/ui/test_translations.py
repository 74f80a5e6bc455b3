"""No text is missing in any language, and none was forgotten in English."""

from __future__ import annotations

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from tests.conftest import ROOT

FOLDER = ROOT / "assets" / "translations"
SAME_IN_CHINESE = {"bf16", "f16", "f32", "Unity Capture"}
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


@pytest.mark.parametrize("language", ["en", "zh_CN"])
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


def test_no_chinese_text_equals_its_english_source_or_loses_a_field():
    for (_, text), forms in messages(FOLDER / "cyclorama_zh_CN.ts").items():
        for form in forms:
            assert form != text or text in SAME_IN_CHINESE, text
            assert sorted(FIELD.findall(form)) == sorted(FIELD.findall(text)), text


def test_the_window_speaks_chinese(qapp, controller, theme, tmp_path):
    from tests.ui.conftest import destroy
    from ui.app import install_language
    from ui.window import MainWindow

    translators = install_language(qapp, "zh_CN")
    try:
        window = MainWindow(controller, theme, tmp_path, has_tray=False)
        assert window.transport.start.text() == "开始"
        assert window.rail_buttons["settings"].text() == "设置"
        assert QCoreApplication.translate("Engine", "Smoothing") == "平滑"
        window.release()
        destroy(window)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
