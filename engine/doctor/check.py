"""What the doctor found out about one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How bad it is."""

    OK = "ok"
    NOTE = "note"
    """Worth knowing; nothing need be done."""
    WARNING = "warning"
    """It works, but not everywhere."""
    PROBLEM = "problem"
    """It does not work before this is fixed."""


@dataclass(frozen=True, slots=True)
class Check:
    """One finding.

    Attributes:
        title: What was looked at, in a few words.
        state: How bad it is.
        message: What is the case, in one sentence.
        fix: What to run or do, ready to copy; empty if nothing.
    """

    title: str
    state: State
    message: str
    fix: str = ""
