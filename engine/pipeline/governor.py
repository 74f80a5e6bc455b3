"""The governor: steps quality down while frames cost more than the machine has, and up again once there is a reserve.

It decides from numbers alone; `load_watch` measures them. What a step changes reaches the stages as settings, so that
they know nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from engine.core.settings import Settings, SettingsBox

WINDOW_S = 0.5
"""Length of one observation."""


class Step(IntEnum):
    """What is given up, in this order; each step keeps what the ones before gave up."""

    FULL = 0
    EVERY_SECOND_PREDICTED = 1
    COARSE_EDGES = 2
    NO_REFINEMENT = 3
    LOWER_RATE = 4


class Reason(StrEnum):
    """Why not everything is done."""

    NONE = ""
    OVERLOAD = "overload"
    BATTERY = "battery"
    HEAT = "heat"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class Load:
    """One observation.

    Attributes:
        inference: Share of the time for which the inference thread was at work, waiting for a processor included.
        composition: The same of the composition thread.
        missed: Share of the captured frames that were never sent.
        on_battery: Whether the machine runs on its battery.
        throttled: Whether the processor is slowed down because of its heat.
    """

    inference: float
    composition: float
    missed: float
    on_battery: bool = False
    throttled: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """When the governor acts.

    Attributes:
        busy: Share of time from which a thread counts as overloaded.
        missed: Share of missed frames that counts as overload.
        fits: Share of time that a thread may need at the step above, as estimated, for going there.
        missed_little: Share of missed frames up to which there is a reserve.
        down_windows: Overloaded observations in a row before a step down.
        up_windows: Observations with a reserve in a row before a step up.
        most_up_windows: The same after steps up that did not last: each doubles it up to this.
        lasting_windows: A step up that is taken back within so many observations did not last.
    """

    busy: float = 0.9
    missed: float = 0.12
    fits: float = 0.7
    missed_little: float = 0.04
    down_windows: int = 2
    up_windows: int = 10
    most_up_windows: int = 120
    lasting_windows: int = 12


_COST_ABOVE = {
    Step.EVERY_SECOND_PREDICTED: (1.8, 1.0),
    Step.COARSE_EDGES: (1.0, 1.2),
    Step.NO_REFINEMENT: (1.0, 1.5),
    Step.LOWER_RATE: (1.25, 1.25),
}
"""Time that inference and composition take one step above, relative to this step; measured at 720p."""


class Governor:
    """Decides the step from one observation after another; used by one thread, read by any.

    Args:
        limits: When it acts.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.step = Step.FULL
        self.reason = Reason.NONE
        self.changes = 0
        """How often the step has changed."""
        self._limits = limits or Limits()
        self._overloaded = self._spare = self._since_up = 0
        self._up_windows = self._limits.up_windows

    def observe(self, load: Load, energy: str) -> None:
        """Takes one observation and steps down or up, one step at most.

        Args:
            load: What was measured.
            energy: The setting: `auto`, `quality` or `saving`.
        """
        limits = self._limits
        floor, why = _floor(load, energy)
        is_overloaded = max(load.inference, load.composition) > limits.busy or load.missed > limits.missed
        self._overloaded = self._overloaded + 1 if is_overloaded else 0
        self._spare = self._spare + 1 if self._has_reserve(load) else 0
        self._since_up += 1
        if self.step < floor:
            self._go(floor)
        elif self._overloaded >= limits.down_windows and self.step < Step.LOWER_RATE:
            if self._since_up <= limits.lasting_windows:
                self._up_windows = min(2 * self._up_windows, limits.most_up_windows)
            self._go(Step(self.step + 1))
        elif self._spare >= self._up_windows and self.step > floor:
            self._go(Step(self.step - 1))
            self._since_up = 0
        elif self._since_up > 4 * limits.most_up_windows:
            self._up_windows = limits.up_windows
        self.reason = Reason.NONE if self.step is Step.FULL else why if self.step == floor else Reason.OVERLOAD

    def _has_reserve(self, load: Load) -> bool:
        inference, composition = _COST_ABOVE.get(self.step, (1.0, 1.0))
        needed = max(load.inference * inference, load.composition * composition)
        return needed <= self._limits.fits and load.missed <= self._limits.missed_little

    def _go(self, step: Step) -> None:
        self.step = step
        self.changes += 1
        self._overloaded = self._spare = 0


def _floor(load: Load, energy: str) -> tuple[Step, Reason]:
    """The step above which the governor does not go, and why."""
    if energy == "saving":
        return Step.COARSE_EDGES, Reason.SAVING
    if energy == "auto" and load.throttled:
        return Step.EVERY_SECOND_PREDICTED, Reason.HEAT
    if energy == "auto" and load.on_battery:
        return Step.EVERY_SECOND_PREDICTED, Reason.BATTERY
    return Step.FULL, Reason.NONE


def stepped(settings: Settings, step: Step) -> Settings:
    """The settings with what a step gives up taken from them."""
    if step is Step.FULL:
        return settings
    return settings.replace(
        power_save=True,
        coarse_edges=step >= Step.COARSE_EDGES,
        refine=settings.refine and step < Step.NO_REFINEMENT,
        lower_rate=step >= Step.LOWER_RATE,
    )


class GovernedSettings(SettingsBox):
    """The settings as the stages see them.

    Args:
        box: Those in force.
        governor: Says what is given up.
    """

    def __init__(self, box: SettingsBox, governor: Governor) -> None:
        self._box = box
        self._governor = governor
        self._known = (box.value, Step.FULL, box.value)

    @property
    def value(self) -> Settings:  # type: ignore[override]
        """The same object as long as neither the settings nor the step change."""
        settings, step = self._box.value, self._governor.step
        known_settings, known_step, result = self._known
        if settings is known_settings and step is known_step:
            return result
        result = stepped(settings, step)
        self._known = settings, step, result
        return result
