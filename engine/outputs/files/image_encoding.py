"""Pictures as files' bytes, shared by the outputs that write images."""

from __future__ import annotations

import io
from typing import Final

import cv2
import numpy as np
import PIL.Image

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
    data = _encoded(samples, ending)
    if data is None:
        height, width = samples.shape[:2]
        raise OutputError(
            "a picture of {width}x{height} does not fit into a {ending} file",
            "use .png",
            code="picture-too-large-for-format",
            width=width,
            height=height,
            ending=ending,
        )
    return data


def _encoded(samples: U8, ending: str) -> bytes | None:
    """The file's content; None where the picture does not fit."""
    if ending == ".webp" and samples.ndim == 3 and samples.shape[2] == 4:
        # OpenCV lets the encoder fill what is transparent with whatever codes well: pixels of up to 254 at any distance
        # from the person. Kept as they are, at most 3 levels are left beyond the padding.
        content = io.BytesIO()
        try:
            picture = PIL.Image.fromarray(cv2.cvtColor(samples, cv2.COLOR_BGRA2RGBA))
            picture.save(content, "WEBP", quality=_QUALITY[ending][1], exact=True)
        except ValueError:
            return None
        return content.getvalue()
    try:
        done, data = cv2.imencode(ending, samples, _QUALITY[ending])
    except cv2.error:
        return None
    return data.tobytes() if done else None


def samples_of(image: Image, ending: str) -> U8:
    """A BGR picture as `encode_image` wants it: uint8 [H, W, 3], or [H, W, 4] where the kind of file can hold alpha."""
    if image.alpha is None or ending not in ALPHA_SUFFIXES:
        return image.planes[0]
    return np.dstack((image.planes[0], image.alpha))
