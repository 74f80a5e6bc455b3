"""What a run measured, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from engine import __version__, kernels
from engine.core import clock
from engine.pipeline.pipeline import Pipeline
from engine.platform import process
from engine.platform.atomic_files import write_atomically


def measured(pipeline: Pipeline) -> dict[str, Any]:
    """Everything that was measured, under the names that scripts depend on."""
    stats, status, started_ns = pipeline.stats(), pipeline.status, process.started_ns()
    first_ns = stats.first_out_ns
    return {
        "frames_in": stats.frames_in,
        "frames_out": stats.frames_out,
        "frames_dropped": stats.frames_dropped,
        "stages": {
            name: {
                "p50_ms": round(stage.p50_ms, 3),
                "p95_ms": round(stage.p95_ms, 3),
                "cpu_p50_ms": round(stage.cpu_p50_ms, 3),
            }
            for name, stage in stats.stages.items()
        },
        "latency_p50_ms": round(stats.latency_p50_ms, 3),
        "latency_p95_ms": round(stats.latency_p95_ms, 3),
        "first_frame_s": round((first_ns - started_ns) / 1e9, 3) if first_ns else None,
        "wall_s": round((clock.now_ns() - started_ns) / 1e9, 3),
        "cpu_s": round(process.cpu_s(), 3),
        "peak_rss_mb": round(process.peak_rss_mb(), 1),
        "model": status.model,
        "runtime": status.runtime,
        "kernels": kernels.variant(),
        "quality_step": status.step.name.lower().replace("_", "-"),
        "quality_reason": status.step_reason.value,
        "quality_changes": status.step_changes,
        "version": __version__,
    }


def write(values: dict[str, Any], where: str) -> None:
    """Writes JSON to a path, or to standard output for `-`.

    Raises:
        OutputError: The file can't be written.
    """
    text = json.dumps(values, indent=2)
    if where == "-":
        sys.stdout.write(text + "\n")
        return
    write_atomically(Path(where), text.encode() + b"\n")
