"""Trains the built-in model: `python -m training.distill.run --help`. Needs PyTorch, in an environment of its own.

The learning rate follows a cosine over the wall clock, so a run on a busy machine still ends annealed at `--end`.
"""

import argparse
import math
import multiprocessing as mp
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.distill import archive, material, samples
from training.distill.network import PortraitNet
from training.distill.pictures import SIZE_PX, normalise, read_images, read_list
from training.distill.samples import Sample
from training.distill.scores import Predictor, false_person_share, foreground_iou

BATCH = 16
QUEUED_BATCHES = 32
WARM_UP_STEPS = 200
EMA_DECAY = 0.998
AUXILIARY_WEIGHT = 0.3  # of the two coarser heads
DICE_WEIGHT = 0.3
HINT_WEIGHT = 0.3
LEAST_VARIANCE = 0.02  # of a hint's channel, against the mean of all: those that hold nothing
DICE_SMOOTHING_PX = 20  # an empty picture with no person found costs nothing
CHECKPOINT_S = 300
SMALL_SHARE = 0.7  # of the run goes at three quarters of the size, in half the time a sample
BLOCKWISE_SHARE = 0.5  # of the run trains each block by itself, on the teacher's map before it
SMALL_PX = (112, 192)  # height, width


class Hints(NamedTuple):
    """The teacher's features and levels, fine to coarse, its merged level, and its alpha float32 [N, H, W]."""

    features: list[Tensor]
    levels: list[Tensor]
    merged: Tensor
    alpha: Tensor


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the material is; backgrounds named in `held_out` are never trained on."""

    data: Path
    material: Path
    backgrounds: Path
    held_out: tuple[str, ...]


def fill(queue: "mp.Queue[Sample]", folders: Folders, seed: int) -> None:
    """Runs in its own process: batches of 16, each array of a sample with that axis in front."""
    cv2.setNumThreads(1)
    source = material.load(folders.material, folders.data, [folders.backgrounds], folders.held_out)
    rng = np.random.default_rng(seed)
    while True:
        drawn = [samples.draw(source, rng) for _ in range(BATCH)]
        queue.put(samples.stack(drawn))


def alpha_loss(levels: list[Tensor], target: Tensor) -> Tensor:
    """Cross entropy plus soft Dice of each head against alpha float32 [N, H, W]."""
    total = target.new_zeros(())
    for index, logits in enumerate(levels):
        margin = (logits[:, 1] - logits[:, 0]).float()
        alpha = margin.sigmoid()
        overlap = 2 * (alpha * target).sum((1, 2)) + DICE_SMOOTHING_PX
        dice = 1 - overlap / (alpha.sum((1, 2)) + target.sum((1, 2)) + DICE_SMOOTHING_PX)
        cross_entropy = functional.binary_cross_entropy_with_logits(margin, target)
        weight = 1.0 if index == 0 else AUXILIARY_WEIGHT
        total = total + weight * (cross_entropy + DICE_WEIGHT * dice.mean())
    return total


def hint_distances(maps: list[Tensor], hints: list[Tensor]) -> Tensor:
    """Mean squared distance of each map from the teacher's, in units of each channel's variance: [maps].

    Hints as in FitNets (Romero et al., ICLR 2015).
    """
    return torch.stack([_distance(a.float(), b) for a, b in zip(maps, hints, strict=True)])


def _distance(ours: Tensor, hint: Tensor) -> Tensor:
    variance = hint.var((0, 2, 3), keepdim=True)
    return ((ours - hint).square() / variance.clamp_min(LEAST_VARIANCE * variance.mean())).mean()


def ema(average: Tensor, value: Tensor, seen: Tensor | int) -> Tensor:
    """Exponential moving average whose decay increases over the first steps, so that it forgets the start."""
    decay = min(EMA_DECAY, (1 + int(seen)) / (10 + int(seen)))
    return average.lerp(value, 1 - decay) if average.is_floating_point() else value


def predictor(net: PortraitNet) -> Predictor:
    """Pictures through the network in evaluation mode."""

    def predict(image: np.ndarray) -> np.ndarray:
        small = cv2.resize(image, SIZE_PX, interpolation=cv2.INTER_AREA)
        with torch.inference_mode():
            found: np.ndarray = net(torch.from_numpy(normalise(small[None])))[0].softmax(1)[0, 1].numpy()
        return found

    return predict


class Run:
    """The network, its moving average and the optimiser, and how they go to disk and back."""

    def __init__(self, teacher: Path, end_s: float, peak_rate: float) -> None:
        self.teacher = archive.read(teacher).to(memory_format=torch.channels_last)
        self.net = PortraitNet().to(memory_format=torch.channels_last)
        for module in self.net.modules():
            if isinstance(module, torch.nn.Conv2d):
                torch.nn.init.kaiming_normal_(module.weight, mode="fan_out")
        self.average = torch.optim.swa_utils.AveragedModel(self.net, avg_fn=ema, use_buffers=True)
        kernels = [p for p in self.net.parameters() if p.ndim > 1]
        others = [p for p in self.net.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW(
            [{"params": kernels, "weight_decay": 0.02}, {"params": others, "weight_decay": 0.0}]
        )
        self.begin_s, self.end_s, self.peak_rate, self.step = time.time(), end_s, peak_rate, 0
        self.blockwise_share = BLOCKWISE_SHARE

    def start_from(self, weights: Path) -> None:
        """Takes over weights alone, for a new run that trains all blocks jointly."""
        self.blockwise_share = 0.0
        self.net.load_state_dict(torch.load(weights, weights_only=True))
        self.average.module.load_state_dict(self.net.state_dict())

    def match_teacher_statistics(self, batch: Sample) -> None:
        """Gives a random network's levels the teacher's mean and standard deviation; else their ReLUs would die."""
        hints = self.teacher_maps(torch.from_numpy(normalise(batch.clean)))
        ends = [*(fusion.conv_out for fusion in self.net.fusions), self.net.last]
        for end, hint in zip(ends, [*hints.levels, hints.merged], strict=True):
            norm = end.pointwise.bn
            norm.weight.data.copy_(hint.std((0, 2, 3)))
            norm.bias.data.copy_(hint.mean((0, 2, 3)))

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

    def progress(self) -> float:
        """Elapsed share of the run's time."""
        return min(1.0, (time.time() - self.begin_s) / (self.end_s - self.begin_s))

    def rate(self) -> float:
        """Learning rate now: a short warm-up, then a cosine over the wall clock."""
        warm_up = min(1.0, (self.step + 1) / WARM_UP_STEPS)
        return self.peak_rate * warm_up * max(1e-3, (1 + math.cos(math.pi * self.progress())) / 2)

    def train_step(self, batch: Sample) -> np.ndarray:
        """One step on one batch; returns the loss of its alpha and the distances of the hints."""
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.net.train()
        seen, clean = (torch.from_numpy(normalise(images)) for images in (batch.degraded, batch.clean))
        truth = torch.from_numpy(batch.alpha).float() / 255
        if self.progress() < SMALL_SHARE:
            seen, clean = (functional.interpolate(x, SMALL_PX, mode="area") for x in (seen, clean))
            truth = functional.interpolate(truth[:, None], SMALL_PX, mode="area")[:, 0]
        hints = self.teacher_maps(clean)
        share = torch.from_numpy(batch.label_weight)[:, None, None]
        blockwise = self.progress() < self.blockwise_share
        if not blockwise:
            self.freeze_statistics()
        with torch.autocast("cpu", torch.bfloat16):
            net, seen = self.net, seen.contiguous(memory_format=torch.channels_last)
            features = net.encode(seen, hints.features if blockwise else None)
            levels = net.decode(hints.features if blockwise else features, hints.levels if blockwise else None)
            merged = net.merge(hints.levels if blockwise else levels)
            inputs = [hints.merged, *hints.levels[1:]] if blockwise else [merged, *levels[1:]]
            logits = net.predict(inputs, seen.shape[2:])
        loss = alpha_loss(logits, truth * share + hints.alpha * (1 - share))
        maps, targets = [*features, *levels, merged], [*hints.features, *hints.levels, hints.merged]
        if not blockwise:  # in a background known to be empty the teacher may see a person
            unsure = share[:, 0, 0] < 1
            maps, targets = [each[unsure] for each in maps], [each[unsure] for each in targets]
        distances = hint_distances(maps, targets)
        (loss + HINT_WEIGHT * distances.sum()).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.average.update_parameters(self.net)
        self.step += 1
        return np.array([float(loss.detach()), *distances.detach().tolist()])

    def freeze_statistics(self) -> None:
        """Freezes the batch norms: a batch's own statistics would shift every block's input."""
        for module in self.net.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.eval()

    @torch.no_grad()
    def teacher_maps(self, clean: Tensor) -> Hints:
        """The teacher's maps and alpha of clean pictures, float32 [N, 3, H, W]."""
        with torch.autocast("cpu", torch.bfloat16):
            features = self.teacher.encode(clean.contiguous(memory_format=torch.channels_last))
            levels = self.teacher.decode(features)
            merged = self.teacher.merge(levels)
            (logits,) = self.teacher.predict([merged], clean.shape[2:])
        features, levels = ([x.float() for x in maps] for maps in (features, levels))
        return Hints(features, levels, merged.float(), logits.float().softmax(1)[:, 1])


def batches(folders: Folders, seed: int) -> Iterator[Sample]:
    """Batches from a process of its own, without end."""
    context = mp.get_context("spawn")
    queue = context.Queue(QUEUED_BATCHES)
    context.Process(target=fill, args=(queue, folders, seed), daemon=True).start()
    while True:
        yield queue.get()


def main() -> None:
    """Trains until `--end`, with a checkpoint and its scores every few minutes."""
    args = arguments()
    torch.set_num_threads(args.threads)
    cv2.setNumThreads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    folders = Folders(args.data, args.material, args.backgrounds, tuple(args.held_out))
    run = Run(args.teacher, args.end.timestamp(), args.rate)
    if args.resume:
        run.resume(args.out / "checkpoint.pt")
    elif args.weights:
        run.start_from(args.weights)
    val = [(image, mask) for _, image, mask in read_list(args.data, "val.txt")]
    empty = read_images(args.backgrounds / name for name in args.held_out)
    last_s, losses = time.time(), []
    for batch in batches(folders, args.seed + run.step):
        if run.step == 0 and not args.weights:
            run.match_teacher_statistics(batch)
        losses.append(run.train_step(batch))
        finished = time.time() >= run.end_s
        if finished or time.time() - last_s > CHECKPOINT_S:
            run.save(args.out)
            predict = predictor(run.average.module.eval())
            print(
                f"{datetime.now():%H:%M} step {run.step} rate {run.rate():.2g} "
                f"loss and hints {' '.join(f'{x:.3f}' for x in np.mean(losses, axis=0))} "
                f"val IoU {foreground_iou(predict, val):.4f} empty {false_person_share(predict, empty):.4f} "
                f"{len(losses) * BATCH / (time.time() - last_s):.1f} samples/s",
                flush=True,
            )
            last_s, losses = time.time(), []
        if finished:
            return


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Train the built-in model by distillation.")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form, with unlabelled/")
    parser.add_argument("--backgrounds", type=Path, required=True, help="folder of photographs without persons")
    parser.add_argument("--held-out", nargs="*", default=[], help="backgrounds kept out of training, scored instead")
    parser.add_argument("--teacher", type=Path, required=True, help="archive that training.distill.release wrote")
    parser.add_argument("--material", type=Path, required=True, help="folder that training.distill.material filled")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoint.pt and weights.pt")
    parser.add_argument("--end", type=datetime.fromisoformat, required=True, help="when to finish, as 2030-01-31T18:00")
    parser.add_argument("--weights", type=Path, help="start from these, all blocks jointly")
    parser.add_argument("--resume", action="store_true", help="continue from the checkpoint in --out")
    parser.add_argument("--rate", type=float, default=2e-3, help="peak learning rate")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    main()
