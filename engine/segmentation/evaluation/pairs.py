"""Data sets: pictures with their true masks or alphas."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from engine.core.errors import SourceError, UsageError
from engine.core.frame import F32, U8
from engine.segmentation.evaluation.scores import IGNORED

LIST_NAMES = ("val.txt", "test.txt", "train.txt")
PICTURE_FOLDERS = ("images", "image", "merged", "fg")
TRUTH_FOLDERS = ("alpha", "alphas", "masks", "mask", "annotations")
PICTURE_SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".webp"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture and what is true of it.

    Attributes:
        picture: File of the picture.
        truth: File of its mask or alpha.
        trimap: File of its trimap, where the data set has them.
    """

    picture: Path
    truth: Path
    trimap: Path | None = None

    def read_picture(self) -> U8:
        """The picture, uint8 [H, W, 3] BGR.

        Raises:
            SourceError: It can't be read.
        """
        return _read(self.picture, cv2.IMREAD_COLOR)

    def read_truth(self) -> U8:
        """The mask or alpha as it is stored, uint8 [H, W].

        Raises:
            SourceError: It can't be read.
        """
        truth = _read(self.truth, cv2.IMREAD_UNCHANGED)
        return truth if truth.ndim == 2 else truth[..., 0]


def find_pairs(place: Path) -> list[Pair]:
    """The pairs of a data set.

    Args:
        place: A list file in PaddleSeg's form (a line each: picture, mask, and perhaps a trimap, relative to the
            list's folder); or a folder with such a list, val.txt before the others; or a folder with the folders
            `images` and `alpha` (or `masks`) whose files go by the same names.

    Raises:
        UsageError: It is none of these, or names files that are not there.
    """
    if place.is_file():
        return _listed(place)
    for name in LIST_NAMES:
        if (place / name).is_file():
            return _listed(place / name)
    pictures = next((place / name for name in PICTURE_FOLDERS if (place / name).is_dir()), None)
    truths = next((place / name for name in TRUTH_FOLDERS if (place / name).is_dir()), None)
    if pictures is None or truths is None:
        raise UsageError(
            "{place} is no data set",
            "give a val.txt, a folder that has one, or one with images and alpha in it",
            code="data-set-invalid",
            place=place,
        )
    by_stem = {path.stem: path for path in truths.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES}
    names = sorted(path for path in pictures.iterdir() if path.suffix.lower() in PICTURE_SUFFIXES)
    pairs = [Pair(path, by_stem[path.stem]) for path in names if path.stem in by_stem]
    if not pairs:
        raise UsageError(
            "{pictures} and {truths} have no names in common",
            "name an alpha as its picture is named",
            code="data-set-names-differ",
            pictures=pictures,
            truths=truths,
        )
    return pairs


def is_alpha(truth: U8) -> bool:
    """Whether a stored truth, uint8 [H, W], is fractional, and not a mask of 0 and 1 or 0 and 255."""
    return not np.isin(truth, (0, 1, IGNORED)).all()


def as_labels(truth: U8) -> U8:
    """A stored mask as labels, uint8 [H, W]: 0 background, 1 person, 255 not counted.

    Of a mask in black and white, white is a person; of fractional alpha, its upper half.
    """
    if is_alpha(truth):
        return np.where(truth > 127, np.uint8(1), np.uint8(0))
    if (truth == 1).any() or not (truth == IGNORED).any():
        return truth
    return np.where(truth == IGNORED, np.uint8(1), np.uint8(0))


def as_alpha(truth: U8) -> F32:
    """A stored alpha or mask as float32 [H, W] in [0, 1]."""
    if is_alpha(truth):
        return truth.astype(np.float32) / np.float32(255)
    return np.where(as_labels(truth) == 1, np.float32(1), np.float32(0))


def _listed(file: Path) -> list[Pair]:
    pairs = []
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(
            "{file} is no list of pictures", "give a line each: picture, mask", code="data-list-invalid", file=file
        ) from error
    for number, line in enumerate(lines, 1):
        paths = [file.parent / word for word in line.split()]
        if not paths:
            continue
        missing = [path for path in paths[:3] if not path.is_file()]
        if len(paths) < 2 or missing:
            raise UsageError(
                "{file}, line {number} names no picture and mask that are there",
                "check the list",
                code="data-list-file-missing",
                file=file,
                number=number,
            )
        pairs.append(Pair(*paths[:3]))
    if not pairs:
        raise UsageError("{file} is empty", "give a line each: picture, mask", code="data-list-empty", file=file)
    return pairs


def _read(path: Path, flags: int) -> U8:
    try:
        picture = cv2.imdecode(np.fromfile(path, np.uint8), flags)
    except (OSError, cv2.error):
        picture = None
    if picture is None or picture.dtype != np.uint8:
        raise SourceError(
            "{path} can't be read as a picture", "check the data set", code="data-set-picture-invalid", path=path
        )
    return picture  # type: ignore[return-value]
