"""Reads still pictures, with their orientation and transparency."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import PIL.Image
import PIL.ImageOps

from engine.core.errors import SourceError
from engine.core.frame import U8
from engine.platform.atomic_files import os_reason

MAX_PIXELS: Final = 100_000_000
MIN_SIDE_PX: Final = 16


def read_image(path: Path) -> U8:
    """Reads a picture upright (EXIF rotation obeyed), at its full size, odd sides kept.

    Returns:
        uint8 [H, W, 3], BGR; what is transparent lies over black.

    Raises:
        SourceError: It is missing, no picture, damaged or of an absurd size.
    """
    try:
        with PIL.Image.open(path) as opened:
            width, height = opened.size
            if min(width, height) < MIN_SIDE_PX or width * height > MAX_PIXELS:
                raise SourceError(
                    "{path} is {width}x{height} pixels",
                    "use at least {min_side} on each side and at most {max_megapixels} million in all",
                    code="picture-size-unsupported",
                    path=path,
                    width=width,
                    height=height,
                    min_side=MIN_SIDE_PX,
                    max_megapixels=MAX_PIXELS // 10**6,
                )
            return bgr_of(PIL.ImageOps.exif_transpose(opened))
    except SourceError:
        raise
    except PIL.UnidentifiedImageError as error:
        raise SourceError(
            "{path} is no picture that can be read", "save it as PNG or JPEG", code="picture-invalid", path=path
        ) from error
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, error) from error
        raise SourceError(
            "can't read the picture {path}: {reason}",
            "check its name and rights",
            code="picture-unreadable",
            path=path,
            reason=os_reason(error),
        ) from error
    except Exception as error:  # Pillow's decoders raise nearly every kind on damaged data.
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> SourceError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return SourceError(
        "the picture {path} is damaged ({reason})",
        "copy it again or use another one",
        code="picture-damaged",
        path=path,
        reason=reason,
    )


def bgr_of(picture: PIL.Image.Image) -> U8:
    """A decoded picture of any mode as uint8 [H, W, 3], BGR; what is transparent lies over black."""
    if picture.mode.startswith("I"):
        samples = np.asarray(picture).astype(np.int64)
        grey = (samples >> 8 if samples.max(initial=0) > 255 else samples).clip(0, 255).astype(np.uint8)
        return cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)  # type: ignore[return-value]
    if picture.has_transparency_data:
        rgba = np.asarray(picture.convert("RGBA"))
        alpha: Any = rgba[..., 3]
        rgb = cv2.multiply(rgba[..., :3], cv2.merge([alpha, alpha, alpha]), scale=1 / 255)
    else:
        rgb = np.asarray(picture.convert("RGB"))
    return cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)  # type: ignore[return-value]
