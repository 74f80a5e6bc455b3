"""The gallery as a grid of thumbnails in the shape in which the background will be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from engine.core.settings import Fit
from ui.gallery.delegate import GalleryDelegate
from ui.gallery.item import Kind
from ui.gallery.model import GalleryModel

_COLUMN_PX = 92
_COLUMN_LINES = 5.2
"""The least width of a column by the height of a line of text, which is much the same in every script."""
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
        moves = item is not None and item.video and bool(item.images) and self._motion_wanted()
        self._delegate.moving = item if moves else None
        if self._delegate.moving is not None:
            self.model().load_motion(self._delegate.moving)
            self._motion.start()
        else:
            self._motion.stop()
        self.viewport().update()

    def _step(self) -> None:
        self._delegate.step += 1
        self.viewport().update()
