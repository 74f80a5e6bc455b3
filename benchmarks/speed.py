"""Speed against the classic demo's loop, in one run: pairs of processes, one after the other, and their ratios."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.clips import background_image, make_clip
from benchmarks.live_switch import switch_figures
from benchmarks.processes import measured, running_cpu_ms, running_fps, running_load
from benchmarks.side_by_side import heartbeat_stalls, parallel_ratio
from benchmarks.speed_against import CASES, DEFAULT_CASES, against
from engine.core.errors import EngineError, OutputError

HD, FULL_HD = (1280, 720), (1920, 1080)
SHORT_S = 1.0
LIVE_SHORT_S, LIVE_LONG_S = 3.0, 12.0


@dataclass(frozen=True)
class Figure:
    """One line of the report."""

    name: str
    value: float
    unit: str
    wanted: str
    reached: bool | None


class Report:
    """Collects figures and prints each as it is known, as the rows of a Markdown table."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        print(f"| {'figure':60} | {'measured':>12} | {'wanted':18} |    |\n|---|---:|---|---|", flush=True)

    def add(
        self, name: str, value: float, unit: str, wanted: str = "", reached: Callable[[float], bool] | None = None
    ) -> None:
        """Notes and prints one figure, with whether it is what was wanted."""
        figure = Figure(name, round(value, 3), unit, wanted, reached(value) if reached else None)
        self.figures.append(figure)
        mark = "" if figure.reached is None else "ok" if figure.reached else "no"
        print(f"| {name:60} | {value:8.2f} {unit:3} | {wanted:18} | {mark:2} |", flush=True)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--seconds", type=float, default=10.0, help="length of the clip that is rendered")
    parser.add_argument("--rounds", type=int, default=3, help="how often each pair is run; medians are reported")
    parser.add_argument("--background", type=Path, help="a picture; one of the built-in ones if absent")
    parser.add_argument("--json", type=Path, metavar="PATH", help="keep the figures")
    other = parser.add_argument_group("against another checkout")
    other.add_argument(
        "--against", type=Path, metavar="PATH", help="run this checkout of the project in turns with PATH"
    )
    other.add_argument("--cases", default=DEFAULT_CASES, help=f"what to compare, of {','.join(CASES)}")
    other.add_argument("--model", default="auto", help="model of both checkouts")
    other.add_argument("--other-model", help="model of PATH, where it differs")


def run(args: argparse.Namespace) -> int:
    """Measures, prints and keeps the figures; slow is no failure.

    Raises:
        EngineError: A process failed, or an argument makes no sense.
    """
    if args.against:
        return against(args)
    background = args.background or background_image()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        clip = make_clip(Path(folder) / "720p.mp4", HD, args.seconds)
        short = make_clip(Path(folder) / "short.mp4", HD, SHORT_S)
        full_hd = make_clip(Path(folder) / "1080p.mp4", FULL_HD, LIVE_LONG_S)
        _check_reference(report, clip, background, Path(folder))
        _against_reference(report, clip, short, background, args.rounds)
        report.add("three stages side by side, each slowed by 20 ms", parallel_ratio(), "x", ">= 1.6", _least(1.6))
        _live(report, clip, full_hd, background)
        _live_switch(report, clip, background)
        flowing, idle = heartbeat_stalls(clip, background, args.seconds / 2)
        report.add("heartbeat stalled, p95, no frames", idle, "ms")
        report.add("heartbeat stalled, p95, frames flowing", flowing, "ms", "<= 2", _most(2))
    if args.json:
        _keep(report, args.json)
    return 0


def _against_reference(report: Report, clip: Path, short: Path, background: Path, rounds: int) -> None:
    """CPU time a frame of ours and of the reference, output discarded, in turn."""
    reference = ("-m", "benchmarks.reference", clip, "--background", background)
    ours = ("main.py", "render", "{}", "none", "--background", f"image:{background}")
    ratios: dict[str, list[float]] = {}
    runs: list[dict[str, Any]] = []
    for _ in range(rounds):
        plain = measured(*reference)
        classic = measured(*reference, "--flow", "--post-process")
        for name, options in (("without refinement", ["--no-refine"]), ("with refinement", [])):
            long_run, short_run = (
                measured(*(str(item).format(path) for item in ours), *options) for path in (clip, short)
            )
            cpu_ms = running_cpu_ms(short_run, long_run)
            runs.append(long_run)
            ratios.setdefault(name, []).append(1e3 / plain["frames_per_cpu_s"] / cpu_ms)
            ratios.setdefault(f"{name}, reference with flow", []).append(1e3 / classic["frames_per_cpu_s"] / cpu_ms)
            ratios.setdefault(f"{name}, start-up included", []).append(
                (plain["cpu_s"] / plain["frames"]) / (long_run["cpu_s"] / long_run["frames_out"])
            )
    for name, values in ratios.items():
        wanted = 3 if name.startswith("with refinement") else 4
        report.add(
            f"frames a CPU second, {name}",
            statistics.median(values),
            "x",
            f">= {wanted}, aim {wanted + 2}",
            _least(wanted),
        )
    report.add("start to first frame out", _median(runs, "first_frame_s"), "s", "<= 1.5", _most(1.5))
    report.add("resident memory, rendering", _median(runs, "peak_rss_mb"), "MB", "<= 300", _most(300))


def _check_reference(report: Report, clip: Path, background: Path, folder: Path) -> None:
    """Is the reference as fast as what it stands for? With its writer on, on a quiet machine of two cores."""
    reference = ("-m", "benchmarks.reference", clip, "--background", background, "--write", folder / "reference.avi")
    for name, options, original in (("", (), 38), (" with flow and post-process", ("--flow", "--post-process"), 33)):
        rate = measured(*reference, *options)["frames_per_s"]
        wanted = f"{original} within 15 %"
        report.add(f"reference{name}, writing MJPEG", rate, "f/s", wanted, _between(0.85 * original, 1.15 * original))


def _live(report: Report, clip: Path, full_hd: Path, background: Path) -> None:
    """Latency, load and memory of the live engine on paced files."""
    for name, path, size, limit in (("720p30", clip, "1280x720", 30), ("1080p30", full_hd, "1920x1080", 60)):
        runs = []
        for seconds in (LIVE_SHORT_S, LIVE_LONG_S):
            runs.append(
                measured(
                    *("main.py", "run", "--source", f"file:{path}", "--sink", "none", "--seconds", str(seconds)),
                    *("--size", size, "--fps", "30", "--background", f"image:{background}"),
                )
            )
        # A load counts only for as many pictures as it was spent on.
        report.add(f"new frames a second, {name} live", running_fps(*runs), "f/s", ">= 29", _least(29))
        report.add(f"load, {name} live", 100 * running_load(*runs), "%", f"<= {limit} of a core", _most(limit))
        if path is clip:
            report.add(
                "captured to published, p95, 720p30", runs[1]["latency_p95_ms"], "ms", "<= 15, aim 10", _most(15)
            )
            report.add("captured to published, p50, 720p30", runs[1]["latency_p50_ms"], "ms")
            report.add("resident memory, live", runs[1]["peak_rss_mb"], "MB", "<= 300", _most(300))


def _live_switch(report: Report, clip: Path, background: Path) -> None:
    """Gaps between new pictures while models take over from one another, in frame times."""
    figures = switch_figures(clip, background)
    report.add("longest gap between new frames, none switched", figures.unswitched_frames, "f")
    report.add("the same over all live switches", figures.longest_frames, "f", "<= 2", _most(2))
    report.add("median over the switches of each one's longest", figures.median_frames, "f")
    report.add("memory increase over the switches", figures.increase_mb, "MB")


def _median(runs: list[dict[str, Any]], key: str) -> float:
    return float(statistics.median(item[key] for item in runs))


def _least(limit: float) -> Callable[[float], bool]:
    return lambda value: value >= limit


def _between(low: float, high: float) -> Callable[[float], bool]:
    return lambda value: low <= value <= high


def _most(limit: float) -> Callable[[float], bool]:
    return lambda value: value <= limit


def _keep(report: Report, path: Path) -> None:
    try:
        path.write_text(json.dumps([asdict(figure) for figure in report.figures], indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"can't write {path} ({error.strerror})", "choose another place") from error


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    add_arguments(parser)
    try:
        return run(parser.parse_args())
    except EngineError as error:
        print(f"speed: {error}", file=sys.stderr)
        return error.exit_status


if __name__ == "__main__":
    sys.exit(main())
