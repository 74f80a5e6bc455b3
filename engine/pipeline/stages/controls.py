"""The controls of a live pipeline: publish, pause, freeze, rest and stop, as one value that changes as a whole."""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import dataclass
from typing import Any

from engine.outputs.base import Output


@dataclass(frozen=True, slots=True)
class Controls:
    """What was asked for.

    Attributes:
        output: Where output frames go; None for the preview alone.
        paused: Close the camera and show the fallback frame.
        frozen: Repeat the picture that was shown when this was set.
        resting: The same as paused, because nothing shows the picture.
        stopped: Send nothing any more.
    """

    output: Output | None = None
    paused: bool = False
    frozen: bool = False
    resting: bool = False
    stopped: bool = False

    @property
    def wants_camera(self) -> bool:
        """Whether the camera may be open."""
        return not (self.paused or self.resting or self.stopped)

    def permits(self, output: Output | None) -> bool:
        """Whether a picture with camera pixels may go to an output, None being the preview alone.

        The output that was asked for may differ from the one that is still open: what was stopped gets no more of them.
        """
        return self.wants_camera and output is self.output


class ControlsBox:
    """Holds the controls in force: one reference, swapped whole, so that no thread sees half of a change.

    Args:
        controls: To begin with.
    """

    def __init__(self, controls: Controls) -> None:
        self.value = controls
        self._lock = threading.Lock()

    def change(self, **changes: Any) -> Controls:
        """Changes fields of `Controls` by name; what was stopped stays stopped.

        Returns:
            The controls from now on.
        """
        with self._lock:
            changed = dataclasses.replace(self.value, **changes)
            self.value = dataclasses.replace(changed, stopped=self.value.stopped or changed.stopped)
            return self.value
