"""The engine's state with its message, as one value that may be read at any moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.core.errors import EngineError
from engine.pipeline.governor import Reason, Step
from engine.sources.base import SourceInfo


class State(StrEnum):
    """The engine's state."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    RESTING = "resting"
    RECOVERING = "recovering"
    FAILED = "failed"
    STOPPING = "stopping"


@dataclass(frozen=True, slots=True)
class Status:
    """The engine's state with its message, as one value.

    Attributes:
        state: In a word.
        message: What is wrong, in one sentence; empty while nothing is.
        hint: What to do about it.
        error: The same with code and fields, for translation; None while nothing is wrong.
        source: What the source turned out to be; None before it was opened.
        model: Name of the model in use.
        runtime: Runtime and device in use.
        output: Name of the open output; empty while nothing is published.
        notice: What the output reports although it works; None if nothing.
        matting_notice: Why the network finds the person although another method was chosen; None where that one does.
        step: What the governor has given up to keep the rate.
        step_reason: Why.
        step_changes: How often the step has changed.
    """

    state: State = State.IDLE
    message: str = ""
    hint: str = ""
    source: SourceInfo | None = None
    model: str = ""
    runtime: str = ""
    output: str = ""
    notice: EngineError | None = None
    matting_notice: EngineError | None = None
    step: Step = Step.FULL
    step_reason: Reason = Reason.NONE
    step_changes: int = 0
    error: EngineError | None = field(default=None, compare=False)
