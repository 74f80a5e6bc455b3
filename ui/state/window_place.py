"""Where the window stands: as it was left, and whole on the screen that is there now."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtWidgets import QMainWindow

_FIRST_PX = QSize(1320, 720)
_PORTRAIT_SHARE = 0.85
"""Of the height of a screen that is higher than wide."""
_SMALLEST_PX = QSize(560, 300)
_FRAME_PX = QSize(8, 40)
"""What a window manager may put around a window."""


def place_of(window: QMainWindow) -> str:
    """Where a window stands, as text for `put_back`."""
    return bytes(window.saveGeometry().toHex().data()).decode()


def put_back(window: QMainWindow, place: str) -> None:
    """Puts a window where it was, or where a first one stands; never beyond the screen, whatever the last one's size.

    Args:
        window: Not yet shown.
        place: What `place_of` said; empty at the first start.
    """
    largest = _largest(window)
    window.setMinimumSize(_SMALLEST_PX.boundedTo(largest.size()))
    window.resize(_FIRST_PX)
    if largest.height() > largest.width():
        window.resize(_FIRST_PX.width(), round(largest.height() * _PORTRAIT_SHARE))
    if place:
        window.restoreGeometry(QByteArray.fromHex(place.encode()))
    if window.isMaximized() or window.isFullScreen():
        return
    largest = _largest(window)
    window.resize(window.size().boundedTo(largest.size()))
    frame = window.frameGeometry()
    x = min(max(frame.x(), largest.x()), largest.right() + 1 - window.width())
    y = min(max(frame.y(), largest.y()), largest.bottom() + 1 - window.height())
    if place and (x, y) != (frame.x(), frame.y()):
        window.move(x, y)


def _largest(window: QMainWindow) -> QRect:
    """Where a window with its frame may stand."""
    available = window.screen().availableGeometry()
    return QRect(available.topLeft(), available.size() - _FRAME_PX)
