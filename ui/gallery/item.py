"""One entry of the gallery: a picture, a video, or one of the choices that are no file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from engine.core.settings import Background, BackgroundKind
from engine.media.suffixes import ANIMATION_SUFFIXES, STILL_SUFFIXES
from engine.media.suffixes import VIDEO_SUFFIXES as VIDEO_FILE_SUFFIXES

IMAGE_SUFFIXES = (*sorted(STILL_SUFFIXES), ".svg")
VIDEO_SUFFIXES = (*sorted(VIDEO_FILE_SUFFIXES), *sorted(ANIMATION_SUFFIXES))


class Kind(StrEnum):
    """What an entry of the gallery is."""

    NONE = "none"
    BLUR_LIGHT = "blur-light"
    BLUR_STRONG = "blur-strong"
    COLOR = "color"
    FILE = "file"
    ADD = "add"


FIXED = (Kind.NONE, Kind.BLUR_LIGHT, Kind.BLUR_STRONG, Kind.COLOR)
"""Entries that stand first and can't be moved or removed."""
LIGHT_STRENGTH, STRONG_STRENGTH = 55, 90
"""Weaker than the first no blur is: see `engine.core.settings.Background`."""
_BETWEEN = (LIGHT_STRENGTH + STRONG_STRENGTH) // 2
FIRST_COLOR = (43, 42, 99)


@dataclass
class Item:
    """One entry of the gallery.

    Attributes:
        path: The picture or video; empty for the other kinds.
        video: Whether it moves.
        builtin: Whether it came with the app.
        images: Thumbnails: one; several of a video that was asked to move; empty while loading or if broken.
        broken: It can't be read.
        kind: What it is.
        color: Of the colour entry, (red, green, blue), 0..255 each.
    """

    path: Path = Path()
    video: bool = False
    builtin: bool = False
    images: list[QImage] = field(default_factory=list)
    broken: bool = False
    kind: Kind = Kind.FILE
    color: tuple[int, int, int] = FIRST_COLOR

    @property
    def background(self) -> Background | None:
        """What the engine is told; None for the entry that adds others."""
        match self.kind:
            case Kind.NONE:
                return Background(BackgroundKind.NONE)
            case Kind.BLUR_LIGHT:
                return Background(strength=LIGHT_STRENGTH)
            case Kind.BLUR_STRONG:
                return Background(strength=STRONG_STRENGTH)
            case Kind.COLOR:
                return Background(BackgroundKind.COLOR, color=self.color)
            case Kind.ADD:
                return None
        return Background(BackgroundKind.VIDEO if self.video else BackgroundKind.IMAGE, path=self.path)

    @property
    def title(self) -> str:
        """The name shown: a built-in's translated name, else the file's."""
        translate = QCoreApplication.translate
        match self.kind:
            case Kind.NONE:
                return translate("Backgrounds", "None")
            case Kind.BLUR_LIGHT:
                return translate("Backgrounds", "Light blur")
            case Kind.BLUR_STRONG:
                return translate("Backgrounds", "Strong blur")
            case Kind.COLOR:
                return translate("Backgrounds", "Colour")
            case Kind.ADD:
                return translate("Backgrounds", "Add…")
        if not self.builtin:
            return self.path.stem
        return translate("Backgrounds", self.path.stem.replace("-", " ").replace("_", " ").capitalize())

    def shows(self, background: Background) -> bool:
        """Whether this is the entry of a background, whatever the strength of a blur or the colour."""
        match self.kind:
            case Kind.BLUR_LIGHT:
                return background.kind is BackgroundKind.BLUR and background.strength < _BETWEEN
            case Kind.BLUR_STRONG:
                return background.kind is BackgroundKind.BLUR and background.strength >= _BETWEEN
            case Kind.COLOR:
                return background.kind is BackgroundKind.COLOR
        return self.background == background


def is_background(path: Path) -> bool:
    """Whether the file's name promises a picture or video that we read."""
    return path.suffix.lower() in IMAGE_SUFFIXES + VIDEO_SUFFIXES


def file_item(path: Path, *, builtin: bool) -> Item:
    """The entry of a file."""
    return Item(path, path.suffix.lower() in VIDEO_SUFFIXES, builtin)
