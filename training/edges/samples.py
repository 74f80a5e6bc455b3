"""Samples for the edge refinement network: persons of a training set over backgrounds, refined by the network so far.

    python -m training.edges.samples OUT.npz --data FOLDER --backgrounds FOLDER [--model NAME] [--policy WEIGHTS]

Each sample is one edge cell: the network's inputs, the true alpha of its 2x2 pixels, the policy's error there one frame
before (NaN where there was none), for a loss on flicker, and the policy's own answer. The policy is the network so far.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import cv2
import numpy as np

from benchmarks.mask_clips import SIZE_PX, CutOut, Take, film, read_person, sensor_noise
from engine.core.frame import F32, U8, Frame
from engine.core.settings import Settings
from engine.matte import MattePipeline
from engine.matte.refine.features import Cells, coordinates, edge_cells, working_planes
from engine.matte.refine.network import WEIGHTS, EdgeNetwork
from engine.matte.refine.refiner import EdgeRefiner
from engine.media.colour_formats import downsample_bgr, to_i420
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor

CLIP_FRAMES = 6
EDGE_CELLS_PER_FRAME = 700
CLIPS_PER_PERSON = 2
FRAME_NS = 33_333_333


def read(path: Path, flags: int = cv2.IMREAD_COLOR) -> U8:
    """A picture, uint8 [H, W, 3] BGR or [H, W].

    Raises:
        SystemExit: It is none.
    """
    picture = cv2.imread(str(path), flags)
    if picture is None:
        raise SystemExit(f"{path} is no picture: use another file")
    return np.asarray(picture, np.uint8)


def person_names(data: Path) -> list[str]:
    """Names of the training pictures that show one person whole from the head down, as a webcam does."""
    names = []
    for line in (data / "train.txt").read_text().splitlines():
        mask = read(data / line.split()[1], cv2.IMREAD_GRAYSCALE) > 0
        height, width = mask.shape
        crop = min(height, width * 9 // 16)
        rows = np.flatnonzero(mask.any(axis=1))
        if not len(rows) or rows[0] < height // 100:
            continue
        top = min(rows[0], height - crop)
        seen = mask[top : top + crop]
        sizes = cv2.connectedComponentsWithStats(seen.astype(np.uint8))[2][1:, cv2.CC_STAT_AREA]
        borders = max(seen[:, 0].mean(), seen[:, -1].mean())
        if 0.1 < seen.mean() < 0.62 and seen[-1].mean() > 0.2 and borders < 0.1 and sizes.max() > 0.98 * sizes.sum():
            names.append(Path(line.split()[0]).stem)
    return names


def move_person(person: CutOut, rng: np.random.Generator) -> CutOut:
    """A cut-out at another position and size, rotated, mirrored and with another exposure."""
    alpha, colour = person.alpha, person.colour
    height, width = alpha.shape
    if rng.random() < 0.5:
        alpha, colour = alpha[:, ::-1], colour[:, ::-1]
    matrix = cv2.getRotationMatrix2D((width / 2, SIZE_PX[1]), rng.normal(0, 4), rng.uniform(0.7, 1.25))
    matrix[0, 2] += width / 2 * 0.3 * rng.normal()
    matrix[1, 2] += abs(rng.normal(0, 60))
    size, border = (width, height), cv2.BORDER_REPLICATE
    moved = cv2.warpAffine(np.ascontiguousarray(colour), matrix, size, borderMode=border)
    moved_alpha = cv2.warpAffine(np.ascontiguousarray(alpha), matrix, size)
    return CutOut(np.asarray(moved * rng.uniform(0.6, 1.25), np.float32), np.asarray(moved_alpha, np.float32))


def random_background(backgrounds: list[U8], rng: np.random.Generator) -> U8:
    """A crop of a background, perhaps mirrored and out of focus, with another exposure."""
    background = backgrounds[rng.integers(len(backgrounds))]
    height, width = background.shape[:2]
    part = int(min(width, height * 16 / 9) * rng.uniform(0.45, 1))
    x, y = rng.integers(width - part + 1), rng.integers(height - part * 9 // 16 + 1)
    crop = cv2.resize(background[y : y + part * 9 // 16, x : x + part], SIZE_PX, interpolation=cv2.INTER_AREA)
    if rng.random() < 0.5:
        crop = np.ascontiguousarray(crop[:, ::-1])
    if rng.random() < 0.4:
        crop = cv2.GaussianBlur(crop, (0, 0), rng.uniform(0.8, 6))
    light = (crop / np.float32(255)) ** rng.uniform(0.7, 1.4) * rng.uniform(0.7, 1.1, 3)
    return np.asarray(light.clip(0, 1) * 255, np.uint8)


def random_take(rng: np.random.Generator) -> Take:
    """How a training clip is rendered."""
    return Take(
        name=str(rng.integers(1 << 62)),
        path=str(rng.choice(["talk", "sway", "abrupt", "leave"], p=[0.62, 0.25, 0.1, 0.03])),
        persons=(),
        background="",
        shake_px=rng.uniform(0, 4) if rng.random() < 0.15 else 0.0,
        drift=rng.uniform(-0.1, 0.1) if rng.random() < 0.2 else 0.0,
        jpeg=int(rng.integers(60, 95)) if rng.random() < 0.3 else 0,
    )


class Recorder:
    """A network that keeps its last inputs and answers."""

    def __init__(self, policy: Path) -> None:
        self._model = EdgeNetwork(policy)
        self.inputs: F32 | None = None
        self.answers: F32 | None = None

    def __call__(self, blocks: Sequence[F32]) -> F32:
        """See EdgeNetwork."""
        self.inputs = np.concatenate(blocks, axis=1)
        self.answers = self._model([self.inputs])
        return self.answers


class Collector:
    """Runs clips through tracker and refiner and keeps samples."""

    def __init__(self, predictor: Predictor, policy: Path, rng: np.random.Generator) -> None:
        self._predictor = predictor
        self._recorder = Recorder(policy)
        self._rng = rng
        self.samples: list[tuple[F32, F32, F32, F32]] = []

    def clip(self, pictures: Iterable[tuple[U8, F32]]) -> None:
        """Goes through one clip of frames and true alphas."""
        rng, settings = self._rng, Settings()
        tracker, refiner = MattePipeline(), EdgeRefiner(self._recorder, every_cell=True)
        soft = rng.uniform(0.5, 1.5) if rng.random() < 0.3 else 0.0
        sigma = rng.uniform(1, 10) if rng.random() < 0.6 else 0.0
        previous_error: F32 | None = None
        for seq, (picture, truth) in enumerate(pictures):
            seen = np.asarray(cv2.GaussianBlur(picture, (0, 0), soft), np.uint8) if soft else picture
            image = to_i420(sensor_noise(seen, sigma, rng) if sigma else seen)
            small = downsample_bgr(image, self._predictor.input_size(image.size))
            frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
            mask = tracker.track(frame, small, self._predictor.predict, settings)
            self._recorder.inputs = None
            alpha = refiner.refine(frame.pyramid, mask, settings)
            refiner.accept()
            planes = working_planes(frame.pyramid, mask.alpha)
            size = planes.luma.shape[1], planes.luma.shape[0]
            true, refined = (np.asarray(cv2.resize(p, size, interpolation=cv2.INTER_AREA)) for p in (truth, alpha))
            if self._recorder.inputs is not None and (seq >= 2 or rng.random() < 0.3):
                self._keep(coordinates(edge_cells(planes.mask)), true, previous_error)
            previous_error = np.asarray(refined / np.float32(255) - true, np.float32)

    def _keep(self, cells: Cells, truth: F32, previous_error: F32 | None) -> None:
        inputs, answers = self._recorder.inputs, self._recorder.answers
        assert inputs is not None
        assert answers is not None
        chosen = self._rng.permutation(len(inputs))[:EDGE_CELLS_PER_FRAME]
        some = cells[0][chosen], cells[1][chosen]
        error = (
            np.full((len(chosen), 4), np.nan, np.float32) if previous_error is None else _pixels(previous_error, some)
        )
        self.samples.append((inputs[chosen], _pixels(truth, some), error, answers[chosen]))


def _pixels(plane: F32, cells: Cells) -> F32:
    """The 2x2 pixels of each cell: float32 [n, 4]."""
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2)[cells[0], :, cells[1], :].reshape(-1, 4)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="persons with masks, in PaddleSeg's form")
    parser.add_argument("--backgrounds", type=Path, required=True, help="folder of .jpg pictures without persons")
    parser.add_argument("--model", default="auto")
    parser.add_argument("--policy", type=Path, default=WEIGHTS, help="weights that make the history")
    parser.add_argument("--clips", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    cv2.setNumThreads(1)
    rng = np.random.default_rng(args.seed)
    backgrounds = [read(path) for path in sorted(args.backgrounds.glob("*.jpg"))]
    names = person_names(args.data)
    large = [name for name in names if name.startswith("sup_")]
    collector = Collector(load_predictor(find_model(args.model)), args.policy, rng)
    for number in range(args.clips):
        if number % CLIPS_PER_PERSON == 0:
            person = read_person(args.data, str(rng.choice(large if rng.random() < 0.5 and large else names)))
        scene = film(random_take(rng), [move_person(person, rng)], random_background(backgrounds, rng), CLIP_FRAMES)
        collector.clip(scene)
        if number % 50 == 49:
            print(f"{number + 1} clips, {sum(len(part[0]) for part in collector.samples)} samples", flush=True)
    inputs, truth, error, answer = (
        np.concatenate(part).astype(np.float16) for part in zip(*collector.samples, strict=True)
    )
    np.savez(args.output, inputs=inputs, truth=truth, error=error, answer=answer)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
