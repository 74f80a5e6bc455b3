"""Faults before dim, muted and patterned backgrounds, where no colour marks a leak: the whole output is accounted for.

Every pixel that is sent is the replacing background's, or lies where the person was in the last second.
"""

from __future__ import annotations

import dataclasses
import threading
import time

import cv2
import numpy as np
import pytest

from engine.core.clock import now_ns
from engine.core.errors import CameraError
from engine.core.frame import Frame, PixelFormat
from engine.core.settings import Background, Settings, SettingsBox
from engine.matte import MattePipeline
from engine.media.colour_formats import downsample_bgr, to_bgr
from engine.pipeline.pipeline import Job, Pipeline
from engine.pipeline.stages import picture_maker, stage
from engine.privacy import OutputFrame
from engine.sources.base import SourceInfo
from tests.support.faults import Fault, faulty_components, no_gate
from tests.support.low_contrast import MOVING, SIZE, LowContrastScene

MASK_SIZE = (256, 144)
WHITE = Settings(background=Background.parse("color:#ffffff"), width=SIZE[0], height=SIZE[1])
SCENES = tuple(scene for scene in MOVING if scene.name in ("dim-8px", "beige-8px", "stripes-8px", "text, dim-8px"))
INDEXES = (*range(2, 8), *range(6, 2, -1))
"""To and fro: some pixels a frame."""
BAND_PX = 12
"""Of the edge band around where the person was: masks have 256x144 pixels, and their edges are soft."""
FAULTS = 6
PATIENCE_S = 40.0


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "FIRST_RETRY_S", 0.01)
    monkeypatch.setattr(stage, "LONGEST_RETRY_S", 0.02)


class Filmed:
    """A scene's frames with their masks, and where the person ever is."""

    def __init__(self, scene: LowContrastScene) -> None:
        pictures = {index: scene.frame(index) for index in set(INDEXES)}
        self.images = [pictures[index][0] for index in INDEXES]
        self.masks = {
            downsample_bgr(image, MASK_SIZE).tobytes(): cv2.resize(alpha, MASK_SIZE, interpolation=cv2.INTER_AREA)
            for image, alpha in pictures.values()
        }
        union = np.max([alpha for _, alpha in pictures.values()], axis=0)
        side = 2 * BAND_PX + 1
        self.person = cv2.dilate((union > 0).astype(np.uint8), np.ones((side, side), np.uint8)) > 0


class Source:
    """A camera at 30 frames a second."""

    def __init__(self, filmed: Filmed) -> None:
        self._filmed, self._interrupted, self._seq = filmed, threading.Event(), 0

    def open(self) -> SourceInfo:
        self._interrupted.clear()
        return SourceInfo("scene", SIZE, 30.0, True)

    def read(self) -> Frame | None:
        if self._interrupted.wait(1 / 30):
            raise CameraError("interrupted")
        self._seq += 1
        captured_ns = now_ns()
        return Frame(self._seq, captured_ns, captured_ns, self._filmed.images[self._seq % len(INDEXES)])

    def interrupt(self) -> None:
        self._interrupted.set()

    def close(self) -> None:
        pass


class Predictor:
    """Answers the true mask of a frame, and of any other picture that there is no person."""

    model_id, runtime = "scene", "none"

    def __init__(self, filmed: Filmed, fault: Fault) -> None:
        self._filmed, self._fault = filmed, fault

    def input_size(self, frame_size, vertical=False):
        return MASK_SIZE

    def predict(self, small_bgr):
        self._fault()
        mask = self._filmed.masks.get(small_bgr.tobytes())
        return np.zeros(small_bgr.shape[:2], np.float32) if mask is None else mask.copy()

    def close(self):
        pass


class Reader:
    """Counts the pixels of each picture that are neither white nor where the person is."""

    pixel_format = PixelFormat.I420
    supports_alpha = False
    name = "reader"

    def __init__(self, filmed: Filmed) -> None:
        self._filmed = filmed
        self.leaks: list[int] = []
        self.with_person = 0

    def open(self, size, fps) -> None:
        pass

    def send(self, frame: OutputFrame) -> None:
        colour = np.abs(to_bgr(frame.image).astype(np.int16) - 255).max(axis=2) > 24
        self.with_person += bool(colour[300, 320])
        if leaked := int(np.count_nonzero(colour & ~self._filmed.person)):
            self.leaks.append(leaked)

    def close(self) -> None:
        pass

    def abort(self) -> None:
        pass


def run(scene: LowContrastScene, seam: str, kind: str | None) -> tuple[Reader, Fault]:
    filmed, fault = Filmed(scene), Fault(kind)
    reader = Reader(filmed)
    parts = dataclasses.replace(
        faulty_components(seam, fault),
        load=lambda *_: Predictor(filmed, fault if seam == "predict" else Fault(None)),
        tracker=lambda: MattePipeline(use_roi=False),
    )
    pipeline = Pipeline(Job(Source(filmed), reader, live=True, size=SIZE, fps=30.0, parts=parts), SettingsBox(WHITE))
    pipeline.start()
    end_s = time.monotonic() + PATIENCE_S
    while time.monotonic() < end_s and (fault.count < FAULTS or reader.with_person < FAULTS):
        if kind is None and reader.with_person > 20:
            break
        time.sleep(0.05)
    pipeline.stop()
    return reader, fault


@pytest.mark.expected_log("stage failed")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.parametrize(("seam", "kind"), [("predict", "raise"), ("predict", "slow"), ("refine", "memory")])
def test_a_fault_shows_no_background(scene, seam, kind):
    reader, fault = run(scene, seam, kind)
    assert reader.leaks == []
    assert fault.count >= FAULTS
    assert reader.with_person >= FAULTS


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_without_the_gate_it_does(scene, monkeypatch):
    monkeypatch.setattr(picture_maker, "gate", no_gate)
    reader, _ = run(scene, "refine", "raise")
    assert max(reader.leaks) > 10_000
