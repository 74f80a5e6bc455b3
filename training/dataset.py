"""`dataset`: pictures with masks, or cut-outs with alpha, into a data set folder in PaddleSeg's form.

save_dir/images/NAME.png or .jpg, masks/NAME.png (0, 1; 255 is not counted), train.txt, val.txt
"""

import argparse
import random
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from engine.core.errors import UsageError
from engine.core.frame import U8
from engine.media.image_files import read_image
from engine.media.suffixes import STILL_SUFFIXES, listed
from engine.segmentation.evaluation.labels import TruthKind, kind_of_masks, labels_of, read_mask

GREY = 128  # behind a cut-out where no backgrounds are given


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Either --images with --masks, or --cutouts."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--images", type=Path, help="folder of pictures; --masks holds a mask of the same name for each"
    )
    source.add_argument("--cutouts", type=Path, help="folder of pictures whose alpha channel cuts the person out")
    parser.add_argument("--masks", type=Path, help="folder of masks: 0 and 1 (255 not counted), 0 and 255, or mattes")
    parser.add_argument(
        "--truth", default="auto", choices=("auto", *TruthKind), help="what the masks' numbers mean; auto looks at them"
    )
    parser.add_argument("--backgrounds", type=Path, help="folder of pictures to put behind the cut-outs")
    parser.add_argument("--val_share", type=float, default=0.1, help="share kept for validation (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the split and of the backgrounds (%(default)s)")
    parser.add_argument("--save_dir", type=Path, required=True, help="a folder that does not exist yet")


def run(args: argparse.Namespace) -> int:
    """Writes the data set whole or not at all; answers the exit status.

    Raises:
        UsageError: A mask or picture is missing or unreadable, two share a name, or save_dir exists.
    """
    if args.save_dir.exists():
        raise UsageError("{path} exists", "name a new folder", code="data-set-exists", path=args.save_dir)
    if args.images and not args.masks:
        raise UsageError("--images needs --masks", "name the folder of masks too", code="masks-missing")
    if not 0 < args.val_share < 1:
        raise UsageError(
            "--val_share {share} is no share", "name one between 0 and 1", code="share-invalid", share=args.val_share
        )
    rng = random.Random(args.seed)
    pairs = (
        _masked(args.images, args.masks, args.truth) if args.images else _cut_out(args.cutouts, args.backgrounds, rng)
    )
    args.save_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.save_dir.parent) as scratch:
        folder = Path(scratch) / "data"
        for part in ("images", "masks"):
            (folder / part).mkdir(parents=True)
        lines: list[str] = []
        for path, picture, mask in pairs:
            name = re.sub(r"[^\w.-]", "_", path.stem)  # a line of the list is split at its space
            line = f"images/{name}.png masks/{name}.png"
            if line in lines:
                raise UsageError("two pictures are called {name}", "rename one", code="data-set-name-twice", name=name)
            cv2.imwrite(str(folder / "images" / f"{name}.png"), picture)
            cv2.imwrite(str(folder / "masks" / f"{name}.png"), mask)
            lines.append(line)
        if len(lines) < 2:
            raise UsageError("a data set needs two pictures at least", "add pictures", code="data-set-too-small")
        rng.shuffle(lines)
        kept = min(len(lines) - 1, max(1, round(len(lines) * args.val_share)))
        (folder / "val.txt").write_text("\n".join(sorted(lines[:kept])) + "\n")
        (folder / "train.txt").write_text("\n".join(sorted(lines[kept:])) + "\n")
        shutil.move(folder, args.save_dir)
    print(f"{len(lines) - kept} pictures to train on, {kept} to validate, in {args.save_dir}")
    return 0


def _masked(images: Path, masks: Path, truth: str) -> Iterator[tuple[Path, U8, U8]]:
    by_stem = {path.stem: path for path in _files(masks)}
    kind = kind_of_masks(list(by_stem.values())) if truth == "auto" else TruthKind(truth)
    for path in _files(images):
        if path.stem not in by_stem:
            raise UsageError(
                "{path} has no mask in {masks}",
                "add one of the same name",
                code="mask-missing",
                path=path,
                masks=masks,
            )
        picture, mask = read_image(path), read_mask(by_stem[path.stem])
        if picture.shape[:2] != mask.shape:
            raise UsageError(
                "{path} and its mask differ in size", "bring them to one size", code="mask-size-differs", path=path
            )
        yield path, picture, labels_of(mask, kind, by_stem[path.stem])


def _cut_out(cutouts: Path, backgrounds: Path | None, rng: random.Random) -> Iterator[tuple[Path, U8, U8]]:
    backgrounds_found = _files(backgrounds) if backgrounds else []
    for path in _files(cutouts):
        cutout = _read_cutout(path)
        if cutout.ndim != 3 or cutout.shape[2] != 4:
            raise UsageError("{path} has no alpha channel", "cut the person out first", code="alpha-missing", path=path)
        height, width = cutout.shape[:2]
        plate: np.ndarray = np.full((height, width, 3), GREY, np.uint8)
        if backgrounds_found:
            background = read_image(rng.choice(backgrounds_found))
            plate = cv2.resize(background, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8, copy=False)
        alpha = cutout[..., 3:].astype(np.float32) / np.iinfo(cutout.dtype).max
        colour = cutout[..., :3].astype(np.float32) * (255 / np.iinfo(cutout.dtype).max)
        yield (
            path,
            np.rint(colour * alpha + plate * (1 - alpha)).astype(np.uint8),
            (alpha[..., 0] > 0.5).astype(np.uint8),
        )


def _files(folder: Path) -> list[Path]:
    found = sorted(path for path in folder.glob("*") if path.suffix.lower() in STILL_SUFFIXES)
    if not found:
        raise UsageError(
            "{folder} holds no pictures",
            "name a folder of {endings}",
            code="folder-without-pictures",
            folder=folder,
            endings=listed(STILL_SUFFIXES),
        )
    return found


def _read_cutout(path: Path) -> np.ndarray:
    """A picture with its alpha, as OpenCV reads it: only PNG, WebP and TIFF have one."""
    cutout = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if cutout is None:
        raise UsageError("{path} is no picture", "remove it from the folder", code="data-picture-invalid", path=path)
    return cutout
