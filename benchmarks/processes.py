"""Runs the app and the reference as processes and reads what they measured."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from engine.core.errors import EngineError

ROOT = Path(__file__).resolve().parent.parent


def measured(*arguments: str | Path, root: Path = ROOT) -> dict[str, Any]:
    """The JSON that `python ARGUMENTS --stats-json -` prints in a checkout, by default in this one.

    Raises:
        EngineError: It failed.
    """
    command = [sys.executable, *map(str, arguments), "--stats-json", "-"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr.strip() or "it says nothing").splitlines()[-1]
        raise EngineError(
            "{command} failed with {status}: {said}",
            code="measured-process",
            command=" ".join(command),
            status=done.returncode,
            said=said,
        )
    return dict(json.loads(done.stdout))


def running_cpu_ms(short: dict[str, Any], long: dict[str, Any]) -> float:
    """Processor milliseconds a frame without start-up: the difference of two runs by that of their frames."""
    return float((long["cpu_s"] - short["cpu_s"]) * 1e3 / (long["frames_out"] - short["frames_out"]))


def running_fps(short: dict[str, Any], long: dict[str, Any]) -> float:
    """New frames sent per second, without start-up, from two live runs of different lengths."""
    new = [item["frames_in"] - item["frames_dropped"] for item in (short, long)]
    return float((new[1] - new[0]) / (long["wall_s"] - short["wall_s"]))


def running_load(short: dict[str, Any], long: dict[str, Any]) -> float:
    """Share of one core, without start-up, from two live runs of different lengths."""
    return float((long["cpu_s"] - short["cpu_s"]) / (long["wall_s"] - short["wall_s"]))
