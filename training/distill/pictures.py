"""Pictures with alpha to train on, and pictures of backgrounds without persons.

A data set has PaddleSeg's form: `train.txt` and `val.txt` name image and mask, mask > 0 is the person.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from engine.segmentation.runtimes.openvino_api import openvino as ov

SIZE_PX = (256, 144)  # width, height: what the network sees
CANVAS_PX = (384, 216)  # width, height: person-free crops are kept a little larger, to be cropped again
PASSER_BY_SHARE = 0.04  # of a background's pixels; the teacher's false positives are mostly smaller
CUTOUT_MARGIN_PX = 4
LEAST_STRIP_SHARE = 0.2  # of the picture; a narrower person-free strip shows too little


class Portrait(NamedTuple):
    """image uint8 [H, W, 3] BGR; alpha uint8 [H, W], 255 is the person; box of the person (x0, y0, x1, y1)."""

    image: np.ndarray
    alpha: np.ndarray
    box: tuple[int, int, int, int]


def normalise(images_bgr: np.ndarray) -> np.ndarray:
    """uint8 [N, H, W, 3] BGR -> float32 [N, 3, H, W] RGB in [-1, 1]."""
    return np.ascontiguousarray((images_bgr[..., ::-1].astype(np.float32) / 127.5 - 1).transpose(0, 3, 1, 2))


def read_image(path: Path, flags: int = cv2.IMREAD_COLOR) -> np.ndarray:
    """A picture, uint8 [H, W, 3] BGR or [H, W].

    Raises:
        SystemExit: It is none.
    """
    picture = cv2.imread(str(path), flags)
    if picture is None:
        raise SystemExit(f"{path} is no picture: use another file")
    return picture


def read_list(folder: Path, name: str) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Yields name, image (uint8 BGR) and mask (uint8, 255 is the person) of each line of a PaddleSeg list."""
    for line in (folder / name).read_text().splitlines():
        image, mask = line.split()
        truth = read_image(folder / mask, cv2.IMREAD_GRAYSCALE)
        yield image, read_image(folder / image), np.where(truth > 0, np.uint8(255), np.uint8(0))


def read_images(paths: Iterable[Path]) -> list[np.ndarray]:
    """Every picture (uint8 BGR) among the paths, in name order."""
    return [image for path in sorted(paths) if (image := cv2.imread(str(path))) is not None]


def portrait(image: np.ndarray, alpha: np.ndarray) -> Portrait | None:
    """The picture with the box of its person; None if the mask is empty."""
    rows, columns = np.where(alpha > 127)
    if not rows.size:
        return None
    return Portrait(image, alpha, (int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1))


def read_cutouts(paths: Iterable[Path]) -> list[Portrait]:
    """Persons of PNG files with alpha; the border cuts none of them off, so each gets a margin around it."""
    found = []
    for path in paths:
        bgra = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        if bgra is not None and bgra.ndim == 3 and bgra.shape[2] == 4:
            bgra = np.pad(bgra, [(CUTOUT_MARGIN_PX,) * 2] * 2 + [(0, 0)])
            if one := portrait(bgra[..., :3], bgra[..., 3]):
                found.append(one)
    return found


class Model:
    """A released softmax model of 256x144, in float32 on one thread."""

    def __init__(self, model_path: Path) -> None:
        core = ov.Core()
        model = core.read_model(model_path)
        model.reshape([1, 3, SIZE_PX[1], SIZE_PX[0]])
        self._model = core.compile_model(model, "CPU", {"INFERENCE_NUM_THREADS": 1, "INFERENCE_PRECISION_HINT": "f32"})

    def predict(self, image: np.ndarray) -> np.ndarray:
        """uint8 [H, W, 3] BGR of any size -> person probability float32 [144, 256]."""
        small = cv2.resize(image, SIZE_PX, interpolation=cv2.INTER_AREA)
        return np.array(self._model(normalise(small[None]))[0][0, 1])


class Teacher(Model):
    """A model that labels whole pictures from webcam-like crops of them and their mirror images."""

    def predict(self, image: np.ndarray) -> np.ndarray:
        """See `Model.predict`; the mean of the picture and its mirror image."""
        return np.asarray((super().predict(image) + super().predict(image[:, ::-1])[:, ::-1]) / 2)

    def detects_person(self, background: np.ndarray) -> bool:
        """Whether a passer-by is in a background that should be empty."""
        return bool(np.mean(self.predict(background) > 0.5) > PASSER_BY_SHARE)

    def label(self, image: np.ndarray) -> np.ndarray:
        """Alpha of a whole picture, uint8 [H, W], from 16:9 windows at steps of a third of their height."""
        height, width = image.shape[:2]
        window = min(height, width * SIZE_PX[1] // SIZE_PX[0])
        total, count = np.zeros((height, width), np.float32), np.zeros((height, 1), np.float32)
        for top in np.unique(np.linspace(0, height - window, max(2, 3 * height // window)).astype(int)):
            alpha = self.predict(image[top : top + window])
            total[top : top + window] += cv2.resize(alpha, (width, window), interpolation=cv2.INTER_LINEAR)
            count[top : top + window] += 1
        return _keep_main_person(total / count)


def _keep_main_person(alpha: np.ndarray) -> np.ndarray:
    """Stretches the contrast and removes connected components smaller than a fifth of the largest: uint8 [H, W]."""
    sharp = (np.clip((alpha - 0.15) / 0.7, 0, 1) * 255).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats((sharp > 127).astype(np.uint8))
    areas = stats[1:, cv2.CC_STAT_AREA]
    if not areas.size:
        return np.zeros_like(sharp)
    main = np.isin(labels, 1 + np.flatnonzero(areas >= areas.max() / 5)).astype(np.uint8)
    margin = max(3, alpha.shape[1] // 50)
    return sharp * cv2.dilate(main, np.ones((margin, margin), np.uint8))


def person_free(picture: Portrait, rng: np.random.Generator, at_most: int) -> list[np.ndarray]:
    """Crops left and right of the person, each mirrored outwards to 16:9: uint8 [216, 384, 3]."""
    height, width = picture.alpha.shape
    margin = width // 40
    crops = []
    for x0, x1 in ((0, picture.box[0] - margin), (picture.box[2] + margin, width)):
        if x1 - x0 < LEAST_STRIP_SHARE * width:
            continue
        strip_height = min(height, (x1 - x0) * 9 // 8)
        for top in range(0, height - strip_height + 1, strip_height):
            strip = picture.image[top : top + strip_height, x0:x1]
            wide = cv2.hconcat([strip, strip[:, ::-1]])
            crops.append(cv2.resize(wide, CANVAS_PX, interpolation=cv2.INTER_AREA))
    return [crops[index] for index in rng.permutation(len(crops))[:at_most]]


def canvas(photo: np.ndarray) -> np.ndarray:
    """A photograph of a background at twice the size of the person-free crops, so that its crops stay sharp."""
    return cv2.resize(photo, (CANVAS_PX[0] * 2, CANVAS_PX[1] * 2), interpolation=cv2.INTER_AREA)
