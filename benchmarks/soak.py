"""Does memory stay flat? Resident memory of the live engine after ten minutes, less after two."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time

import psutil

from benchmarks.clips import background_picture
from benchmarks.processes import ROOT

SETTLED_S, END_S = 120.0, 600.0
MOST_GROWTH_MB = 5.0
SAMPLES = 5


def main() -> int:
    """Runs the engine on the looped demo clip; fails where memory grew by more than 5 MB."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--settled", type=float, default=SETTLED_S, help="seconds until memory counts")
    parser.add_argument("--end", type=float, default=END_S, help="seconds until it is compared")
    args = parser.parse_args()
    command = ["main.py", "run", "--source", "demo", "--sink", "none", "--size", "1280x720", "--fps", "30"]
    command += ["--background", f"image:{background_picture()}"]
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        start_s = time.monotonic()
        early_mb = _resident_mb(process, start_s + args.settled)
        late_mb = _resident_mb(process, start_s + args.end)
    finally:
        process.terminate()
        process.wait(10)
    growth_mb = late_mb - early_mb
    print(f"resident after {args.settled:.0f} s: {early_mb:.1f} MB, after {args.end:.0f} s: {late_mb:.1f} MB,")
    print(f"grown by {growth_mb:+.1f} MB (at most {MOST_GROWTH_MB:.0f})")
    return int(growth_mb > MOST_GROWTH_MB)


def _resident_mb(process: subprocess.Popen[bytes], at_s: float) -> float:
    """Median of some samples up to a moment."""
    samples = []
    for before_s in range(SAMPLES - 1, -1, -1):
        time.sleep(max(0.0, at_s - before_s - time.monotonic()))
        if process.poll() is not None:
            raise SystemExit(f"the engine ended by itself with {process.returncode}")
        samples.append(psutil.Process(process.pid).memory_info().rss / 1e6)
    return sorted(samples)[SAMPLES // 2]


if __name__ == "__main__":
    sys.exit(main())
