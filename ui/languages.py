"""The window's languages: one is taken whole or not at all."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from engine.platform.paths import assets_dir

LANGUAGES = {"en": "English", "de": "Deutsch", "es": "Español", "zh_CN": "简体中文"}
"""Every language there is a complete translation for, by its own name."""


def supported(language: str) -> str:
    """The language of ours that a choice stands for: itself, the system's, or English.

    Args:
        language: "system" or a locale's name such as "zh_CN".
    """
    wanted = QLocale.system().uiLanguages() if language == "system" else [language]
    for name in wanted:
        locale = QLocale(name)
        for ours in LANGUAGES:
            own = QLocale(ours)
            if locale.language() is own.language() and locale.script() is own.script():
                return ours
        if language == "system" and locale.language() is not QLocale.Language.C:
            break  # the first choice counts: the second may be a language that is only half understood
    return "en"


def install_language(app: QApplication, language: str) -> list[QTranslator]:
    """Takes a language for every text, Qt's own dialogs included, and its direction.

    Args:
        app: The application.
        language: "system" or a locale's name such as "zh_CN".

    Returns:
        What was installed.
    """
    locale = QLocale(supported(language))
    app.setLayoutDirection(locale.textDirection())
    folders = {
        "cyclorama": str(assets_dir() / "translations"),
        "qtbase": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
    }
    installed = []
    for name, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
