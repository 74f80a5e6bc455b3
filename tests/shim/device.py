"""Plugs imitated video devices in and out, and starts processes that see them.

The devices exist for processes that preload the library built from the C files beside this one; see `device.h`.
"""

from __future__ import annotations

import contextlib
import mmap
import multiprocessing
import multiprocessing.connection
import os
import re
import struct
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = ("device.c", "ioctls.c", "libc.c")
LOOPBACK_DRIVER = "v4l2 loopback"
_SPAWN = multiprocessing.get_context("spawn")
# struct switches of device.h
_UNPLUGGED, _WRITE_ERRNO = 0, 4
_SWITCHES = struct.Struct("=IIII16s32s")


def build(folder: Path) -> Path:
    """Compiles the library into a folder."""
    library = folder / "vcamshim.so"
    command = ["gcc", "-O2", "-fPIC", "-shared", "-Wall", "-Wextra", "-Werror", "-o", str(library), *SOURCES]
    subprocess.run(command, cwd=HERE, check=True)
    return library


class Device:
    """One /dev/videoN; made by `Shim.plug`."""

    def __init__(self, state: Path, number: int, bytes_in_all: int, switches: bytes) -> None:
        self.number = number
        self.path = f"/dev/video{number}"
        self._state = state
        with state.open("wb") as file:
            file.write(switches)
            file.truncate(bytes_in_all)
        with state.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), _SWITCHES.size)

    def fail_writes(self, error: int) -> None:
        """Makes each write fail with an errno; 0 ends it."""
        struct.pack_into("=I", self._memory, _WRITE_ERRNO, error)

    def unplug(self) -> None:
        """Pulls the plug: every call of those who have it open fails with ENODEV, and it can't be opened any more."""
        struct.pack_into("=I", self._memory, _UNPLUGGED, 1)
        self._state.unlink()
        Path(self.path).unlink(missing_ok=True)
        for fifo in self._state.parent.glob(f"read{self.number}.*"):
            with contextlib.suppress(OSError):
                descriptor = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
                os.write(descriptor, b"\0")
                os.close(descriptor)


class Child:
    """A function at work in a process of its own that sees the devices."""

    def __init__(self, function: Callable[..., Any], args: tuple[Any, ...], environment: dict[str, str]) -> None:
        self._results, theirs = _SPAWN.Pipe(duplex=False)
        self.process = _SPAWN.Process(target=_run, args=(function, args, theirs), daemon=True)
        with _environment(environment):
            self.process.start()
        theirs.close()

    def result(self, timeout_s: float = 60) -> Any:
        """What the function returned; raises what it raised."""
        if not self._results.poll(timeout_s):
            self.process.kill()
            raise TimeoutError(f"no answer within {timeout_s} s")
        outcome, failure = self._results.recv()
        self.process.join(timeout_s)
        if failure:
            raise AssertionError(failure)
        return outcome

    def wait_for(self, event: Event, timeout_s: float = 60) -> None:
        """Waits until the function has set an event; raises what it raised before it came to that."""
        deadline = time.monotonic() + timeout_s
        while not event.wait(0.05):
            if self._results.poll():
                raise AssertionError(f"ended before that: {self.result()}")
            assert time.monotonic() < deadline, f"not within {timeout_s} s"

    def kill(self) -> None:
        """SIGKILL: nothing gets closed."""
        self.process.kill()
        self.process.join()


def _run(function: Callable[..., Any], args: tuple[Any, ...], results: multiprocessing.connection.Connection) -> None:
    try:
        results.send((function(*args), None))
    except BaseException:
        results.send((None, traceback.format_exc()))


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


class Shim:
    """A folder of imitated devices.

    Args:
        library: What `build` made.
        folder: An empty folder on a memory file system.
    """

    spawn = _SPAWN
    """The context whose `Event`s may be handed to children."""

    def __init__(self, library: Path, folder: Path) -> None:
        self.folder = folder
        self.environment = {"LD_PRELOAD": str(library), "VCAMSHIM_DIR": str(folder)}
        self._devices: list[Device] = []
        # removes the nodes when its standard input ends, however this process does
        script = 'while read -r node; do nodes="$nodes $node"; done; rm -f $nodes'
        self._guardian = subprocess.Popen(["sh", "-c", script], stdin=subprocess.PIPE, start_new_session=True)

    def plug(
        self,
        number: int | None = None,
        *,
        card: str = "Test Camera",
        driver: str = LOOPBACK_DRIVER,
        exclusive_caps: bool = True,
        forgets_output: bool = False,
    ) -> Device:
        """Plugs a device in, at the first free number unless one is named."""
        if number is None:
            number = next(n for n in range(50, 64) if not (self.folder / f"video{n}").exists() and _is_free(n))
        switches = _SWITCHES.pack(0, 0, exclusive_caps, forgets_output, driver.encode(), card.encode())
        device = Device(self.folder / f"video{number}", number, _shared_bytes(), switches)
        self._devices.append(device)
        return device

    def show(self, device: Device) -> None:
        """Makes the node /dev/videoN, for what lists that folder, scans /proc or watches the node.

        It is an empty plain file: the library answers for it, and unlike a real node it can be opened and watched.

        Raises:
            PermissionError: /dev can't be written here.
        """
        assert self._guardian.stdin
        self._guardian.stdin.write(device.path.encode() + b"\n")
        self._guardian.stdin.flush()
        Path(device.path).touch()

    def start(self, function: Callable[..., Any], *args: Any) -> Child:
        """Runs a module-level function in a process that sees the devices."""
        return Child(function, args, self.environment)

    def call(self, function: Callable[..., Any], *args: Any, timeout_s: float = 60) -> Any:
        """The same, waiting for the result."""
        return self.start(function, *args).result(timeout_s)

    def popen(self, command: list[str], **options: Any) -> subprocess.Popen[Any]:
        """Starts a program that sees the devices."""
        return subprocess.Popen(command, env={**os.environ, **self.environment}, **options)

    def close(self) -> None:
        """Removes every node and device."""
        assert self._guardian.stdin
        self._guardian.stdin.close()
        self._guardian.wait()
        for left in self.folder.iterdir():
            left.unlink()


def _is_free(number: int) -> bool:
    node = Path(f"/dev/video{number}")
    if node.is_file():  # left by a test run that was killed together with its guardian
        with contextlib.suppress(OSError):
            node.unlink()
    return not node.exists()


def _shared_bytes() -> int:
    """sizeof(struct shared), within a page, from the header's numbers."""
    header = (HERE / "device.h").read_text()
    slots = int(re.findall(r"RING_SLOTS (\d+)", header)[0])
    width, height, depth = map(int, re.findall(r"MAX_FRAME_BYTES \((\d+) \* (\d+) \* (\d+)\)", header)[0])
    return slots * (width * height * depth + 16) + 4096
