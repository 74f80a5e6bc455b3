"""The governor on simulated loads, and what its steps change."""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.core.settings import Settings, SettingsBox
from engine.core.statistics import StageName, Stats
from engine.pipeline import load_watch
from engine.pipeline.governor import GovernedSettings, Governor, Limits, Load, Reason, Step, stepped
from engine.pipeline.load_watch import LoadWatch
from engine.platform.power import PowerState, on_battery, throttled

IDLE = Load(0.2, 0.1, 0.0)
OVERLOAD = Load(1.0, 0.6, 0.3)


@dataclass
class Machine:
    """A machine on which inference and composition share what is left of it.

    Attributes:
        inference: Share of a frame's time that inference takes with everything on and the whole machine.
        composition: The same of composition.
        left: Part of the machine that the pipeline gets.
    """

    inference: float = 0.35
    composition: float = 0.25
    left: float = 1.0

    def load(self, step: Step) -> Load:
        inference = self.inference / self.left * (0.55 if step >= Step.EVERY_SECOND_PREDICTED else 1)
        composition = self.composition / self.left
        composition *= {0: 1, 1: 1, 2: 0.85, 3: 0.55, 4: 0.55}[step]
        if step >= Step.LOWER_RATE:
            inference, composition = inference * 0.8, composition * 0.8
        busiest = max(inference, composition)
        return Load(min(inference, 1), min(composition, 1), max(0.0, 1 - 1 / busiest) if busiest > 1 else 0.0)


def _run(governor: Governor, machine: Machine, windows: int, energy: str = "auto") -> list[Step]:
    steps = []
    for _ in range(windows):
        governor.observe(machine.load(governor.step), energy)
        steps.append(governor.step)
    return steps


def test_a_reserve_keeps_everything() -> None:
    assert set(_run(Governor(), Machine(), 200)) == {Step.FULL}


def test_steps_come_in_order_and_only_after_a_second_each() -> None:
    governor = Governor()
    steps = []
    for _ in range(20):
        governor.observe(OVERLOAD, "auto")
        steps.append(governor.step)
    assert steps[0] is Step.FULL
    assert list(dict.fromkeys(steps)) == list(Step)
    assert all(steps.count(step) >= Limits().down_windows for step in list(Step)[1:])
    assert governor.reason is Reason.OVERLOAD


@pytest.mark.parametrize("left", [0.8, 0.5, 0.36, 0.3, 0.24, 0.2])
def test_stays_on_one_step(left: float) -> None:
    """No flicker: in ten minutes of one load the step changes only on the way to where it stays."""
    governor = Governor()
    steps = _run(governor, Machine(left=left), 1200)
    assert len(set(steps[60:])) <= 2
    last = steps[600:]
    assert sum(one is not other for one, other in itertools.pairwise(last)) <= 2 * len(last) / 60


def test_one_slow_window_changes_nothing() -> None:
    governor = Governor()
    for load in (IDLE, OVERLOAD, IDLE) * 10:
        governor.observe(load, "auto")
    assert governor.changes == 0


def test_everything_comes_back_once_there_is_a_reserve() -> None:
    governor, machine = Governor(), Machine(left=0.24)
    assert _run(governor, machine, 100)[-1] >= Step.EVERY_SECOND_PREDICTED
    machine.left = 1.0
    assert _run(governor, machine, 500)[-1] is Step.FULL
    assert governor.reason is Reason.NONE


def test_a_step_up_that_does_not_last_is_tried_less_and_less_often() -> None:
    governor = Governor()

    def windows_until_up() -> int:
        step, count = governor.step, 0
        while governor.step >= step:
            governor.observe(IDLE, "auto")
            count += 1
        return count

    waits = []
    for _ in range(4):
        while governor.step is Step.FULL:
            governor.observe(OVERLOAD, "auto")
        waits.append(windows_until_up())
    assert waits == sorted(waits)
    assert waits[-1] >= 4 * waits[0]


@pytest.mark.parametrize(
    ("load", "energy", "step", "reason"),
    [
        (Load(0.2, 0.1, 0, on_battery=True), "auto", Step.EVERY_SECOND_PREDICTED, Reason.BATTERY),
        (Load(0.2, 0.1, 0, throttled=True), "auto", Step.EVERY_SECOND_PREDICTED, Reason.HEAT),
        (Load(0.2, 0.1, 0, on_battery=True, throttled=True), "quality", Step.FULL, Reason.NONE),
        (IDLE, "saving", Step.COARSE_EDGES, Reason.SAVING),
    ],
)
def test_energy(load: Load, energy: str, step: Step, reason: Reason) -> None:
    governor = Governor()
    for _ in range(50):
        governor.observe(load, energy)
    assert (governor.step, governor.reason) == (step, reason)


def test_each_step_keeps_what_was_given_up_before() -> None:
    settings = Settings()
    found = [stepped(settings, step) for step in Step]
    assert found[0] is settings
    assert [item.power_save for item in found] == [False, True, True, True, True]
    assert [item.coarse_edges for item in found] == [False, False, True, True, True]
    assert [item.refine for item in found] == [True, True, True, False, False]
    assert [item.lower_rate for item in found] == [False, False, False, False, True]


def test_governed_settings_follow_the_user_and_the_step() -> None:
    box, governor = SettingsBox(Settings()), Governor()
    governed = GovernedSettings(box, governor)
    assert governed.value is box.value
    governor.step = Step.EVERY_SECOND_PREDICTED
    assert governed.value.power_save
    assert governed.value is governed.value
    box.value = Settings(mirror=True)
    assert governed.value.mirror
    assert governed.value.power_save


def test_load_is_measured_from_what_the_stages_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_watch, "WINDOW_S", 0.02)
    monkeypatch.setattr(load_watch, "_WARM_UP_S", 0.0)
    stats, seen, enough = Stats(), [], threading.Event()

    class Listener(Governor):
        def observe(self, load: Load, energy: str) -> None:
            seen.append((load, energy))
            enough.set()

    watch = LoadWatch(stats, SettingsBox(Settings(energy="quality")), Listener(), lambda: PowerState(on_battery=True))
    watch.start()
    while not enough.wait(0.005):
        stats.frames_in += 4
        stats.frames_sent += 3
        stats.busy_ns[StageName.INFERENCE] = stats.busy_ns.get(StageName.INFERENCE, 0) + 10**12
    watch.stop()
    load, energy = seen[0]
    assert energy == "quality"
    assert load.missed == pytest.approx(0.25)
    assert load.inference > 1 > load.composition
    assert load.on_battery


def _supply(folder: Path, **values: str) -> None:
    folder.mkdir(parents=True)
    for name, value in values.items():
        (folder / name).write_text(value + "\n")


def test_battery_of_the_machine_alone_counts(tmp_path: Path) -> None:
    assert not on_battery(tmp_path / "missing")
    _supply(tmp_path / "mouse", type="Battery", scope="Device", status="Discharging")
    assert not on_battery(tmp_path)
    _supply(tmp_path / "BAT0", type="Battery", status="Discharging")
    assert on_battery(tmp_path)
    _supply(tmp_path / "AC", type="Mains", online="1")
    assert not on_battery(tmp_path)


def test_heat_is_a_counter_that_rose(tmp_path: Path) -> None:
    _supply(tmp_path / "cpu0" / "thermal_throttle", core_throttle_count="7")
    assert not throttled(tmp_path)
    (tmp_path / "cpu0" / "thermal_throttle" / "core_throttle_count").write_text("9\n")
    assert throttled(tmp_path)
    assert not throttled(tmp_path)
