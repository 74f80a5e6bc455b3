"""Data sets as PaddleSeg takes them: a clean list of pictures, and masks of 0, 1 and 255.

PaddleSeg splits a line of a list at each space, stops with a traceback at whatever it can't read, and takes masks of 0
and 255 for masks without a person. So lists and masks are read here, by the reader that `evaluate` uses, before the
training begins.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import cv2
from tqdm import tqdm

from engine.segmentation.evaluation.labels import kind_of_masks, labels_of, read_mask
from engine.segmentation.evaluation.pairs import find_pairs

SEPARATOR = "\t"


def prepare(recipe: dict[str, Any]) -> None:
    """Replaces the lists of a recipe's data sets by ones that PaddleSeg reads as they are meant.

    Args:
        recipe: With `train_dataset` and `val_dataset`; their masks are copied only where they need another form.

    Raises:
        UsageError: A list names files that are not there.
        SourceError: A mask can't be read, or holds labels that are none of ours.
    """
    for part in ("train", "val"):
        data = recipe.get(f"{part}_dataset", {})
        names = data.get(f"{part}_path")
        if names:
            folder = Path(tempfile.mkdtemp(prefix="cyclorama-labels-"))
            atexit.register(shutil.rmtree, folder, ignore_errors=True)
            data |= {f"{part}_path": os.fspath(write_list(Path(names), folder)), "separator": SEPARATOR}


def write_list(names: Path, folder: Path) -> Path:
    """Writes a list with absolute paths, and the masks that need another form.

    Args:
        names: The list in PaddleSeg's form.
        folder: Where to write.

    Returns:
        The new list.

    Raises:
        UsageError: The list names files that are not there.
        SourceError: A mask can't be read, or holds labels that are none of ours.
    """
    pairs = find_pairs(names)
    kind = kind_of_masks([pair.truth for pair in pairs])
    lines = []
    for number, pair in enumerate(tqdm(pairs, desc=f"reading the masks of {names.name}", disable=None, leave=False)):
        stored = read_mask(pair.truth)
        labels = labels_of(stored, kind, pair.truth)
        truth = pair.truth.resolve()
        if labels is not stored or truth.suffix.lower() != ".png":
            truth = folder / f"{number:06d}.png"
            cv2.imwrite(os.fspath(truth), labels)
        lines.append(f"{pair.picture.resolve()}{SEPARATOR}{truth}")
    written = folder / names.name
    written.write_text("\n".join(lines) + "\n", "utf-8")
    return written
