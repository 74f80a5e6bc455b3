"""Whether a program reads the virtual camera: so that the real one can sleep and wake."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from engine.outputs.virtual_camera.readers import LoopbackReaderWatch, ReaderWatch
from engine.platform.device_users import DeviceUser, device_users
from tests.shim.device import Device
from tests.support.waiting import until

HOLD = "import os, sys, time; os.open(sys.argv[1], int(sys.argv[2])); print('open', flush=True); time.sleep(60)"


def start(path: str, flags: int) -> subprocess.Popen[str]:
    """A program that holds a device open."""
    command = [sys.executable, "-I", "-S", "-c", HOLD, path, str(flags)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    assert program.stdout.readline() == "open\n"
    return program


def end(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


@pytest.fixture
def watch(shown_loopback: Device) -> Iterator[LoopbackReaderWatch]:
    watch = LoopbackReaderWatch(shown_loopback.path, hold_s=0.5)
    yield watch
    watch.close()


def test_names_the_programs_that_have_a_device_open(shown_loopback: Device) -> None:
    reader, writer = start(shown_loopback.path, os.O_RDWR), start(shown_loopback.path, os.O_WRONLY)
    found = {user.pid: user for user in device_users(shown_loopback.path)}
    end(reader)
    end(writer)
    name = os.path.basename(sys.executable)[:15]
    assert found == {
        reader.pid: DeviceUser(reader.pid, name, reads=True, writes=True),
        writer.pid: DeviceUser(writer.pid, name, reads=False, writes=True),
    }


def test_a_reader_wakes_and_its_end_lets_sleep(shown_loopback: Device, watch: LoopbackReaderWatch) -> None:
    time.sleep(0.3)
    assert watch.has_reader() is False
    assert not watch.wait_for_reader(0.05)
    reader = start(shown_loopback.path, os.O_RDONLY)
    assert watch.wait_for_reader(1.5)  # sooner than the next look at /proc: by the event
    end(reader)
    assert watch.has_reader() is True  # held
    until(lambda: not watch.has_reader(), "the reader's end")


def test_a_writer_is_no_reader(shown_loopback: Device, watch: LoopbackReaderWatch) -> None:
    writer = start(shown_loopback.path, os.O_WRONLY)
    time.sleep(0.5)
    assert watch.has_reader() is False
    end(writer)


def test_queries_of_the_device_wake_no_camera(shown_loopback: Device, watch: LoopbackReaderWatch) -> None:
    time.sleep(0.3)
    for _ in range(20):
        os.close(os.open(shown_loopback.path, os.O_RDONLY))
        time.sleep(0.02)
        assert watch.has_reader() is False


def test_a_reader_counts_for_a_while_after_it_left() -> None:
    watch = ReaderWatch(hold_s=0.2)
    assert watch.has_reader() is None
    assert watch.wait_for_reader(0)
    watch.report(False)
    assert watch.has_reader() is False
    watch.report(True)
    watch.report(False)
    assert watch.has_reader() is True
    time.sleep(0.25)
    assert watch.has_reader() is False


def test_an_idle_watch_costs_next_to_nothing(watch: LoopbackReaderWatch) -> None:
    time.sleep(0.5)
    began_s, began_cpu_s = time.monotonic(), time.process_time()
    time.sleep(2.5)
    assert (time.process_time() - began_cpu_s) / (time.monotonic() - began_s) < 0.05
