"""Line icons from the resources, drawn in the theme's colour and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.style import resources_rc as _resources  # noqa: F401  registers :/icons
from ui.style.theme import tokens


def icon(name: str, color: str = "", checked_color: str = "") -> QIcon:
    """The icon `:/icons/NAME.svg` in #rrggbb colours.

    Args:
        name: Without folder and ending.
        color: Of the normal state; the theme's text colour if empty.
        checked_color: Of the checked state; the theme's accent if empty.
    """
    colors = tokens()
    result = QIcon()
    for size in (24, 48):
        result.addPixmap(pixmap(name, color or colors.text, size), QIcon.Mode.Normal, QIcon.State.Off)
        result.addPixmap(pixmap(name, checked_color or colors.accent_text, size), QIcon.Mode.Normal, QIcon.State.On)
        result.addPixmap(pixmap(name, colors.control_border, size), QIcon.Mode.Disabled, QIcon.State.Off)
    return result


def app_icon() -> QIcon:
    """The application's own icon, in its own colours."""
    return QIcon(":/icons/app.png")


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int) -> QPixmap:
    """The icon as a picture of `size` device pixels in one colour.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    picture = QPixmap(_drawn(name, size))
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), QColor(color))
    painter.end()
    return picture


@lru_cache(maxsize=128)
def _drawn(name: str, size: int) -> QPixmap:
    """The icon in the colour of its file, of which only the shape counts."""
    renderer = QSvgRenderer(f":/icons/{name}.svg")
    if not renderer.isValid():
        raise FileNotFoundError(f"no icon {name!r}")
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
