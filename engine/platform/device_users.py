"""Lists the programs that have a device open. Linux only."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeviceUser:
    """A program that has a device open.

    Attributes:
        pid: Its process.
        program: The process's short name.
        reads: The device is open for reading.
        writes: The device is open for writing.
    """

    pid: int
    program: str
    reads: bool
    writes: bool


def device_users(path: str) -> list[DeviceUser]:
    """Other programs that have a device open, as far as /proc lets this user see them."""
    device = os.path.realpath(path)
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        if int(pid) != os.getpid():
            try:
                found += _device_users_in(int(pid), device)
            except OSError:  # another user's process, or one that just ended
                continue
    return found


def _device_users_in(pid: int, device: str) -> list[DeviceUser]:
    found = []
    for descriptor in os.listdir(f"/proc/{pid}/fd"):
        if os.readlink(f"/proc/{pid}/fd/{descriptor}") == device:
            with open(f"/proc/{pid}/fdinfo/{descriptor}") as file:
                fields = dict(line.split(":", 1) for line in file if ":" in line)
            with open(f"/proc/{pid}/comm", encoding="utf-8", errors="replace") as file:
                program = file.read().strip()
            mode = int(fields["flags"], 8) & os.O_ACCMODE
            found.append(DeviceUser(pid, program, mode != os.O_WRONLY, mode != os.O_RDONLY))
    return found
