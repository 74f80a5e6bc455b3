"""Plugs imitated video devices in and out, and starts processes that see them.

The devices exist for processes that preload the library built from the C files beside this one; see `device.h`.
"""

from __future__ import annotations

import contextlib
import fcntl
import mmap
import multiprocessing
import multiprocessing.connection
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import traceback
import types
from collections.abc import Callable, Iterator
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = ("device.c", "ioctls.c", "libc.c")
LOOPBACK_DRIVER = "v4l2 loopback"
_SPAWN = multiprocessing.get_context("spawn")
# struct switches of device.h
_UNPLUGGED, _WRITE_ERRNO, _HANGS = 0, 4, 16
_NUMBERS = 4
"""So many devices may be plugged in at a time."""
_SWITCHES = struct.Struct("=IIIII16s32s")


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

    def content(self) -> bytes:
        """All that the driver holds, its ring of pictures among it."""
        return self._state.read_bytes()

    def fail_writes(self, error: int) -> None:
        """Makes each write fail with an errno; 0 ends it."""
        struct.pack_into("=I", self._memory, _WRITE_ERRNO, error)

    def hang(self, on: bool) -> None:
        """Makes each opening of it wait until that ends."""
        struct.pack_into("=I", self._memory, _HANGS, on)

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
        with _environment(environment), _nothing_of_main():
            self.process.start()
        theirs.close()

    def result(self, timeout_s: float = 60) -> Any:
        """What the function returned; raises what it raised."""
        if not self._results.poll(timeout_s):
            self.process.kill()
            raise TimeoutError(f"no answer within {timeout_s} s")
        try:
            outcome, failure = self._results.recv()
        except EOFError:
            self.process.join(timeout_s)
            raise AssertionError(f"died with exit status {self.process.exitcode}") from None
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
    outcome: tuple[Any, str | None]
    try:
        outcome = function(*args), None
    except BaseException:
        outcome = None, traceback.format_exc()
    with contextlib.suppress(BrokenPipeError):  # the parent has stopped waiting
        results.send(outcome)


@contextlib.contextmanager
def _nothing_of_main() -> Iterator[None]:
    """Spares a child the import of this process's main module, which is all of pytest."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


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
        self._lock, self._numbers = _reserve_numbers()
        # removes the nodes when its standard input ends, however this process does; holds the numbers until then
        script = 'while read -r node; do nodes="$nodes $node"; done; rm -f $nodes'
        self._guardian = subprocess.Popen(
            ["sh", "-c", script], stdin=subprocess.PIPE, start_new_session=True, pass_fds=[self._lock]
        )

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
            number = next(n for n in self._numbers if not (self.folder / f"video{n}").exists())
        switches = _SWITCHES.pack(0, 0, exclusive_caps, forgets_output, 0, driver.encode(), card.encode())
        return Device(self.folder / f"video{number}", number, _shared_bytes(), switches)

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
        os.close(self._lock)
        for left in self.folder.iterdir():
            left.unlink()


def _reserve_numbers() -> tuple[int, range]:
    """Numbers of devices that no other test run on this machine uses, and the descriptor that keeps them ours."""
    for first in range(40, 100, _NUMBERS):
        path = f"{tempfile.gettempdir()}/vcamshim-{os.getuid()}-{first}.lock"
        lock = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        numbers = range(first, first + _NUMBERS)
        nodes = [Path(f"/dev/video{number}") for number in numbers]
        for node in filter(Path.is_file, nodes):  # left by a run that was killed together with its guardian
            with contextlib.suppress(PermissionError):
                node.unlink()
        if not any(map(Path.exists, nodes)):
            return lock, numbers
        os.close(lock)
    raise RuntimeError("every number for an imitated device is taken")


def _shared_bytes() -> int:
    """sizeof(struct shared), within a page, from the header's numbers."""
    header = (HERE / "device.h").read_text()
    slots = int(re.findall(r"RING_SLOTS (\d+)", header)[0])
    width, height, depth = map(int, re.findall(r"MAX_FRAME_BYTES \((\d+) \* (\d+) \* (\d+)\)", header)[0])
    return slots * (width * height * depth + 16) + 4096
