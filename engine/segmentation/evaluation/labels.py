"""The one reader of masks and mattes, for training, evaluation and making data sets."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np
import PIL
import PIL.Image

from engine.core.errors import SourceError
from engine.core.frame import F32, U8
from engine.media.image_files import MAX_PIXELS, opened_image
from engine.platform.atomic_files import os_reason

BACKGROUND, PERSON, IGNORED = 0, 1, 255
ALPHA_FOLDERS: Final = ("alpha", "alphas")
"""Names of folders whose files are mattes where they hold fractions."""
_FEWEST_MATTE_VALUES: Final = 9
"""A matte has many values between its extremes; a few odd ones are labels of another scheme."""


class TruthKind(StrEnum):
    """What the numbers of a data set's masks mean."""

    LABELS = "labels"
    """0 background, 1 person, 255 not counted."""
    BLACK_AND_WHITE = "black-and-white"
    """0 background, 255 person."""
    ALPHA = "alpha"
    """0 background to 255 person."""


def read_mask(path: Path) -> U8:
    """The stored numbers of a mask or matte: of a palette its indices, of a picture its one channel.

    Returns:
        uint8 [H, W].

    Raises:
        SourceError: It can't be read, or its channels differ.
    """
    try:
        with opened_image(path) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise _unusable(path, "it is absurdly large")
            if opened.mode == "1":
                return np.asarray(opened).astype(np.uint8) * np.uint8(255)
            if opened.mode in ("L", "P"):
                return np.asarray(opened)
            samples = np.asarray(opened)
            mode = opened.mode
    except SourceError:
        raise
    except PIL.UnidentifiedImageError as error:
        raise _unusable(path, "it is no picture") from error
    except OSError as error:
        raise _unusable(path, os_reason(error) if error.errno else " ".join(str(error).split())) from error
    except Exception as error:  # Pillow's decoders raise nearly every kind on damaged data.
        raise _unusable(path, " ".join(str(error).split())) from error
    if mode not in ("LA", "RGB", "RGBA") or samples.dtype != np.uint8:
        raise _unusable(path, f"its pixels are {mode}, not 8-bit grey or a palette")
    colours = samples[..., :3] if mode != "LA" else samples[..., :1]
    if (colours != colours[..., :1]).any():
        raise _unusable(path, "its channels differ, so it is no mask")
    return np.ascontiguousarray(colours[..., 0])


def kind_of_mask(mask: U8, path: Path) -> TruthKind | None:
    """What one mask's numbers mean.

    Args:
        mask: uint8 [H, W], as stored.
        path: Its file, for the message.

    Returns:
        None where it can't be told: a mask of 0 and 255 has a person in white, or a band that is not counted.

    Raises:
        SourceError: It holds labels that are none of ours.
    """
    values = np.unique(mask)
    odd = values[(values > PERSON) & (values < IGNORED)]
    if len(odd) >= _FEWEST_MATTE_VALUES or (len(odd) and path.parent.name in ALPHA_FOLDERS):
        return TruthKind.ALPHA
    if len(odd):
        raise SourceError(
            "{path} holds the label {label}",
            "use 0 for the background, 1 for the person and 255 for what is not counted",
            code="label-unknown",
            path=path,
            label=int(odd[0]),
        )
    if PERSON in values or IGNORED not in values:
        return TruthKind.LABELS if PERSON in values else None
    return None


def kind_of_masks(paths: list[Path], most: int = 64) -> TruthKind:
    """What the masks of one data set mean: the first that tells decides.

    Args:
        paths: Of its masks.
        most: How many are looked at.

    Raises:
        SourceError: One can't be read, or holds labels that are none of ours.
    """
    for path in paths[:most]:
        kind = kind_of_mask(read_mask(path), path)
        if kind is not None:
            return kind
        with opened_image(path) as opened:
            if opened.mode == "P" and IGNORED in np.asarray(opened):
                return TruthKind.LABELS  # the last index of a palette is never a person
    return TruthKind.BLACK_AND_WHITE


def labels_of(mask: U8, kind: TruthKind, path: Path) -> U8:
    """A stored mask as labels: 0 background, 1 person, 255 not counted.

    Args:
        mask: uint8 [H, W], as stored.
        kind: What its numbers mean; of a matte the upper half is the person.
        path: Its file, for the message.

    Raises:
        SourceError: It holds other numbers.
    """
    if kind is TruthKind.ALPHA:
        return np.where(mask > 127, np.uint8(PERSON), np.uint8(BACKGROUND))
    found = kind_of_mask(mask, path)
    if found is TruthKind.ALPHA:
        raise _unusable(path, "it is a matte among masks: say so by --truth alpha")
    if kind is TruthKind.LABELS:
        return mask
    if found is TruthKind.LABELS:
        raise _unusable(path, "its person is 1 where the others' is 255")
    return np.where(mask == IGNORED, np.uint8(PERSON), np.uint8(BACKGROUND))


def alpha_of(mask: U8, kind: TruthKind, path: Path) -> F32:
    """A stored mask or matte as float32 [H, W] in [0, 1]; what is not counted is 0.

    Args:
        mask: uint8 [H, W], as stored.
        kind: What its numbers mean.
        path: Of the file, for errors.

    Raises:
        SourceError: It holds other numbers.
    """
    if kind is TruthKind.ALPHA:
        return mask.astype(np.float32) / np.float32(255)
    return np.where(labels_of(mask, kind, path) == PERSON, np.float32(1), np.float32(0))


def _unusable(path: Path, reason: str) -> SourceError:
    return SourceError(
        "{path} can't be used as a mask: {reason}",
        "correct or remove it",
        code="mask-unusable",
        path=path,
        reason=reason,
    )
