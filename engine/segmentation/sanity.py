"""Checks a loaded model's answers on two known images: a person, and the same background without one."""

from __future__ import annotations

import functools

import cv2
import numpy as np

from engine.core.errors import ModelError
from engine.core.frame import F32, U8
from engine.platform.paths import assets_dir
from engine.segmentation.models.deploy import Size
from engine.segmentation.predictor import Predictor

_ROUNDING = 1e-3
_MIN_PERSON = 0.9
"""Least share of the person's pixels that the mask must hold. The four models that were measured hold .999 or more."""
_MAX_FALSE_FOREGROUND = 0.02
"""Largest share of the background's pixels that the mask may hold; the same four hold none. Of 36 damaged copies of
PP-HumanSegV2-Lite, each one that shows more than .02 of another image's background is refused."""


@functools.cache
def _images() -> tuple[U8, U8, U8]:
    """The person, the background, uint8 [288, 512, 3] BGR; the regions, uint8 [288, 512]: 255 person, 0 background."""
    folder = assets_dir() / "models" / "check"
    person, background = (
        np.asarray(cv2.imread(str(folder / name)), np.uint8) for name in ("person.jpg", "background.jpg")
    )
    return person, background, np.asarray(cv2.imread(str(folder / "regions.png"), cv2.IMREAD_GRAYSCALE), np.uint8)


def check(predictor: Predictor, size: Size, *, answers: bool = True) -> None:
    """Predicts on the known images.

    Args:
        predictor: The model.
        size: (width, height) that it is fed with.
        answers: Whether the masks must be right; else only that they are numbers from 0 to 1, on the first image.

    Raises:
        ModelError: The model answers values outside 0 to 1, loses the person or takes background for one, as damaged
            weights or swapped classes do.
    """
    person, background, regions = _images()
    mask = _predict(predictor, person, size)
    if not answers:
        return
    regions = np.asarray(cv2.resize(regions, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    found = _share(mask[regions == 255])
    empty = _predict(predictor, background, size)
    false_foreground = max(_share(mask[regions == 0]), _share(empty))
    if found < _MIN_PERSON or false_foreground > _MAX_FALSE_FOREGROUND:
        raise ModelError(
            "model {model} fails on a known image: it finds {found:.0%} of the person and takes {false:.0%} of the "
            "background for one",
            "download or import it again, or choose another",
            code="model-fails-sanity-check",
            model=predictor.model_id,
            found=found,
            false=false_foreground,
        )


def _predict(predictor: Predictor, bgr: U8, size: Size) -> F32:
    downsamples = size[0] < bgr.shape[1]
    mask = predictor.predict(
        np.asarray(cv2.resize(bgr, size, interpolation=cv2.INTER_AREA if downsamples else cv2.INTER_LINEAR), np.uint8)
    )
    if not (mask.min() >= -_ROUNDING and mask.max() <= 1 + _ROUNDING):  # false for NaN, too
        raise ModelError(
            "model {model} answers values outside 0 to 1",
            "export it with softmax or argmax as its output",
            code="model-out-of-range",
            model=predictor.model_id,
        )
    return mask


def _share(probabilities: F32) -> float:
    return float(np.mean(probabilities > 0.5)) if probabilities.size else 0.0
