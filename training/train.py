"""`train`: fine-tunes or trains a network by a recipe; PaddleSeg's options and output layout."""

import argparse
import logging
import sys
from pathlib import Path

from training import labelled_lists, recipe


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PaddleSeg's options, and --weights and --early_stop."""
    recipe.add_arguments(parser)
    parser.add_argument("--iters", type=int, help="iterations in all, instead of the recipe's")
    parser.add_argument("--batch_size", type=int, help="pictures a process in each iteration")
    parser.add_argument("--learning_rate", type=float, help="at the start, instead of the recipe's")
    parser.add_argument("--weights", type=Path, help="start from these: a .pdparams file or a released model's folder")
    parser.add_argument("--resume_model", type=Path, help="go on from a checkpoint: an iter_N folder of an earlier run")
    parser.add_argument("--save_dir", type=Path, default=Path("output"), help="default: %(default)s")
    parser.add_argument("--save_interval", type=int, default=1000, help="iterations between checkpoints (%(default)s)")
    parser.add_argument("--log_iters", type=int, default=10, help="iterations between lines of progress (%(default)s)")
    parser.add_argument(
        "--keep_checkpoint_max", type=int, default=5, help="checkpoints kept beside the best (%(default)s)"
    )
    parser.add_argument("--early_stop", type=int, default=0, help="stop after so many evaluations without a gain")
    parser.add_argument(
        "--do_eval", action=argparse.BooleanOptionalAction, default=True, help="score at each checkpoint"
    )
    parser.add_argument(
        "--precision", choices=("fp32", "fp16", "bf16"), default="fp32", help="fp16 and bf16 need a GPU"
    )
    parser.add_argument(
        "--amp_level", choices=("O1", "O2"), default="O1", help="how much runs in the smaller precision"
    )
    parser.add_argument("--num_workers", type=int, default=0, help="processes that load pictures (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of all random numbers (%(default)s)")


def run(args: argparse.Namespace) -> int:
    """Trains; answers the exit status.

    Raises:
        UsageError: The recipe, data set, weights or options make no sense.
    """
    builder = recipe.load(args)
    from training import checkpoints, trainer

    labelled_lists.prepare(builder.config.dic)

    log = logging.getLogger("training")
    log.setLevel(logging.INFO)
    log.propagate = False  # a library that PaddleSeg imports hangs a handler on the root
    log.handlers = [logging.StreamHandler(sys.stdout)]
    trainer.start_processes()
    trainer.seed_everything(args.seed)
    if args.weights:
        checkpoints.load_weights(args.weights, builder.model)
    progress = trainer.fit(
        builder,
        trainer.Options(
            save_dir=args.save_dir,
            resume=args.resume_model,
            save_interval=args.save_interval,
            log_iters=args.log_iters,
            keep_checkpoint_max=args.keep_checkpoint_max,
            early_stop=args.early_stop,
            evaluate=args.do_eval,
            precision=args.precision,
            amp_level=args.amp_level,
            num_workers=args.num_workers,
        ),
    )
    log.info("Done at iter %d; %s", progress.iter, args.save_dir)
    return 0
