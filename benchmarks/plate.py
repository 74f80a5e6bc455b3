"""Mattes by a clean plate, a green screen and of one person against the network alone, on clips with true alpha.

    python main.py bench plate [--json PATH] [--sheet PATH] [--model NAME] [--frames N] [--only FAMILY]

Prints a table; writes the figures as JSON and a sheet of pictures at full size where asked. With the shared material
beside the project the clips are real persons before real backgrounds; elsewhere, the synthetic person before ours.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks import green_screen, passer_by
from benchmarks.clips import SHARED
from benchmarks.mask_methods import Engine, Makers
from benchmarks.mask_player import Played, Player
from benchmarks.mask_scores import JUDGED_SIZE_PX, scores
from benchmarks.plate_clips import CHANGES, HELD, INVALID, TALKING, PlateClip, clips
from engine.core.frame import F32, U8, FramePyramid
from engine.core.settings import Settings
from engine.matte import MattingSelection
from engine.matte.methods.key import GreenScreen
from engine.matte.methods.plate.capture import PlateCapture
from engine.matte.methods.plate.keeper import PlateKeeper
from engine.matte.methods.plate.method import CleanPlate
from engine.matte.methods.plate.plate import Plate
from engine.media.colour_formats import halves, to_i420
from engine.platform.atomic_files import write_atomically
from engine.platform.process import keep_freed_memory
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor

MEASURES = ("MAD", "1-IoU", "edge MAD", "dtSSD")
AWAY_PX = 9
"""Distance from the person, at 640 pixels, from which what is shown is not theirs by mistake alone."""
LEAK = 0.002
"""Share of the frame that is shown of the background, beyond what the network alone shows, from which a frame leaks."""


@dataclass(frozen=True)
class Family:
    """Clips that answer one question.

    Attributes:
        name: For `--only` and tables.
        clips: Made anew, one in memory at a time.
        makers: The methods to compare on a clip.
    """

    name: str
    clips: Callable[[Path, int], Iterator[PlateClip]]
    makers: Callable[[PlateClip], Makers]


def _with_plate(clip: PlateClip) -> Makers:
    plate = captured(clip)
    return {
        "network": lambda predict: Engine(Settings(), predict),
        "clean plate": lambda predict: Engine(Settings(), predict, matting=CleanPlate(PlateKeeper(plate=plate))),
    }


def _before_cloth(_clip: PlateClip) -> Makers:
    settings = Settings(matting="green-screen")
    return {
        "network": lambda predict: Engine(Settings(), predict),
        "green screen": lambda predict: Engine(settings, predict, matting=GreenScreen()),
    }


def _alone(_clip: PlateClip) -> Makers:
    settings = Settings(people="me")
    return {
        "network": lambda predict: Engine(Settings(), predict),
        "only me": lambda predict: Engine(settings, predict, matting=MattingSelection()),
    }


FAMILIES = (
    *(
        Family(name, partial(clips, takes=takes), _with_plate)
        for name, takes in (("talking", TALKING), ("held", HELD), ("changes", CHANGES), ("invalid", INVALID))
    ),
    Family("green screen", green_screen.clips, _before_cloth),
    Family("passer-by", passer_by.clips, _alone),
)


def captured(clip: PlateClip) -> Plate:
    """The plate of a clip, as the engine captures it."""
    capture = PlateCapture(len(clip.plate))
    for bgr in clip.plate:
        image = to_i420(bgr)
        plate = capture.add(FramePyramid(image, halves(image)), 0.0)
    assert plate is not None
    return plate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `main.py bench plate`."""
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the figures")
    parser.add_argument("--sheet", type=Path, metavar="PATH", help="write a PNG of a frame of each clip by each method")
    parser.add_argument("--model", default="auto", help="name or path of the model")
    parser.add_argument("--frames", type=int, default=30, help="frames per clip")
    parser.add_argument("--only", action="append", choices=[family.name for family in FAMILIES], help="of the families")


def run(args: argparse.Namespace) -> int:
    """Runs the bench; 0."""
    cv2.setNumThreads(1)
    keep_freed_memory()  # as the pipeline does
    predictor = load_predictor(find_model(args.model))
    report: dict[str, Any] = {"model": predictor.model_id, "runtime": predictor.runtime, "frames": args.frames}
    sheet: list[U8] = []
    for family in FAMILIES:
        if not args.only or family.name in args.only:
            report[family.name] = _score(family, predictor, args.frames, sheet if args.sheet else None)
            _print(family.name, report[family.name])
    predictor.close()
    if args.json:
        write_atomically(args.json, json.dumps(report, indent=1).encode())
    if args.sheet:
        width = max(row.shape[1] for row in sheet)
        rows = [np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0))) for row in sheet]
        write_atomically(args.sheet, cv2.imencode(".png", np.vstack(rows))[1].tobytes())
    return 0


Rows = dict[str, dict[str, float]]


def _score(family: Family, predictor: Predictor, frames: int, sheet: list[U8] | None) -> dict[str, Rows]:
    """Figures by clip and method."""
    results = {}
    for clip in family.clips(SHARED, frames):
        played = Player(predictor, family.makers(clip)).play(clip.pictures)
        results[clip.name] = {name: figures(clip, method, played["network"]) for name, method in played.items()}
        if sheet is not None:
            sheet.append(_sheet_row(clip, played, len(clip.pictures) * 2 // 3))
    return results


def figures(clip: PlateClip, played: Played, network: Played) -> dict[str, float]:
    """What a method did on a clip.

    Args:
        clip: The clip.
        played: What the method made of it.
        network: What the network alone did.

    Returns:
        The measures of `scores` while the plate is valid; `recall` of the pixels of what is held; `false` and
        `false, worst`, per cent of the frame that are shown away from the person, mean and worst frame; `leaks`, frames
        that show more of the background than the network alone, once the plate is invalid; `passer-by`, per cent of a
        second person's pixels that are shown, and `lost`, per cent of the person's that the network alone shows and
        this does not; `cpu ms` a frame, without the network.
    """
    end = clip.invalid_from if clip.invalid_from is not None else len(clip.pictures)
    found = scores(played.alphas[:end], clip.truths[:end])
    result = {measure: found[measure] for measure in MEASURES}
    if clip.objects:
        held = np.stack(clip.objects) > 0.5
        result["recall"] = float((np.stack(played.alphas)[held] > 0.5).mean())
    false = [away(alpha, truth) for alpha, truth in zip(played.alphas, clip.truths, strict=True)]
    result["false"], result["false, worst"] = float(np.mean(false)) * 100, float(np.max(false)) * 100
    if clip.invalid_from is not None:
        own = [away(alpha, truth) for alpha, truth in zip(network.alphas, clip.truths, strict=True)]
        result["leaks"] = float(sum(mine > theirs + LEAK for mine, theirs in list(zip(false, own, strict=True))[end:]))
    if clip.passers:
        result |= _shares(clip, np.stack(played.alphas), np.stack(network.alphas))
    result["cpu ms"] = played.cpu_ms
    return result


def _shares(clip: PlateClip, alphas: F32, networks: F32) -> dict[str, float]:
    passer, person = np.stack(clip.passers) > 0.9, np.stack(clip.truths) > 0.9
    return {
        "passer-by": float(alphas[passer].mean()) * 100,
        "lost": float(np.maximum(networks - alphas, 0)[person].sum() / networks[person].sum()) * 100,
    }


def away(alpha: F32, truth: F32) -> float:
    """Share of the frame that is shown though it lies away from the person; alphas float32 [360, 640]."""
    near = cv2.dilate((truth > 0.02).astype(np.uint8), np.ones((2 * AWAY_PX + 1, 2 * AWAY_PX + 1), np.uint8))
    return float(((alpha > 0.5) & (near == 0)).mean())


def _sheet_row(clip: PlateClip, played: dict[str, Played], index: int) -> U8:
    """The frame, and the person over green by the truth and by each method."""
    picture = cv2.resize(clip.pictures[index], JUDGED_SIZE_PX, interpolation=cv2.INTER_AREA).astype(np.float32)
    green = np.array([80, 160, 40], np.float32)
    cells = [picture]
    for alpha in (clip.truths[index], *(method.alphas[index] for method in played.values())):
        cells.append(picture * alpha[..., np.newaxis] + green * (1 - alpha[..., np.newaxis]))
    return np.hstack(cells).astype(np.uint8)


def _print(family: str, results: dict[str, Rows]) -> None:
    methods = list(next(iter(results.values())))
    print(f"{family:32s}" + "".join(f"{name:>14s}" for name in methods))
    for clip, rows in results.items():
        for measure in next(iter(rows.values())):
            print(f"  {clip}: {measure}"[:32].ljust(32) + "".join(f"{rows[name][measure]:14.3f}" for name in methods))
    for measure in MEASURES:
        means = {name: float(np.mean([rows[name][measure] for rows in results.values()])) for name in methods}
        print(
            f"  {family}, network = 1: {measure}"[:32].ljust(32)
            + "".join(f"{means[name] / means['network']:14.3f}" for name in methods)
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.plate", description=__doc__)
    add_arguments(parser)
    raise SystemExit(run(parser.parse_args()))
