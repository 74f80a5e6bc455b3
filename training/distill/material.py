"""Makes the material that samples are drawn from, once: `python -m training.distill.material --help`.

The folder holds `pseudo_labels/` (the teacher's alphas of unlabelled pictures), `person_free/` (crops of labelled ones)
and `interiors/` (drawn ones).
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

from training.distill.backgrounds import draw_interior
from training.distill.pictures import (
    CANVAS_PX,
    Teacher,
    canvas,
    person_free,
    portrait,
    read_cutouts,
    read_image,
    read_images,
    read_list,
)
from training.distill.samples import Material

INTERIORS = 1200
CROPS_EACH = 2  # of one picture
PSEUDO_LABEL_SHARE = 0.2  # of the samples with a person


def main() -> None:
    """Fills the folder."""
    parser = argparse.ArgumentParser(description="Make the material of the distillation.")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form, with unlabelled/")
    parser.add_argument("--teacher", type=Path, required=True, help="model.pdmodel of a softmax model, 256x144")
    parser.add_argument("--out", type=Path, required=True, help="folder for the material")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    for name in ("pseudo_labels", "person_free", "interiors"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
    rng, teacher = np.random.default_rng(args.seed), Teacher(args.teacher)
    for number in range(INTERIORS):
        cv2.imwrite(str(args.out / "interiors" / f"{number:04}.png"), draw_interior(rng, *CANVAS_PX))
    for path in sorted((args.data / "unlabelled").iterdir()):
        cv2.imwrite(str(args.out / "pseudo_labels" / f"{path.stem}.png"), teacher.label(read_image(path)))
    for name, image, mask in read_list(args.data, "train.txt"):
        if (one := portrait(image, mask)) is None:
            continue
        crops = [crop for crop in person_free(one, rng, CROPS_EACH) if not teacher.detects_person(crop)]
        for number, crop in enumerate(crops):
            cv2.imwrite(str(args.out / "person_free" / f"{Path(name).stem}_{number}.png"), crop)


def load(
    material: Path,
    data: Path,
    backgrounds: Sequence[Path],
    held_out: tuple[str, ...],
    cutouts: Path | None = None,
) -> Material:
    """Everything that samples are drawn from; backgrounds named in `held_out` are left out.

    The kinds of labelled pictures, the first part of their names, are drawn equally often.
    """
    labelled = [(name, p) for name, image, mask in read_list(data, "train.txt") if (p := portrait(image, mask))]
    kinds = [Path(name).stem.partition("_")[0] for name, _ in labelled]
    count = Counter(kinds)
    labels = {path.stem: path for path in (material / "pseudo_labels").iterdir()}
    pseudo_labelled = [
        p
        for path in sorted((data / "unlabelled").iterdir())
        if path.stem in labels
        and (p := portrait(read_image(path), read_image(labels[path.stem], cv2.IMREAD_GRAYSCALE)))
    ]
    rare_first = np.array([1 / count[kind] for kind in kinds]) / len(count)
    photos = (path for folder in backgrounds for path in sorted(folder.iterdir()) if path.name not in held_out)
    return Material(
        portraits=[p for _, p in labelled] + pseudo_labelled,
        weights=np.concatenate(
            [
                (1 - PSEUDO_LABEL_SHARE) * rare_first,
                np.full(len(pseudo_labelled), PSEUDO_LABEL_SHARE / len(pseudo_labelled)),
            ]
        ),
        cutouts=read_cutouts(sorted(cutouts.iterdir())) if cutouts else [],
        photos=[canvas(photo) for photo in read_images(photos)],
        person_free=read_images((material / "person_free").iterdir()),
        interiors=read_images((material / "interiors").iterdir()),
    )


if __name__ == "__main__":
    main()
