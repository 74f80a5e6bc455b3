"""Fits the edge refinement network to samples. Needs PyTorch, in the training environment.

python -m training.edges.fit OUT.npz SAMPLES.npz [SAMPLES.npz ...] [--minutes M] [--flicker-weight W]
"""

from __future__ import annotations

import argparse
import itertools
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.core.frame import F32
from engine.matte.refine.features import BLOCKS

HIDDEN = (48, 24)
BATCH = 4096
PEAK_RATE = 3e-3
WARM_UP_STEPS = 200
HELD_OUT = 25  # one of so many runs of samples is held out
RUN = 500  # samples, about a frame
ANSWER_SHARE = 0.8  # of the target: the policy's answer, which is free of the masks' own errors; the rest is true alpha
GHOST_WEIGHT = 2.0  # of cells that the person has just left: few, and most visible
REPORT_STEPS = 2000


class Batch(NamedTuple):
    """Samples, float32 tensors.

    Attributes:
        inputs: [n, inputs], of zero mean and unit standard deviation.
        truth: True alpha, [n, 4].
        answer: The policy's alpha, [n, 4]; NaN where it is not to be imitated.
        previous_error: The policy's error one frame before, [n, 4]; NaN where there was no frame.
        weight: Of the error, [n, 4].
        calm: Weight of the error's change, [n, 1]: a constant edge counts most where nothing moves.
    """

    inputs: Tensor
    truth: Tensor
    answer: Tensor
    previous_error: Tensor
    weight: Tensor
    calm: Tensor


class Samples:
    """All samples, in half precision; `held_out` and `training` are indices, int64."""

    def __init__(self, paths: list[Path]) -> None:
        parts = [np.load(path) for path in paths]
        self.inputs, self.truth, self.error, self.answer = (
            np.concatenate([part[name] for part in parts]) for name in ("inputs", "truth", "error", "answer")
        )
        some = self.inputs[:: max(1, len(self.inputs) // 50_000)].astype(np.float32)
        runs = np.arange(len(self.inputs)) // RUN
        self.held_out = np.flatnonzero(runs % HELD_OUT == HELD_OUT - 1)
        self.training = np.flatnonzero(runs % HELD_OUT != HELD_OUT - 1)
        self.mean, self.deviation = some.mean(axis=0), some.std(axis=0) + 1e-3

    def batch(self, index: NDArray[np.intp]) -> Batch:
        """The samples of an index."""
        inputs = self.inputs[index].astype(np.float32)
        truth, error, answer = (part[index].astype(np.float32) for part in (self.truth, self.error, self.answer))
        first = sum(BLOCKS[:4])
        was_person = inputs[:, first : first + BLOCKS[4]].mean(axis=1, keepdims=True) > 128
        weight = np.where(was_person & (truth < 0.1), np.float32(GHOST_WEIGHT), np.float32(1))
        calm = np.minimum(3, 0.3 / (0.1 + inputs[:, -1:]))  # the last input is the luma change in place
        arrays = (inputs - self.mean) / self.deviation, truth, answer, error, weight, calm
        return Batch(*(torch.from_numpy(np.asarray(array, np.float32)) for array in arrays))


def network(inputs: int) -> nn.Sequential:
    """Three dense layers: float32 [n, inputs] -> logits of alpha, [n, 4]. Weights after He et al., ICCV 2015."""
    sizes = [inputs, *HIDDEN, 4]
    layers: list[nn.Module] = []
    for size_in, size_out in itertools.pairwise(sizes):
        dense = nn.Linear(size_in, size_out)
        nn.init.normal_(dense.weight, 0, (2 / size_in) ** 0.5)
        nn.init.zeros_(dense.bias)
        layers += [dense, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def loss(alpha: Tensor, batch: Batch, flicker_weight: float) -> Tensor:
    """Absolute and half the squared error, and the squared change of the error from frame to frame.

    Where the policy gave an answer, it is most of the target; a difference from it counts as a change too, since the
    answers do not flicker. Squares alone make softer edges that lie worse: MAD 0.58 against 0.55 of the bare model's on
    training clips.

    Args:
        alpha: float32 [n, 4] in [0, 1].
        batch: The samples that it was computed from.
        flicker_weight: Of the change.

    Returns:
        A scalar.
    """
    error = alpha - batch.truth
    change = (error - batch.previous_error).nan_to_num(0.0)
    calm = flicker_weight * batch.calm
    from_truth = batch.weight * (error.abs() + 0.5 * error.square()) + calm * change.square()
    difference = (alpha - batch.answer).nan_to_num(0.0)
    from_answer = difference.abs() + (0.5 + calm) * difference.square()
    share = torch.where(batch.answer.isnan(), 0.0, ANSWER_SHARE)
    return ((1 - share) * from_truth + share * from_answer).mean()


def fit(samples: Samples, seconds: float, flicker_weight: float, seed: int = 0) -> nn.Sequential:
    """Adam (Kingma and Ba, ICLR 2015); the learning rate falls to zero when the CPU time is over.

    Args:
        samples: What to learn from.
        seconds: CPU time.
        flicker_weight: See `loss`.
        seed: Of weights and batches.

    Returns:
        The network, for inputs of zero mean and unit standard deviation.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = network(samples.inputs.shape[1])
    optimiser = torch.optim.Adam(net.parameters(), PEAK_RATE)
    begin_s, step, mean_loss = time.process_time(), 0, 0.0
    while (progress := (time.process_time() - begin_s) / seconds) < 1:
        step += 1
        batch = samples.batch(rng.choice(samples.training, size=BATCH))
        optimiser.param_groups[0]["lr"] = PEAK_RATE * (1 - progress) * min(1, step / WARM_UP_STEPS)
        value = loss(net(batch.inputs).sigmoid(), batch, flicker_weight)
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        optimiser.step()
        mean_loss += (value.item() - mean_loss) / min(step, 500)
        if step % REPORT_STEPS == 0:
            print(f"{step} steps, loss {mean_loss:.4f}", flush=True)
    return net


def scores(net: nn.Sequential, samples: Samples) -> tuple[float, float]:
    """Mean absolute error of held-out alpha, and the root mean square of its change from frame to frame."""
    batch = samples.batch(samples.held_out)
    with torch.inference_mode():
        error = net(batch.inputs).sigmoid() - batch.truth
    change = (error - batch.previous_error)[~batch.previous_error.isnan()]
    return float(error.abs().mean()), float(change.square().mean().sqrt())


def arrays(net: nn.Sequential, samples: Samples) -> dict[str, F32]:
    """w0, b0, ... as `EdgeNetwork` reads them, w [inputs, outputs]; the first layer takes inputs as they are."""
    dense = [layer for layer in net if isinstance(layer, nn.Linear)]
    pairs = [(layer.weight.detach().numpy().T.copy(), layer.bias.detach().numpy().copy()) for layer in dense]
    weight, bias = pairs[0]
    scaled = weight / samples.deviation[:, np.newaxis]
    pairs[0] = scaled, bias - samples.mean @ scaled
    named = (
        (f"{letter}{index}", array)
        for index, pair in enumerate(pairs)
        for letter, array in zip("wb", pair, strict=True)
    )
    return {name: np.asarray(array, np.float32) for name, array in named}


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("samples", type=Path, nargs="+")
    parser.add_argument("--minutes", type=float, default=5.0, help="of CPU time")
    parser.add_argument(
        "--flicker-weight", type=float, default=4.0, help="of the change from frame to frame in the loss"
    )
    args = parser.parse_args()
    torch.set_num_threads(1)
    samples = Samples(args.samples)
    net = fit(samples, args.minutes * 60, args.flicker_weight)
    error, change = scores(net, samples)
    print(f"held out: error {error:.4f}, change of it {change:.4f}")
    np.savez(args.output, **arrays(net, samples))  # type: ignore[arg-type]  # NumPy's stub takes the names for its options
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
