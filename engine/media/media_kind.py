"""What a file holds, by its content: a still picture, an animation or a video."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import PIL
import PIL.Image

from engine.core.errors import SourceError
from engine.media.image_files import opened_image
from engine.platform.atomic_files import os_reason

_ANIMATED_FORMATS = frozenset(("GIF", "PNG", "WEBP", "AVIF"))
_SVG_HEAD_BYTES = 512


class MediaKind(StrEnum):
    """What a file holds."""

    STILL = "still"
    ANIMATION = "animation"
    VIDEO = "video"


def kind_of(path: Path) -> MediaKind:
    """Looks at a file's first bytes; its name plays no part.

    Returns:
        VIDEO also where it is none of these: FFmpeg, which knows most formats, says then what is wrong.

    Raises:
        SourceError: It can't be read, or is a vector drawing.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_SVG_HEAD_BYTES)
    except OSError as error:
        raise SourceError(
            "can't read {path}: {reason}",
            "check its name and rights",
            code="input-unreadable",
            path=path,
            reason=os_reason(error),
        ) from error
    if b"<svg" in head:
        raise SourceError("{path} is a vector drawing", "export it as PNG", code="picture-is-svg", path=path)
    try:
        with opened_image(path) as opened:
            animated = opened.format in _ANIMATED_FORMATS and getattr(opened, "n_frames", 1) > 1
            return MediaKind.ANIMATION if animated else MediaKind.STILL
    except PIL.UnidentifiedImageError:
        return MediaKind.VIDEO
    except Exception:  # noqa: BLE001 - Pillow's plugins raise nearly anything; reading it says what is wrong
        return MediaKind.STILL
