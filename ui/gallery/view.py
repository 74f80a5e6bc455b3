"""The gallery as a grid of thumbnails in the shape in which the background will be seen."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.core.settings import Fit
from ui.gallery.model import GalleryModel, Item, Kind, Role
from ui.style.icons import pixmap
from ui.style.theme import tokens

_GAP_PX = 8
_COLUMN_PX = 92
_COLUMN_LINES = 5.2
"""The least width of a column by the height of a line of text, which is much the same in every script."""
_BADGE_PX = 24
_CORNER_PX = 8
_MOTION_MS = 120


class GalleryView(QListView):
    """A grid as high as its content, so that the page around it does the scrolling.

    Args:
        model: The gallery's content.
        motion_wanted: Whether a video may move under the pointer; asked at each.
    """

    chosen = Signal(object)
    removal_wanted = Signal(object)
    star_wanted = Signal(object, bool)
    refused = Signal(object)
    """An item that can't be read was clicked."""
    menu_wanted = Signal(object, QPoint)
    """An item, and where on the screen."""

    def __init__(self, model: GalleryModel, motion_wanted: Callable[[], bool]) -> None:
        super().__init__()
        self.setModel(model)
        self._motion_wanted = motion_wanted
        self.setAccessibleName(self.tr("Pictures and videos"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Snap)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self._delegate = GalleryDelegate(self)
        self.setItemDelegate(self._delegate)
        self._pressed = -1
        model.modelReset.connect(self._fit)
        self._motion = QTimer(self)
        self._motion.setInterval(_MOTION_MS)
        self._motion.timeout.connect(self._step)
        self.entered.connect(self._hover)

    def set_shape(self, size: tuple[int, int], fit: Fit) -> None:
        """The output's (width, height) and how pictures fill it."""
        self._delegate.shape, self._delegate.fit = QSize(*size), fit
        self._fit()

    def model(self) -> GalleryModel:
        """The gallery's content."""
        model = super().model()
        assert isinstance(model, GalleryModel)
        return model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space choose, Delete removes; arrows move."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._choose(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            if (item := self.model().item(index.row())).kind is Kind.FILE:
                self.removal_wanted.emit(item)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the item under the pointer, or by the menu key of the one that has the focus."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid() and self.model().item(index.row()).kind is Kind.FILE:
            position = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self.model().item(index.row()), self.viewport().mapToGlobal(position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside every picture leaves the selection as it is; star and cross act at once."""
        position = event.position().toPoint()
        index = self.indexAt(position)
        if not index.isValid():
            return
        item = self.model().item(index.row())
        if item.kind is Kind.FILE and event.button() is Qt.MouseButton.LeftButton:
            star, cross = self._delegate.badges(self.visualRect(index))
            if star.contains(position):
                self.star_wanted.emit(item, not self.model().is_favourite(item))
                return
            if cross.contains(position):
                self.removal_wanted.emit(item)
                return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = index.row()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index.row() == self._pressed:
            self._choose(index)
        self._pressed = -1

    def leaveEvent(self, event: QEvent) -> None:
        """Motion ends with the hover."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps columns even and the height to the content."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        available = self.width() - 2  # Qt breaks the row that fills the view to the last pixel
        narrowest = max(_COLUMN_PX, round(_COLUMN_LINES * self.fontMetrics().height()))
        columns = max(available // narrowest, 1)
        cell = self._delegate.cell_size(available // columns, self.fontMetrics().height())
        if self.gridSize() != cell:
            self.setGridSize(cell)
        rows = -(-self.model().rowCount() // columns)
        self.setFixedHeight(max(rows * cell.height() + 4, 8))

    def _choose(self, index: QModelIndex) -> None:
        item = self.model().item(index.row())
        (self.refused if item.broken else self.chosen).emit(item)

    def _hover(self, index: QModelIndex) -> None:
        item = self.model().item(index.row()) if index.isValid() else None
        self._delegate.step = 0
        moves = item is not None and len(item.images) > 1 and self._motion_wanted()
        self._delegate.moving = item if moves else None
        if self._delegate.moving is not None:
            self._motion.start()
        else:
            self._motion.stop()
        self.viewport().update()

    def _step(self) -> None:
        self._delegate.step += 1
        self.viewport().update()


class GalleryDelegate(QStyledItemDelegate):
    """Paints one background: its picture in the output's shape, its title, what is special about it."""

    def __init__(self, view: GalleryView) -> None:
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
        assert isinstance(view, GalleryView)
        return view.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        colors = tokens()
        view = self.parent()
        assert isinstance(view, GalleryView)
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
            self._paint_buttons(painter, option.rect, hovered, favourite=view.model().is_favourite(item))
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
        text = option.fontMetrics.elidedText(item.title, Qt.TextElideMode.ElideMiddle, title.width())
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
