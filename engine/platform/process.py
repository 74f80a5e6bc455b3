"""What this process is and costs."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from pathlib import Path

# From glibc's malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD (32 MiB is the most it takes), M_ARENA_MAX.
_KEEP = {-1: 512 << 20, -3: 32 << 20, -8: 1}

_NICE = 5

_IMPORTED_NS = time.monotonic_ns()


def started_ns() -> int:
    """`time.monotonic_ns()` at which the process started; the import of this module where the system does not say."""
    try:
        # proc_pid_stat(5), field 22: start time after boot in clock ticks.
        after_name = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        since_boot_s = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
        age_s = time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot_s
    except (OSError, AttributeError, ValueError, IndexError):
        return _IMPORTED_NS
    return time.monotonic_ns() - int(age_s * 1e9)


def keep_freed_memory() -> None:
    """Lets the C library keep what is freed, where it is glibc.

    By default it hands arrays of a picture's size back to the system and asks for them again at each frame; touching
    fresh pages took a third of the time of composing a refined 720p frame.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        for option, value in _KEEP.items():
            libc.mallopt(option, value)


def give_way() -> None:
    """Lets the calling thread come after the others where the processor is short; it can't be taken back.

    Linux alone gives each thread a priority of its own; elsewhere nothing changes. Only a little lower, for what waits
    for the interpreter's lock while such a thread holds it waits as long.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def cpu_s() -> float:
    """Processor seconds that all threads of the process used so far."""
    return time.process_time()


def peak_rss_mb() -> float:
    """The most memory that was resident at once, in MiB; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
