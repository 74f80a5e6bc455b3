"""Frames of your own through the engine into a sink of your own: `python -m examples.library.own_source_and_sink`."""

from __future__ import annotations

import time

import numpy as np

from engine.core.frame import Frame, Image, PixelFormat
from engine.core.settings import Background, Settings, SettingsBox
from engine.pipeline.pipeline import Job, Pipeline
from engine.privacy import OutputFrame
from engine.sources.base import SourceInfo

SIZE, FPS, COUNT = (640, 360), 30.0, 30


class Noise:
    """A source: frames as uint8 [H, W, 3] BGR, from wherever you have them."""

    def __init__(self) -> None:
        self.seq = 0

    def open(self) -> SourceInfo:
        return SourceInfo("noise", SIZE, FPS, live=False, frames=COUNT)

    def read(self) -> Frame | None:
        if self.seq == COUNT:
            return None
        bgr = np.random.default_rng(self.seq).integers(0, 256, (SIZE[1], SIZE[0], 3), np.uint8)
        self.seq += 1
        return Frame(self.seq - 1, time.monotonic_ns(), round(self.seq * 1e9 / FPS), Image.from_bgr(bgr))

    def interrupt(self) -> None: ...
    def close(self) -> None: ...


class Collect:
    """A sink: takes only what the privacy gate let pass."""

    name, pixel_format, supports_alpha = "collect", PixelFormat.BGR, False

    def __init__(self) -> None:
        self.pictures: list[np.ndarray] = []

    def open(self, size: tuple[int, int], fps: float) -> None: ...
    def send(self, frame: OutputFrame) -> None:
        self.pictures.append(frame.image.planes[0].copy())

    def close(self) -> None: ...
    def abort(self) -> None: ...


def main() -> list[np.ndarray]:
    """Replaces the background of every frame by green; returns uint8 [H, W, 3] BGR pictures."""
    sink = Collect()
    settings = Settings(background=Background.parse("color:#00ff00"))
    pipeline = Pipeline(Job(Noise(), sink, live=False), SettingsBox(settings))
    pipeline.start()
    while not pipeline.wait(0.1):
        pass
    pipeline.stop()
    pipeline.raise_failure()
    return sink.pictures


if __name__ == "__main__":
    print(f"{len(main())} pictures")
