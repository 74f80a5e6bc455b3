"""What stands over every frame of the live picture, drawn once and then copied."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter


class Stamps:
    """Keeps small drawings: paths and text drawn thirty times a second would cost as much as the picture itself."""

    def __init__(self) -> None:
        self._drawn: dict[Hashable, QImage] = {}

    def paint(self, painter: QPainter, rect: QRect, key: Hashable, draw: Callable[[QPainter], None]) -> None:
        """Paints a drawing, which is made the first time.

        Args:
            painter: Of what is painted on.
            rect: Where it stands.
            key: What the drawing depends on beside its size.
            draw: Given a painter; (0, 0) is where `rect` begins.
        """
        ratio = painter.device().devicePixelRatio()
        whole = key, rect.width(), rect.height(), ratio
        if whole not in self._drawn:
            image = QImage(rect.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            with QPainter(image) as drawing:
                drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw(drawing)
            self._drawn[whole] = image
        painter.drawImage(rect.topLeft(), self._drawn[whole])
