"""Which steps of the matte are on: all in the program, fewer in experiments."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class MatteSteps:
    """The steps that can be switched off, in the order in which they run.

    Attributes:
        reuse: The last mask is reused where nothing has moved.
        roi: The network is shown the region of interest.
        presence: Masks without a person are emptied, and small connected components removed.
        motionless: Components that never move are emptied.
        temporal: The mask is blended with the last one.
        plausibility: Masks that can't be a person's are marked.
        disocclusion: Propagated pixels need evidence.
        history: The edge network is given the last alpha.
        static_regions: Edge cells where nothing has changed keep their alpha.
    """

    reuse: bool = True
    roi: bool = True
    presence: bool = True
    motionless: bool = True
    temporal: bool = True
    plausibility: bool = True
    disocclusion: bool = True
    history: bool = True
    static_regions: bool = True

    def without(self, *names: str) -> MatteSteps:
        """The steps with some switched off.

        Args:
            *names: Of the steps, as `step_names` lists them.

        Raises:
            KeyError: There is no such step.
        """
        known = step_names()
        for name in names:
            if name not in known:
                raise KeyError(name)
        return replace(self, **dict.fromkeys(names, False))


ALL_STEPS = MatteSteps()


def step_names() -> list[str]:
    """Names of the steps, in order."""
    return [field.name for field in fields(MatteSteps)]
