"""A language is taken whole or not at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt

from ui.languages import LANGUAGES, install_language, supported


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (["de-AT", "de"], "de"),
        (["es-MX"], "es"),
        (["zh-CN", "zh-Hans-CN"], "zh_CN"),
        (["zh-TW", "zh-Hant-TW"], "en"),
        (["ar-EG"], "en"),
        (["fr-FR", "de-DE"], "en"),
        (["en-GB"], "en"),
        ([], "en"),
    ],
)
def test_the_systems_first_language_or_english(wanted, taken, monkeypatch):
    class System:
        def uiLanguages(self) -> list[str]:  # noqa: N802  as Qt calls it
            return wanted

    monkeypatch.setattr(QLocale, "system", staticmethod(System))
    assert supported("system") == taken


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chosen_language_is_taken(language):
    assert supported(language) == language


def test_english_text_never_runs_from_right_to_left(qapp):
    before = qapp.layoutDirection()
    translators = install_language(qapp, "ar_EG")
    try:
        assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        qapp.setLayoutDirection(before)
