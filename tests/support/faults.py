"""Parts of the engine with faults in front of them, for the tests that look for leaks."""

from __future__ import annotations

import dataclasses
import itertools
import random
import time

import numpy as np

from engine.compositor.compositor import Compositor
from engine.core.errors import CameraError
from engine.core.settings import Background, Settings
from engine.matte import EdgeRefiner, MattePipeline, MattingSelection, propagate
from engine.matte.methods.key import GreenScreen
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.matte.methods.plate.method import CleanPlate
from engine.matte.methods.plate.plate import Plate
from engine.pipeline.pipeline import Components
from engine.privacy import gate
from tests.support.marked_background import marked_plate, true_mask

NONE = Settings(background=Background.parse("none"))


def no_gate(frame, mask, composite, settings, fallback_frame):
    """Lets everything pass, as the background `none` does."""
    if frame is None:
        return gate(None, None, None, settings, fallback_frame)
    image = composite if composite is not None else frame.image
    return gate(dataclasses.replace(frame, image=image), None, None, NONE, fallback_frame)


class Fault:
    """Raises or stalls at a third of the calls, in no step with what a stage does; counts how often."""

    def __init__(self, kind: str | None) -> None:
        self.kind = kind
        self.count = 0
        self._random = random.Random(1)

    def __call__(self) -> None:
        if self.kind is None or self._random.random() > 1 / 3:
            return
        self.count += 1
        match self.kind:
            case "raise":
                raise RuntimeError("injected")
            case "memory":
                raise MemoryError
            case "death":
                raise SystemExit("injected")  # ends a thread that does not catch it
            case "camera":
                raise CameraError("injected", "plug it in again")
            case "slow":
                time.sleep(0.2)


class KnownPredictor:
    """Answers the true mask of the marked background."""

    runtime = "known"

    def __init__(self, fault: Fault, nan: bool = False, model_id: str = "known") -> None:
        self.model_id = model_id
        self._fault = fault
        self._nan = nan

    def input_size(self, frame_size, vertical=False):
        return 256, 144

    def predict(self, small_bgr):
        self._fault()
        mask = true_mask(small_bgr)
        if self._nan:
            mask[0, 0] = np.nan
        return mask

    def close(self):
        pass


def faulty(cls, method: str, fault: Fault):
    """A part of the engine whose method has the fault in front of it, and leaves its work half done."""

    def build(*args, **kwargs):
        part = cls(*args, **kwargs)
        real = getattr(part, method)

        def call(*args):
            done = real(*args)
            fault()
            return done

        setattr(part, method, call)
        return part

    return build


class FaultyTracker(MattePipeline):
    """Fails after its work; slow where propagation is under test, so that it happens."""

    def __init__(self, fault: Fault, delay_s: float) -> None:
        super().__init__()
        self._fault, self._delay_s = fault, delay_s

    def track(self, frame, small_bgr, predict, settings):
        time.sleep(self._delay_s)
        mask = super().track(frame, small_bgr, predict, settings)
        self._fault()
        return mask


def faulty_components(seam: str, fault: Fault, plate: Plate | None = None) -> Components:
    """The real parts with a known mask and the fault at one seam, or at every one for `everywhere`.

    The clean plate is the marked background, if no other one is given.
    """
    none = Fault(None)

    def at(name: str) -> Fault:
        return fault if seam in (name, "everywhere") else none

    def propagated(mask, small_bgr, seq):
        at("propagate")()
        return propagate(mask, small_bgr, seq)

    loads = itertools.count()

    def load(model, runtime, precision):
        number = next(loads)
        if number:  # the first model loads; it is switching that fails
            at("load")()
        return KnownPredictor(at("predict"), nan=seam == "nan" and number % 2 == 1, model_id=model)

    return Components(
        load=load,
        tracker=lambda: FaultyTracker(at("track"), 0.05 if seam == "propagate" else 0.0),
        propagate=propagated,
        matting=lambda _: MattingSelection(
            PlateKeeper(plate=plate or marked_plate()),
            {
                "green-screen": lambda _: faulty(GreenScreen, "decide", at("decide"))(),
                "clean-plate": faulty(CleanPlate, "decide", at("decide")),
            },
        ),
        refiner=faulty(EdgeRefiner, "refine", at("refine")),
        compositor=lambda wait: faulty(Compositor, "compose", at("compose"))(wait=wait),
    )
