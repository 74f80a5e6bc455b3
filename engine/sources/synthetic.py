"""A person whose true alpha is known, moving in front of a background, for tests and measurements."""

from __future__ import annotations

import math

import numpy as np

from engine.core import clock
from engine.core.frame import U8, Frame, Image, PixelFormat
from engine.sources.base import SourceInfo
from engine.sources.playback_clock import MediaClock
from engine.sources.synthetic_person import Placed, draw_background, draw_head, draw_shoulders


class SyntheticSource:
    """Draws head and shoulders that sway apart. The same arguments give the same pictures, on every run.

    Args:
        size: (width, height) in pixels, even.
        fps: Frames per second.
        seconds: Length; None has no end.
        seed: Of the background, the hair and the cloth.
        paced: Give frames at their time, as a camera would.
        background_marker: A (Y, U, V) that every background pixel has, so that a leaked one is found.
    """

    def __init__(
        self,
        size: tuple[int, int] = (1280, 720),
        fps: float = 30.0,
        *,
        seconds: float | None = None,
        seed: int = 0,
        paced: bool = False,
        background_marker: tuple[int, int, int] | None = None,
    ) -> None:
        self._size = size
        self._fps = fps
        self._count = None if seconds is None else round(seconds * fps)
        self._paced = paced
        self._clock = MediaClock(paced=paced)
        self._seq = 0
        width, height = size
        random = np.random.default_rng(seed)
        self._unit = 0.3 * min(height, width)
        self._shoulders = draw_shoulders(self._unit, random)
        self._head = draw_head(self._unit, random)
        if background_marker is None:
            self._background = draw_background(size, random)
        else:
            shapes = ((height, width), (height // 2, width // 2), (height // 2, width // 2))
            self._background = tuple(
                np.full(shape, code, np.uint8) for shape, code in zip(shapes, background_marker, strict=True)
            )

    def open(self) -> SourceInfo:
        """Starts at the first picture; nothing can go wrong."""
        self._clock.restart()
        self._seq = 0
        return SourceInfo("synthetic person", self._size, self._fps, live=self._paced, frames=self._count or 0)

    def read(self) -> Frame | None:
        """The next picture, I420; None at the end or when interrupted."""
        media_ns = round(self._seq * 1e9 / self._fps)
        if self._seq == self._count or not self._clock.wait_until(media_ns):
            return None
        captured_ns = clock.now_ns()
        planes = tuple(plane.copy() for plane in self._background)
        self._paint(self._seq, planes)
        frame = Frame(self._seq, captured_ns, media_ns, Image(PixelFormat.I420, planes))
        self._seq += 1
        return frame

    def true_alpha(self, seq: int) -> U8:
        """The alpha that painted the person of a frame: uint8 [H, W], 255 = person."""
        return self._paint(seq, tuple(np.empty_like(plane) for plane in self._background))

    def interrupt(self) -> None:
        """Ends a wait for a frame's time."""
        self._clock.interrupt()

    def close(self) -> None:
        """Nothing needs closing."""

    def _paint(self, seq: int, planes: tuple[U8, ...]) -> U8:
        """Paints the person of a frame into planes; returns its alpha, uint8 [H, W]."""
        alpha = np.zeros_like(planes[0])
        for part in self._pose(seq / self._fps):
            part.paint(planes, alpha)
        return alpha

    def _pose(self, time_s: float) -> tuple[Placed, Placed]:
        """Shoulders lean slowly; the head rides on them, nods and turns by itself."""
        width, height = self._size
        sway = 0.35 * self._unit * math.sin(2 * math.pi * time_s / 5)
        lean = 3 * math.sin(2 * math.pi * time_s / 5)
        neck = (width / 2 + sway, height - 1.3 * self._unit)
        nod = 0.08 * self._unit * math.sin(2 * math.pi * time_s / 1.7)
        turn = 0.12 * self._unit * math.sin(2 * math.pi * time_s / 2.3)
        head = (neck[0] + turn, neck[1] + nod + 0.05 * self._unit)
        tilt = 9 * math.sin(2 * math.pi * time_s / 3.1)
        return self._shoulders.place(self._size, neck, -lean), self._head.place(self._size, head, tilt)
