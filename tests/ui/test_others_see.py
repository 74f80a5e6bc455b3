"""What others see, as one value: every combination that matters, and its words."""

from __future__ import annotations

import pytest

from engine.core.settings import BackgroundKind
from engine.pipeline.session import State, Status
from ui.state.others_see import Mode, Seen, others_see
from ui.widgets.seen_texts import seen_texts

ON = Mode(publishing=True)
BLUR, NONE = BackgroundKind.BLUR, BackgroundKind.NONE


@pytest.mark.parametrize(
    ("state", "mode", "background", "fallback", "picture", "words"),
    [
        (State.RUNNING, ON, BLUR, False, Seen.PERSON, "On air"),
        (State.RUNNING, ON, NONE, False, Seen.UNMASKED, "Your real background is visible"),
        (State.RUNNING, ON, BLUR, True, Seen.FALLBACK, "Others see a still picture"),
        (State.RECOVERING, ON, BLUR, True, Seen.FALLBACK, "Others see a still picture"),
        (State.RECOVERING, ON, NONE, True, Seen.FALLBACK, "Others see a still picture"),
        (State.FAILED, ON, BLUR, False, Seen.FALLBACK, "Others see a still picture"),
        (State.RECOVERING, ON, BLUR, False, Seen.PERSON, "On air"),
        (State.STARTING, ON, BLUR, True, Seen.STARTING, "Starting…"),
        (State.RESTING, ON, BLUR, True, Seen.ASLEEP, "Waiting"),
        (State.RUNNING, Mode(True, on_demo=True), BLUR, False, Seen.DEMO, "Others see the demo clip"),
        (State.RUNNING, Mode(True, on_demo=True), NONE, False, Seen.DEMO, "Others see the demo clip"),
        (State.RUNNING, Mode(True, paused=True), NONE, True, Seen.PAUSED, "Paused"),
        (State.RUNNING, Mode(True, paused=True, frozen=True), BLUR, True, Seen.PAUSED, "Paused"),
        (State.RUNNING, Mode(True, frozen=True, on_demo=True), BLUR, False, Seen.FROZEN, "Frozen"),
        (State.RUNNING, Mode(), BLUR, False, Seen.PERSON, "Only you see this"),
        (State.RUNNING, Mode(frozen=True), BLUR, False, Seen.FROZEN, "Frozen"),
        (State.RUNNING, Mode(paused=True), BLUR, True, Seen.PAUSED, "Paused"),
    ],
)
def test_table(state, mode, background, fallback, picture, words):
    output = "Cyclorama" if mode.publishing else ""
    seen = others_see(Status(state=state, output=output), mode, background, fallback=fallback)
    assert (seen.picture, seen.on_air) == (picture, mode.publishing)
    assert seen_texts(seen).headline == words


def test_only_a_masked_person_on_air_is_green():
    for state in State:
        for mode in (ON, Mode(True, True), Mode(True, False, True), Mode(True, on_demo=True)):
            for background in (BLUR, NONE):
                for fallback in (False, True):
                    seen = others_see(Status(state=state, output="x"), mode, background, fallback=fallback)
                    assert (seen_texts(seen).role == "good") == (seen.picture is Seen.PERSON)


def test_an_output_that_does_not_open_is_not_on_air():
    seen = others_see(Status(state=State.RECOVERING, message="no virtual camera"), ON, BLUR, fallback=False)
    assert not seen.on_air
    assert seen_texts(seen).headline == "Not sending"
    assert seen_texts(seen).detail == "No virtual camera"
