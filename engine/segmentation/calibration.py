"""Which of several devices computes a model fastest, measured once and remembered."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

from engine import paths
from engine.errors import ModelError

log = logging.getLogger(__name__)

Run: TypeAlias = Callable[[], object]
RUNS = 10


def cache_file() -> Path:
    """Where results are remembered."""
    return paths.cache_dir() / "devices.json"


def fastest(what: str, devices: Mapping[str, str], prepare: Callable[[str], Run]) -> str:
    """The device with the lowest median time; the first one where none works.

    Args:
        what: Names what is computed; results are remembered for it and these very devices.
        devices: Full name of each device by its short name, the safest first.
        prepare: Makes a run ready on a device; a `ModelError` rules the device out.
    """
    key = f"{what} on {', '.join(sorted(devices.values()))}"
    known = _remembered()
    if known.get(key) in devices:
        return known[key]
    times_ns = {}
    for device in devices:
        try:
            times_ns[device] = _median_ns(prepare(device))
        except ModelError as error:
            log.info("%s is not used: %s", device, error)
    if not times_ns:
        return next(iter(devices))
    best = min(times_ns, key=times_ns.__getitem__)
    _remember({**known, key: best})
    return best


def _median_ns(run: Run) -> int:
    run()
    times_ns = []
    for _ in range(RUNS):
        started_ns = time.perf_counter_ns()
        run()
        times_ns.append(time.perf_counter_ns() - started_ns)
    return sorted(times_ns)[RUNS // 2]


def _remembered() -> dict[str, str]:
    try:
        known = json.loads(cache_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in known.items()} if isinstance(known, dict) else {}


def _remember(known: dict[str, str]) -> None:
    path = cache_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        partial.write_text(json.dumps(known, indent=1), "utf-8")
        partial.replace(path)
    except OSError as error:
        log.info("the choice of a device is not remembered: %s", error)
