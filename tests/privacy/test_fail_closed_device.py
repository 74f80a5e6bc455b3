"""The same faults before a real virtual camera: a program that reads from the device sees no background."""

from __future__ import annotations

import contextlib
import logging
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from engine.core.frame import Image
from engine.core.settings import Background, Settings, SettingsBox
from engine.outputs.virtual_camera.camera import VirtualCamera
from engine.pipeline.pipeline import Job, Pipeline
from engine.pipeline.stages import picture_maker, stage
from tests.shim.device import Device, Shim
from tests.shim.peers import record, recorded
from tests.support.faults import Fault, faulty_components, no_gate
from tests.support.marked_background import MarkedSource, marked_pixels
from tests.support.waiting import until

SIZE = (640, 360)
PICTURE_BYTES = SIZE[0] * SIZE[1] * 3 // 2
PICTURES = 90
"""How many are read for each kind of fault."""


def publish(path: str, kind: str | None, gated: bool, ready: Event, stop: Event) -> int:
    """Runs the live pipeline into a device with faults at every seam; returns how often they struck."""
    logging.disable(logging.CRITICAL)
    stage.FIRST_RETRY_S = stage.LONGEST_RETRY_S = 0.02
    if not gated:
        picture_maker.gate = no_gate
    fault = Fault(kind)
    settings = Settings(background=Background.parse("color:#203040"), width=SIZE[0], height=SIZE[1])
    parts = faulty_components("everywhere", fault)
    job = Job(MarkedSource(SIZE), VirtualCamera(path), live=True, size=SIZE, fps=30.0, parts=parts)
    pipeline = Pipeline(job, SettingsBox(settings))
    pipeline.start()
    until(lambda: pipeline.status.output)
    ready.set()
    stop.wait(60)
    pipeline.stop()
    return fault.count


def received(shim: Shim, device: Device, folder: Path, kind: str | None, *, gated: bool = True):
    """The pictures that a reader got, and how often faults struck."""
    ready, stop, reading, stop_reading = (shim.spawn.Event() for _ in range(4))
    publisher = shim.start(publish, device.path, kind, gated, ready, stop)
    publisher.wait_for(ready)
    reader = shim.start(record, device.path, folder / "read.yuv", reading, stop_reading)
    reader.wait_for(reading)
    _until_received(folder / "read.yuv", PICTURES)
    stop_reading.set()
    reader.result()
    stop.set()
    return [Image.from_i420(frame) for frame in recorded(folder / "read.yuv", SIZE)], publisher.result()


def _until_received(path: Path, pictures: int) -> None:
    until(lambda: path.stat().st_size >= pictures * PICTURE_BYTES, "pictures at the reader")


@pytest.mark.parametrize("kind", ["raise", "memory", "slow"])
def test_faults_everywhere_put_no_background_on_the_device(shim, loopback, tmp_path, kind):
    pictures, strikes = received(shim, loopback, tmp_path, kind)
    assert strikes > 5
    assert [n for n in map(marked_pixels, pictures) if n] == []


def test_without_faults_the_device_shows_the_person_alone(shim, loopback, tmp_path):
    pictures, _ = received(shim, loopback, tmp_path, None)
    assert sum(abs(int(p.planes[0][350, 320]) - 90) <= 12 for p in pictures) > 10
    assert [n for n in map(marked_pixels, pictures) if n] == []


def test_without_the_gate_the_reader_finds_the_background(shim, loopback, tmp_path):
    pictures, _ = received(shim, loopback, tmp_path, "raise", gated=False)
    assert sum(marked_pixels(picture) > 0 for picture in pictures) > 3


def test_a_killed_publisher_leaves_no_background_behind(shim, loopback, tmp_path):
    ready, stop, reading, stop_reading = (shim.spawn.Event() for _ in range(4))
    publisher = shim.start(publish, loopback.path, "raise", True, ready, stop)
    publisher.wait_for(ready)
    reader = shim.start(record, loopback.path, tmp_path / "read.yuv", reading, stop_reading)
    reader.wait_for(reading)
    _until_received(tmp_path / "read.yuv", 30)
    publisher.kill()
    time.sleep(0.5)
    stop_reading.set()
    with contextlib.suppress(TimeoutError):  # it waits for a picture that never comes
        reader.result(5)
    data = (tmp_path / "read.yuv").read_bytes()
    whole = tmp_path / "whole.yuv"
    whole.write_bytes(data[: len(data) // PICTURE_BYTES * PICTURE_BYTES])
    pictures = [Image.from_i420(frame) for frame in recorded(whole, SIZE)]
    assert pictures
    assert [n for n in map(marked_pixels, pictures) if n] == []
