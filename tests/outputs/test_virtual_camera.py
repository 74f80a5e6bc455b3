"""The virtual camera on the imitated v4l2loopback device: what programs that know nothing of us receive."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import re
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import OutputError
from engine.core.frame import Image
from engine.outputs.virtual_camera.camera import VirtualCamera
from engine.privacy import own_picture
from tests.shim import peers
from tests.shim.device import Child, Device, Shim

SIZE = (640, 480)
FPS = 60


def noise(count: int, size: tuple[int, int] = SIZE) -> list[Image]:
    rng = np.random.default_rng(0)
    width, height = size
    return [Image.from_i420(rng.integers(0, 256, (height * 3 // 2, width), np.uint8)) for _ in range(count)]


def digest(image: Image) -> str:
    return hashlib.sha1(image.i420_buffer().tobytes()).hexdigest()


def publish(target: str, size: tuple[int, int], ready: Event, stop: Event) -> str:
    """Sends noise until told to stop; returns the notice."""
    camera = VirtualCamera(target)
    camera.open(size, FPS)
    frames = noise(8, size)
    count = 0
    while not stop.wait(1 / FPS):
        camera.send(own_picture(frames[count % len(frames)]))
        count += 1
        ready.set()
    camera.close()
    return str(camera.notice or "")


def publish_noise(path: str, ready: Event, stop: Event) -> None:
    publish(path, SIZE, ready, stop)


def start_publisher(shim: Shim, device: Device, size: tuple[int, int] = SIZE) -> tuple[Event, Child]:
    ready, stop = shim.spawn.Event(), shim.spawn.Event()
    publisher = shim.start(publish, device.path, size, ready, stop)
    publisher.wait_for(ready)
    return stop, publisher


@pytest.mark.parametrize("read", [peers.read_with_opencv, peers.read_with_pyav])
def test_readers_receive_every_frame_as_sent(shim: Shim, loopback: Device, read) -> None:
    sent = [digest(image) for image in noise(8)]
    stop, publisher = start_publisher(shim, loopback)
    received = shim.call(read, loopback.path, 30)
    stop.set()
    assert publisher.result() == ""
    order = [sent.index(item) for item in received]
    assert len(order) == 30
    assert all((after - before) % 8 == 1 for before, after in itertools.pairwise(order))


def cycle(path: str, times: int) -> int:
    done = 0
    for _ in range(times):
        camera = VirtualCamera(path)
        camera.open(SIZE, FPS)
        camera.send(own_picture(noise(1)[0]))
        camera.close()
        done += 1
    return done


def test_starts_again_and_again_on_a_driver_that_forgets_output(shim: Shim) -> None:
    device = shim.plug(forgets_output=True)
    assert shim.call(cycle, device.path, 20) == 20


def cycle_bare(path: str) -> None:
    import pyvirtualcam

    for _ in range(2):
        with pyvirtualcam.Camera(*SIZE, FPS, fmt=pyvirtualcam.PixelFormat.I420, device=path) as camera:
            camera.send(noise(1)[0].i420_buffer())


def test_the_imitated_driver_does_forget_output(shim: Shim) -> None:
    """So that the test above means something."""
    device = shim.plug(forgets_output=True)
    with pytest.raises(AssertionError, match="not a video output device"):
        shim.call(cycle_bare, device.path)


def test_a_closed_camera_leaves_no_picture_in_the_driver(shim: Shim, loopback: Device) -> None:
    """Whoever opens the device next reads from the same ring."""

    def left() -> int:
        memory = loopback.content()
        return sum(image.i420_buffer().tobytes() in memory for image in noise(8))

    stop, publisher = start_publisher(shim, loopback)
    shim.call(peers.read_with_opencv, loopback.path, 10)
    assert left() >= 5, "so that the test means something"
    stop.set()
    publisher.result()
    assert left() == 0


def notice_of(path: str) -> str:
    camera = VirtualCamera(path)
    camera.open(SIZE, FPS)
    camera.close()
    return str(camera.notice or "")


def test_says_that_browsers_will_not_list_a_device_without_exclusive_caps(shim: Shim) -> None:
    device = shim.plug(exclusive_caps=False)
    assert "exclusive_caps=1" in shim.call(notice_of, device.path)


@pytest.mark.parametrize("forgets_output", [False, True])
def test_keeps_the_size_that_an_open_reader_holds(shim: Shim, tmp_path: Path, forgets_output: bool) -> None:
    loopback = shim.plug(forgets_output=forgets_output)
    show(shim, loopback)
    stop, publisher = start_publisher(shim, loopback)
    reading, stop_reading = shim.spawn.Event(), shim.spawn.Event()
    reader = shim.start(peers.record, loopback.path, tmp_path / "seen.i420", reading, stop_reading)
    reader.wait_for(reading)
    stop.set()
    publisher.result()
    stop, publisher = start_publisher(shim, loopback, (1280, 720))
    time.sleep(0.5)
    stop.set()
    notice = publisher.result()
    stop_reading.set()
    reader.kill()
    assert "640x480" in notice
    seen = peers.recorded(tmp_path / "seen.i420", SIZE)
    assert seen[-1][:480].max() == 16, "the closed camera leaves black"
    last = next(picture for picture in reversed(seen) if picture[:480].max() > 16)
    # 16:9 into 4:3: black bars of 60 rows above and below, noise between
    assert (last[:60] == 16).all()
    assert (last[420:480] == 16).all()
    assert last[60:420].std() > 20


def send_two_shapes(path: str, ready: Event, upright: Event, stop: Event) -> None:
    """Sends wide pictures, then upright ones, to a device of neither shape."""
    camera = VirtualCamera(path)
    camera.open(SIZE, FPS)
    wide, tall = noise(1, (1280, 720))[0], noise(1, (480, 640))[0]
    while not stop.wait(1 / FPS):
        camera.send(own_picture(tall if upright.is_set() else wide))
        ready.set()
    camera.close()


def test_nothing_of_a_picture_of_another_shape_stays_in_the_bars(shim: Shim, loopback: Device, tmp_path: Path) -> None:
    ready, upright, stop, reading, stop_reading = (shim.spawn.Event() for _ in range(5))
    sender = shim.start(send_two_shapes, loopback.path, ready, upright, stop)
    sender.wait_for(ready)
    reader = shim.start(peers.record, loopback.path, tmp_path / "seen.i420", reading, stop_reading)
    reader.wait_for(reading)
    upright.set()
    time.sleep(0.5)
    stop_reading.set()
    reader.result()
    stop.set()
    sender.result()
    frames = [Image.from_i420(frame) for frame in peers.recorded(tmp_path / "seen.i420", SIZE)]
    assert frames[0].planes[0][60:420].std() > 20
    for plane, black, left in zip(frames[-1].planes, (16, 128, 128), (140, 70, 70), strict=True):
        assert (plane[:, :left] == black).all()
        assert (plane[:, -left:] == black).all()
        assert plane[:, left:-left].std() > 20


def show(shim: Shim, device: Device) -> None:
    try:
        shim.show(device)
    except PermissionError:
        pytest.skip("no right to make a node in /dev")


def open_error(path: str) -> str:
    try:
        VirtualCamera(path).open(SIZE, FPS)
    except OutputError as error:
        return str(error)
    return ""


def write_both_ways(path: str, ready: Event, stop: Event) -> None:
    """Writes as OBS and FFmpeg do: to a descriptor opened for reading, too."""
    descriptor = os.open(path, os.O_RDWR)
    frame = noise(1)[0].i420_buffer().tobytes()
    peers.set_output_format(descriptor, "YU12", SIZE)
    while not stop.wait(1 / FPS):
        os.write(descriptor, frame)
        ready.set()
    os.close(descriptor)


@pytest.mark.parametrize("write", [publish_noise, write_both_ways])
def test_names_a_second_writer(shim: Shim, shown_loopback: Device, write) -> None:
    ready, stop = shim.spawn.Event(), shim.spawn.Event()
    writer = shim.start(write, shown_loopback.path, ready, stop)
    writer.wait_for(ready)
    error = shim.call(open_error, shown_loopback.path)
    stop.set()
    writer.result()
    assert re.search(r"another program \(\S+\) is writing to", error)


def test_says_what_to_install_where_there_is_no_device(shim: Shim) -> None:
    assert "modprobe v4l2loopback" in shim.call(open_error, "/dev/video49")


def sends_until_error(path: str, opened: Event) -> str:
    camera = VirtualCamera(path)
    camera.open(SIZE, FPS)
    frame = noise(1)[0]
    for _ in range(500):
        try:
            camera.send(own_picture(frame))
        except OutputError as error:
            return str(error)
        opened.set()
        time.sleep(1 / FPS)
    return ""


@pytest.mark.parametrize("fault", ["write error", "unplugged"])
def test_notices_that_frames_no_longer_arrive(shim: Shim, loopback: Device, fault: str) -> None:
    opened = shim.spawn.Event()
    sender = shim.start(sends_until_error, loopback.path, opened)
    sender.wait_for(opened)
    if fault == "unplugged":
        loopback.unplug()
    else:
        loopback.fail_writes(errno.EIO)
    assert "can't be written" in sender.result()


def test_a_killed_writer_leaves_the_device_to_the_next(shim: Shim, loopback: Device) -> None:
    _, publisher = start_publisher(shim, loopback)
    publisher.kill()
    assert shim.call(cycle, loopback.path, 1) == 1


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        ("OBS Virtual Camera device not found! Did you install OBS?", "install OBS 26 or newer"),
        ("virtual camera output could not be started", "stop the virtual camera in OBS"),
        ("No camera registered. Did you install any camera?", "Install.bat"),
        ("All cameras are already in use", "close a program that uses one"),
        ("OBS Virtual Camera is not installed in your system. Device not found", "approve the extension"),
        ("Multiple cameras not supported", "close the other one first"),
        ("something new", "`cyclorama doctor` says what is missing"),
    ],
)
def test_says_what_to_do_about_what_other_systems_raise(
    monkeypatch: pytest.MonkeyPatch, raised: str, said: str
) -> None:
    import pyvirtualcam.camera

    class Failing:
        def __init__(self, **_: object) -> None:
            raise RuntimeError(raised)

    monkeypatch.setitem(pyvirtualcam.camera.BACKENDS, "obs", Failing)
    with pytest.raises(OutputError, match=re.escape(said)) as error:
        VirtualCamera("obs").open(SIZE, FPS)
    assert "\n" not in str(error.value)


def test_a_kind_of_another_system_is_named() -> None:
    with pytest.raises(OutputError, match="unitycapture is not for this system"):
        VirtualCamera("unitycapture").open(SIZE, FPS)
