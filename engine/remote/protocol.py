"""What a running engine is asked and answers: the words of `ctl`, on one line each way."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any, Final, Protocol

from engine.core.errors import EngineError, UsageError
from engine.core.settings import Background, BackgroundKind, Settings, options

COMMANDS: Final = {
    "background": "background SPEC: none, blur[:0-100], color:#RRGGBB, image:PATH, video:PATH or transparent",
    "camera": "camera INDEX|NAME|PATH: another camera",
    "profile": "profile NAME: the settings kept under a name",
    "pause": "pause: show the fallback frame, the camera off",
    "resume": "resume: end a pause and a freeze",
    "toggle": "toggle: pause, or resume",
    "freeze": "freeze: repeat the last picture",
    "matting": "matting network|green-screen|clean-plate: what finds the person",
    "people": "people everyone|me: who is shown",
    "plate": "plate capture|remember|delete: take a clean plate after a countdown, keep it on the disk, forget it",
    "status": "status: what runs, and how",
}
WITH_ARGUMENT: Final = ("background", "camera", "profile", "matting", "people", "plate")


@dataclass(frozen=True, slots=True)
class RemoteStatus:
    """What a running engine tells of itself.

    Attributes:
        state: As `engine.pipeline.status.State` names it.
        message: What is wrong, in one sentence; empty if nothing is.
        hint: What to do about it.
        background: As `--background` takes it.
        camera: As settings keep it.
        profile: Name of the settings in use; empty for the usual ones.
        paused: Whether the fallback frame is shown on request.
        frozen: Whether the last picture is repeated.
        source: Name of the open source; empty while it is closed.
        output: Name of the open output; empty while nothing is published.
        model: Name of the model in use.
        runtime: Runtime and device in use.
        frames_out: Pictures sent so far.
        plate: Where the clean plate stands: `none`, `countdown`, `capturing` or `ready`.
        plate_message: Why the last capture took none; empty if it did.
    """

    state: str
    message: str
    hint: str
    background: str
    camera: str
    profile: str
    paused: bool
    frozen: bool
    source: str
    output: str
    model: str
    runtime: str
    frames_out: int
    plate: str = "none"
    plate_message: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return dataclasses.asdict(self)


PLATE_WORDS: Final = ("capture", "remember", "delete")


class RemoteTarget(Protocol):
    """What is controlled: the window or a headless run. Its methods may be called from the server's threads."""

    def set_background(self, background: Background) -> None:
        """Puts a background in force."""

    def set_camera(self, camera: str) -> None:
        """Goes on with another camera."""

    def set_profile(self, name: str) -> None:
        """Goes on with the settings kept under a name."""

    def set_option(self, name: str, value: str) -> None:
        """Puts a setting with a few choices in force.

        Args:
            name: `matting` or `people`.
            value: One of its choices.
        """

    def pause(self, on: bool) -> None:
        """Shows the fallback frame, or goes on."""

    def freeze(self, on: bool) -> None:
        """Repeats the last picture, or goes on."""

    def plate(self, word: str) -> None:
        """Takes a clean plate, keeps it on the disk, or forgets it.

        Args:
            word: `capture`, `remember` or `delete`.
        """

    def remote_status(self) -> RemoteStatus:
        """What runs, and how."""


def handle(target: RemoteTarget, line: str) -> dict[str, Any]:
    """Does what a line asks.

    Masking ends only by `background none` in so many words: no other command leads there, a profile included.

    Args:
        target: What is controlled.
        line: A command with its argument, such as "background blur:80".

    Returns:
        `{"ok": true, "status": {…}}`, or `{"ok": false, "error": "…"}`.
    """
    word, _, argument = line.strip().partition(" ")
    argument = argument.strip()
    try:
        _do(target, word, argument)
        return {"ok": True, "status": target.remote_status().as_dict()}
    except EngineError as error:
        return {"ok": False, "error": str(error), "exit_status": error.exit_status}


def check(word: str, argument: str) -> None:
    """Refuses what is no command, before anybody is asked.

    Raises:
        UsageError: It is none, or has an argument too many or too few.
    """
    if word not in COMMANDS:
        raise UsageError(
            "no such command {word!r}", "use {commands}", code="ctl-command", word=word, commands=", ".join(COMMANDS)
        )
    if bool(argument) != (word in WITH_ARGUMENT):
        raise UsageError("write {usage}", code="ctl-argument", usage=COMMANDS[word])


def _do(target: RemoteTarget, word: str, argument: str) -> None:
    check(word, argument)
    match word:
        case "background":
            background = Background.parse(argument)
            if background.path is not None and not background.path.is_file():
                raise UsageError(
                    "no such background file: {path}", "check the name", code="ctl-background", path=background.path
                )
            target.set_background(background)
        case "camera":
            target.set_camera(argument)
        case "profile":
            target.set_profile(argument)
        case "pause":
            target.pause(True)
        case "resume":
            target.pause(False)
            target.freeze(False)
        case "toggle":
            target.pause(not target.remote_status().paused)
        case "freeze":
            target.freeze(True)
        case "matting" | "people":
            if argument not in options()[word].choices:
                raise UsageError("write {usage}", code="ctl-argument", usage=COMMANDS[word])
            target.set_option(word, argument)
        case "plate":
            if argument not in PLATE_WORDS:
                raise UsageError("write {usage}", code="ctl-argument", usage=COMMANDS[word])
            target.plate(argument)


def refuse_unmasked(settings: Settings, current: Settings, name: str) -> None:
    """Refuses settings that end masking where it is on: only `background none` does that.

    Args:
        settings: Those of a profile.
        current: Those in force.
        name: Of the profile.

    Raises:
        UsageError: They would.
    """
    if settings.background.kind is BackgroundKind.NONE and current.background.kind is not BackgroundKind.NONE:
        raise UsageError(
            "the profile {name} would show your real background",
            "choose it in the window, or say `ctl background none`",
            code="ctl-unmasked",
            name=name,
        )


def encoded(answer: dict[str, Any]) -> bytes:
    """An answer as a line of JSON."""
    return json.dumps(answer).encode() + b"\n"
