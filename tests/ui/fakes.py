"""A session without devices, model or threads: what the window is driven against in tests."""

from __future__ import annotations

import cv2
import numpy as np

from engine.core.settings import Settings
from engine.core.statistics import StageName, StageStats, StatsSnapshot
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.media.colour_formats import to_i420
from engine.pipeline.session import Preview, State, Status
from engine.privacy import own_picture
from engine.sources.base import SourceInfo


def picture(size: tuple[int, int] = (1280, 720), shade: int = 150) -> np.ndarray:
    """uint8 [H, W, 3] BGR: a gradient with a disc left of the middle, so that mirroring shows."""
    width, height = size
    bgr = np.full((height, width, 3), shade, np.uint8)
    bgr[..., 0] = np.linspace(60, 200, width, dtype=np.uint8)
    cv2.circle(bgr, (width // 4, height // 2), height // 6, (40, 60, 220), -1)
    return bgr


class FakeSession:
    """Records what was asked of it and answers at once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.calls: list[tuple[str, object]] = []
        self.seq = 0
        self.status = Status()
        self._image = to_i420(picture())
        self.source = "camera"
        self.plates = PlateKeeper()
        self.fallback = False
        self._raw = to_i420(picture(shade=40))
        self._alpha = np.zeros((720, 1280), np.uint8)
        self._alpha[:, :640] = 255

    def _did(self, name: str, value: object = None) -> None:
        self.calls.append((name, value))

    def set_status(self, **changes: object) -> None:
        """Changes the status as the engine would."""
        fields = {name: getattr(self.status, name) for name in Status.__dataclass_fields__}
        self.status = Status(**(fields | changes))

    def start(self) -> None:
        self._did("start")
        info = SourceInfo("Fake camera", (1280, 720), 30.0, True)
        self.set_status(
            state=State.RUNNING, source=info, model="portrait_pp_humansegv2_lite_256x144", runtime="openvino:CPU"
        )

    def apply(self, settings: Settings) -> None:
        self._did("apply", settings)
        self.settings = settings

    def publish(self, on: bool) -> None:
        self._did("publish", on)
        self.set_status(output="Cyclorama" if on else "")

    def watch(self, on: bool) -> None:
        self._did("watch", on)

    def pause(self, on: bool) -> None:
        self._did("pause", on)

    def freeze(self, on: bool) -> None:
        self._did("freeze", on)

    def choose_subject(self, x: float, y: float) -> None:
        self._did("choose_subject", (x, y))

    def use_source(self, spec: str) -> None:
        self._did("use_source", spec)

    def stats(self) -> StatsSnapshot:
        stage = StageStats(2.0, 3.0, 1.5)
        stages = dict.fromkeys(StageName, stage)
        return StatsSnapshot(900, 890, 10, 30.0, 29.9, 9.1, 13.2, 0, stages)

    def preview(self) -> Preview | None:
        self.seq += 1
        raw = None if self.fallback else self._raw
        return Preview(frame=own_picture(self._image), seq=self.seq, raw=raw, alpha=self._alpha)

    def stop(self) -> None:
        self._did("stop")
        self.set_status(state=State.IDLE, output="")
