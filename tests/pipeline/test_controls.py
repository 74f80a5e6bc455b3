"""Pause, freeze, stop, close, quit, source and profile, in every order and at every moment of the stage's work."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from engine.core.settings import Background
from engine.pipeline.stages.controls import Controls, ControlsBox
from tests.privacy.simulation import Reader, Simulation

WARM_UP = 12
AFTERWARDS = 12


class World(Simulation):
    """No faults; the background is `none`, so that every camera picture is known by `shows_person`.

    Args:
        changes: The controls to use, each at the given one of the moments in which the stage can be interrupted.
    """

    def __init__(self) -> None:
        super().__init__(1)
        self._settings.value = self._settings.value.replace(background=Background.parse("none"))
        self.changes: list[tuple[int, Callable[[World], None]]] = []
        self.moments = 0
        self.permitted = True
        """Whether the person may be seen, by what was asked for so far."""
        self.paused = self.stopped = False
        self.quit = False
        self.wrong: list[str] = []
        self.seen = 0

    def strikes(self, probability: float) -> bool:
        return False

    def meddle(self) -> None:
        self.moments += 1
        for moment, change in self.changes:
            if moment == self.moments:
                change(self)

    def look_at(self, frame, reader) -> None:
        self.tally.frames += 1
        if self.quit:
            self.wrong.append("a picture after the end")
        if not frame.shows_person:
            return
        self.seen += 1
        if self.paused or self.controls.value.resting:
            self.wrong.append("a camera picture while paused")
        if reader is not self.controls.value.output:
            self.wrong.append("a camera picture to an output that was closed")


def pause(world: World) -> None:
    world.controls.change(paused=True)
    world.paused = True


def unpause(world: World) -> None:
    world.paused = False
    world.controls.change(paused=False)


def freeze(world: World) -> None:
    world.controls.change(frozen=True)


def unfreeze(world: World) -> None:
    world.controls.change(frozen=False)


def start(world: World) -> None:
    world.controls.change(output=Reader(world, supports_alpha=False))


def stop(world: World) -> None:
    """As the window's button: the output is closed, and a pause and a freeze end."""
    world.paused = False
    world.controls.change(output=None, paused=False, frozen=False)


def stop_in_steps(world: World) -> None:
    """The same by one call after the other."""
    world.controls.change(output=None)
    unpause(world)
    unfreeze(world)


def source(world: World) -> None:
    world._scene += 1
    world._newest.value = None


def profile(world: World) -> None:
    world._settings.value = world._settings.value.replace(background=Background.parse("color:#203040"))


def close_window(world: World) -> None:
    """The window is hidden, and no program reads the picture."""
    world.controls.change(resting=True)


def quit_program(world: World) -> None:
    world.controls.change(stopped=True)
    world.quit = True


CONTROLS = (pause, unpause, freeze, unfreeze, start, stop, stop_in_steps, source, profile, close_window, quit_program)


def run(*changes: tuple[int, Callable[[World], None]]) -> World:
    world = World()
    world.run(WARM_UP)
    assert world.seen > 3
    begun = world.moments
    world.changes = [(begun + moment, change) for moment, change in changes]
    steps = itertools.count()
    last = begun + max(moment for moment, _ in changes)
    world.run(10**6, until=lambda: (next(steps) > AFTERWARDS and world.moments >= last) or next(steps) > 200)
    return world


def test_the_controls_permit_only_the_output_asked_for():
    one, other = object(), object()
    assert Controls(one).permits(one)
    assert not Controls(one).permits(other)
    assert not Controls(None).permits(one)
    assert Controls(None).permits(None)
    for off in ("paused", "resting", "stopped"):
        assert not Controls(one, **{off: True}).permits(one)
    assert Controls(one, frozen=True).permits(one)


def test_what_was_stopped_stays_stopped():
    box = ControlsBox(Controls())
    box.change(stopped=True)
    assert box.change(stopped=False, paused=True) == Controls(paused=True, stopped=True)


def test_what_was_stopped_while_paused_gets_no_camera_picture():
    """As the window once did: first the output, then the pause; a picture was sent after all, 25 of 25 times."""
    for gap in range(6):
        world = run((1, pause), (4 + gap, stop_in_steps))
        assert world.wrong == []
        assert world.controls.value == Controls()


@pytest.mark.parametrize("moment", range(1, 6))
def test_a_pause_amid_a_step_is_seen_at_once(moment):
    """Neither the output nor the preview gets the picture that was being made."""
    world = World()
    world.run(WARM_UP)
    shown: list[int] = []

    def pause_now(world: World) -> None:
        pause(world)
        assert world.stage.preview is not None
        shown.append(world.stage.preview.seq)

    world.changes = [(world.moments + moment, pause_now)]
    world.run(10**6, until=lambda: bool(shown) and world.stage.preview.seq > shown[0])
    assert world.wrong == []
    assert world.stage.preview is not None
    assert not world.stage.preview.frame.shows_person
    assert world.stage.preview.raw is None


def test_a_frozen_picture_does_not_come_back_after_a_pause():
    world = run((1, freeze), (5, pause), (9, unpause))
    assert world.stage._picture is None
    assert world.controls.value.frozen


def test_freezing_while_paused_shows_nothing_of_before():
    world = run((1, pause), (5, freeze), (9, unpause))
    seen = world.seen
    world.changes = []
    world.run(world.tally.frames + 10)
    assert world.seen == seen


def test_what_is_paused_goes_on():
    world = run((1, pause), (6, unpause))
    seen = world.seen
    world.run(world.tally.frames + 20)
    assert world.seen > seen + 5


@pytest.mark.parametrize("first", CONTROLS, ids=lambda control: control.__name__)
@pytest.mark.parametrize("second", CONTROLS, ids=lambda control: control.__name__)
def test_no_pair_of_controls_shows_the_person_to_whom_it_may_not(first, second):
    for at, gap in itertools.product((1,), (0, 1, 2, 4)):
        world = run((at, first), (at + gap, second))
        assert world.wrong == [], (at, gap)


@pytest.mark.parametrize("third", CONTROLS, ids=lambda control: control.__name__)
@pytest.mark.parametrize("begin", [pause, freeze], ids=lambda control: control.__name__)
def test_nor_do_three(begin, third):
    for second in CONTROLS:
        world = run((1, begin), (3, second), (4, third))
        assert world.wrong == [], second.__name__
