"""Speed against another checkout of this project: both run in turns on the same clips, and their ratios."""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.clips import background_image, make_clip
from benchmarks.processes import ROOT, measured, running_cpu_ms, running_fps, running_load
from engine.core.errors import OutputError, UsageError

HD, FULL_HD, ULTRA_HD = (1280, 720), (1920, 1080), (3840, 2160)
LIVE_SECONDS = 3.0, 12.0
"""Length of the short and of the long live run: their difference holds no start-up."""


@dataclass(frozen=True)
class Case:
    """One pair of runs of either checkout.

    Attributes:
        size: (width, height) of the clip.
        background: As the command line takes it; None for the picture.
        live: Paced by the clip's clock, or rendered at full speed.
    """

    size: tuple[int, int]
    background: str | None = None
    live: bool = False


CASES = {
    "image": Case(HD),
    "blur": Case(HD, background="blur"),
    "1080p": Case(FULL_HD),
    "4k": Case(ULTRA_HD),
    "live": Case(HD, live=True),
}
DEFAULT_CASES = "image,blur,live"


@dataclass(frozen=True)
class Comparison:
    """One figure of both checkouts; each pair was measured in the same round.

    Attributes:
        name: What was measured.
        unit: Of the two values.
        this: Of this checkout, one value a round.
        other: Of the other checkout, one value a round.
    """

    name: str
    unit: str
    this: list[float]
    other: list[float]

    @property
    def ratios(self) -> list[float]:
        """This over other, round by round; without the rounds in which the other's value is 0."""
        return [this / other for this, other in zip(self.this, self.other, strict=True) if other]

    def row(self) -> str:
        """A row of the report: medians, the median of the ratios, and the smallest and the largest ratio."""
        ratios = self.ratios or [float("nan")]
        values = f"{statistics.median(self.this):8.2f} | {statistics.median(self.other):8.2f} {self.unit:2}"
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
        return f"| {self.name:44} | {values} | {statistics.median(ratios):5.2f} | {spread:9} |"


HEADER = f"| {'figure':44} | {'this':>8} | {'other':11} | {'ratio':>5} | {'spread':9} |\n|---|---:|---:|---:|---|"


def against(args: argparse.Namespace) -> int:
    """Compares with `args.against`, prints a table and keeps the figures.

    Raises:
        EngineError: The path is no checkout, a case is not known, or a process failed.
    """
    other = _checkout(args.against)
    names = [name.strip() for name in args.cases.split(",")]
    if unknown := [name for name in names if name not in CASES]:
        raise UsageError(
            "there is no case {case!r}", "choose among {cases}", code="no-case", case=unknown[0], cases=", ".join(CASES)
        )
    background = (args.background or background_image()).resolve()
    found: list[Comparison] = []
    print(f"this: {ROOT}; other: {other}\n{_machine()}\n\n{HEADER}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            comparisons = _compare(name, other, Path(folder), background, args)
            found += comparisons
            print("\n".join(item.row() for item in comparisons), flush=True)
    print(f"\n{_machine()}")
    if args.json:
        _keep(found, args.json)
    return 0


def _checkout(path: Path) -> Path:
    root = path.resolve()
    if not (root / "main.py").is_file():
        raise UsageError(
            "{path} is no checkout of this project",
            "name a folder that holds its main.py",
            code="no-checkout",
            path=path,
        )
    return root


def _compare(name: str, other: Path, folder: Path, background: Path, args: argparse.Namespace) -> list[Comparison]:
    """Runs one case in turns; who begins changes from round to round."""
    case = CASES[name]
    short_s, long_s = LIVE_SECONDS if case.live else (1.0, args.seconds)
    width, height = case.size
    clips = [make_clip(folder / f"{width}x{height}-{seconds}.mp4", case.size, seconds) for seconds in (short_s, long_s)]
    options = ["--background", case.background or f"image:{background}"]
    figures: dict[str, tuple[str, dict[Path, list[float]]]] = {}
    # The first run of a checkout compiles its byte code and fills the network's cache: it does not count.
    for root in (ROOT, other):
        measured("main.py", "render", clips[0], "none", *options, *_model(root, args), root=root)
    for number in range(args.rounds):
        for root in (ROOT, other) if number % 2 else (other, ROOT):
            runs = [_run(root, case, clip, [*options, *_model(root, args)]) for clip in clips]
            for figure, (unit, value) in (_live if case.live else _rendered)(*runs).items():
                figures.setdefault(figure, (unit, {ROOT: [], other: []}))[1][root].append(value)
    return [
        Comparison(f"{name}: {figure}", unit, values[ROOT], values[other])
        for figure, (unit, values) in figures.items()
        if len(values[ROOT]) == len(values[other])
    ]


def _model(root: Path, args: argparse.Namespace) -> list[str]:
    model = args.model if root == ROOT else args.other_model or args.model
    return ["--model", model]


def _run(root: Path, case: Case, clip: Path, options: list[str]) -> dict[str, Any]:
    if not case.live:
        return measured("main.py", "render", clip, "none", *options, root=root)
    width, height = case.size
    form = ["--size", f"{width}x{height}", "--fps", "30"]
    return measured("main.py", "run", "--source", f"file:{clip}", "--sink", "none", *form, *options, root=root)


def _rendered(short: dict[str, Any], long: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """Name -> unit and value, from a short and a long render."""
    cpu_ms = running_cpu_ms(short, long)
    return {
        "cpu a frame": ("ms", cpu_ms),
        "cpu a frame without decoding": ("ms", cpu_ms - long["stages"]["capture"]["cpu_p50_ms"]),
        **{f"{name}, cpu p50": ("ms", stage["cpu_p50_ms"]) for name, stage in long["stages"].items()},
        "start to first frame": ("s", min(short["first_frame_s"], long["first_frame_s"])),
        "peak resident memory": ("MB", long["peak_rss_mb"]),
    }


def _live(short: dict[str, Any], long: dict[str, Any]) -> dict[str, tuple[str, float]]:
    """Name -> unit and value, from a short and a long live run."""
    return {
        "load": ("%", 100 * running_load(short, long)),
        "new frames a second": ("", running_fps(short, long)),
        "captured to published, p50": ("ms", long["latency_p50_ms"]),
        "captured to published, p95": ("ms", long["latency_p95_ms"]),
        "start to first frame": ("s", min(short["first_frame_s"], long["first_frame_s"])),
        "peak resident memory": ("MB", long["peak_rss_mb"]),
    }


def _machine() -> str:
    """The machine and what else it does, in one line."""
    name = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, load averages {load}"


def _keep(found: list[Comparison], path: Path) -> None:
    try:
        path.write_text(json.dumps([asdict(item) for item in found], indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(
            "can't write {path} ({reason})", "choose another place", code="figures", path=path, reason=error.strerror
        ) from error
