"""What others see, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.state.others_see import OthersSee, Seen
from ui.texts import problem_message

translate = QCoreApplication.translate


_DOTS = {"good": "#4cc38a", "warning": "#ffb020", "heading": "#b9b9c6"}


@dataclass(frozen=True, slots=True)
class SeenTexts:
    """The words for a state.

    Attributes:
        headline: In a few words.
        detail: One sentence.
        role: Of the headline, as `Label` knows them: good, warning or heading.
    """

    headline: str
    detail: str
    role: str = "heading"


def over_picture(seen: OthersSee) -> tuple[str, str]:
    """The words over the picture and the colour of the dot before them; none where the words beneath say it."""
    if seen.picture is Seen.STARTING:
        return "", ""
    texts = seen_texts(seen)
    return texts.headline, _DOTS[texts.role]


def seen_texts(seen: OthersSee) -> SeenTexts:
    """The words for what others see now."""
    if seen.wanted and not seen.on_air:
        if seen.reason:
            return SeenTexts(translate("OthersSee", "Not sending"), problem_message(seen.reason, seen.error), "warning")
        return SeenTexts(
            translate("OthersSee", "Opening the virtual camera…"),
            translate("OthersSee", "You can choose it in your meeting in a moment."),
        )
    return _on_air(seen) if seen.on_air else _off_air(seen)


def _on_air(seen: OthersSee) -> SeenTexts:
    match seen.picture:
        case Seen.PERSON:
            return SeenTexts(
                translate("OthersSee", "On air"),
                translate("OthersSee", "Choose Cyclorama as the camera in your meeting."),
                "good",
            )
        case Seen.UNMASKED:
            detail = translate("OthersSee", "Others see your camera picture unchanged.")
            return SeenTexts(translate("OthersSee", "Your real background is visible"), detail, "warning")
        case Seen.FALLBACK:
            detail = problem_message(seen.reason, seen.error) or translate("OthersSee", "The picture isn't ready.")
            return SeenTexts(translate("OthersSee", "Others see a still picture"), detail, "warning")
        case Seen.FROZEN:
            return SeenTexts(
                translate("OthersSee", "Frozen"), translate("OthersSee", "Others see the last picture."), "warning"
            )
        case Seen.PAUSED:
            return SeenTexts(
                translate("OthersSee", "Paused"),
                translate("OthersSee", "Your camera is off. Others see a still picture."),
                "warning",
            )
        case Seen.ASLEEP:
            return SeenTexts(
                translate("OthersSee", "Waiting"),
                translate("OthersSee", "No program shows the picture, so your camera is off."),
            )
        case Seen.DEMO:
            return SeenTexts(
                translate("OthersSee", "Others see the demo clip"),
                translate("OthersSee", "Choose a camera to be seen yourself."),
                "warning",
            )
        case Seen.STARTING:
            return SeenTexts(
                translate("OthersSee", "Starting…"),
                translate("OthersSee", "Others see a still picture until you are ready."),
            )


def _off_air(seen: OthersSee) -> SeenTexts:
    match seen.picture:
        case Seen.PAUSED:
            return SeenTexts(translate("OthersSee", "Paused"), translate("OthersSee", "Your camera is off."))
        case Seen.FROZEN:
            return SeenTexts(translate("OthersSee", "Frozen"), translate("OthersSee", "Only you see this picture."))
        case Seen.STARTING:
            return SeenTexts(
                translate("OthersSee", "Starting…"), translate("OthersSee", "Opening the camera and loading the model.")
            )
        case Seen.FALLBACK if seen.reason:
            return SeenTexts(translate("OthersSee", "No picture"), problem_message(seen.reason, seen.error), "warning")
        case Seen.FALLBACK:
            return SeenTexts(
                translate("OthersSee", "Only you see this"), translate("OthersSee", "The picture isn't ready.")
            )
        case Seen.UNMASKED:
            return SeenTexts(
                translate("OthersSee", "Only you see this"), translate("OthersSee", "Your real background is visible.")
            )
        case _:
            return SeenTexts(
                translate("OthersSee", "Only you see this"),
                translate("OthersSee", "Press Start to send it to your meeting."),
            )
