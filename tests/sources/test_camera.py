"""The camera as the app captures it: decoding, choosing, and imitated devices that come, go and hang."""

from __future__ import annotations

import contextlib
import itertools
import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.core.errors import CameraError
from engine.core.frame import U8
from engine.core.settings import Background, BackgroundKind, Settings, SettingsBox
from engine.media.colour_formats import to_i420
from engine.pipeline.pipeline import Job, Pipeline
from engine.sources.camera import OPEN_TIMEOUT_S, CameraSource
from engine.sources.camera_decode import CameraDecoder
from engine.sources.camera_devices import CameraFormat, CameraInfo, choose_format, find_camera, list_cameras
from tests.shim import peers
from tests.shim.device import Device, Shim
from tests.support.waiting import until

SIZE = (320, 240)
FPS = 30


def picture(seed: int, size: tuple[int, int] = SIZE) -> U8:
    """uint8 [H, W, 3] BGR: soft colours, so that chroma's halving loses little."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (6, 8, 3), np.uint8)
    return cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)


def as_jpeg(bgr: U8, sampling: int) -> bytes:
    return cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, 95, cv2.IMWRITE_JPEG_SAMPLING_FACTOR, sampling])[
        1
    ].tobytes()


def as_yuyv(bgr: U8) -> bytes:
    yuv = cv2.merge([to_i420(bgr).planes[0], *(cv2.resize(p, SIZE) for p in to_i420(bgr).planes[1:])])
    packed = np.empty((*bgr.shape[:2], 2), np.uint8)
    packed[..., 0] = yuv[..., 0]
    packed[:, 0::2, 1] = yuv[:, 0::2, 1]
    packed[:, 1::2, 1] = yuv[:, 0::2, 2]
    return packed.tobytes()


JPEG_SAMPLINGS = [
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422,
    cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
]


@pytest.mark.parametrize("sampling", JPEG_SAMPLINGS)
def test_jpeg_becomes_limited_range(sampling: int) -> None:
    bgr = picture(1)
    image = CameraDecoder("MJPG", SIZE).decode(np.frombuffer(as_jpeg(bgr, sampling), np.uint8))
    assert image is not None
    for plane, expected in zip(image.planes, to_i420(bgr).planes, strict=True):
        assert np.abs(plane.astype(int) - expected).mean() < 1.5
        assert abs(plane.mean() - expected.mean()) < 0.5


@pytest.mark.parametrize("fourcc", ["YU12", "NV12", "YUYV"])
def test_raw_buffers_become_the_same_picture(fourcc: str) -> None:
    expected = to_i420(picture(2))
    luma, u, v = expected.planes
    buffers = {
        "YU12": expected.i420_buffer().tobytes(),
        "NV12": luma.tobytes() + cv2.merge([u, v]).tobytes(),
        "YUYV": as_yuyv(picture(2)),
    }
    image = CameraDecoder(fourcc, SIZE).decode(np.frombuffer(buffers[fourcc], np.uint8))
    assert image is not None
    assert (image.planes[0] == luma).all()
    for plane, wanted in zip(image.planes[1:], (u, v), strict=True):
        assert np.abs(plane.astype(int) - wanted).mean() < (2 if fourcc == "YUYV" else 0.01)


@pytest.mark.parametrize("fourcc", ["MJPG", "YUYV", "YU12", "NV12"])
@pytest.mark.parametrize("damage", ["empty", "short", "noise"])
def test_damaged_buffers_are_passed_over(fourcc: str, damage: str) -> None:
    data = {"empty": b"", "short": b"\xff\xd8\xff", "noise": os.urandom(999)}[damage]
    assert CameraDecoder(fourcc, SIZE).decode(np.frombuffer(data, np.uint8)) is None


OFFERS = (
    CameraFormat("YUYV", (640, 480), 30),
    CameraFormat("YUYV", (1280, 720), 10),
    CameraFormat("MJPG", (640, 480), 30),
    CameraFormat("MJPG", (1280, 720), 30),
    CameraFormat("MJPG", (1920, 1080), 30),
    CameraFormat("H264", (1280, 720), 60),
)


@pytest.mark.parametrize(
    ("size", "fps", "preference", "chosen"),
    [
        ((640, 480), 30, "auto", OFFERS[0]),
        ((1280, 720), 30, "auto", OFFERS[3]),
        ((1280, 720), 10, "auto", OFFERS[1]),
        ((1280, 720), 30, "raw", OFFERS[1]),
        ((640, 480), 30, "mjpeg", OFFERS[2]),
        ((3840, 2160), 30, "auto", OFFERS[4]),
        ((800, 600), 30, "auto", OFFERS[3]),
    ],
)
def test_asks_for_what_costs_least_at_the_full_rate(
    size: tuple[int, int], fps: float, preference: str, chosen: CameraFormat
) -> None:
    assert choose_format(OFFERS, size, fps, preference) == chosen


def test_asks_for_nothing_that_is_not_offered() -> None:
    assert choose_format((CameraFormat("H264", (640, 480), 30),), (640, 480), 30, "auto") is None


class Feeder:
    """A process that makes a device look like a camera."""

    def __init__(
        self, shim: Shim, device: Device, fourcc: str, frames: list[bytes], size: tuple[int, int] = SIZE
    ) -> None:
        ready, self._stop = shim.spawn.Event(), shim.spawn.Event()
        self._child = shim.start(peers.feed, device.path, fourcc, size, frames, FPS, ready, self._stop)
        self._child.wait_for(ready)

    def kill(self) -> None:
        self._child.kill()

    def stop(self) -> int:
        self._stop.set()
        return self._child.result()


def capture(camera: str, count: int, size: tuple[int, int] = SIZE) -> tuple[str, str, list[U8], list[int]]:
    source = CameraSource(camera, size, FPS)
    info = source.open()
    frames = [source.read() for _ in range(count)]
    source.close()
    return info.name, info.details, [f.image.i420_buffer() for f in frames], [f.captured_ns for f in frames]


@pytest.mark.parametrize("fourcc", ["MJPG", "YUYV"])
def test_captures_a_camera(shim: Shim, shown_loopback: Device, fourcc: str) -> None:
    encode = as_yuyv if fourcc == "YUYV" else lambda bgr: as_jpeg(bgr, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_422)
    sent = [picture(seed) for seed in range(4)]
    feeder = Feeder(shim, shown_loopback, fourcc, [encode(bgr) for bgr in sent])
    name, details, frames, times_ns = shim.call(capture, "Cyclorama", 12)
    feeder.stop()
    assert name == "Cyclorama"
    assert details == f"{fourcc} 320x240 at 30 fps"
    assert len(frames) == 12
    references = [to_i420(bgr).i420_buffer().astype(int) for bgr in sent]
    assert all(min(np.abs(frame - reference).mean() for reference in references) < 2 for frame in frames)
    assert all(later > earlier for earlier, later in itertools.pairwise(times_ns))


def test_reports_what_was_not_given(shim: Shim, shown_loopback: Device) -> None:
    feeder = Feeder(shim, shown_loopback, "YUYV", [as_yuyv(picture(0))])
    _, details, _, _ = shim.call(capture, shown_loopback.path, 1, (1280, 720))
    feeder.stop()
    assert details == "YUYV 320x240 at 30 fps, not 1280x720 at 30 as asked"


def listed() -> list[CameraInfo]:
    return list_cameras()


def test_lists_cameras_as_they_come_and_go(shim: Shim, shown_loopback: Device) -> None:
    assert shim.call(listed) == []  # no program feeds it
    feeder = Feeder(shim, shown_loopback, "YUYV", [as_yuyv(picture(0))])
    camera = CameraInfo(
        shown_loopback.path, "Cyclorama", shown_loopback.path, True, (CameraFormat("YUYV", SIZE, 30.0),)
    )
    assert shim.call(listed) == [camera]
    shown_loopback.unplug()
    assert shim.call(listed) == []
    feeder.stop()


def hang(path: str, reading: Event) -> tuple[float, float]:
    """Seconds that an interrupted read and the close took on a camera that went silent."""
    source = CameraSource(path, SIZE, FPS)
    source.open()
    reading.set()
    threading.Timer(2, source.interrupt).start()
    frame = source.read()
    while frame is not None:
        began, frame = time.monotonic(), source.read()
    read_s, began = time.monotonic() - began, time.monotonic()
    source.close()
    return read_s, time.monotonic() - began


def test_a_hanging_camera_blocks_nothing(shim: Shim, shown_loopback: Device) -> None:
    feeder = Feeder(shim, shown_loopback, "YUYV", [as_yuyv(picture(0))])
    reading = shim.spawn.Event()
    hanging = shim.start(hang, shown_loopback.path, reading)
    hanging.wait_for(reading)
    feeder.kill()
    read_s, close_s = hanging.result()
    assert read_s < 8  # OpenCV itself waits ten seconds
    assert close_s < 5


def switch(hanging: str, working: str, switched: Event) -> float:
    """Seconds from choosing another camera to its first frame, while the one chosen before hangs in being opened."""
    settings = SettingsBox(Settings(background=Background(BackgroundKind.NONE)))
    pipeline = Pipeline(Job(CameraSource(hanging, SIZE, FPS), None, live=True, size=SIZE, fps=FPS), settings)
    pipeline.start()
    time.sleep(1)
    began = time.monotonic()
    pipeline.use_source(CameraSource(working, SIZE, FPS))
    until(lambda: pipeline.stats().frames_in)
    took_s = time.monotonic() - began
    switched.set()
    until(lambda: sum(each.name == "cyclorama-camera" for each in threading.enumerate()) == 1, "one camera thread")
    frames = pipeline.stats().frames_in
    until(lambda: pipeline.stats().frames_in != frames)
    pipeline.stop()
    return took_s


def test_another_camera_is_not_held_up_by_one_that_hangs_in_being_opened(shim: Shim, shown_loopback: Device) -> None:
    hanging = shim.plug(card="Hanging")
    shim.show(hanging)
    feeders = [Feeder(shim, device, "YUYV", [as_yuyv(picture(0))]) for device in (hanging, shown_loopback)]
    hanging.hang(True)
    switched = shim.spawn.Event()
    child = shim.start(switch, hanging.path, shown_loopback.path, switched)
    child.wait_for(switched)
    hanging.hang(False)
    assert child.result() < OPEN_TIMEOUT_S / 2
    for feeder in feeders:
        feeder.stop()


@pytest.fixture
def by_id(shown_loopback: Device) -> Iterator[Path]:
    """A link in /dev/v4l/by-id as udev makes it."""
    link = Path(f"/dev/v4l/by-id/test-camera-{os.getpid()}")
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(shown_loopback.path)
    yield link
    link.unlink()
    for folder in (link.parent, link.parent.parent):
        with contextlib.suppress(OSError):  # others have links there
            folder.rmdir()


def survive(camera: str, opened: Event, lost: Event, back: Event) -> str:
    """Reads until the camera is lost, then opens the same source again until it is back; returns the error."""
    source = CameraSource(camera, SIZE, FPS)
    source.open()
    try:
        while True:
            source.read()
            opened.set()
    except CameraError as error:
        message = str(error)
    with pytest.raises(CameraError) as raised:
        source.open()
    assert str(raised.value) == message, "it stays lost, under its name"
    lost.set()
    while True:
        try:
            source.open()
            break
        except CameraError:
            time.sleep(0.1)
    assert source.read() is not None
    back.set()
    source.close()
    return message


def test_a_camera_that_is_pulled_out_is_found_again_in_another_port(
    shim: Shim, shown_loopback: Device, by_id: Path
) -> None:
    feeder = Feeder(shim, shown_loopback, "YUYV", [as_yuyv(picture(0))])
    opened, lost, back = (shim.spawn.Event() for _ in range(3))
    survivor = shim.start(survive, str(shown_loopback.number), opened, lost, back)
    survivor.wait_for(opened)
    shown_loopback.unplug()
    feeder.stop()
    survivor.wait_for(lost, 20)
    again = shim.plug(shown_loopback.number + 1, card="Cyclorama")
    shim.show(again)
    by_id.unlink()
    by_id.symlink_to(again.path)
    feeder = Feeder(shim, again, "YUYV", [as_yuyv(picture(0))])
    survivor.wait_for(back, 20)
    assert survivor.result() == "Cyclorama is disconnected: reconnect it or choose another"
    feeder.stop()


def test_auto_takes_the_first_real_camera_and_says_if_there_is_none(shim: Shim) -> None:
    assert shim.call(what_auto_finds) == "no camera connected: connect one"
    virtual, real = shim.plug(card="Cyclorama"), shim.plug(card="Desk camera", driver="uvcvideo")
    shim.show(virtual)
    shim.show(real)
    feeders = [Feeder(shim, device, "YUYV", [as_yuyv(picture(0))]) for device in (virtual, real)]
    assert shim.call(what_auto_finds) == real.path
    for feeder in feeders:
        feeder.stop()


@pytest.mark.parametrize(
    ("camera", "words"),
    [("Nosuch", "there is no camera 'Nosuch'"), ("199", "there is no camera at /dev/video199")],
)
def test_says_what_is_wrong_in_words(camera: str, words: str) -> None:
    with pytest.raises(CameraError, match=words):
        CameraSource(camera, SIZE, FPS).open()


def what_auto_finds() -> str:
    try:
        return str(find_camera("auto").address)
    except CameraError as error:
        return str(error)


def found(*names: str) -> list[CameraInfo]:
    return [find_camera(name) for name in names]


def test_knows_a_camera_by_its_stable_id(shim: Shim, shown_loopback: Device, by_id: Path) -> None:
    feeder = Feeder(shim, shown_loopback, "YUYV", [as_yuyv(picture(0))])
    cameras = shim.call(found, by_id.name, "cyclo", shown_loopback.path, str(shown_loopback.number))
    feeder.stop()
    assert [(camera.id, camera.address) for camera in cameras] == [(by_id.name, shown_loopback.path)] * 4


def test_a_colour_camera_comes_before_infrared_metadata_and_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "/dev/video0": CameraInfo("a", "Integrated IR", "/dev/video0", formats=(CameraFormat("GREY", (640, 360), 30),)),
        "/dev/video1": CameraInfo("b", "Metadata", "/dev/video1"),
        "/dev/video2": CameraInfo("c", "Cyclorama", "/dev/video2", True, (CameraFormat("YUYV", (640, 360), 30),)),
        "/dev/video3": CameraInfo("d", "Integrated", "/dev/video3", formats=(CameraFormat("MJPG", (640, 360), 30),)),
    }
    monkeypatch.setattr("engine.platform.v4l2.device_paths", lambda: list(found))
    monkeypatch.setattr("engine.sources.camera_devices._describe", lambda path, _: found[path])
    assert [camera.id for camera in list_cameras()] == ["d", "a", "b", "c"]
    assert find_camera("auto").id == "d"
    del found["/dev/video3"]
    assert find_camera("auto").id == "a"
