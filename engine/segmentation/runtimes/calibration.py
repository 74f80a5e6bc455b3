"""Finds the fastest of several devices for a model, once, and remembers it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import TypeAlias

from engine.core.errors import ModelError
from engine.segmentation.disk_cache import DiskCache

log = logging.getLogger(__name__)

Run: TypeAlias = Callable[[], object]
RUNS = 10
REMEMBERED = DiskCache("devices")


def fastest(what: str, devices: Mapping[str, str], prepare: Callable[[str], Run]) -> str:
    """The device with the lowest median time; the first one where none works.

    Args:
        what: Names the computation; the result is remembered for it and these devices.
        devices: Full name of each device by its short name, the safest first.
        prepare: Loads the model on a device and returns one prediction; a `ModelError` rules the device out.
    """
    key = f"{what} on {', '.join(sorted(devices.values()))}"
    known = REMEMBERED.get(key)
    if known is not None and known in devices:
        return known
    times_ns = {}
    for device in devices:
        try:
            times_ns[device] = _median_ns(prepare(device))
        except ModelError as error:
            log.info("%s is not used: %s", device, error)
    if not times_ns:
        return next(iter(devices))
    best = min(times_ns, key=times_ns.__getitem__)
    REMEMBERED.put(key, best)
    return best


def _median_ns(run: Run) -> int:
    run()
    times_ns = []
    for _ in range(RUNS):
        started_ns = time.perf_counter_ns()
        run()
        times_ns.append(time.perf_counter_ns() - started_ns)
    return sorted(times_ns)[RUNS // 2]
