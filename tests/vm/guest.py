"""The real v4l2loopback and vivid, the kernel's test webcam. `make test-vm` runs this inside the guest, as root."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.compositor.canvas import Canvas
from engine.compositor.fallback_frame import neutral_frame
from engine.core.errors import CameraError
from engine.core.frame import U8, Image, Matrix, PixelFormat
from engine.core.settings import Settings
from engine.doctor.coded_picture import encode
from engine.doctor.self_test import self_test
from engine.outputs.virtual_camera.camera import VirtualCamera
from engine.pipeline.specifications import virtual_camera
from engine.privacy import own_picture
from engine.sources.camera import CameraSource
from engine.sources.camera_devices import list_cameras
from tests.conftest import ROOT
from tests.shim import browser, peers
from tests.shim.device import Child, Shim
from tests.support.waiting import until

CAMERA, LOOPBACK = "/dev/video0", "/dev/video10"
SIZE = (640, 480)
FPS = 10  # the emulated readers are slow, and who is lapped in the middle of a frame has that torn
VIVID = (
    "n_devs=1 vid_cap_nr=0 vid_out_nr=20 vbi_cap_nr=21 vbi_out_nr=22 meta_cap_nr=23 meta_out_nr=24 "
    "node_types=0x1 input_types=0x00 num_inputs=1 no_error_inj=0"
)


def load(module: str, options: str) -> None:
    subprocess.run(["insmod", f"/run/modules/{module}.ko", *options.split()], check=True)


def unload(module: str) -> None:
    """Waits for who still has the device open."""
    until(lambda: subprocess.run(["rmmod", module], stderr=subprocess.DEVNULL, check=False).returncode == 0, 180)


_programs: list[Child | subprocess.Popen[bytes]] = []


def start(function: Callable[..., Any], *args: Any) -> Child:
    """A process of its own, which ends with the test at the latest."""
    child = Child(function, args, {})
    _programs.append(child)
    return child


def end_programs() -> None:
    while _programs:
        _programs.pop().kill()


@pytest.fixture(params=[1], ids=lambda exclusive: f"exclusive_caps={exclusive}")
def loopback(request: pytest.FixtureRequest) -> Iterator[None]:
    load("v4l2loopback", f"video_nr=10 card_label=Cyclorama exclusive_caps={request.param}")
    until(Path(LOOPBACK).exists)
    yield
    end_programs()
    unload("v4l2loopback")


@pytest.fixture
def vivid() -> Iterator[None]:
    load("vivid", VIVID)
    until(Path(CAMERA).exists)
    yield
    end_programs()
    unload("vivid")


def noise(count: int) -> list[Image]:
    rng = np.random.default_rng(0)
    return [Image.from_i420(rng.integers(0, 256, (SIZE[1] * 3 // 2, SIZE[0]), np.uint8)) for _ in range(count)]


@contextlib.contextmanager
def publishing() -> Iterator[None]:
    camera = VirtualCamera(LOOPBACK)
    camera.open(SIZE, FPS)
    frames = itertools.cycle(noise(8))
    camera.send(own_picture(next(frames)))
    stop = threading.Event()

    def send() -> None:
        while not stop.wait(1 / FPS):
            camera.send(own_picture(next(frames)))

    sender = threading.Thread(target=send)
    sender.start()
    try:
        yield
    finally:
        stop.set()
        sender.join()
        camera.close()


def fallback_frame() -> U8:
    """The neutral picture, uint8 [H*3/2, W] I420."""
    return neutral_frame(Canvas(SIZE, PixelFormat.I420, Matrix.BT601)).i420_buffer()


def write_alone(ready: Event) -> None:
    """Sends noise until it is killed."""
    camera = virtual_camera(Settings(), LOOPBACK)
    camera.open(SIZE, FPS)
    for frame in itertools.cycle(noise(8)):
        camera.send(own_picture(frame))
        ready.set()
        time.sleep(1 / FPS)


def read_with_program(command: list[str]) -> list[str]:
    data = subprocess.run(command, stdout=subprocess.PIPE, check=True, timeout=120).stdout
    frame_bytes = SIZE[0] * SIZE[1] * 3 // 2
    return [hashlib.sha1(data[i : i + frame_bytes]).hexdigest() for i in range(0, len(data), frame_bytes)]


READERS: dict[str, Callable[[], list[str]]] = {
    "opencv": lambda: start(peers.read_with_opencv, LOOPBACK, 20).result(120),
    "pyav": lambda: start(peers.read_with_pyav, LOOPBACK, 20).result(120),
    "v4l2-ctl": lambda: read_with_program(
        ["v4l2-ctl", "-d", LOOPBACK, "--stream-mmap", "--stream-count=20", "--stream-to=-"]
    ),
    "ffmpeg": lambda: read_with_program(
        ["ffmpeg", "-v", "error", "-f", "v4l2", "-i", LOOPBACK, "-frames:v", "20", "-f", "rawvideo", "-"]
    ),
}


@pytest.mark.parametrize("reader", READERS)
def test_readers_receive_frames_as_sent(loopback: None, reader: str) -> None:
    sent = {hashlib.sha1(frame.i420_buffer().tobytes()).hexdigest() for frame in noise(8)}
    with publishing():
        received = READERS[reader]()
    exact = sum(digest in sent for digest in received)
    print(f"{reader}: {exact} of {len(received)} exact")
    assert len(received) == 20
    assert exact >= 10  # the driver lets a writer lap a slow reader in the middle of a frame


def test_starts_twenty_times_in_a_row(loopback: None) -> None:
    for _ in range(20):
        camera = VirtualCamera(LOOPBACK)
        camera.open(SIZE, FPS)
        camera.send(own_picture(noise(1)[0]))
        camera.close()


def test_keeps_the_size_that_a_reader_holds(loopback: None, tmp_path: Path) -> None:
    reading, stop = Shim.spawn.Event(), Shim.spawn.Event()
    with publishing():
        reader = start(peers.record, LOOPBACK, tmp_path / "seen.i420", reading, stop)
        reader.wait_for(reading, 120)
    camera = VirtualCamera(LOOPBACK)
    camera.open((1280, 720), FPS)
    assert camera.size == SIZE
    assert "640x480" in str(camera.notice)
    for _ in range(10):
        camera.send(own_picture(Image.empty(Image.from_i420(np.full((1080, 1280), 128, np.uint8)))))
        time.sleep(1 / FPS)
    camera.close()
    reader.kill()


@pytest.mark.parametrize("loopback", [0], indirect=True)
def test_warns_without_exclusive_caps(loopback: None) -> None:
    camera = VirtualCamera(LOOPBACK)
    camera.open(SIZE, FPS)
    camera.close()
    assert "exclusive_caps=1" in str(camera.notice)


def test_the_self_test_reads_its_picture_back(loopback: None) -> None:
    check = self_test(LOOPBACK)
    print(check.message)
    assert check.state == "ok"


def test_knows_who_reads(loopback: None) -> None:
    camera = VirtualCamera(LOOPBACK)
    camera.open(SIZE, FPS)
    frame = noise(1)[0]
    camera.send(own_picture(frame))
    time.sleep(1)
    assert camera.readers.has_reader() is False
    command = ["v4l2-ctl", "-d", LOOPBACK, "--stream-mmap", "--stream-count=1000", "--stream-to=/dev/null"]
    reader = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    woken_s = until(camera.readers.has_reader)
    reader.kill()
    reader.wait()
    print(f"woken {woken_s:.2f} s after the reader's start; driver's event: {camera.readers._usage.descriptor >= 0}")
    until(lambda: camera.readers.has_reader() is False)
    camera.close()


def test_a_killed_writer_leaves_the_fallback_frame(loopback: None, tmp_path: Path) -> None:
    reading, stop = Shim.spawn.Event(), Shim.spawn.Event()
    seen = tmp_path / "seen.i420"
    writing = Shim.spawn.Event()
    writer = start(write_alone, writing)
    writer.wait_for(writing, 120)
    reader = start(peers.record, LOOPBACK, seen, reading, stop)
    reader.wait_for(reading, 120)
    writer.kill()
    killed_bytes = seen.stat().st_size
    until(lambda: seen.stat().st_size > killed_bytes + 3 * SIZE[0] * SIZE[1] * 3 // 2)
    stop.set()
    reader.kill()
    assert (peers.recorded(seen, SIZE)[-1] == fallback_frame()).all()


def test_lists_and_captures_the_camera(vivid: None) -> None:
    camera = next(camera for camera in list_cameras() if camera.address == CAMERA)
    print(camera.name, camera.formats[:3])
    source = CameraSource(camera.name, SIZE, FPS)
    info = source.open()
    print(info.details)
    frames = [source.read() for _ in range(10)]
    source.close()
    assert info.size == SIZE
    assert all(frame is not None and frame.image.size == SIZE for frame in frames)
    assert len({hashlib.sha1(frame.image.planes[0].tobytes()).hexdigest() for frame in frames if frame}) > 1


def inject(control: str, value: int = 1) -> None:
    subprocess.run(["v4l2-ctl", "-d", CAMERA, "-c", f"{control}={value}"], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("fault", ["percentage_of_dropped_buffers", "inject_v4l2_buf_flag_error"])
def test_goes_on_after_passing_faults(vivid: None, fault: str) -> None:
    source = CameraSource(CAMERA, SIZE, FPS)
    source.open()
    inject(fault, 50 if fault.startswith("percentage") else 1)
    assert all(source.read() is not None for _ in range(10))
    source.close()


@pytest.mark.parametrize("fault", ["inject_fatal_streaming_error", "disconnect"])
def test_says_that_the_camera_is_lost(vivid: None, fault: str) -> None:
    source = CameraSource(CAMERA, SIZE, FPS)
    source.open()
    source.read()
    inject(fault)
    with pytest.raises(CameraError):
        _read_on(source)
    source.close()


def test_the_app_survives_the_loss_of_the_camera_and_leaves_the_fallback_frame_when_killed(
    vivid: None, loopback: None, tmp_path: Path
) -> None:
    """End to end: camera, network, compositor, virtual camera, reader; the camera is lost and comes back."""
    said = tmp_path / "said"
    command = [sys.executable, str(ROOT / "main.py"), "run", "--source", f"camera:{CAMERA}", "--sink"]
    command += [f"virtual:{LOOPBACK}", "--background", "color:#00ff00", "--size", "640x480", "--fps", str(FPS)]
    with said.open("wb") as errors:
        app = subprocess.Popen(command, cwd=ROOT, stderr=errors)
    _programs.append(app)
    reading, stop = Shim.spawn.Event(), Shim.spawn.Event()
    seen = tmp_path / "seen.i420"
    until(lambda: _captures(LOOPBACK), 300)
    reader = start(peers.record, LOOPBACK, seen, reading, stop)
    reader.wait_for(reading, 120)
    until(lambda: "running" in said.read_text(), 300)
    before_bytes = seen.stat().st_size
    inject("disconnect")  # vivid comes back as soon as no program holds it
    back_s = until(lambda: "running" in said.read_text().partition("recovering")[2], 180)
    meanwhile = (seen.stat().st_size - before_bytes) / (SIZE[0] * SIZE[1] * 3 // 2)
    time.sleep(2)
    app.kill()
    app.wait(60)
    killed_bytes = seen.stat().st_size
    until(lambda: seen.stat().st_size > killed_bytes + 3 * SIZE[0] * SIZE[1] * 3 // 2)
    stop.set()
    reader.kill()
    frames = peers.recorded(seen, SIZE)
    print(f"running again {back_s:.1f} s after the camera was lost, {meanwhile:.0f} pictures received meanwhile,")
    print(f"{len(frames)} in all")
    assert meanwhile > back_s  # under emulation far fewer than were sent, but the stream went on
    assert (frames[-1] == fallback_frame()).all()


@pytest.mark.parametrize("program", ["QtWebEngine", "chromium", "firefox-esr"])
def test_a_browser_shows_what_is_sent(loopback: None, tmp_path: Path, program: str) -> None:
    if program != "QtWebEngine" and not shutil.which(program):
        pytest.skip(f"needs {program}")
    camera = VirtualCamera(LOOPBACK)
    camera.open(SIZE, FPS)
    stop = threading.Event()

    def send() -> None:
        for code in itertools.count(1):
            camera.send(own_picture(encode(code, SIZE)))
            if stop.wait(1 / FPS):
                return

    sender = threading.Thread(target=send)
    sender.start()
    if program == "QtWebEngine":
        report = start(browser.meet, "Cyclorama", 20, 500).result(520)
    else:
        report = browser.meet_in(program, "Cyclorama", 20, 500, tmp_path)
    stop.set()
    sender.join()
    camera.close()
    assert "error" not in report
    codes = [shown["code"] for shown in report["seen"]]
    readable = [code for code in codes if code is not None]
    print(f"{program}: {len(readable)} of {len(codes)} pictures readable")
    assert len(readable) >= 10
    assert readable == sorted(readable)


def _read_on(source: CameraSource) -> None:
    for _ in range(1000):
        source.read()


def _captures(path: str) -> bool:
    from engine.platform import v4l2

    with v4l2.opened(path) as descriptor:
        return v4l2.query(descriptor).capture
