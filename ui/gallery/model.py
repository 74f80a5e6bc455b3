"""The gallery's content: built-in and added backgrounds in the person's order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from engine.core.settings import Background, BackgroundKind
from ui.gallery.item import FIXED, Item, Kind, file_item, is_background
from ui.gallery.thumbnails import Thumbnails
from ui.state.window_state import WindowState

_ROW_MIME = "application/x-cyclorama-gallery-row"
_Index = QModelIndex | QPersistentModelIndex


class Shown(StrEnum):
    """Which part of the gallery is listed."""

    ALL = "all"
    FAVOURITES = "favourites"
    RECENT = "recent"


class Role(IntEnum):
    """What the model says beside Qt's own roles."""

    IN_USE = Qt.ItemDataRole.UserRole + 1
    """Whether it is the background in force."""
    FAVOURITE = Qt.ItemDataRole.UserRole + 2
    """Whether it has a star."""


class GalleryModel(QAbstractListModel):
    """A list of `Item`; reads and writes its part of the window's state.

    Args:
        builtin: The folder of the backgrounds that came with the app.
        state: Where added, hidden, order, favourites and recent live.
    """

    read = Signal(Path, bool)
    """A file was read, or could not be."""

    def __init__(self, builtin: Path, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._thumbnails = Thumbnails(self)
        self._thumbnails.loaded.connect(self._on_loaded)
        self._shown = Shown.ALL
        self._in_use = Background()
        self._moving: set[Path] = set()
        self._builtin = builtin
        self._fixed = {kind: Item(kind=kind) for kind in (*FIXED, Kind.ADD)}
        items = [file_item(path, builtin=True) for path in self._shipped() if path.name not in state.hidden]
        items += [file_item(Path(text), builtin=False) for text in state.added]
        place = {text: number for number, text in enumerate(state.order)}
        self._all = sorted(items, key=lambda item: place.get(str(item.background), len(place)))
        self._items = self._listed()
        for item in self._all:
            self._load(item)

    def _shipped(self) -> list[Path]:
        if not self._builtin.is_dir():
            return []
        return sorted(path for path in self._builtin.glob("*") if is_background(path))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many backgrounds are listed."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tooltip, spoken name; the `Item` itself as user data."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Role.IN_USE:
                return item.shows(self._in_use)
            case Role.FAVOURITE:
                return self.is_favourite(item)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return self._help(item)
            case Qt.ItemDataRole.UserRole:
                return item
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Files can be dragged; drops go between."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_file = self._items[index.row()].kind is Kind.FILE
        return plain | Qt.ItemFlag.ItemIsDragEnabled if is_file else plain

    def item(self, row: int) -> Item:
        """The background in a row."""
        return self._items[row]

    def row_of(self, background: Background) -> int:
        """Where a background is listed; -1 if it is not."""
        return next((row for row, item in enumerate(self._items) if item.shows(background)), -1)

    def fixed(self, kind: Kind) -> Item:
        """The entry of a kind that is no file."""
        return self._fixed[kind]

    def files(self) -> list[Item]:
        """Every picture and video, in order."""
        return list(self._all)

    def find(self, path: Path) -> Item | None:
        """The entry of a file; None if there is none."""
        return next((item for item in self._all if item.path == path), None)

    def set_in_use(self, background: Background) -> None:
        """Marks what is in force."""
        self._in_use = background
        if background.kind is BackgroundKind.COLOR:
            self._fixed[Kind.COLOR].color = background.color
        self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    @property
    def shown(self) -> Shown:
        """Which part is listed."""
        return self._shown

    @property
    def hidden_count(self) -> int:
        """How many built-in backgrounds were removed."""
        return len(self._state.hidden)

    def show_hidden(self) -> None:
        """Brings every removed built-in background back."""
        back = [file_item(path, builtin=True) for path in self._shipped() if path.name in self._state.hidden]
        self._state.hidden.clear()
        self._all += back
        self._changed_order()
        for item in back:
            self._load(item)

    def show(self, shown: Shown) -> None:
        """Lists all, the favourites or the recent ones."""
        self._shown = shown
        self.beginResetModel()
        self._items = self._listed()
        self.endResetModel()

    def is_favourite(self, item: Item) -> bool:
        """Whether it has a star."""
        return str(item.background) in self._state.favourites

    def set_favourite(self, item: Item, on: bool) -> None:
        """Gives or takes the star."""
        text = str(item.background)
        if on != self.is_favourite(item):
            (self._state.favourites.append if on else self._state.favourites.remove)(text)
        self.show(self._shown)

    def add(self, paths: Sequence[Path]) -> list[Item]:
        """Adds files at the front, those already there only once; returns what was taken."""
        known = {item.path for item in self._all}
        fresh = [file_item(path, builtin=False) for path in paths if is_background(path) and path not in known]
        self._all[:0] = fresh
        self._state.added[:0] = [str(item.path) for item in fresh]
        self._changed_order()
        for item in fresh:
            self._load(item)
        return fresh

    def remove(self, item: Item) -> int:
        """Takes a background off the list, its file untouched; returns where it stood, for `restore`."""
        place = self._all.index(item)
        del self._all[place]
        if item.builtin:
            self._state.hidden.append(item.path.name)
        else:
            self._state.added.remove(str(item.path))
        self._changed_order()
        return place

    def restore(self, item: Item, place: int) -> None:
        """Puts a removed background back where it stood."""
        self._all.insert(place, item)
        if item.builtin:
            self._state.hidden.remove(item.path.name)
        else:
            self._state.added.append(str(item.path))
        self._changed_order()

    def move(self, item: Item, to: int) -> None:
        """Takes a background to another place among all."""
        self._all.remove(item)
        self._all.insert(min(max(to, 0), len(self._all)), item)
        self._changed_order()

    def place_of(self, item: Item) -> int:
        """Where it stands among all."""
        return self._all.index(item)

    def load_motion(self, item: Item) -> None:
        """Loads the pictures of a video's motion, once; `dataChanged` tells when they are there."""
        if item.video and item.path not in self._moving:
            self._moving.add(item.path)
            self._thumbnails.request(item.path, video=True, motion=True)

    def close(self) -> None:
        """Ends the loading of thumbnails."""
        self._thumbnails.close()

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own rows; files from outside are the page's business."""
        return [_ROW_MIME]

    def mimeData(self, indexes: Sequence[_Index]) -> QMimeData:
        """The dragged row's number."""
        data = QMimeData()
        data.setData(_ROW_MIME, QByteArray(str(indexes[0].row()).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Moves the dragged row; False, so that the view does not remove it a second time."""
        if data.hasFormat(_ROW_MIME) and self._shown is Shown.ALL:
            source = int(bytes(data.data(_ROW_MIME).data()).decode()) - len(FIXED)
            to = (row if row >= 0 else (parent.row() if parent.isValid() else len(self._items))) - len(FIXED)
            self.move(self._all[source], max(to - (source < to), 0))
        return False

    def _help(self, item: Item) -> str:
        if item.kind is Kind.NONE:
            return self.tr("Your real background is visible")
        if item.kind is Kind.ADD:
            return self.tr("Add pictures and videos")
        return self._spoken(item)

    def _spoken(self, item: Item) -> str:
        if item.broken:
            return self.tr("{title}, can't be read").format(title=item.title)
        if item.kind is Kind.FILE and self.is_favourite(item):
            return self.tr("{title}, favourite").format(title=item.title)
        return item.title

    def _listed(self) -> list[Item]:
        if self._shown is Shown.ALL:
            return [*(self._fixed[kind] for kind in FIXED), *self._all, self._fixed[Kind.ADD]]
        texts = self._state.favourites if self._shown is Shown.FAVOURITES else self._state.recent
        by_text = {str(item.background): item for item in self._all}
        return [by_text[text] for text in texts if text in by_text]

    def _changed_order(self) -> None:
        self._state.order = [str(item.background) for item in self._all]
        self.show(self._shown)

    def _load(self, item: Item) -> None:
        if not item.images:
            self._thumbnails.request(item.path, video=item.video)

    def _on_loaded(self, path: Path, images: list[QImage]) -> None:
        for item in self._all:
            if item.path == path:
                item.images, item.broken = images, not images
        for row, item in enumerate(self._items):
            if item.path == path:
                self.dataChanged.emit(self.index(row), self.index(row))
        self.read.emit(path, bool(images))
