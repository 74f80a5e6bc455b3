"""Still pictures, read with the manners their files ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import cv2
import numpy as np

from engine.errors import SourceError
from engine.files import os_reason
from engine.frame import U8

MAX_PIXELS: Final = 100_000_000
MIN_SIDE_PX: Final = 16


def read_still(path: Path) -> U8:
    """Reads a picture upright (EXIF rotation obeyed), at its full size, odd sides kept.

    Returns:
        uint8 [H, W, 3], BGR; transparency is dropped.

    Raises:
        SourceError: It is missing, no picture, damaged or of an absurd size.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"can't read the picture {path}: {os_reason(error)}", "check its name and rights") from error
    picture = _decode(data)
    if picture is None:
        raise SourceError(f"{path} is no picture that can be read, or is damaged", "use a whole PNG, JPEG or WebP file")
    height, width = picture.shape[:2]
    if min(width, height) < MIN_SIDE_PX or width * height > MAX_PIXELS:
        raise SourceError(
            f"{path} is {width}x{height} pixels",
            f"use at least {MIN_SIDE_PX} on each side and at most {MAX_PIXELS // 10**6} million in all",
        )
    return picture


def _decode(data: bytes) -> U8 | None:
    """Decodes without a word on the terminal, which the caller's own message replaces."""
    cut_png = data.startswith(b"\x89PNG") and b"IEND" not in data[-4096:]  # libpng would print its own complaint
    if not data or cut_png:
        return None
    level = cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except (cv2.error, MemoryError):
        return None
    finally:
        cv2.utils.logging.setLogLevel(level)
    return picture if picture is None else picture.astype(np.uint8, copy=False)
