"""Endings of file names, in one table: what is read, what is written, and what each kind of output can do.

What a file holds is decided by its content (`engine.media.media_kind`); endings only choose among the files of a folder
and say what an output becomes.
"""

from __future__ import annotations

from typing import Final

STILL_SUFFIXES: Final = frozenset(
    (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".heif", ".jp2", ".ppm")
)
"""Of files that are read as pictures."""
ANIMATION_SUFFIXES: Final = frozenset((".gif", ".apng"))
"""Of files that are read as animations; a .png, .webp or .avif may be one too."""
VIDEO_SUFFIXES: Final = frozenset(
    (
        ".mp4",
        ".m4v",
        ".mov",
        ".mkv",
        ".webm",
        ".avi",
        ".ts",
        ".mts",
        ".m2ts",
        ".mpg",
        ".mpeg",
        ".3gp",
        ".ogv",
        ".wmv",
        ".flv",
        ".nut",
        ".mjpeg",
        ".y4m",
        ".mxf",
    )
)
"""Of files that are read as videos."""
MEDIA_SUFFIXES: Final = STILL_SUFFIXES | ANIMATION_SUFFIXES | VIDEO_SUFFIXES

WRITTEN_IMAGES: Final = frozenset((".png", ".jpg", ".jpeg", ".webp"))
WRITTEN_ANIMATIONS: Final = frozenset((".gif", ".webp", ".apng", ".png"))
WRITTEN_VIDEOS: Final = frozenset((".mp4", ".mov", ".mkv", ".webm", ".avi"))
ALPHA_SUFFIXES: Final = frozenset((".png", ".webp", ".gif", ".apng", ".mov", ".webm"))
"""Of written files that keep transparency."""


def listed(suffixes: frozenset[str]) -> str:
    """Endings as a text for messages, such as ".jpeg, .jpg, .png"."""
    return ", ".join(sorted(suffixes))
