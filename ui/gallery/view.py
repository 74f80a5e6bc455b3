"""The gallery as a grid of thumbnails in the shape in which the background will be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.core.settings import Fit
from ui.gallery.model import GalleryModel, Item
from ui.style.icons import pixmap
from ui.style.theme import tokens

_GAP_PX = 8
_COLUMN_PX = 132
_TITLE_LETTERS = 16
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
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
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
            self.removal_wanted.emit(self.model().item(index.row()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the item under the pointer, or by the menu key of the one that has the focus."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            position = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self.model().item(index.row()), self.viewport().mapToGlobal(position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside every picture leaves the selection as it is."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

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
        narrowest = max(_COLUMN_PX, _TITLE_LETTERS * self.fontMetrics().averageCharWidth())
        columns = max(available // narrowest, 1)
        cell = self._delegate.cell_size(available // columns, self.fontMetrics().height())
        if self.gridSize() != cell:
            self.setGridSize(cell)
        rows = -(-self.model().rowCount() // columns)
        self.setFixedHeight(max(rows * cell.height() + 4, 8))

    def _choose(self, index: QModelIndex) -> None:
        item = self.model().item(index.row())
        if not item.broken:
            self.chosen.emit(item)

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
        grid: QSize = option.widget.gridSize()  # type: ignore[attr-defined]  # the view that it belongs to
        return grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One cell."""
        colors = tokens()
        item: Item = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        cell = option.rect.adjusted(_GAP_PX // 2, _GAP_PX // 2, -_GAP_PX // 2, -_GAP_PX // 2)
        text_height = option.fontMetrics.height()
        frame = QRectF(cell.adjusted(0, 0, 0, -text_height - _GAP_PX // 2))
        outline = QPainterPath()
        outline.addRoundedRect(frame, _CORNER_PX, _CORNER_PX)
        painter.fillPath(outline, QColor(colors.sunken))
        if item.images:
            moving = item is self.moving
            image = item.images[self.step % len(item.images)] if moving else item.images[0]
            painter.setClipPath(outline)
            self._paint_picture(painter, frame, image)
            painter.setClipping(False)
        self._paint_badges(painter, frame, item, favourite=index.model().is_favourite(item))  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or focused or hovered:
            ring = colors.accent if selected else colors.accent_text if focused else colors.control_border
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if selected:
                painter.setPen(QPen(QColor(colors.surface), 2))
                painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), _CORNER_PX - 3, _CORNER_PX - 3)
            painter.setPen(QPen(QColor(ring), 3 if selected or focused else 1.5))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), _CORNER_PX - 1, _CORNER_PX - 1)
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

    def _paint_badges(self, painter: QPainter, frame: QRectF, item: Item, *, favourite: bool) -> None:
        colors = tokens()
        if item.broken:
            warning = pixmap("warning", colors.warning_text, 48)
            place = QRectF(0, 0, 24, 24)
            place.moveCenter(frame.center())
            painter.drawPixmap(place, warning, QRectF(warning.rect()))
        elif item.video:
            badge = QRectF(frame.left() + 8, frame.bottom() - 30, 22, 22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150))
            painter.drawRoundedRect(badge, 6, 6)
            film = pixmap("video", "#ffffff", 32)
            painter.drawPixmap(badge.adjusted(3, 3, -3, -3), film, QRectF(film.rect()))
        if favourite:
            painter.setPen(QPen(QColor(0, 0, 0, 160), 3))
            star = QRectF(frame.right() - 28, frame.top() + 4, 24, 24)
            path = QPainterPath()
            font = painter.font()
            font.setPixelSize(20)
            path.addText(star.left() + 3, star.bottom() - 5, font, "★")
            painter.drawPath(path)
            painter.fillPath(path, QColor("#ffd54a"))
