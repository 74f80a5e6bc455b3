"""How one background of the gallery is painted."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.core.settings import Fit
from ui.gallery.item import Item, Kind
from ui.gallery.model import Role
from ui.style.icons import pixmap
from ui.style.theme import tokens

_GAP_PX = 8
_BADGE_PX = 24
_CORNER_PX = 8


class GalleryDelegate(QStyledItemDelegate):
    """Paints one background: its picture in the output's shape, its title, what is special about it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.shape = QSize(16, 9)
        self.fit = Fit.COVER
        self.moving: Item | None = None
        self.step = 0

    def cell_size(self, width: int, text_height: int) -> QSize:
        """Of a grid cell that is `width` wide."""
        height = (width - _GAP_PX) * self.shape.height() / self.shape.width()
        return QSize(width, round(min(height, width * 1.2)) + text_height + 2 * _GAP_PX)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The whole cell."""
        view = self.parent()
        assert isinstance(view, QListView)
        return view.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        colors = tokens()
        view = self.parent()
        assert isinstance(view, QListView)
        item: Item = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = option.rect.adjusted(_GAP_PX // 2, _GAP_PX // 2, -_GAP_PX // 2, -_GAP_PX // 2)
        text_height = option.fontMetrics.height()
        frame = QRectF(cell.adjusted(0, 0, 0, -text_height - _GAP_PX // 2))
        outline = QPainterPath()
        outline.addRoundedRect(frame, _CORNER_PX, _CORNER_PX)
        painter.fillPath(outline, QColor(colors.sunken))
        painter.setClipPath(outline)
        if item.images:
            moving = item is self.moving
            self._paint_picture(painter, frame, item.images[self.step % len(item.images)] if moving else item.images[0])
        elif item.kind is Kind.COLOR:
            painter.fillRect(frame, QColor(*item.color))
        elif item.kind is not Kind.FILE:
            self._paint_symbol(painter, frame, item.kind)
        painter.setClipping(False)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        selected = bool(index.data(Role.IN_USE))
        self._paint_badges(painter, frame, item)
        if item.kind is Kind.FILE:
            self._paint_buttons(painter, option.rect, hovered, favourite=bool(index.data(Role.FAVOURITE)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected:
            painter.setPen(QPen(QColor(colors.surface), 2))
            painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), _CORNER_PX - 3, _CORNER_PX - 3)
            painter.setPen(QPen(QColor(colors.accent), 3))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _CORNER_PX - 1, _CORNER_PX - 1)
        elif hovered:
            painter.setPen(QPen(QColor(colors.control_border), 1.5))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _CORNER_PX - 1, _CORNER_PX - 1)
        if focused:
            pen = QPen(QColor(colors.text), 2, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(cell).adjusted(-2, -2, 2, 2), _CORNER_PX, _CORNER_PX)
        painter.setPen(QColor(colors.accent_text if selected else colors.text))
        title = QRect(cell.left(), cell.bottom() - text_height, cell.width(), text_height)
        elided = (
            Qt.TextElideMode.ElideMiddle if item.kind is Kind.FILE and not item.builtin else Qt.TextElideMode.ElideRight
        )
        text = option.fontMetrics.elidedText(item.title, elided, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRectF, image: QImage) -> None:
        if self.fit is Fit.STRETCH:
            painter.drawImage(frame, image)
            return
        mode = (
            Qt.AspectRatioMode.KeepAspectRatio
            if self.fit is Fit.CONTAIN
            else Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        size = image.size().toSizeF().scaled(frame.size(), mode)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.fillRect(frame, QColor("black"))
        painter.drawImage(place, image)

    def badges(self, cell: QRect) -> tuple[QRect, QRect]:
        """Where the star and the cross of a cell stand."""
        top, inset = cell.top() + _GAP_PX // 2 + 4, _GAP_PX // 2 + 4
        star = QRect(cell.left() + inset, top, _BADGE_PX, _BADGE_PX)
        return star, QRect(cell.right() + 1 - inset - _BADGE_PX, top, _BADGE_PX, _BADGE_PX)

    def _paint_symbol(self, painter: QPainter, frame: QRectF, kind: Kind) -> None:
        """The icon of an entry that is no file; the strong blur's is larger than the light one's."""
        colors = tokens()
        names = {Kind.NONE: "none", Kind.ADD: "add"}
        side = min(frame.height() * (0.62 if kind is Kind.BLUR_STRONG else 0.42), 44)
        place = QRectF(0, 0, side, side)
        place.moveCenter(frame.center())
        symbol = pixmap(names.get(kind, "blur"), colors.text, 96)
        painter.drawPixmap(place, symbol, QRectF(symbol.rect()))

    def _paint_badges(self, painter: QPainter, frame: QRectF, item: Item) -> None:
        if item.broken:
            warning = pixmap("warning", tokens().warning_text, 48)
            place = QRectF(0, 0, 24, 24)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, warning, QRectF(warning.rect()))
        elif item.video:
            badge = QRectF(frame.left() + 5, frame.bottom() - 24, 19, 19)
            _paint_ground(painter, badge)
            film = pixmap("video", "#ffffff", 32)
            painter.drawPixmap(badge.adjusted(3, 3, -3, -3), film, QRectF(film.rect()))

    def _paint_buttons(self, painter: QPainter, cell: QRect, hovered: bool, *, favourite: bool) -> None:
        """The star of a favourite; under the pointer a star and a cross to click on."""
        star, cross = map(QRectF, self.badges(cell))
        if hovered or favourite:
            if hovered:
                _paint_ground(painter, star)
            outline = _star(star.center(), 8.5)
            painter.setPen(QPen(QColor("#ffffff" if not favourite else "#5f4300"), 1.2))
            painter.setBrush(QColor("#ffd54a") if favourite else Qt.BrushStyle.NoBrush)
            painter.drawPath(outline)
        if hovered:
            _paint_ground(painter, cross)
            painter.setPen(QPen(QColor("#ffffff"), 1.8))
            inner = cross.adjusted(8, 8, -8, -8)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())


def _paint_ground(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawRoundedRect(place, 6, 6)


def _star(middle: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    points = []
    for number in range(10):
        length = radius if number % 2 == 0 else radius * 0.42
        angle = math.pi * (number / 5 - 0.5)
        points.append(middle + QPointF(length * math.cos(angle), length * math.sin(angle)))
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path
