"""Samples for the edge model: people of a training set filmed over rooms, refined by the model so far.

    python -m training.edges.samples OUT.npz --data FOLDER --rooms FOLDER [--model NAME] [--policy WEIGHTS] [--clips N]

Each sample is a cell of the edge: the model's inputs, the true alpha of its 2x2 pixels, the error that the policy made
there a frame before (NaN where there was none), from which a loss on flicker can be told, and the policy's own answer.
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
from engine.matte import MaskTracker
from engine.matte.refine.features import Cells, coordinates, edge_cells, working_planes
from engine.matte.refine.network import WEIGHTS, EdgeNetwork
from engine.matte.refine.refiner import EdgeRefiner
from engine.media.colour_formats import downsample_bgr, downsample_plane, to_i420
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.segmentation.predictor import Predictor

CLIP_FRAMES = 6
CELLS_PER_FRAME = 700
CLIPS_PER_PERSON = 2
FRAME_NS = 33_333_333


def people_of(data: Path) -> list[str]:
    """Names of the training pictures that show one person whole from the head down, as a webcam does."""
    names = []
    for line in (data / "train.txt").read_text().splitlines():
        mask = cv2.imread(str(data / line.split()[1]), cv2.IMREAD_GRAYSCALE) > 0
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


def placed(person: CutOut, rng: np.random.Generator) -> CutOut:
    """A cut-out somewhere else, of another size, turned, mirrored and lit."""
    alpha, colour = person.alpha, person.colour
    height, width = alpha.shape
    if rng.random() < 0.5:
        alpha, colour = alpha[:, ::-1], colour[:, ::-1]
    matrix = cv2.getRotationMatrix2D((width / 2, SIZE_PX[1]), rng.normal(0, 4), rng.uniform(0.7, 1.25))
    matrix[:, 2] += width / 2 * 0.3 * rng.normal(), abs(rng.normal(0, 60))
    size, border = (width, height), {"borderMode": cv2.BORDER_REPLICATE}
    moved = cv2.warpAffine(np.ascontiguousarray(colour), matrix, size, **border)
    return CutOut(moved * rng.uniform(0.6, 1.25), cv2.warpAffine(np.ascontiguousarray(alpha), matrix, size))


def random_room(rooms: list[U8], rng: np.random.Generator) -> U8:
    """A part of a room, perhaps mirrored and out of focus, in another light."""
    room = rooms[rng.integers(len(rooms))]
    height, width = room.shape[:2]
    part = int(min(width, height * 16 / 9) * rng.uniform(0.45, 1))
    x, y = rng.integers(width - part + 1), rng.integers(height - part * 9 // 16 + 1)
    room = cv2.resize(room[y : y + part * 9 // 16, x : x + part], SIZE_PX, interpolation=cv2.INTER_AREA)
    if rng.random() < 0.5:
        room = np.ascontiguousarray(room[:, ::-1])
    if rng.random() < 0.4:
        room = cv2.GaussianBlur(room, None, rng.uniform(0.8, 6))
    light = (room / np.float32(255)) ** rng.uniform(0.7, 1.4) * rng.uniform(0.7, 1.1, 3)
    return (light.clip(0, 1) * 255).astype(np.uint8)


def random_take(rng: np.random.Generator) -> Take:
    """How a training clip is filmed."""
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
    """A policy that remembers what it was last asked."""

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
    """Runs clips through tracker and refiner and keeps samples of the last frames."""

    def __init__(self, predictor: Predictor, policy: Path, rng: np.random.Generator) -> None:
        self._predictor = predictor
        self._recorder = Recorder(policy)
        self._rng = rng
        self.samples: list[tuple[F32, F32, F32, F32]] = []

    def clip(self, pictures: Iterable[tuple[U8, F32]]) -> None:
        """Goes through one clip of frames and true alphas."""
        rng, settings = self._rng, Settings()
        tracker, refiner = MaskTracker(), EdgeRefiner(self._recorder, every_cell=True)
        soft = rng.uniform(0.5, 1.5) if rng.random() < 0.3 else 0.0
        sigma = rng.uniform(1, 10) if rng.random() < 0.6 else 0.0
        past_error: F32 | None = None
        for seq, (picture, truth) in enumerate(pictures):
            picture = cv2.GaussianBlur(picture, None, soft) if soft else picture
            image = to_i420(sensor_noise(picture, sigma, rng) if sigma else picture)
            small = downsample_bgr(image, self._predictor.input_size(image.size))
            frame = Frame(seq, 1 + seq * FRAME_NS, seq * FRAME_NS, image)
            mask = tracker.track(frame, small, self._predictor.predict, settings)
            self._recorder.inputs = None
            alpha = refiner.refine(image, mask, settings)
            refiner.accept()
            planes = working_planes(image, mask.alpha)
            truth, alpha = (downsample_plane(plane, planes.luma.shape[::-1]) for plane in (truth, alpha))
            if self._recorder.inputs is not None and (seq >= 2 or rng.random() < 0.3):
                self._keep(coordinates(edge_cells(planes.mask)), truth, past_error)
            past_error = alpha / np.float32(255) - truth

    def _keep(self, cells: Cells, truth: F32, past_error: F32 | None) -> None:
        inputs, answers = self._recorder.inputs, self._recorder.answers
        assert inputs is not None
        assert answers is not None
        chosen = self._rng.permutation(len(inputs))[:CELLS_PER_FRAME]
        some = cells[0][chosen], cells[1][chosen]
        error = np.full((len(chosen), 4), np.nan, np.float32) if past_error is None else _pixels(past_error, some)
        self.samples.append((inputs[chosen], _pixels(truth, some), error, answers[chosen]))


def _pixels(plane: F32, cells: Cells) -> F32:
    """The 2x2 pixels of each cell: float32 [n, 4]."""
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2)[cells[0], :, cells[1], :].reshape(-1, 4)


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="people with masks, in PaddleSeg's form")
    parser.add_argument("--rooms", type=Path, required=True, help="pictures of rooms")
    parser.add_argument("--model", default="auto")
    parser.add_argument("--policy", type=Path, default=WEIGHTS, help="weights that make the past")
    parser.add_argument("--clips", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    cv2.setNumThreads(1)
    rng = np.random.default_rng(args.seed)
    rooms = [cv2.imread(str(path)) for path in sorted(args.rooms.glob("*.jpg"))]
    names = people_of(args.data)
    large = [name for name in names if name.startswith("sup_")]
    collector = Collector(load_predictor(find_model(args.model)), args.policy, rng)
    for number in range(args.clips):
        if number % CLIPS_PER_PERSON == 0:
            person = read_person(args.data, str(rng.choice(large if rng.random() < 0.5 and large else names)))
        scene = film(random_take(rng), [placed(person, rng)], random_room(rooms, rng), CLIP_FRAMES)
        collector.clip(scene)
        if number % 50 == 49:
            print(f"{number + 1} clips, {sum(len(part[0]) for part in collector.samples)} samples", flush=True)
    arrays = (np.concatenate(part).astype(np.float16) for part in zip(*collector.samples, strict=True))
    np.savez(args.output, **dict(zip(("inputs", "truth", "error", "answer"), arrays, strict=True)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
