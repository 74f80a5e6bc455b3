"""Half an hour of sending: does memory stay flat, and do received frames keep up with the clock?

The app runs between two imitated devices (`tests/shim`): a camera that shows a person beside the time, and a virtual
camera that another program reads.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil

from benchmarks.clips import FPS
from benchmarks.processes import ROOT
from benchmarks.sending import film, watch
from engine.platform.device_users import device_users
from tests.shim.device import Device, Shim, build

FIRST_S, LAST_S = 120.0, 1800.0
INCREASE_LIMIT_MB = 5.0
DRIFT_LIMIT_MS = 1000 / FPS
"""Drift of a frame's age: less than one frame more or less is queued."""
WINDOW_S = 60.0
SAMPLES = 5
SIZE = (1280, 720)


def main() -> int:
    """Runs the app; fails if memory increased by more than 5 MB, or frames came ever later."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--start", type=float, default=FIRST_S, help="seconds until the first measurement")
    parser.add_argument("--end", type=float, default=LAST_S, help="seconds until the last measurement")
    parser.add_argument("--size", type=int, nargs=2, default=SIZE, metavar=("WIDTH", "HEIGHT"), help="of the frames")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as built, tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        shim = Shim(build(Path(built)), Path(memory))
        try:
            return _soak(shim, tuple(args.size), args.start, args.end)
        finally:
            shim.close()


def _soak(shim: Shim, size: tuple[int, int], first_s: float, last_s: float) -> int:
    camera, loopback = shim.plug(card="Camera"), shim.plug(card="Cyclorama")
    for device in (camera, loopback):
        shim.show(device)
    filming, stop, stop_watching = (shim.spawn.Event() for _ in range(3))
    film_maker = shim.start(film, camera.path, size, filming, stop)
    film_maker.wait_for(filming)
    app = _app(shim, camera, loopback, size)
    try:
        begin_s = time.monotonic()
        reader = shim.start(watch, loopback.path, stop_watching)
        early_mb = _resident_mb(app, begin_s + first_s)
        late_mb = _resident_mb(app, begin_s + last_s)
        stop_watching.set()
        seen = np.array(reader.result())
    finally:
        app.terminate()
        app.wait(10)
    stop.set()
    film_maker.result()
    return _report(early_mb, late_mb, seen[seen[:, 0] >= begin_s + first_s])


def _app(shim: Shim, camera: Device, loopback: Device, size: tuple[int, int]) -> subprocess.Popen[bytes]:
    """The app, once it writes. Even the weakest blur leaves the time legible."""
    command = [sys.executable, "main.py", "run", "--source", f"camera:{camera.path}"]
    command += ["--sink", f"virtual:{loopback.path}", "--background", "blur:0", "--fps", str(FPS)]
    command += ["--size", f"{size[0]}x{size[1]}"]
    app = shim.popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    while not any(user.pid == app.pid and user.writes for user in device_users(loopback.path)):
        if app.poll() is not None:
            raise SystemExit(f"the app ended by itself with {app.returncode}")
        time.sleep(0.1)
    return app


def _report(early_mb: float, late_mb: float, seen: np.ndarray) -> int:
    times_s, ages_ms = seen.T
    took_s = times_s[-1] - times_s[0]
    first, last = (
        ages_ms[window & ~np.isnan(ages_ms)]
        for window in (times_s < times_s[0] + WINDOW_S, times_s > times_s[-1] - WINDOW_S)
    )
    increase_mb, drift_ms = late_mb - early_mb, float(np.median(last) - np.median(first))
    print(f"resident {early_mb:.1f} MB, {took_s:.0f} s later {late_mb:.1f} MB:", end=" ")
    print(f"an increase of {increase_mb:+.1f} MB (at most {INCREASE_LIMIT_MB:.0f})")
    print(f"{len(seen)} frames received, {(len(seen) - 1) / took_s:.3f} a second of {FPS} asked for;", end=" ")
    print(f"{np.isnan(ages_ms).mean():.2%} of them the fallback frame")
    print(f"age of a frame p50 {np.median(first):.0f} ms in the first minute,", end=" ")
    print(f"{np.median(last):.0f} ms in the last: drift {drift_ms:+.0f} ms (at most {DRIFT_LIMIT_MS:.0f})")
    return int(increase_mb > INCREASE_LIMIT_MB or abs(drift_ms) > DRIFT_LIMIT_MS)


def _resident_mb(process: subprocess.Popen[bytes], at_s: float) -> float:
    """Median of some samples up to a time."""
    samples = []
    for before_s in range(SAMPLES - 1, -1, -1):
        time.sleep(max(0.0, at_s - before_s - time.monotonic()))
        if process.poll() is not None:
            raise SystemExit(f"the app ended by itself with {process.returncode}")
        samples.append(psutil.Process(process.pid).memory_info().rss / 1e6)
    return sorted(samples)[SAMPLES // 2]


if __name__ == "__main__":
    sys.exit(main())
