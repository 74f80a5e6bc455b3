"""What the three stages share."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from engine.core.frame import Frame
from engine.core.settings import SettingsBox
from engine.core.slot import Reference
from engine.core.statistics import Stats
from engine.pipeline.stages.controls import ControlsBox


@dataclass(frozen=True, slots=True)
class StreamFormat:
    """Size and rate of the output.

    Attributes:
        size: (width, height) of output frames; None for the source's own.
        fps: Output frames per second; None for the source's own.
    """

    size: tuple[int, int] | None = None
    fps: float | None = None


@dataclass(frozen=True, slots=True)
class StageContext:
    """What the three stages share; each field is written by its one owner and read by all.

    Attributes:
        settings: Written by the session.
        controls: Written by the pipeline.
        format: Written by the pipeline.
        newest: The last frame handed on, None while the source is closed; written by the capture stage.
        stats: Each counter has one writer.
        broken: Set by the first stage that fails for good, so that no half of a file is kept.
        live: Newest wins, the clock paces, failures are recovered from; otherwise every frame goes through, as fast as
            it goes, and the first failure ends the run.
    """

    settings: SettingsBox
    controls: ControlsBox
    format: Reference[StreamFormat]
    newest: Reference[Frame | None]
    stats: Stats
    broken: threading.Event
    live: bool
