"""Samples and the teacher's maps of them, made once, in files of 128: `python -m training.distill.shards --help`.

Drawing a sample and asking the teacher cost more than a step of a small network, so each is used several times.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
import torch
from torch import Tensor, nn

from engine.segmentation.runtimes.openvino_api import openvino as ov
from training.distill import archive, material, samples
from training.distill.network import PortraitNet
from training.distill.pictures import SIZE_PX, normalise

SHARD_SAMPLES = 128


class Shard(NamedTuple):
    """Arrays of N samples."""

    degraded: np.ndarray
    """uint8 [N, 144, 256, 3] BGR, the network's input."""
    target: np.ndarray
    """uint8 [N, 144, 256], alpha: the mask and the teacher's answer, weighted."""
    unsure: np.ndarray
    """bool [N], False where the alpha is known, so that the teacher's maps may mislead."""
    quarter: np.ndarray
    """float16 [N, 24, 36, 64], the teacher's features at 1/4 of the clean picture."""
    eighth: np.ndarray
    """float16 [N, 40, 18, 32]."""
    sixteenth: np.ndarray
    """float16 [N, 112, 9, 16]."""


class _TeacherMaps(nn.Module):
    def __init__(self, net: PortraitNet) -> None:
        super().__init__()
        self.net = net

    def forward(self, x: Tensor) -> tuple[Tensor, ...]:
        """Pictures -> alpha [N, H, W], and features at 1/4, 1/8 and 1/16."""
        features = self.net.encode(x)
        merged = self.net.merge(self.net.decode(features))
        (logits,) = self.net.predict([merged], x.shape[2:])
        return logits.softmax(1)[:, 1], *features


class Teacher:
    """The teacher's alpha and features by OpenVINO, on one thread."""

    def __init__(self, archive_path: Path) -> None:
        example = torch.zeros(1, 3, SIZE_PX[1], SIZE_PX[0])
        from openvino.tools.ovc import convert_model  # which the engine's import of OpenVINO leaves out

        model = convert_model(_TeacherMaps(archive.read(archive_path)).eval(), example_input=example)
        model.reshape(list(example.shape))
        options = {"INFERENCE_NUM_THREADS": 1, "INFERENCE_PRECISION_HINT": "f32"}
        self._model: Any = ov.Core().compile_model(model, "CPU", options)

    def maps(self, image: np.ndarray) -> list[np.ndarray]:
        """uint8 [144, 256, 3] BGR -> alpha float32 [144, 256], mean with the mirror image's, and three features."""
        answer = [np.array(each[0]) for each in self._model(normalise(image[None])).values()]
        mirrored = self._model(normalise(image[None, :, ::-1]))[0][0, :, ::-1]
        return [(answer[0] + mirrored) / 2, *answer[1:]]


def make(source: samples.Material, teacher: Teacher, rng: np.random.Generator) -> Shard:
    """One shard of new samples."""
    rows = []
    for _ in range(SHARD_SAMPLES):
        sample = samples.draw(source, rng)
        alpha, *features = teacher.maps(sample.clean)
        target = sample.alpha * sample.label_weight + 255 * alpha * (1 - sample.label_weight)
        half = [each.astype(np.float16) for each in features]
        rows.append((sample.degraded, np.round(target).astype(np.uint8), sample.label_weight < 1, *half))
    return Shard(*(np.stack(column) for column in zip(*rows, strict=True)))


def write(shard: Shard, path: Path) -> None:
    """Writes a shard whole."""
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.savez(file, **shard._asdict())
    partial.replace(path)


def read(path: Path) -> Shard:
    """A shard from its file."""
    with np.load(path) as arrays:
        return Shard(**arrays)


def read_all(paths: Sequence[Path]) -> Shard:
    """Several shards as one."""
    return Shard(*(np.concatenate(column) for column in zip(*map(read, paths), strict=True)))


def shuffled(folder: Path, rng: np.random.Generator) -> Iterator[Shard]:
    """Shards of a folder in random order, again and again; those that come meanwhile are used from the next pass on."""
    while paths := sorted(folder.glob("*.npz")):
        for index in rng.permutation(len(paths)):
            yield read(paths[index])


def main() -> None:
    """Writes shards until there are enough."""
    parser = argparse.ArgumentParser(description="Make shards of samples with the teacher's maps.")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form, with unlabelled/")
    parser.add_argument("--material", type=Path, required=True, help="folder that training.distill.material filled")
    parser.add_argument("--backgrounds", type=Path, nargs="+", required=True, help="folders without persons")
    parser.add_argument("--cutouts", type=Path, help="folder of persons with alpha, as PNG")
    parser.add_argument("--held-out", nargs="*", default=[], help="backgrounds kept out of training")
    parser.add_argument("--teacher", type=Path, required=True, help="archive that training.distill.release wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder for the shards")
    parser.add_argument("--count", type=int, default=80, help="shards to have in the end (%(default)s)")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    source = material.load(args.material, args.data, args.backgrounds, tuple(args.held_out), args.cutouts)
    teacher = Teacher(args.teacher)
    for number in range(args.count):
        path = args.out / f"{number:04}.npz"
        if not path.exists():
            write(make(source, teacher, np.random.default_rng((args.seed, number))), path)


if __name__ == "__main__":
    main()
