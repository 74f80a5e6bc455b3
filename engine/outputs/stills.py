"""Pictures as files' bytes, shared by the outputs that write stills."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from engine.errors import OutputError
from engine.frame import U8, Image

STILL_ENDINGS: Final = frozenset((".png", ".jpg", ".jpeg", ".webp"))
_QUALITY: Final = {
    ".jpg": (cv2.IMWRITE_JPEG_QUALITY, 95),
    ".jpeg": (cv2.IMWRITE_JPEG_QUALITY, 95),
    ".webp": (cv2.IMWRITE_WEBP_QUALITY, 95),
    ".png": (cv2.IMWRITE_PNG_COMPRESSION, 3),
}


def encode_still(image: Image, ending: str, *, matte: bool) -> bytes:
    """A BGR picture, its alpha included where the kind of file can carry it, as a file's content.

    Args:
        image: BGR, alpha [H, W] where it has one.
        ending: One of `STILL_ENDINGS`.
        matte: Write the alpha alone, as a grey picture.

    Raises:
        OutputError: The picture is too large for this kind of file.
    """
    try:
        done, data = cv2.imencode(ending, _samples(image, ending, matte=matte), _QUALITY[ending])
    except cv2.error:
        done = False
    if not done:
        raise OutputError("a picture of {}x{} does not fit into a {} file".format(*image.size, ending), "use .png")
    return data.tobytes()


def _samples(image: Image, ending: str, *, matte: bool) -> U8:
    """uint8 [H, W], [H, W, 3] or [H, W, 4] for OpenCV's encoders."""
    bgr, alpha = image.planes[0], image.alpha
    if matte:
        return alpha_of(image)
    if alpha is None or ending in (".jpg", ".jpeg"):
        return bgr
    return np.dstack((bgr, alpha))


def alpha_of(image: Image) -> U8:
    """The alpha of a picture, uint8 [H, W]; all 255 where it carries none."""
    if image.alpha is not None:
        return image.alpha
    width, height = image.size
    return np.full((height, width), 255, np.uint8)
