"""Mask quality: clips with true alpha through the bare model, the classic flow fusion and the engine, in one run.

    python main.py bench masks [--json PATH] [--sheet PATH] [--model NAME] [--frames N] [--without STEP]

Prints a table; writes the figures as JSON and a sheet of pictures where asked. With the shared material beside the
project the clips are real persons over real backgrounds, and real clips without true alpha; elsewhere, the synthetic
person's.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.clips import SHARED
from benchmarks.mask_clips import Take, film, read_person, read_picture, sensor_noise
from benchmarks.mask_methods import METHODS, without
from benchmarks.mask_player import Played, Player
from benchmarks.mask_scores import JUDGED_SIZE_PX, flicker_along_flow, scores, to_judged
from benchmarks.mask_steps import step_rows
from engine.core.frame import F32, U8
from engine.matte.flow import luma
from engine.matte.steps import step_names
from engine.media.colour_formats import to_bgr
from engine.platform.atomic_files import write_atomically
from engine.platform.process import keep_freed_memory
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.sources.synthetic import SyntheticSource

NOISE_SIGMA = 8.0
SHEET_CELL_PX = (480, 270)
ROW_ORDER = ("MAD", "1-IoU", "edge MAD", "dtSSD", "dtSSD, noise", "ghost 1", "ghost 2", "ghost 3")

# Persons of the validation set only: nothing was tuned or trained on them.
TAKES = (
    Take("talk", "talk", ("sup_037",), "Bookshelf.jpg"),
    Take("talk, leather", "talk", ("sup_110",), "CoffeeShop.jpg"),
    Take("sway", "sway", ("ccp_0433",), "ModernHome.jpg"),
    Take("abrupt", "abrupt", ("sup_103",), "Contemporary.jpg"),
    Take("leave", "leave", ("ccp_0626",), "Patio.jpg"),
    Take("exposure, JPEG", "talk", ("ccp_0245",), "CozyHome.jpg", drift=0.08, jpeg=75),
    Take("two, shaken", "talk", ("ccp_0890", "sup_045"), "bg_1.jpg", shake_px=1.5),
)
FAR = (
    Take("far", "talk", ("sup_045",), "ModernHome.jpg", scale=0.6),
    Take("farther", "talk", ("ccp_0245",), "Bookshelf.jpg", scale=0.45),
)
TALKING = ("talk", "talk, leather", "exposure, JPEG", "synthetic person")  # the typical call
UNSCORED = ("doctor.mp4", "book.mkv", "walk.mkv", "brother.mkv")


@dataclass
class Clip:
    """A clip in memory: 720p pictures, uint8 BGR, and true alpha float32 [360, 640], empty where it is unknown."""

    name: str
    pictures: list[U8]
    truths: list[F32] = field(default_factory=list)


def clips(shared: Path, frames: int) -> Iterator[Clip]:
    """Clips with truth, one in memory at a time."""
    portraits, backgrounds = shared / "data/portraits", shared / "media/backgrounds"
    if not (portraits.is_dir() and backgrounds.is_dir()):
        yield _synthetic(frames)
        return
    for take in (*TAKES, *FAR):
        persons = [read_person(portraits, name) for name in take.persons]
        clip = Clip(take.name, [])
        for picture, alpha in film(take, persons, read_picture(backgrounds / take.background), frames):
            clip.pictures.append(picture)
            clip.truths.append(to_judged(alpha))
        yield clip


def _synthetic(frames: int) -> Clip:
    source = SyntheticSource(seconds=frames / 30)
    source.open()
    clip = Clip("synthetic person", [])
    while (frame := source.read()) is not None:
        clip.pictures.append(to_bgr(frame.image))
        clip.truths.append(to_judged(source.true_alpha(frame.seq)))
    return clip


def unscored_clips(shared: Path, frames: int) -> Iterator[Clip]:
    """Real clips without true alpha, scored by flicker alone."""
    for name in UNSCORED:
        capture = cv2.VideoCapture(str(shared / "media/clips" / name))
        clip = Clip(name, [])
        while len(clip.pictures) < frames and (read := capture.read())[0]:
            clip.pictures.append(np.asarray(read[1], np.uint8))
        capture.release()
        if clip.pictures:
            yield clip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `main.py bench masks`."""
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the figures")
    parser.add_argument("--sheet", type=Path, metavar="PATH", help="write a PNG of a frame of each clip by each method")
    parser.add_argument("--model", default="auto", help="name or path of the model")
    parser.add_argument("--frames", type=int, default=24, help="frames per clip")
    parser.add_argument(
        "--without",
        action="append",
        choices=step_names(),
        metavar="STEP",
        help="compare the engine with itself without a step: " + ", ".join(step_names()),
    )


def run(args: argparse.Namespace) -> int:
    """Runs the bench; 0."""
    cv2.setNumThreads(1)
    keep_freed_memory()  # as the pipeline does
    predictor = load_predictor(find_model(args.model))
    player = Player(predictor, without(args.without) if args.without else METHODS)
    report: dict[str, Any] = {"model": predictor.model_id, "runtime": predictor.runtime, "frames": args.frames}
    results, sheet = _score(player, args.frames)
    report["clips"] = results
    far = {take.name: results.pop(take.name) for take in FAR if take.name in results}
    report["clips, far"] = far
    report["ratios, far"] = _ratios(far)
    report["ratios"] = _ratios(results)
    report["ratios, talking"] = _ratios({name: rows for name, rows in results.items() if name in TALKING})
    report["flicker along flow"] = {
        clip.name: _flicker(clip, player.play(clip.pictures)) for clip in unscored_clips(SHARED, args.frames)
    }
    report["without a person"] = _without_person(player)
    report["steps"] = step_rows(player, next(clips(SHARED, 1)).pictures[0])
    report["cpu ms"] = _cost(player)
    predictor.close()
    _print(report, list(player.makers))
    if args.json:
        write_atomically(args.json, json.dumps(report, indent=1).encode())
    if args.sheet:
        write_atomically(args.sheet, cv2.imencode(".png", np.vstack(sheet))[1].tobytes())
    return 0


def _score(player: Player, frames: int) -> tuple[dict[str, dict[str, dict[str, float]]], list[U8]]:
    """Scores by clip, method and measure, and a row of pictures for each clip."""
    results, sheet = {}, []
    rng = np.random.default_rng(0)
    for clip in clips(SHARED, frames):
        clean = player.play(clip.pictures)
        noisy = player.play([sensor_noise(picture, NOISE_SIGMA, rng) for picture in clip.pictures])
        rows = {}
        for name in player.makers:
            rows[name] = scores(clean[name].alphas, clip.truths)
            rows[name]["dtSSD, noise"] = scores(noisy[name].alphas, clip.truths)["dtSSD"]
        results[clip.name] = rows
        sheet.append(_sheet_row(clip, clean, len(clip.pictures) * 2 // 3))
    return results, sheet


def _sheet_row(clip: Clip, played: dict[str, Played], index: int) -> U8:
    """The frame, and the person over green by the truth and by each method."""
    picture = cv2.resize(clip.pictures[index], JUDGED_SIZE_PX, interpolation=cv2.INTER_AREA).astype(np.float32)
    green = np.array([80, 160, 40], np.float32)
    cells = [picture]
    for alpha in (clip.truths[index], *(method.alphas[index] for method in played.values())):
        cells.append(picture * alpha[..., np.newaxis] + green * (1 - alpha[..., np.newaxis]))
    return np.hstack([cv2.resize(cell, SHEET_CELL_PX, interpolation=cv2.INTER_AREA) for cell in cells]).astype(np.uint8)


def _ratios(results: dict[str, dict[str, dict[str, float]]]) -> dict[str, dict[str, float]]:
    """By method and measure: the mean over the clips, against the bare model's; ghosts as they are."""
    ratios: dict[str, dict[str, float]] = {name: {} for rows in results.values() for name in rows}
    for measure in ROW_ORDER:
        having = [rows for rows in results.values() if measure in rows["raw"]]
        if not having:
            continue
        base = 1.0 if measure.startswith("ghost") else float(np.mean([rows["raw"][measure] for rows in having]))
        for name, found in ratios.items():
            found[measure] = float(np.mean([rows[name][measure] for rows in having])) / base
    return ratios


def _flicker(clip: Clip, played: dict[str, Played]) -> dict[str, float]:
    frames = [luma(_resized(picture, JUDGED_SIZE_PX)) for picture in clip.pictures]
    return {name: flicker_along_flow(frames, method.alphas) for name, method in played.items()}


def _without_person(player: Player) -> dict[str, float]:
    """Mean alpha x1000 over backgrounds without a person, from the tenth frame on."""
    found: dict[str, list[float]] = {name: [] for name in player.makers}
    rng = np.random.default_rng(1)
    for path in sorted((SHARED / "media/backgrounds").glob("*.jpg")):
        background = _resized(read_picture(path), (1280, 720))
        for name, method in player.play([sensor_noise(background, 2.0, rng) for _ in range(12)]).items():
            found[name].append(float(np.mean(method.alphas[9:])))
    return {name: float(np.mean(values) * 1e3) for name, values in found.items() if values}


def _cost(player: Player) -> dict[str, dict[str, float]]:
    """CPU milliseconds a frame, network and downsampling left out, at two sizes."""
    clip = next(clips(SHARED, 16))
    sizes = {"720p": (1280, 720), "1080p": (1920, 1080)}
    costs = {}
    for label, size in sizes.items():
        pictures = [_resized(picture, size) for picture in clip.pictures]
        costs[label] = {name: method.cpu_ms for name, method in player.play(pictures).items()}
    return costs


def _resized(picture: U8, size: tuple[int, int]) -> U8:
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _print(report: dict[str, Any], methods: list[str]) -> None:
    def line(label: str, values: dict[str, float], form: str) -> None:
        print(f"{label:28s}" + "".join(f"{values.get(name, float('nan')):>17{form}}" for name in methods))

    tables = {"all clips": "ratios", "talking heads": "ratios, talking", "small in the frame": "ratios, far"}
    for label, key in tables.items():
        print(f"{label + ', raw = 1':28s}" + "".join(f"{name:>17s}" for name in methods))
        for measure in ROW_ORDER:
            values = {name: found[measure] for name, found in report[key].items() if measure in found}
            if values:
                line(measure, values, ".3f")
    for clip, rows in (report["clips"] | report["clips, far"]).items():
        for measure in ("MAD", "1-IoU", "edge MAD", "dtSSD", "dtSSD, noise"):
            line(f"  {clip}: {measure}"[:28], {name: rows[name][measure] for name in methods}, ".2f")
    for clip, values in report["flicker along flow"].items():
        line(f"flicker, {clip}", values, ".2f")
    line("without a person", report["without a person"], ".2f")
    for label, values in report["steps"].items():
        line(label, values, ".2f")
    for size, values in report["cpu ms"].items():
        line(f"CPU ms, {size}", values, ".2f")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.masks", description=__doc__)
    add_arguments(parser)
    raise SystemExit(run(parser.parse_args()))
