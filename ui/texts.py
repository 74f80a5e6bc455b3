"""The engine's words in the person's language.

The engine says everything in English sentences. Fixed ones are translated as they are; one with names and numbers in it
is recognised by its template, such as "{name} is lost", whose fields are put into the translation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter

from PySide6.QtCore import QCoreApplication

from engine.core.errors import EngineError
from engine.core.settings import options
from engine.doctor.check import Check
from engine.platform.paths import assets_dir

_BETWEEN = ("; ", ": ")


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
    """Anything the engine says; as it is where there is no translation."""
    if not text or (fixed := QCoreApplication.translate("Engine", text)) != text:
        return fixed if text else ""
    templates = _templates()
    if QCoreApplication.translate("Engine", templates[0][0]) == templates[0][0]:
        return text  # in English nothing needs to be recognised
    for template, words in templates:
        if all(word in text for word in words) and (match := re.fullmatch(_pattern(template), text, re.DOTALL)):
            fields = {name: _field_text(name, value) for name, value in match.groupdict().items()}
            return QCoreApplication.translate("Engine", template).format(**fields)
    return text


def engine_sentence(text: str) -> str:
    """A message as one reads it in a window: its first word, unless it is a name, begins with a capital."""
    return _capitalised(engine_text(text))


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
    """A template's translation with its fields, of which errors are translated too."""
    if not fields:
        return engine_text(template)
    values = {name: _filled(value.template, value.fields) if isinstance(value, EngineError) else value
              for name, value in fields.items()}  # fmt: skip
    return QCoreApplication.translate("Engine", template).format_map(values)


def _capitalised(text: str) -> str:
    """Begins with a capital, unless the first word is a name such as v4l2loopback."""
    return text[:1].upper() + text[1:] if re.match(r"[^\W\d_]+([ ,:]|$)", text) else text


def _field_text(name: str, value: str) -> str:
    """What stands in a field: a stage, another message, several of them, or a name, which stays."""
    if name == "stage":
        return engine_text(value)
    if " " not in value:
        return value
    translated = engine_text(value)
    if translated != value:
        return translated
    return "".join(
        part if part in _BETWEEN else engine_text(part) for part in re.split(f"({'|'.join(_BETWEEN)})", value)
    )


@cache
def _templates() -> list[tuple[str, list[str]]]:
    """Every message with the words it has of its own, the longest first."""
    listed = (assets_dir() / "translations" / "engine_messages.txt").read_text("utf-8").splitlines()
    words = {text: [literal for literal, *_ in Formatter().parse(text)] for text in listed}
    return sorted(words.items(), key=lambda item: sum(map(len, item[1])), reverse=True)


def _pattern(template: str) -> str:
    parts = Formatter().parse(template)
    return "".join(re.escape(literal) + (f"(?P<{field}>.*?)" if field else "") for literal, field, *_ in parts)
