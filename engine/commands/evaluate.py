"""`evaluate`: how good a model's masks or mattes are on a data set."""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from tqdm import tqdm

from engine import __version__
from engine.commands import report
from engine.core.errors import UsageError
from engine.core.frame import F32, U8, Image
from engine.core.settings import options
from engine.media.colour_formats import downsample_bgr
from engine.segmentation.evaluation import pairs, scores
from engine.segmentation.evaluation.labels import TruthKind, alpha_of, kind_of_masks, labels_of
from engine.segmentation.evaluation.pairs import Pair
from engine.segmentation.evaluation.worst_cases import WorstCases
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor
from engine.segmentation.trimap import BACKGROUND, FOREGROUND, UNKNOWN, TrimapPredictor, read_trimap


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    settings = options()
    parser.add_argument("data", type=Path, help="folder with val.txt, a list like it, or a folder of images and alpha")
    parser.add_argument("--model", default="auto", help=settings["model"].help)
    parser.add_argument("--runtime", default="auto", choices=settings["runtime"].choices)
    parser.add_argument("--precision", default="f32", choices=("f32", "bf16", "f16"))
    parser.add_argument(
        "--truth", default="auto", choices=("auto", *TruthKind), help="what the masks' numbers mean; auto looks at them"
    )
    parser.add_argument("--clip", action="store_true", help="the pictures are one clip in order: adds dtSSD")
    parser.add_argument("--limit", type=_count, metavar="N", help="the first N pictures only")
    parser.add_argument("--json", metavar="PATH|-", help="write everything measured, - for standard output")
    parser.add_argument("--worst", type=Path, metavar="PATH", help="write a page of the worst cases as HTML")
    parser.add_argument("--worst-count", type=_count, default=20, metavar="N", help="how many of them (20)")


def run(args: argparse.Namespace) -> int:
    """Scores a model and prints a table.

    Raises:
        EngineError: The data set, the model or a file to write is not what it should be.
    """
    if not args.data.exists():
        raise UsageError("no such data set: {path}", "check the name", code="data-set-missing", path=args.data)
    found = pairs.find_pairs(args.data)[: args.limit]
    kind = kind_of_masks([pair.truth for pair in found]) if args.truth == "auto" else TruthKind(args.truth)
    model = find_model(args.model)
    evaluation = Evaluation(WorstCases(args.worst_count), kind, args.clip)
    predictor = load_predictor(model, args.runtime, args.precision, check_sanity=False)
    try:
        for pair in tqdm(found, unit="picture", disable=None):
            evaluation.add(pair, predictor)
    finally:
        predictor.close()
    values = evaluation.values()
    if args.worst:
        evaluation.worst.write(args.worst, f"{predictor.model_id} on {args.data.name}: worst cases")
    measured = {
        "model": predictor.model_id,
        "runtime": predictor.runtime,
        "precision": args.precision,
        "data": str(args.data),
        "pictures": len(found),
        "scores": values,
        "predict_p50_ms": round(statistics.median(evaluation.predict_ms), 3),
        "by_picture": evaluation.by_picture,
        "version": __version__,
    }
    if args.json:
        report.write(measured, args.json)
    if args.json != "-":
        _print_table(measured)
    return 0


class Evaluation:
    """Takes pictures one by one and adds up.

    Args:
        worst: Keeps the worst cases.
        kind: What the truths' numbers mean: mattes are scored as such, all else as masks.
        is_clip: The pictures follow one another.
    """

    def __init__(self, worst: WorstCases, kind: TruthKind, is_clip: bool) -> None:
        self.worst = worst
        self._kind = kind
        self.predict_ms: list[float] = []
        self.by_picture: dict[str, float] = {}
        self._scores = scores.MatteScores() if kind is TruthKind.ALPHA else scores.MaskScores()
        self._clip = scores.ClipScore() if is_clip else None
        self._clip_shape: tuple[int, ...] | None = None

    def add(self, pair: Pair, predictor: Predictor) -> None:
        """Predicts a picture, as the app would, and scores the answer at the truth's size.

        Raises:
            EngineError: A file can't be read, or the model fails.
        """
        picture, stored = pair.read_picture(), pair.read_truth()
        truth = alpha_of(stored, self._kind, pair.truth)
        trimap = None
        if isinstance(predictor, TrimapPredictor):
            trimap = predictor.source = _trimap(pair, truth)
        small = downsample_bgr(Image.from_bgr(picture), predictor.input_size((picture.shape[1], picture.shape[0])))
        started_s = time.perf_counter()
        answer = predictor.predict(small)
        self.predict_ms.append((time.perf_counter() - started_s) * 1e3)
        answer = cv2.resize(answer, stored.shape[::-1], interpolation=cv2.INTER_LINEAR)  # type: ignore[assignment]
        name = pair.picture.name
        if self._clip:
            if self._clip_shape not in (None, truth.shape):
                raise UsageError(
                    "{name} differs in size from the pictures before it",
                    "a clip has one size",
                    code="clip-size-differs",
                    name=name,
                )
            self._clip_shape = truth.shape
            self._clip.add(answer, truth)
        if isinstance(self._scores, scores.MaskScores):
            iou = self._scores.add(answer, labels_of(stored, self._kind, pair.truth))
            self.by_picture[name] = round(iou, 5)
            self.worst.add(1 - iou, name, f"IoU {iou:.4f}", picture, truth, answer)
        else:
            region = None if trimap is None else trimap == UNKNOWN
            sad = self._scores.add(answer, truth, region)
            self.by_picture[name] = round(sad, 5)
            self.worst.add(sad, name, f"SAD {sad:.2f}", picture, truth, answer)

    def values(self) -> dict[str, float]:
        """The figures over all pictures so far."""
        return self._scores.values() | ({"dtSSD": self._clip.value()} if self._clip else {})


def _trimap(pair: Pair, truth: F32) -> U8:
    """The pair's own trimap, or one that marks the surroundings of fractional alpha as unknown; of the truth's size."""
    if pair.trimap:
        given = read_trimap(pair.trimap)
        return cv2.resize(given, truth.shape[::-1], interpolation=cv2.INTER_NEAREST)  # type: ignore[return-value]
    trimap = np.where(truth > 0, FOREGROUND, BACKGROUND).astype(np.uint8)
    trimap[scores.unknown_region(truth)] = UNKNOWN
    return trimap


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _print_table(measured: dict[str, Any]) -> None:
    print(f"{measured['model']} on {measured['runtime']}, {measured['pictures']} pictures of {measured['data']}")
    for name, value in measured["scores"].items():
        print(f"  {name:11} {value:.4f}")
    print(f"  {'predict p50':11} {measured['predict_p50_ms']:.1f} ms")
