"""What stands over every frame of the live picture, drawn once and then copied.

Thirty times a second, paths and text would cost half as much as the picture itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.style.theme import tokens

CORNER_PX = 12
_GRIP_PX = 30
_TO_EDGE_PX = 12
_ON_PICTURE = QColor(255, 255, 255, 235)
_EDGE = QColor(0, 0, 0, 150)
"""Around what is white, so that it is seen on white, too."""


class Marks:
    """Round corners, and the split's line with its grip and tags.

    Args:
        widget: On which they are painted.
        tags: What stands left and right of the line.
    """

    def __init__(self, widget: QWidget, tags: tuple[str, str]) -> None:
        self._widget = widget
        self._tags = tags
        self._status = "", ""
        self._drawn_for: tuple[object, ...] | None = None
        self._drawn: list[tuple[QPoint, QImage]] = []

    def set_status(self, text: str, color: str) -> None:
        """What stands in the picture's corner: a few words behind a dot in #rrggbb; empty for nothing."""
        if (text, color) != self._status:
            self._status = text, color
            self.forget()

    def forget(self) -> None:
        """Draws them again when they are next painted: colours or fonts changed."""
        self._drawn_for = None

    def paint(self, painter: QPainter, rect: QRect, split_at: float | None) -> None:
        """Paints them.

        Args:
            painter: Of the widget.
            rect: Where the picture stands.
            split_at: Where the line is, as a share of the width; None for none.
        """
        widget = self._widget
        wanted = rect.getRect(), split_at, widget.window().isFullScreen(), widget.devicePixelRatioF()
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            self._drawn = [] if widget.window().isFullScreen() else self._corners(rect)
            if split_at is not None:
                self._drawn += self._split(rect, split_at)
            if self._status[0]:
                self._drawn.append(self._status_tag(rect))
        for place, image in self._drawn:
            painter.drawImage(place, image)

    def _corners(self, rect: QRect) -> list[tuple[QPoint, QImage]]:
        # The ground painted over four corners is far cheaper than clipping the picture to a path.
        color, size = ground(self._widget), QSize(CORNER_PX, CORNER_PX)
        far = QPoint(rect.width() - CORNER_PX, rect.height() - CORNER_PX)
        return [
            (
                rect.topLeft() + QPoint(right * far.x(), bottom * far.y()),
                self._draw(size, partial(_draw_corner, color, right=right, bottom=bottom)),
            )
            for right in (False, True)
            for bottom in (False, True)
        ]

    def _status_tag(self, rect: QRect) -> tuple[QPoint, QImage]:
        text, color = self._status
        metrics = self._widget.fontMetrics()
        widest = max(rect.width() - 2 * _TO_EDGE_PX - metrics.height() - 20, 20)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, widest)
        size = QSize(metrics.horizontalAdvance(text) + metrics.height() + 18, metrics.height() + 8)
        tag = self._draw(size, partial(_draw_status, QRectF(QPointF(), size), text, color, self._widget.font()))
        ltr = self._widget.layoutDirection() is Qt.LayoutDirection.LeftToRight
        x = rect.left() + _TO_EDGE_PX if ltr else rect.right() + 1 - _TO_EDGE_PX - size.width()
        return QPoint(x, rect.top() + _TO_EDGE_PX), tag

    def _split(self, rect: QRect, split_at: float) -> list[tuple[QPoint, QImage]]:
        at = rect.left() + round(rect.width() * split_at)
        line = self._draw(QSize(4, rect.height()), partial(_draw_line, rect.height()))
        grip = self._draw(QSize(_GRIP_PX, _GRIP_PX), _draw_grip)
        marks = [
            (QPoint(at - 2, rect.top()), line),
            (QPoint(at - _GRIP_PX // 2, rect.center().y() - _GRIP_PX // 2), grip),
        ]
        metrics = self._widget.fontMetrics()
        for text, left in zip(self._tags, (True, False), strict=True):
            size = QSize(metrics.horizontalAdvance(text) + 16, metrics.height() + 6)
            x = rect.left() + _TO_EDGE_PX if left else rect.right() + 1 - _TO_EDGE_PX - size.width()
            tag = self._draw(size, partial(_draw_tag, QRectF(QPointF(), size), text, self._widget.font()))
            marks.append((QPoint(x, rect.bottom() + 1 - _TO_EDGE_PX - size.height()), tag))
        return marks

    def _draw(self, size: QSize, draw: Callable[[QPainter], None]) -> QImage:
        ratio = self._widget.devicePixelRatioF()
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
        return image


def ground(widget: QWidget) -> QColor:
    """What lies around the picture."""
    return QColor("black") if widget.window().isFullScreen() else QColor(tokens().window)


def _draw_line(height: int, painter: QPainter) -> None:
    painter.fillRect(0, 0, 4, height, _EDGE)
    painter.fillRect(1, 0, 2, height, _ON_PICTURE)


def _draw_status(tag: QRectF, text: str, color: str, font: QFont, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 170))
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    middle, radius = tag.height() / 2, tag.height() / 6
    painter.setBrush(QColor(color))
    painter.drawEllipse(QPointF(middle + 1, middle), radius, radius)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(tag.adjusted(middle + radius + 6, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, text)


def _draw_grip(painter: QPainter) -> None:
    middle = QPointF(_GRIP_PX / 2, _GRIP_PX / 2)
    painter.setPen(QPen(_EDGE, 1.5))
    painter.setBrush(_ON_PICTURE)
    painter.drawEllipse(middle, 14, 14)
    painter.setPen(QPen(QColor("#1a1a24"), 2))
    for side in (-1, 1):
        tip = middle + QPointF(side * 8, 0)
        painter.drawPolyline([tip + QPointF(-side * 4, -4), tip, tip + QPointF(-side * 4, 4)])


def _draw_tag(tag: QRectF, text: str, font: QFont, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)


def _draw_corner(ground: QColor, painter: QPainter, *, right: bool, bottom: bool) -> None:
    corner = QPointF(right * CORNER_PX, bottom * CORNER_PX)
    sx, sy = (-1 if right else 1), (-1 if bottom else 1)
    path = QPainterPath(corner)
    path.lineTo(corner + QPointF(sx * CORNER_PX, 0))
    path.quadTo(corner + QPointF(sx * 2, sy * 2), corner + QPointF(0, sy * CORNER_PX))
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(path)
