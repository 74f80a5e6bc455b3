"""The engine's words in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.settings import options


def option_title(name: str) -> str:
    """A setting's title."""
    return engine_text(options()[name].title)


def option_help(name: str) -> str:
    """A setting's help, one sentence."""
    return engine_text(options()[name].help)


def engine_text(text: str) -> str:
    """Any fixed text of the engine; as it is where there is no translation."""
    return QCoreApplication.translate("Engine", text) if text else ""
