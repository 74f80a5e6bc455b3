"""The number of threads that a network computes with."""

from __future__ import annotations

import os

from engine.segmentation.models.deploy import Size

LARGE_INPUT_PX = 320 * 320
RESERVED_CORES = 2


def threads_for(size: Size) -> int:
    """One thread for the small networks of live video: more cost the other stages more than they save.

    A network with a large input takes most of each frame's time, so it gets every core that capture and composition
    don't need.

    Args:
        size: (width, height) of the network's input.
    """
    if size[0] * size[1] <= LARGE_INPUT_PX:
        return 1
    return max(1, (os.cpu_count() or 1) - RESERVED_CORES)
