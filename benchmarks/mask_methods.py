"""What is compared: the bare model, the classic flow fusion, and the engine's own masks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import cv2
import numpy as np

from benchmarks.reference import FlowFusion
from engine.core.frame import F32, U8, Frame
from engine.core.settings import Settings
from engine.matte import EdgeRefiner, MattePipeline
from engine.matte.methods.selection import Method as MattingMethod
from engine.matte.steps import ALL_STEPS, MatteSteps


class Method(Protocol):
    """Makes alphas of the frames of one clip, one after the other."""

    def alpha(self, frame: Frame, small_bgr: U8, raw: F32) -> F32 | U8:
        """Alpha of a frame, of the frame's size, from the network's raw mask float32 [h, w]."""


class Raw:
    """The network's mask, upsampled bilinearly."""

    def alpha(self, frame: Frame, small_bgr: U8, raw: F32) -> F32 | U8:
        """See Method."""
        return np.asarray(cv2.resize(raw, frame.image.size, interpolation=cv2.INTER_LINEAR), np.float32)


class Classic:
    """The flow fusion of PaddleSeg's demo, upsampled bilinearly."""

    def __init__(self) -> None:
        self._fusion = FlowFusion()

    def alpha(self, frame: Frame, small_bgr: U8, raw: F32) -> F32 | U8:
        """See Method."""
        fused = self._fusion.fuse(small_bgr, raw)
        return np.asarray(cv2.resize(fused, frame.image.size, interpolation=cv2.INTER_LINEAR), np.float32)


class Engine:
    """The engine's tracker and edge refiner.

    Args:
        settings: In force for both.
        predict: The network, for the region of interest.
        steps: Which steps are on.
        matting: Decides before the network; without one, the network alone does.
    """

    def __init__(
        self,
        settings: Settings,
        predict: Callable[[U8], F32],
        steps: MatteSteps = ALL_STEPS,
        matting: MattingMethod | None = None,
    ) -> None:
        self._settings = settings
        self._matting = matting
        self._network = predict
        self._tracker = MattePipeline(steps=steps)
        self._refiner = EdgeRefiner(steps=steps)
        self.predictions = 0

    def alpha(self, frame: Frame, small_bgr: U8, raw: F32) -> F32 | U8:
        """See Method; empty where the gate would refuse the mask."""

        def predict(seen: U8) -> F32:
            self.predictions += 1
            return raw if seen is small_bgr else self._network(seen)

        mask = self._tracker.track(frame, small_bgr, predict, self._settings)
        if not mask.plausible:
            return np.zeros(frame.image.size[::-1], np.uint8)
        decision = self._matting.decide(frame, mask, self._settings) if self._matting else None
        mask = decision.applied_to(mask) if decision else mask
        alpha = self._refiner.refine(frame.pyramid, mask, self._settings, decision)
        self._refiner.accept()
        return alpha


Makers = dict[str, Callable[[Callable[[U8], F32]], Method]]

METHODS: Makers = {
    "raw": lambda _predict: Raw(),
    "classic flow": lambda _predict: Classic(),
    "ours": lambda predict: Engine(Settings(), predict),
    "ours, every 2nd": lambda predict: Engine(Settings(power_save=True), predict),
}
"""Constructor of each method, given the network."""


def without(names: Sequence[str]) -> Makers:
    """The bare model, the engine, and the engine without each of some steps, by name.

    Steps of propagated masks show in power saving, so these are compared with that.

    Raises:
        KeyError: A step has no such name.
    """
    methods: Makers = {"raw": METHODS["raw"], "ours": METHODS["ours"]}
    for name in names:
        settings = Settings(power_save=name == "disocclusion")
        if settings.power_save:
            methods["ours, every 2nd"] = METHODS["ours, every 2nd"]
        methods[f"- {name}"] = partial(Engine, settings, steps=ALL_STEPS.without(name))
    return methods
