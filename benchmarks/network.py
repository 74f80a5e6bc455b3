"""Networks alone: the processor's time for a prediction of each model, in turns, one thread, float32.

    python main.py bench network [MODEL ...] [--rounds N] [--json PATH]

Times are of the whole process, so that other programs change them little; the first model is the measure of the others.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np

from engine.platform.atomic_files import write_atomically
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor

FRAME_SIZE_PX = (1280, 720)
OFFICIAL, BUILT_IN = "portrait_pp_humansegv2_lite_256x144", "cyclorama-lite"
PREDICTIONS = 3  # of a model in a row, after one that fetches its weights into the caches


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `main.py bench network` understands."""
    parser.add_argument("models", nargs="*", default=[OFFICIAL, BUILT_IN], help="names or paths; default: %(default)s")
    parser.add_argument("--rounds", type=int, default=100, help="turns of each model (%(default)s)")
    parser.add_argument("--json", type=Path, metavar="PATH", help="keep the figures")


def run(args: argparse.Namespace) -> int:
    """Runs the bench; 0."""
    predictors = {name: load_predictor(find_model(name), "openvino") for name in args.models}
    times_ms = measure(predictors, args.rounds)
    base_ms = next(iter(times_ms.values()))
    report = {
        name: {
            "p10_ms": float(np.percentile(each, 10)),
            "median_ms": float(np.median(each)),
            "ratio": float(np.median(each) / np.median(base_ms)),
        }
        for name, each in times_ms.items()
    }
    for name, figures in report.items():
        print(f"{name:40s}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))
    if args.json:
        write_atomically(args.json, json.dumps(report, indent=1).encode())
    return 0


def measure(predictors: dict[str, Predictor], rounds: int) -> dict[str, list[float]]:
    """CPU milliseconds of each prediction of each model, taken in turns on the same noise."""
    rng = np.random.default_rng(0)
    sizes = {name: predictor.input_size(FRAME_SIZE_PX) for name, predictor in predictors.items()}
    pictures = {name: rng.integers(0, 256, (size[1], size[0], 3), np.uint8) for name, size in sizes.items()}
    times_ms: dict[str, list[float]] = {name: [] for name in predictors}
    for _ in range(rounds):
        for name, predictor in predictors.items():
            predictor.predict(pictures[name])
            for _ in range(PREDICTIONS):
                start_ns = time.process_time_ns()
                predictor.predict(pictures[name])
                times_ms[name].append((time.process_time_ns() - start_ns) / 1e6)
    return times_ms
