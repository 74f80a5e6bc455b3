"""Fits the edge model to samples, by Adam in NumPy: it is small enough.

python -m training.edges.fit OUT.npz SAMPLES.npz [SAMPLES.npz ...] [--minutes M] [--steadiness S]
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32
from engine.matte.refine.features import BLOCKS

HIDDEN = (48, 24)
BATCH = 4096
RATE = 3e-3
HELD_OUT = 25  # one of so many runs of samples; a run is about a frame
RUN = 500
ANSWER_SHARE = (
    0.8  # of what is wanted: what the policy answered, which is free of the masks' own errors; the rest is true
)
GHOST_WEIGHT = 2.0  # of cells that the person has just left: few, and the eye finds them first

Layers = list[tuple[F32, F32]]


class Batch(NamedTuple):
    """Samples, float32.

    Attributes:
        inputs: [n, inputs], of zero mean and unit spread.
        truth: True alpha, [n, 4].
        answer: The policy's, [n, 4]; NaN where it is not to be imitated.
        past_error: The policy's error a frame before, [n, 4]; NaN where there was no frame.
        weight: Of the error, [n, 4].
        calm: Weight of the error's change, [n, 1]: a steady edge counts most where nothing moves.
    """

    inputs: F32
    truth: F32
    answer: F32
    past_error: F32
    weight: F32
    calm: F32


class Samples:
    """All samples, in half precision; `held_out` and `known` are the indices of those to judge by and to learn from."""

    def __init__(self, paths: list[Path]) -> None:
        parts = [np.load(path) for path in paths]
        self.inputs, self.truth, self.error, self.answer = (
            np.concatenate([part[name] for part in parts]) for name in ("inputs", "truth", "error", "answer")
        )
        sample = self.inputs[:: max(1, len(self.inputs) // 50_000)].astype(np.float32)
        runs = np.arange(len(self.inputs)) // RUN
        self.held_out = np.flatnonzero(runs % HELD_OUT == HELD_OUT - 1)
        self.known = np.flatnonzero(runs % HELD_OUT != HELD_OUT - 1)
        self.mean, self.spread = sample.mean(axis=0), sample.std(axis=0) + 1e-3

    def batch(self, index: NDArray[np.intp]) -> Batch:
        """Some samples."""
        inputs = self.inputs[index].astype(np.float32)
        truth, error, answer = (part[index].astype(np.float32) for part in (self.truth, self.error, self.answer))
        first = sum(BLOCKS[:4])
        was_person = inputs[:, first : first + BLOCKS[4]].mean(axis=1, keepdims=True) > 128
        weight = np.where(was_person & (truth < 0.1), np.float32(GHOST_WEIGHT), np.float32(1))
        calm = np.minimum(3, 0.3 / (0.1 + inputs[:, -1:]))  # the last input tells how much the picture changed in place
        return Batch((inputs - self.mean) / self.spread, truth, answer, error, weight, calm)


def forward(layers: Layers, inputs: F32) -> list[F32]:
    """Each layer's input, and last the alpha."""
    values = [inputs]
    for index, (weights, bias) in enumerate(layers):
        total = values[-1] @ weights + bias
        last = index + 1 == len(layers)
        values.append(0.5 + 0.5 * np.tanh(0.5 * total) if last else np.maximum(total, 0))
    return values


def gradients(layers: Layers, batch: Batch, steadiness: float) -> tuple[float, list[F32]]:
    """Loss and its gradients: absolute and half the squared error, and the squared change of the error.

    Where there is an answer to imitate, it is the most of what is wanted; a difference from it is also a change, since
    the answers are steady. Squares alone make softer edges that lie worse: MAD 0.58 against 0.55 of raw on training
    clips.
    """
    values = forward(layers, batch.inputs)
    alpha = values[-1]
    error = alpha - batch.truth
    change = np.where(np.isnan(batch.past_error), 0, error - batch.past_error)
    calm = steadiness * batch.calm
    taught = np.where(np.isnan(batch.answer), np.float32(0), np.float32(ANSWER_SHARE))
    apart = np.where(np.isnan(batch.answer), np.float32(0), alpha - batch.answer)
    losses = batch.weight * (np.abs(error) + 0.5 * error**2) + calm * change**2
    from_answer = np.abs(apart) + (0.5 + calm) * apart**2
    loss = ((1 - taught) * losses + taught * from_answer).mean()
    slope = (1 - taught) * (batch.weight * (np.sign(error) + error) + 2 * calm * change)
    slope += taught * (np.sign(apart) + (1 + 2 * calm) * apart)
    slope *= alpha * (1 - alpha) / error.size
    found: list[F32] = []
    for index in reversed(range(len(layers))):
        found[:0] = [values[index].T @ slope, slope.sum(axis=0)]
        slope = (slope @ layers[index][0].T) * (values[index] > 0)
    return float(loss), found


def fit(samples: Samples, seconds: float, steadiness: float) -> Layers:
    """Adam (Kingma and Ba, ICLR 2015) with a rate that falls to nothing when the CPU time is over."""
    rng = np.random.default_rng(0)
    sizes = [samples.inputs.shape[1], *HIDDEN, 4]
    layers: Layers = [
        (rng.normal(0, np.sqrt(2 / a), (a, b)).astype(np.float32), np.zeros(b, np.float32))
        for a, b in itertools.pairwise(sizes)
    ]
    values = [array for layer in layers for array in layer]
    first = [np.zeros_like(array) for array in values]
    second = [np.zeros_like(array) for array in values]
    start_s, step, mean_loss = time.process_time(), 0, 0.0
    while (done := (time.process_time() - start_s) / seconds) < 1:
        step += 1
        loss, found = gradients(layers, samples.batch(rng.choice(samples.known, size=BATCH)), steadiness)
        mean_loss += (loss - mean_loss) / min(step, 500)
        rate = RATE * (1 - done) * min(1, step / 200) * np.sqrt(1 - 0.999**step) / (1 - 0.9**step)
        for array, gradient, m, v in zip(values, found, first, second, strict=True):
            m += 0.1 * (gradient - m)
            v += 0.001 * (gradient**2 - v)
            array -= (rate * m / (np.sqrt(v) + 1e-8)).astype(np.float32)
        if step % 2000 == 0:
            print(f"{step} steps, loss {mean_loss:.4f}", flush=True)
    return layers


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("samples", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=5.0, help="of CPU time")
    parser.add_argument("--steadiness", type=float, default=4.0, help="weight of the loss on flicker")
    args = parser.parse_args()
    samples = Samples(args.samples)
    layers = fit(samples, args.minutes * 60, args.steadiness)
    last = samples.batch(samples.held_out)
    error = forward(layers, last.inputs)[-1] - last.truth
    change = (error - last.past_error)[~np.isnan(last.past_error)]
    print(f"held out: error {np.abs(error).mean():.4f}, change of it {np.sqrt((change**2).mean()):.4f}")
    # What was done to the inputs goes into the first layer, so that the running model need not do it.
    weights, bias = layers[0]
    scaled = weights / samples.spread[:, np.newaxis]
    bias = bias - samples.mean @ scaled
    layers[0] = scaled, bias
    arrays = {
        f"{letter}{index}": array
        for index, layer in enumerate(layers)
        for letter, array in zip("wb", layer, strict=True)
    }
    np.savez(args.output, **arrays)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
