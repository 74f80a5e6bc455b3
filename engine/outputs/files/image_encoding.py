"""Pictures as files' bytes, shared by the outputs that write images."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from engine.core.errors import OutputError
from engine.core.frame import U8, Image
from engine.media.suffixes import ALPHA_SUFFIXES

_QUALITY: Final = {
    ".jpg": (cv2.IMWRITE_JPEG_QUALITY, 95),
    ".jpeg": (cv2.IMWRITE_JPEG_QUALITY, 95),
    ".webp": (cv2.IMWRITE_WEBP_QUALITY, 95),
    ".png": (cv2.IMWRITE_PNG_COMPRESSION, 3),
}


def encode_image(samples: U8, ending: str) -> bytes:
    """A picture as a file's content.

    Args:
        samples: uint8 [H, W] grey, [H, W, 3] BGR or [H, W, 4] BGRA.
        ending: One of `WRITTEN_IMAGES`.

    Raises:
        OutputError: The picture is too large for this kind of file.
    """
    try:
        done, data = cv2.imencode(ending, samples, _QUALITY[ending])
    except cv2.error:
        done = False
    if not done:
        height, width = samples.shape[:2]
        raise OutputError(
            "a picture of {width}x{height} does not fit into a {ending} file",
            "use .png",
            code="picture-too-large-for-format",
            width=width,
            height=height,
            ending=ending,
        )
    return data.tobytes()


def samples_of(image: Image, ending: str) -> U8:
    """A BGR picture as `encode_image` wants it: uint8 [H, W, 3], or [H, W, 4] where the kind of file can hold alpha."""
    if image.alpha is None or ending not in ALPHA_SUFFIXES:
        return image.planes[0]
    return np.dstack((image.planes[0], image.alpha))
