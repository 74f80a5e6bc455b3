"""One finding of the doctor."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from engine.core.errors import EngineError


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; nothing needs to be done."""
    WARNING = "warning"
    """It works, but not everywhere."""
    PROBLEM = "problem"
    """It does not work before this is fixed."""


class Check:
    """What the doctor found out about one thing.

    A window translates `template` and `fix_template` by the code and puts the fields into them, as it does with an
    `EngineError`. Everything else shows `message` and `fix`, which are English.

    Args:
        title: What was checked, in a few words, or a device's name.
        state: How bad it is.
        template: What is the case, in one sentence without a full stop, as a format string over `fields`.
        fix_template: What to do about it, in one sentence without a full stop; may be empty.
        code: Names the kind of finding for programs, in lower case with hyphens.
        command: What to run, or the address to open, ready to copy; empty if nothing.
        fields: The values that the two templates name. An `EngineError` stands for its message.
    """

    def __init__(
        self,
        title: str,
        state: State,
        template: str,
        fix_template: str = "",
        *,
        code: str,
        command: str = "",
        **fields: object,
    ) -> None:
        self.title = title
        self.state = state
        self.code = code
        self.template = template
        self.fix_template = fix_template
        self.command = command
        self.fields = fields
        plain = {name: value.message if isinstance(value, EngineError) else value for name, value in fields.items()}
        self.message = template.format_map(plain) if fields else template
        self.fix = fix_template.format_map(plain) if fields else fix_template

    def to_plain(self) -> dict[str, Any]:
        """For JSON: code, title, state, message, fix and command."""
        return {name: getattr(self, name) for name in ("code", "title", "state", "message", "fix", "command")}
