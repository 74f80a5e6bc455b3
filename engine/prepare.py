"""What happens to a captured picture before anybody looks at it: cropped, scaled and mirrored to the output's size."""

from __future__ import annotations

from dataclasses import replace

import cv2

from engine.frame import U8, Image, PixelFormat


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


def prepare(image: Image, size: tuple[int, int] | None, *, mirror: bool) -> Image:
    """Brings a picture to the output's size (cover-cropping) and flips it where asked.

    Args:
        image: The captured picture; handed back as it is where nothing is to do.
        size: (width, height) wanted, None for the picture's own.
        mirror: Flip left to right.
    """
    if (size is None or image.size == size) and not mirror:
        return image
    target = size or image.size
    x, y, width, height = cover_crop(image.size, target) if image.size != target else (0, 0, *target)
    planes: list[U8] = []
    for plane in image.planes:
        divisor = image.planes[0].shape[1] // plane.shape[1] if image.format is PixelFormat.I420 else 1
        part = plane[y // divisor : (y + height) // divisor, x // divisor : (x + width) // divisor]
        wanted = (target[0] // divisor, target[1] // divisor)
        if part.shape[1::-1] != wanted:
            shrinks = part.shape[1] > wanted[0]
            part = cv2.resize(part, wanted, interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)  # type: ignore[assignment]
        planes.append(cv2.flip(part, 1) if mirror else part)  # type: ignore[arg-type]
    return replace(image, planes=tuple(planes))
