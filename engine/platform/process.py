"""This process: its start time, memory, priorities and costs."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from pathlib import Path

from engine.core import clock

# From glibc's malloc.h: M_TRIM_THRESHOLD, M_MMAP_THRESHOLD (32 MiB is the most it takes), M_ARENA_MAX.
_KEEP = {-1: 512 << 20, -3: 32 << 20, -8: 1}

_NICE = 5

_IMPORTED_NS = clock.now_ns()


def started_ns() -> int:
    """`time.monotonic_ns()` at the process's start; at this module's import where the system does not tell."""
    try:
        # proc_pid_stat(5), field 22: start time after boot in clock ticks.
        after_name = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        since_boot_s = int(after_name[19]) / os.sysconf("SC_CLK_TCK")
        age_s = time.clock_gettime(time.CLOCK_BOOTTIME) - since_boot_s
    except (OSError, AttributeError, ValueError, IndexError):
        return _IMPORTED_NS
    return clock.now_ns() - int(age_s * 1e9)


def keep_freed_memory() -> None:
    """Makes glibc keep freed memory; other C libraries are left alone.

    By default glibc returns arrays of a frame's size to the system and asks for them again at each frame; the page
    faults took a third of the time of composing a refined 720p frame.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):
        for option, value in _KEEP.items():
            libc.mallopt(option, value)


def release_freed_memory() -> None:
    """Gives freed memory back to the system, after a large picture; other C libraries than glibc are left alone."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)


def lower_thread_priority() -> None:
    """Lowers the calling thread's priority for good. Linux only: elsewhere a thread has no niceness of its own.

    Only a little lower: while such a thread holds the interpreter's lock, every thread that wants it waits, too.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)


def cpu_s() -> float:
    """Processor seconds used by all threads of the process so far."""
    return time.process_time()


def peak_rss_mb() -> float:
    """The peak resident memory in MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def forbid_core_dumps() -> None:
    """Keeps camera pictures out of core dumps: a crash leaves nothing of the memory on disk.

    The size limit alone is not enough on Linux, where a dump may go to a program such as systemd-coredump, which the
    limit does not bind (core(5)). So the dump is told to leave all memory out, too. The process stays dumpable
    (prctl(2)): xdg-desktop-portal, which the window needs for its pause key and file dialogs, refuses processes whose
    /proc/PID/root it can't read (flatpak/xdg-desktop-portal issues 785 and 2141), and so may PipeWire.
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a kernel without core dumps has no such file
            Path("/proc/self/coredump_filter").write_text("0")
