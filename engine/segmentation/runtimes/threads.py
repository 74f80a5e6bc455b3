"""How many threads a network may compute with."""

from __future__ import annotations

import os

from engine.segmentation.models.deploy import Size

LARGE_INPUT_PX = 320 * 320
SPARED_CORES = 2


def threads_for(size: Size) -> int:
    """One for the small networks of live video: more would cost the other stages more than they gain.

    A network with a large input takes most of each frame's time itself, so it gets all cores but those that capture
    and composition need.

    Args:
        size: (width, height) of the network's input.
    """
    if size[0] * size[1] <= LARGE_INPUT_PX:
        return 1
    return max(1, (os.cpu_count() or 1) - SPARED_CORES)
