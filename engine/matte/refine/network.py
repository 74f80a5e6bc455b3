"""The edge refinement network: three dense layers from a cell's features to its alpha."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.core.frame import F32

WEIGHTS = Path(__file__).with_name("network.npz")
"""Made by `training/edges`."""


class EdgeNetwork:
    """The layers, ready to run.

    Args:
        path: An .npz of w0, b0, w1, b1, w2, b2, float32; w [inputs, outputs].
    """

    def __init__(self, path: Path = WEIGHTS) -> None:
        with np.load(path) as arrays:
            self.layers: list[tuple[F32, F32]] = [(arrays[f"w{index}"], arrays[f"b{index}"]) for index in range(3)]
            """Weights, float32 [inputs, outputs], and biases."""

    def __call__(self, blocks: Sequence[F32]) -> F32:
        """Blocks of inputs, float32 [n, ...], side by side -> alpha of each cell's 2x2 pixels, row by row.

        Returns:
            float32 [n, 4] in [0, 1].
        """
        values = np.concatenate(blocks, axis=1)
        for index, (weights, bias) in enumerate(self.layers):
            if index:
                np.maximum(values, 0, out=values)
            values = values @ weights
            values += bias
        # The logistic function, by way of tanh, which does not overflow.
        values *= 0.5
        np.tanh(values, out=values)
        values *= 0.5
        values += 0.5
        return values
