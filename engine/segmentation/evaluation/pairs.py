"""Data sets: pictures with their true masks or alphas."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from engine.core.errors import UsageError
from engine.core.frame import U8
from engine.media.image_files import read_image
from engine.media.suffixes import STILL_SUFFIXES
from engine.segmentation.evaluation.labels import ALPHA_FOLDERS, read_mask

LIST_NAMES = ("val.txt", "test.txt", "train.txt")
PICTURE_FOLDERS = ("images", "image", "merged", "fg")
TRUTH_FOLDERS = (*ALPHA_FOLDERS, "masks", "mask", "annotations")


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
        return read_image(self.picture)

    def read_truth(self) -> U8:
        """The mask or alpha as it is stored, uint8 [H, W].

        Raises:
            SourceError: It can't be read.
        """
        return read_mask(self.truth)


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
    by_stem = {path.stem: path for path in truths.iterdir() if path.suffix.lower() in STILL_SUFFIXES}
    names = sorted(path for path in pictures.iterdir() if path.suffix.lower() in STILL_SUFFIXES)
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


def _listed(file: Path) -> list[Pair]:
    pairs = []
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(
            "{file} is no list of pictures", "give a line each: picture, mask", code="data-list-invalid", file=file
        ) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        paths = _paths(file.parent, line.strip())
        missing = next((path for path in paths if not path.is_file()), None)
        if len(paths) < 2 or missing:
            raise UsageError(
                "{file}, line {number}: {problem}",
                "write a picture and its mask in each line, parted by a space or a tab",
                code="data-list-line",
                file=file,
                number=number,
                problem=f"there is no {missing}" if missing else "it names one file",
            )
        pairs.append(Pair(*paths[:3]))
    if not pairs:
        raise UsageError("{file} is empty", "give a line each: picture, mask", code="data-list-empty", file=file)
    return pairs


def _paths(folder: Path, line: str) -> list[Path]:
    """The files that a line names, whose names may have spaces."""
    if "\t" in line:
        return [folder / part.strip() for part in line.split("\t") if part.strip()]
    words = line.split()
    for parts in (2, 3):
        for cuts in combinations(range(1, len(words)), parts - 1):
            ends = (0, *cuts, len(words))
            paths = [folder / " ".join(words[start:end]) for start, end in pairwise(ends)]
            if all(path.is_file() for path in paths):
                return paths
    return [folder / word for word in words[:3]]
