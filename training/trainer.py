"""The training loop over PaddleSeg's networks, data sets, losses and optimisers.

PaddleSeg's own loop stops on Paddle 3.3 (it indexes and joins 0-d tensors, and counts FLOPs by what NumPy 2 dropped),
forgets the best score when it resumes, and never stops early.
"""

import logging
import os
import random
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import paddle
from paddleseg.core.train import loss_computation

from engine.core.errors import UsageError
from training import checkpoints, scoring
from training.curves import Curves

if TYPE_CHECKING:
    from paddleseg.cvlibs import SegBuilder

log = logging.getLogger(__name__)

INITIAL_LOSS_SCALE = 1024  # PaddleSeg's


@dataclass(frozen=True, slots=True)
class Options:
    """How to run, beside what the recipe says.

    Attributes:
        save_dir: Where checkpoints, curves and the best model go.
        resume: A checkpoint's folder to go on from.
        save_interval: Iterations between checkpoints, each with an evaluation.
        log_iters: Iterations between lines of progress.
        keep_checkpoint_max: Checkpoints kept beside the best.
        early_stop: Evaluations without a better score after which the run ends; 0 never does.
        evaluate: Whether to score the validation pictures.
        precision: fp32, or fp16 or bf16 on a GPU (Paddle's mixed precision does nothing on a CPU).
        amp_level: O1 or O2.
        num_workers: Processes that load pictures.
    """

    save_dir: Path
    resume: Path | None
    save_interval: int
    log_iters: int
    keep_checkpoint_max: int
    early_stop: int
    evaluate: bool
    precision: str
    amp_level: str
    num_workers: int


def seed_everything(seed: int) -> None:
    """One seed for Paddle, NumPy and Python, a different one in each process of a distributed run."""
    seed += paddle.distributed.get_rank()
    paddle.seed(seed)
    np.random.seed(seed)  # noqa: NPY002  PaddleSeg's transforms draw from the global generators
    random.seed(seed)


def fit(builder: "SegBuilder", options: Options) -> checkpoints.Progress:
    """Trains the recipe's network, from the weights it holds, to the recipe's last iteration or an early stop.

    Raises:
        UsageError: Fewer pictures than a batch, a checkpoint that is none, or mixed precision without a GPU.
    """
    if options.precision != "fp32" and not paddle.get_device().startswith("gpu"):
        raise UsageError("mixed precision needs a GPU", "use --precision fp32 on a CPU")
    return _Run(builder, options).go()


class _Run:
    def __init__(self, builder: "SegBuilder", options: Options) -> None:
        self._builder, self._options = builder, options
        self._model, self._optimizer = builder.model, builder.optimizer
        self._leads = paddle.distributed.get_rank() == 0
        self._progress = checkpoints.Progress()
        if options.resume:
            self._progress = checkpoints.resume(options.resume, self._model, self._optimizer)
        self._curves = Curves(options.save_dir, self._progress.iter) if self._leads else None
        # The scaler does nothing unless it is enabled, so every precision takes the same steps.
        self._scaler = paddle.amp.GradScaler(enable=options.precision == "fp16", init_loss_scaling=INITIAL_LOSS_SCALE)
        self._forward = self._model
        if paddle.distributed.get_world_size() > 1:
            self._forward = paddle.DataParallel(self._model, find_unused_parameters=True)

    def go(self) -> checkpoints.Progress:
        iters, options, progress = self._builder.config.iters, self._options, self._progress
        if not options.resume:
            self._score()  # the start is the first best: a run that only harms leaves what it began with
        since, losses = time.perf_counter(), []
        self._model.train()
        for batch in self._batches():
            losses.append(self._step(batch))
            progress.iter += 1
            if progress.iter % options.log_iters == 0 or progress.iter == iters:
                self._report(losses, time.perf_counter() - since)
                since, losses = time.perf_counter(), []
            if progress.iter % options.save_interval == 0 or progress.iter == iters:
                self._checkpoint()
                if options.early_stop and progress.stale >= options.early_stop:
                    log.info("No better score in %d evaluations: stopping early", progress.stale)
                    break
                since = time.perf_counter()
        if self._curves:
            self._curves.draw()
        return progress

    def _batches(self) -> Iterator[dict[str, paddle.Tensor]]:
        data, size = self._builder.train_dataset, self._builder.config.batch_size
        sampler = paddle.io.DistributedBatchSampler(data, batch_size=size, shuffle=True, drop_last=True)
        if not len(sampler):
            raise UsageError(f"{len(data)} pictures are fewer than a batch of {size}", "lower --batch_size")
        loader = paddle.io.DataLoader(data, batch_sampler=sampler, num_workers=self._options.num_workers)
        while self._progress.iter < self._builder.config.iters:
            sampler.set_epoch(self._progress.iter // len(sampler))
            for batch in loader:
                if self._progress.iter == self._builder.config.iters:
                    return
                yield batch

    def _autocast(self) -> AbstractContextManager[Any]:
        if self._options.precision == "fp32":
            return nullcontext()
        dtype = "float16" if self._options.precision == "fp16" else "bfloat16"
        context: AbstractContextManager[Any] = paddle.amp.auto_cast(
            level=self._options.amp_level, dtype=dtype, custom_black_list={"bilinear_interp_v2"}
        )
        return context

    def _step(self, batch: dict[str, paddle.Tensor]) -> float:
        labels = batch["label"].astype("int64")
        with self._autocast():
            levels = self._forward(batch["img"])
        loss = sum(loss_computation([level.astype("float32") for level in levels], labels, None, self._builder.loss))
        self._scaler.scale(loss).backward()
        self._scaler.step(self._optimizer)
        self._scaler.update()
        self._optimizer.clear_grad()
        self._optimizer._learning_rate.step()
        return float(loss)

    def _report(self, losses: list[float], seconds: float) -> None:
        if not self._curves:
            return
        iters, done = self._builder.config.iters, self._progress.iter
        loss, rate = float(np.mean(losses)), self._optimizer.get_lr()
        pictures = len(losses) * self._builder.config.batch_size * paddle.distributed.get_world_size() / seconds
        left = time.strftime("%H:%M:%S", time.gmtime((iters - done) * seconds / len(losses)))
        log.info("[TRAIN] iter: %d/%d, loss: %.4f, lr: %.6f, ips: %.1f samples/sec | ETA %s",
                 done, iters, loss, rate, pictures, left)  # fmt: skip
        self._curves.add(done, loss=loss, lr=rate)

    def _checkpoint(self) -> None:
        self._score()
        if self._curves:
            options = self._options
            checkpoints.save(
                options.save_dir, self._progress, self._model, self._optimizer, options.keep_checkpoint_max
            )
            self._curves.draw()

    def _score(self) -> None:
        if not self._options.evaluate:
            return
        progress = self._progress
        scores = scoring.scores(scoring.confusion(self._model, self._builder.val_dataset))
        self._model.train()
        better = scores["mIoU"] > progress.best_miou
        if better:
            progress.best_miou, progress.best_iter, progress.stale = scores["mIoU"], progress.iter, 0
        else:
            progress.stale += 1
        if self._curves:
            self._curves.add(progress.iter, **scores)
            if better:
                checkpoints.save_best(self._options.save_dir, self._model)
            log.info("[EVAL] iter: %d, mIoU: %.4f, accuracy: %.4f; best mIoU %.4f at iter %d", progress.iter,
                     scores["mIoU"], scores["accuracy"], progress.best_miou, progress.best_iter)  # fmt: skip


def start_processes() -> None:
    """Joins the other processes where `paddle.distributed.launch` started this one."""
    if int(os.environ.get("PADDLE_TRAINERS_NUM", "1")) > 1:
        paddle.distributed.init_parallel_env()
