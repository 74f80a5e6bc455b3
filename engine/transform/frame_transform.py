"""Transforms a captured picture before inference: exposure, rotation, framing, mirror, output size."""

from __future__ import annotations

from dataclasses import replace

import cv2

from engine.core.frame import U8, Image
from engine.core.settings import Settings
from engine.transform.exposure import adjust_exposure

_TURNS = {"90": cv2.ROTATE_90_CLOCKWISE, "180": cv2.ROTATE_180, "270": cv2.ROTATE_90_COUNTERCLOCKWISE}


def even(size: tuple[int, int]) -> tuple[int, int]:
    """The size without the last pixel of an odd side, as I420 wants it."""
    return size[0] // 2 * 2, size[1] // 2 * 2


def cover_crop(size: tuple[int, int], target: tuple[int, int]) -> tuple[int, int, int, int]:
    """The centred part of a picture that has the target's shape.

    Args:
        size: (width, height) of the picture.
        target: (width, height) whose aspect ratio is wanted.

    Returns:
        x, y, width, height, all even, so that it is exact in every plane of I420.
    """
    width, height = size
    cropped_width = min(width, round(height * target[0] / target[1]))
    cropped_height = min(height, round(width * target[1] / target[0]))
    cropped_width, cropped_height = cropped_width // 2 * 2, cropped_height // 2 * 2
    return (width - cropped_width) // 4 * 2, (height - cropped_height) // 4 * 2, cropped_width, cropped_height


def framing(
    size: tuple[int, int], target: tuple[int, int], zoom_percent: int, pan: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The part of a picture that is shown: the target's shape, as large as the zoom leaves it, moved by the pan.

    Args:
        size: (width, height) of the picture, both even.
        target: (width, height) whose aspect ratio is wanted.
        zoom_percent: 100 or more.
        pan: Rightwards and downwards, -100..100 of the free range.

    Returns:
        x, y, width, height, all even, within the picture.
    """
    _, _, width, height = cover_crop(size, target) if size != target else (0, 0, *size)
    width, height = (max(side * 100 // zoom_percent // 2 * 2, 2) for side in (width, height))
    x = round((size[0] - width) * (100 + pan[0]) / 400) * 2
    y = round((size[1] - height) * (100 + pan[1]) / 400) * 2
    return min(x, size[0] - width), min(y, size[1] - height), width, height


def prepare(image: Image, size: tuple[int, int] | None, settings: Settings, pan: tuple[float, float] = (0, 0)) -> Image:
    """Brings a picture to the output's size as the settings frame it, rotates, mirrors and exposes it.

    Args:
        image: The captured picture; handed back as it is where nothing is to do.
        size: (width, height) wanted, None for the picture's own.
        settings: Of them `rotate`, `zoom`, `mirror` and what `engine.transform.exposure` reads.
        pan: See `framing`.
    """
    image = adjust_exposure(image, settings)
    if (turn := _TURNS.get(settings.rotate)) is not None:
        image = replace(image, planes=tuple(cv2.rotate(plane, turn) for plane in image.planes))  # type: ignore[misc]
    target = size or image.size
    whole = image.size == target and settings.zoom == 100
    if whole and not settings.mirror:
        return image
    part = (0, 0, *target) if whole else framing(image.size, target, settings.zoom, pan)
    planes: list[U8] = []
    for shown in image.part(*part).planes:
        divisor = part[2] // shown.shape[1]
        wanted = (target[0] // divisor, target[1] // divisor)
        if shown.shape[1::-1] != wanted:
            downsamples = shown.shape[1] > wanted[0]
            shown = cv2.resize(shown, wanted, interpolation=cv2.INTER_AREA if downsamples else cv2.INTER_LINEAR)  # type: ignore[assignment]
        planes.append(cv2.flip(shown, 1) if settings.mirror else shown)  # type: ignore[arg-type]
    return replace(image, planes=tuple(planes))
