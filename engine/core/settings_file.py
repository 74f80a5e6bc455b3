"""Settings as a TOML file: read with care, written whole or not at all."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from pathlib import Path
from typing import Any

import tomli_w

from engine.core.errors import EngineError, OutputError, UsageError
from engine.core.settings import Background, Fit, Settings, options
from engine.platform.atomic_files import os_reason, write_atomically

VERSION = 1
"""Of the file's form; a file of a newer one is kept as it is and not written over."""


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """Settings read from a file.

    Attributes:
        settings: Valid ones; a value that was missing or damaged has its default.
        problem: What was wrong with the file, in one line; None if nothing was.
        newer: True if a newer version of the program wrote the file: it must not be written over.
    """

    settings: Settings
    problem: EngineError | None = None
    newer: bool = False


def load(path: Path) -> Loaded:
    """Reads settings; whatever the file holds, something valid comes back and nothing is lost.

    A file that is no TOML is set aside as `NAME.broken` beside it.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        problem = EngineError(
            "the settings {path} can't be read ({reason})",
            "defaults apply",
            code="settings-unreadable",
            path=path,
            reason=error.strerror,
        )
        return Loaded(Settings(), problem)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        aside = path.with_name(path.name + ".broken")
        os.replace(path, aside)
        problem = EngineError(
            "the settings were damaged ({reason})",
            "they are kept as {aside}",
            code="settings-damaged",
            reason=error,
            aside=aside,
        )
        return Loaded(Settings(), problem)
    settings, wrong = _from_plain(raw)
    ignored = EngineError(
        "settings ignored: {wrong}", "their defaults apply", code="settings-ignored", wrong="; ".join(wrong)
    )
    version = raw.get("version", VERSION)
    return Loaded(settings, ignored if wrong else None, newer=isinstance(version, int) and version > VERSION)


def save(settings: Settings, path: Path) -> None:
    """Writes settings under their final name only once they are whole on disk.

    Raises:
        OutputError: The folder can't be written or the disk is full; the old file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            "can't make the folder {folder}: {reason}",
            "free some space",
            code="settings-folder-not-made",
            folder=path.parent,
            reason=os_reason(error),
        ) from error
    write_atomically(path, tomli_w.dumps({"version": VERSION} | to_plain(settings)).encode())


def to_plain(settings: Settings) -> dict[str, Any]:
    """Every setting by its name, as TOML's types."""
    plain = {name: getattr(settings, name) for name in options()}
    return plain | {"background": str(settings.background), "fit": str(settings.fit)}


def _from_plain(raw: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Takes each value that is valid by itself; says which were not."""
    settings, wrong = Settings(), []
    for name in options():
        if name not in raw:
            continue
        try:
            settings = settings.replace(**{name: _typed(raw[name], getattr(settings, name))})
        except (UsageError, TypeError, ValueError) as error:
            wrong.append(f"{name} ({error})")
    return settings, wrong


def _typed(value: Any, default: Any) -> Any:
    """The value as the default's type.

    Raises:
        TypeError, ValueError, UsageError: It can't be read as that.
    """
    if isinstance(default, Background):
        return Background.parse(str(value))
    if isinstance(default, Fit):
        return Fit(value)
    if isinstance(default, float) and type(value) is int:
        return float(value)
    if type(value) is not type(default):
        raise TypeError(f"{value!r} is not a {type(default).__name__}")
    return value
