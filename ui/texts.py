"""The engine's words in the user's language.

The engine says everything in English. Its errors and findings have a template, such as "{camera} is lost", and the
fields in it; the template is translated and the fields are put in. A text without a translation stays English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from engine.core.errors import EngineError
from engine.core.settings import options
from engine.doctor.check import Check

_REASONS = ("reason", "stage", "what", "error", "problem")
"""Fields that may hold a text of the engine; others hold names, which stay as they are."""


def option_title(name: str) -> str:
    """A setting's title."""
    return engine_text(options()[name].title)


def option_help(name: str) -> str:
    """A setting's help, one sentence."""
    return engine_text(options()[name].help)


def choice_title(choice: str) -> str:
    """A choice of a setting, with a capital."""
    text = engine_text(choice)
    return text[:1].upper() + text[1:]


def engine_text(text: str) -> str:
    """A fixed text of the engine; as it is where there is no translation."""
    return QCoreApplication.translate("Engine", text) if text else ""


def engine_sentence(text: str) -> str:
    """A fixed text as a sentence: its first word, unless it is a name, begins with a capital."""
    return _capitalised(engine_text(text))


def problem_message(message: str, error: EngineError | None) -> str:
    """What is wrong, by the error where there is one."""
    return engine_sentence(message) if error is None else error_message(error)


def problem_hint(hint: str, error: EngineError | None) -> str:
    """What to do about it, by the error where there is one."""
    return engine_sentence(hint) if error is None else error_hint(error)


def error_message(error: EngineError) -> str:
    """What is wrong, in the user's language."""
    return _capitalised(_filled(error.template, error.fields))


def error_hint(error: EngineError) -> str:
    """What to do about it, in the user's language; may be empty."""
    return _capitalised(_filled(error.hint_template, error.fields))


def check_message(check: Check) -> str:
    """What the doctor found, in the user's language."""
    return _capitalised(_filled(check.template, check.fields))


def check_fix(check: Check) -> str:
    """What to do about it, in the user's language; may be empty."""
    return _capitalised(_filled(check.fix_template, check.fields))


def _filled(template: str, fields: Mapping[str, object]) -> str:
    """A template's translation with its fields, of which errors, stages and fixed reasons are translated too."""
    if not fields:
        return engine_text(template)
    return engine_text(template).format_map({name: _field(name, value) for name, value in fields.items()})


def _field(name: str, value: object) -> object:
    if isinstance(value, EngineError):
        return _filled(value.template, value.fields)
    return engine_text(value) if name in _REASONS and isinstance(value, str) else value


def _capitalised(text: str) -> str:
    """Begins with a capital, unless the first word is a name such as v4l2loopback."""
    return text[:1].upper() + text[1:] if re.match(r"[^\W\d_]+([ ,:]|$)", text) else text
