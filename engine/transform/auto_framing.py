"""Pans the zoomed picture so that the person's head stays in the upper middle."""

from __future__ import annotations

import numpy as np

from engine.core.persons import PersonState
from engine.core.settings import Settings

HEADROOM = 0.12
"""Where the top of the head is kept, as a part of the shown height."""
_DEAD_BAND = 0.05
"""Deviations up to this part of the shown picture change nothing: breathing moves no frame."""
_SPEED_PER_S = 1.5
"""Of a deviation beyond that, the part that is taken back in a second."""
_LONGEST_STEP_S = 0.1


class AutoFraming:
    """Says where to pan. The inference thread tells it the persons, the capture thread asks."""

    def __init__(self) -> None:
        self._pan = (0.0, 0.0)
        self._seen_ns = 0

    def pan(self, settings: Settings) -> tuple[float, float]:
        """Where to pan, -100..100 each way: to the person's head, or as the settings say."""
        return self._pan if settings.follow else (settings.pan_x, settings.pan_y)

    def see(self, state: PersonState, captured_ns: int, settings: Settings) -> None:
        """Moves on by a step.

        Args:
            state: The persons in the picture as it was shown.
            captured_ns: When that was captured.
            settings: Of them `follow`, `zoom` and `mirror`.
        """
        if not settings.follow or settings.zoom == 100:
            self._pan = (settings.pan_x, settings.pan_y)
            return
        step_s = min((captured_ns - self._seen_ns) / 1e9, _LONGEST_STEP_S)
        self._seen_ns = captured_ns
        deviation = _deviation(state)
        if deviation is None:
            return
        right, down = deviation
        # One shown width is 200 / (zoom - 1) of the pan's range, for the pan spans what the zoom leaves out.
        reach = 200 / (settings.zoom / 100 - 1) * _SPEED_PER_S * step_s
        x, y = self._pan
        x += reach * _beyond(-right if settings.mirror else right)
        y += reach * _beyond(down)
        self._pan = (min(max(x, -100.0), 100.0), min(max(y, -100.0), 100.0))


def _deviation(state: PersonState) -> tuple[float, float] | None:
    """How far the head is right of the middle and below its place, in parts of the picture; None without a person."""
    if not state.persons:
        return None
    height, width = state.sure.shape
    rows = state.sure.sum(axis=1)
    top = int(np.argmax(rows > rows.max() / 8))
    columns = state.sure[top : top + max(height // 3, 1)].sum(axis=0)
    middle = float(columns @ np.arange(width)) / float(columns.sum())
    return (middle + 0.5) / width - 0.5, top / height - HEADROOM


def _beyond(deviation: float) -> float:
    return float(np.sign(deviation)) * max(abs(deviation) - _DEAD_BAND, 0.0)
