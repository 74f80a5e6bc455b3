"""A small learned function from a cell's surroundings to its alpha: three dense layers on gathered patches."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.frame import F32

WEIGHTS = Path(__file__).with_name("edge_model.npz")
"""Made by `training/edges`."""


class EdgeModel:
    """The layers, ready to run.

    Args:
        path: An .npz of w0, b0, w1, b1, w2, b2, float32; w [inputs, outputs].
    """

    def __init__(self, path: Path = WEIGHTS) -> None:
        with np.load(path) as arrays:
            self._layers = [(arrays[f"w{index}"], arrays[f"b{index}"]) for index in range(3)]

    def __call__(self, inputs: F32) -> F32:
        """float32 [n, inputs] -> alpha of each cell's 2x2 pixels, row by row: float32 [n, 4] in [0, 1]."""
        values = inputs
        for index, (weights, bias) in enumerate(self._layers):
            values = values @ weights
            values += bias
            if index + 1 < len(self._layers):
                np.maximum(values, 0, out=values)
        # The logistic function, by way of tanh, which does not overflow.
        values *= 0.5
        np.tanh(values, out=values)
        values *= 0.5
        values += 0.5
        return values
