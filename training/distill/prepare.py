"""Prepares what samples are made of, once: `python -m training.distill.prepare --help`.

A folder takes it all: `taught/` alphas that the teacher gave unlabelled pictures, `places/` person-free parts of the
labelled pictures, `rooms/` drawn ones.
"""

import argparse
from collections import Counter
from pathlib import Path

import cv2
import numpy as np

from training.distill.backgrounds import draw_room
from training.distill.pictures import CANVAS_PX, Teacher, canvas, person_free, portrait, read_images, read_list
from training.distill.samples import Material

ROOMS = 1200
PLACES_EACH = 2  # of one picture
TAUGHT_SHARE = 0.2  # of the samples with a person


def main() -> None:
    """Fills the folder."""
    parser = argparse.ArgumentParser(description="Prepare the material of the distillation.")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form, with unlabelled/")
    parser.add_argument("--teacher", type=Path, required=True, help="model.pdmodel of a softmax model, 256x144")
    parser.add_argument("--out", type=Path, required=True, help="folder for the material")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    for name in ("taught", "places", "rooms"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
    rng, teacher = np.random.default_rng(args.seed), Teacher(args.teacher)
    for number in range(ROOMS):
        cv2.imwrite(str(args.out / "rooms" / f"{number:04}.png"), draw_room(rng, *CANVAS_PX))
    for path in sorted((args.data / "unlabelled").iterdir()):
        cv2.imwrite(str(args.out / "taught" / f"{path.stem}.png"), teacher.label(cv2.imread(str(path))))
    for name, image, mask in read_list(args.data, "train.txt"):
        if (one := portrait(image, mask)) is None:
            continue
        places = [place for place in person_free(one, rng, PLACES_EACH) if not teacher.sees_person(place)]
        for number, place in enumerate(places):
            cv2.imwrite(str(args.out / "places" / f"{Path(name).stem}_{number}.png"), place)


def load(prepared: Path, data: Path, backgrounds: Path, held_out: tuple[str, ...]) -> Material:
    """Everything samples are made of; places named in `held_out` are left out.

    The kinds of labelled pictures, told by the first part of their names, are drawn equally often.
    """
    labelled = [(name, p) for name, image, mask in read_list(data, "train.txt") if (p := portrait(image, mask))]
    kinds = [Path(name).stem.partition("_")[0] for name, _ in labelled]
    count = Counter(kinds)
    taught = [
        p
        for path in sorted((data / "unlabelled").iterdir())
        if (p := portrait(cv2.imread(str(path)), cv2.imread(str(prepared / "taught" / f"{path.stem}.png"), 0)))
    ]
    rare_first = np.array([1 / count[kind] for kind in kinds]) / len(count)
    photos = (path for path in backgrounds.iterdir() if path.name not in held_out)
    return Material(
        portraits=[p for _, p in labelled] + taught,
        weights=np.concatenate([(1 - TAUGHT_SHARE) * rare_first, np.full(len(taught), TAUGHT_SHARE / len(taught))]),
        photos=[canvas(photo) for photo in read_images(photos)],
        person_free=read_images((prepared / "places").iterdir()),
        rooms=read_images((prepared / "rooms").iterdir()),
    )


if __name__ == "__main__":
    main()
