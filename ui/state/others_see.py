"""What the others in a meeting see now, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from engine.core.errors import EngineError
from engine.core.settings import BackgroundKind
from engine.pipeline.session import State, Status


class Seen(StrEnum):
    """The picture that goes out."""

    PERSON = "person"
    """The person in front of the chosen background."""
    FALLBACK = "fallback"
    """A neutral picture or the background alone."""
    UNMASKED = "unmasked"
    """The camera's picture with the real background."""
    FROZEN = "frozen"
    """The last picture, again and again."""
    PAUSED = "paused"
    """A neutral picture; the camera is off."""
    ASLEEP = "asleep"
    """A neutral picture; the camera is off because no program shows it."""
    DEMO = "demo"
    """The demo clip."""
    STARTING = "starting"
    """A neutral picture until camera and model are ready."""


@dataclass(frozen=True, slots=True)
class OthersSee:
    """What goes out, and whether anything does.

    Attributes:
        picture: What the output shows, or would show.
        on_air: The virtual camera is open.
        wanted: The virtual camera was asked for.
        reason: Why a fallback is shown, or why the virtual camera isn't open; may be empty.
        error: The same with code and fields, for translation.
    """

    picture: Seen = Seen.STARTING
    on_air: bool = False
    wanted: bool = False
    reason: str = ""
    error: EngineError | None = field(default=None, compare=False)

    @property
    def safe(self) -> bool:
        """Whether the picture is the one that was asked for."""
        return self.picture not in (Seen.UNMASKED, Seen.FALLBACK, Seen.DEMO)


@dataclass(frozen=True, slots=True)
class Mode:
    """What the user switched on."""

    publishing: bool = False
    paused: bool = False
    frozen: bool = False
    on_demo: bool = False


def others_see(status: Status, mode: Mode, background: BackgroundKind, *, fallback: bool) -> OthersSee:
    """Derives what others see.

    Args:
        status: The engine's.
        mode: What the user switched on.
        background: In force.
        fallback: Whether the newest output frame was a fallback frame.
    """
    return OthersSee(_picture(status, mode, background, fallback), mode.publishing and bool(status.output),
                     mode.publishing, status.message, status.error)  # fmt: skip


def _picture(status: Status, mode: Mode, background: BackgroundKind, fallback: bool) -> Seen:
    if mode.paused:
        return Seen.PAUSED
    if mode.frozen:
        return Seen.FROZEN
    if status.state is State.RESTING:
        return Seen.ASLEEP
    if status.state in (State.IDLE, State.STARTING):
        return Seen.STARTING
    if fallback or status.state is State.FAILED:
        return Seen.FALLBACK
    if mode.on_demo:
        return Seen.DEMO
    return Seen.UNMASKED if background is BackgroundKind.NONE else Seen.PERSON
