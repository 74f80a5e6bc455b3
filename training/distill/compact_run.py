"""Trains the compact network from shards: `python -m training.distill.compact_run --help`.

First each part of the encoder and the decoder learn by themselves from the teacher's features; then all learn together.
The learning rate follows a cosine over the wall clock, so a run on a busy machine still ends annealed at `--end`.
"""

import argparse
import math
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.distill import archive, pruning, shards
from training.distill.compact_network import CompactNet
from training.distill.pictures import SIZE_PX, normalise, read_images, read_list
from training.distill.run import ema, hint_distances
from training.distill.scores import Predictor, false_person_share, foreground_iou

BATCH = 16
WARM_UP_STEPS = 50
DICE_WEIGHT = 0.3
DICE_SMOOTHING_PX = 20  # an empty picture with no person found costs nothing
HINT_WEIGHT = 0.3
BLOCKWISE_SHARE = 0.3  # of the run trains each part by itself
STRIDE = 16  # of the coarsest features
CROPPED_SHARE = 0.5
CUT_CELLS = 1, 3  # rows and columns of the coarsest features that a cut leaves out
MIRRORED_SHARE = 0.5
GAIN_LIMIT, OFFSET_LIMIT = 0.15, 0.1  # of each channel in [-1, 1]
CHECKPOINT_S = 300
FITTED_ON = 384  # pictures


class Batch(NamedTuple):
    """degraded float32 [N, 3, H, W] in [-1, 1]; target float32 [N, H/2, W/2]; unsure bool [N]; features float32."""

    degraded: Tensor
    target: Tensor
    unsure: Tensor
    features: list[Tensor]


def batches(folder: Path, rng: np.random.Generator) -> Iterator[Batch]:
    """Batches without end, each augmented anew."""
    for shard in shards.shuffled(folder, rng):
        for first in range(0, len(shard.unsure), BATCH):
            yield augmented(to_batch(shard, slice(first, first + BATCH)), rng)


def augmented(batch: Batch, rng: np.random.Generator) -> Batch:
    """Half of the batches mirrored, half cut to a part on the coarsest features' grid, other gains and offsets."""
    count, _, height, width = batch.degraded.shape
    rows, columns = height // STRIDE, width // STRIDE
    top, left = 0, 0
    if rng.random() < CROPPED_SHARE:
        cut_rows, cut_columns = rows - CUT_CELLS[0], columns - CUT_CELLS[1]
        top, left = int(rng.integers(rows - cut_rows + 1)), int(rng.integers(columns - cut_columns + 1))
        rows, columns = cut_rows, cut_columns
    flips = rng.random() < MIRRORED_SHARE

    def part(plane: Tensor) -> Tensor:
        cell = plane.shape[-2] // (height // STRIDE)
        cut = plane[..., top * cell : (top + rows) * cell, left * cell : (left + columns) * cell]
        cut = cut.flip(-1) if flips else cut
        return cut.contiguous(memory_format=torch.channels_last) if cut.ndim == 4 else cut

    gain, offset = (
        torch.from_numpy(rng.uniform(-limit, limit, (count, 3, 1, 1))).float() for limit in (GAIN_LIMIT, OFFSET_LIMIT)
    )
    degraded = (part(batch.degraded) * (1 + gain) + offset).clamp(-1, 1)
    return Batch(degraded, part(batch.target), batch.unsure, [part(each) for each in batch.features])


def to_batch(shard: shards.Shard, rows: slice) -> Batch:
    """Some samples of a shard, as the network takes them."""
    target = torch.from_numpy(shard.target[rows]).float()[:, None] / 255
    features = [torch.from_numpy(each[rows]).float() for each in (shard.quarter, shard.eighth, shard.sixteenth)]
    return Batch(
        torch.from_numpy(normalise(shard.degraded[rows])).contiguous(memory_format=torch.channels_last),
        functional.avg_pool2d(target, 2)[:, 0],
        torch.from_numpy(shard.unsure[rows]),
        [each.contiguous(memory_format=torch.channels_last) for each in features],
    )


def alpha_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy plus soft Dice of logits [N, 2, h, w] against alpha [N, h, w]."""
    margin = logits[:, 1] - logits[:, 0]
    alpha = margin.sigmoid()
    overlap = 2 * (alpha * target).sum((1, 2)) + DICE_SMOOTHING_PX
    dice = 1 - overlap / (alpha.sum((1, 2)) + target.sum((1, 2)) + DICE_SMOOTHING_PX)
    return functional.binary_cross_entropy_with_logits(margin, target) + DICE_WEIGHT * dice.mean()


def predictor(net: CompactNet) -> Predictor:
    """Pictures through the network in evaluation mode."""
    net.eval()

    def predict(image: np.ndarray) -> np.ndarray:
        small = cv2.resize(image, SIZE_PX, interpolation=cv2.INTER_AREA)
        with torch.inference_mode():
            found: np.ndarray = net(torch.from_numpy(normalise(small[None]))).softmax(1)[0, 1].numpy()
        return found

    return predict


def save_arrays(net: CompactNet, path: Path) -> None:
    """Writes every parameter by name, and a random `input` with the `logits` of it, for `compact_convert.py`."""
    example = torch.randn(1, 3, SIZE_PX[1], SIZE_PX[0], generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        logits = net.eval()(example)
    arrays = {name: value.numpy() for name, value in net.state_dict().items() if value.ndim}
    np.savez(path, input=example.numpy(), logits=logits.numpy(), **arrays)


class Run:
    """The network, its moving average and the optimiser, and how they go to disk and back."""

    def __init__(self, end_s: float, peak_rate: float) -> None:
        self.net = CompactNet().to(memory_format=torch.channels_last)
        self.average = torch.optim.swa_utils.AveragedModel(self.net, avg_fn=ema, use_buffers=True)
        kernels = [p for p in self.net.parameters() if p.ndim > 1]
        others = [p for p in self.net.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": kernels, "weight_decay": 0.02}, {"params": others, "weight_decay": 0.0}]
        )
        self.begin_s, self.end_s, self.peak_rate, self.step = time.time(), end_s, peak_rate, 0
        self.blockwise_share = BLOCKWISE_SHARE

    def start_from(self, weights: Path) -> None:
        """Takes over weights alone, for a new run that trains all parts together."""
        self.blockwise_share = 0.0
        self.net.load_state_dict(torch.load(weights, weights_only=True))
        self.average.module.load_state_dict(self.net.state_dict())

    def prune(self, trained: Path, shard: shards.Shard) -> list[float]:
        """Starts from a trained PortraitNet; see `pruning.start_from`."""
        batch = to_batch(shard, slice(0, FITTED_ON))
        missing: list[float] = pruning.start_from(archive.read(trained), self.net, batch.degraded, batch.features)
        self.average.module.load_state_dict(self.net.state_dict())
        return missing

    def resume(self, checkpoint: Path) -> None:
        """Continues an interrupted run, under its own schedule."""
        state = torch.load(checkpoint, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.begin_s, self.step, self.blockwise_share = state["begin_s"], state["step"], state["blockwise_share"]

    def save(self, folder: Path) -> None:
        """Writes the checkpoint whole, and the averaged weights alone beside it."""
        state = {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "begin_s": self.begin_s,
            "step": self.step,
            "blockwise_share": self.blockwise_share,
        }
        for name, value in (("checkpoint.pt", state), ("weights.pt", self.average.module.state_dict())):
            partial = folder / (name + ".part")
            torch.save(value, partial)
            partial.replace(folder / name)
        save_arrays(self.average.module, folder / "weights.npz")

    def progress(self) -> float:
        """Elapsed share of the run's time."""
        return min(1.0, (time.time() - self.begin_s) / (self.end_s - self.begin_s))

    def rate(self) -> float:
        """Learning rate now: a short warm-up, then a cosine over the wall clock."""
        warm_up = min(1.0, (self.step + 1) / WARM_UP_STEPS)
        return self.peak_rate * warm_up * max(1e-3, (1 + math.cos(math.pi * self.progress())) / 2)

    def train_step(self, batch: Batch) -> np.ndarray:
        """One step on one batch; returns the loss of its alpha and the distances of the hints."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        blockwise = self.progress() < self.blockwise_share
        self._set_modes(blockwise)
        half, features = self.net.encode(batch.degraded, batch.features if blockwise else None)
        logits = self.net.decode(half.detach() if blockwise else half, batch.features if blockwise else features)
        loss = alpha_loss(logits, batch.target)
        maps, hints = features, batch.features
        if not blockwise:  # in a background known to be empty the teacher may see a person
            maps, hints = [each[batch.unsure] for each in maps], [each[batch.unsure] for each in hints]
        distances = hint_distances(maps, hints)
        (loss + HINT_WEIGHT * distances.sum()).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.average.update_parameters(self.net)
        self.step += 1
        return np.array([float(loss.detach()), *distances.detach().tolist()])

    def _set_modes(self, blockwise: bool) -> None:
        """Freezes the batch norms but the decoder's first: a batch's own statistics would shift what comes behind."""
        self.net.train()
        for name, module in self.net.named_modules():
            if isinstance(module, nn.BatchNorm2d) and (not blockwise or name.startswith(("stem", "blocks"))):
                module.eval()


def main() -> None:
    """Trains until `--end`, with a checkpoint and its scores every few minutes."""
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    cv2.setNumThreads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    run = Run(args.end.timestamp(), args.rate)
    rng = np.random.default_rng(args.seed)
    if args.resume:
        run.resume(args.out / "checkpoint.pt")
    elif args.weights:
        run.start_from(args.weights)
    elif args.prune:
        missing = run.prune(
            args.prune, shards.read_all(sorted(args.shards.glob("*.npz"))[: FITTED_ON // shards.SHARD_SAMPLES])
        )
        print("missing after pruning " + " ".join(f"{share:.3f}" for share in missing), flush=True)
    val = [(image, mask) for _, image, mask in read_list(args.data, "val.txt")]
    empty = read_images(args.held_out)
    last_s, losses = time.time(), []
    for batch in batches(args.shards, rng):
        losses.append(run.train_step(batch))
        finished = time.time() >= run.end_s
        if finished or time.time() - last_s > CHECKPOINT_S:
            elapsed_s = time.time() - last_s
            run.save(args.out)
            predict = predictor(run.average.module)
            print(
                f"{datetime.now():%H:%M} step {run.step} rate {run.rate():.2g} "
                f"loss and hints {' '.join(f'{x:.3f}' for x in np.mean(losses, axis=0))} "
                f"val IoU {foreground_iou(predict, val):.4f} empty {false_person_share(predict, empty):.4f} "
                f"{len(losses) * BATCH / elapsed_s:.1f} samples/s",
                flush=True,
            )
            last_s, losses = time.time(), []
        if finished:
            return


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train the compact network by distillation.")
    parser.add_argument("--shards", type=Path, required=True, help="folder that training.distill.shards filled")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form; val.txt is scored")
    parser.add_argument("--held-out", type=Path, nargs="*", default=[], help="backgrounds to score")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint.pt and weights.pt")
    parser.add_argument("--end", type=datetime.fromisoformat, required=True, help="when to finish, as 2030-01-31T18:00")
    parser.add_argument("--prune", type=Path, help="start from the archive of a trained PortraitNet")
    parser.add_argument("--weights", type=Path, help="start from these, all parts together")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    parser.add_argument("--rate", type=float, default=2e-3, help="peak learning rate")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
