"""The gallery's content: built-in and added backgrounds in the person's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage

from engine.core.settings import Background, BackgroundKind
from engine.media.suffixes import ANIMATION_SUFFIXES, STILL_SUFFIXES
from engine.media.suffixes import VIDEO_SUFFIXES as VIDEO_FILE_SUFFIXES
from ui.gallery.thumbnails import Thumbnails
from ui.state.window_state import WindowState

IMAGE_SUFFIXES = (*sorted(STILL_SUFFIXES), ".svg")
VIDEO_SUFFIXES = (*sorted(VIDEO_FILE_SUFFIXES), *sorted(ANIMATION_SUFFIXES))
_ROW_MIME = "application/x-cyclorama-gallery-row"
_Index = QModelIndex | QPersistentModelIndex


class Shown(StrEnum):
    """Which part of the gallery is listed."""

    ALL = "all"
    FAVOURITES = "favourites"
    RECENT = "recent"


@dataclass
class Item:
    """One background of the gallery.

    Attributes:
        path: The picture or video.
        video: Whether it moves.
        builtin: Whether it came with the app.
        images: Thumbnails: one, or several of a video; empty while loading or if broken.
        broken: It can't be read.
    """

    path: Path
    video: bool
    builtin: bool
    images: list[QImage] = field(default_factory=list)
    broken: bool = False

    @property
    def background(self) -> Background:
        """What the engine is told."""
        return Background(BackgroundKind.VIDEO if self.video else BackgroundKind.IMAGE, path=self.path)

    @property
    def title(self) -> str:
        """The name shown: a built-in's translated name, else the file's."""
        name = self.path.stem.replace("-", " ").replace("_", " ")
        return QCoreApplication.translate("Backgrounds", name.capitalize()) if self.builtin else name


class GalleryModel(QAbstractListModel):
    """A list of `Item`; reads and writes its part of the window's state.

    Args:
        builtin: The folder of the backgrounds that came with the app.
        state: Where added, hidden, order, favourites and recent live.
    """

    def __init__(self, builtin: Path, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._thumbnails = Thumbnails(self)
        self._thumbnails.loaded.connect(self._on_loaded)
        self._shown = Shown.ALL
        shipped = sorted(path for path in builtin.glob("*") if is_background(path)) if builtin.is_dir() else []
        items = [_item(path, builtin=True) for path in shipped if path.name not in state.hidden]
        items += [_item(Path(text), builtin=False) for text in state.added]
        place = {text: number for number, text in enumerate(state.order)}
        self._all = sorted(items, key=lambda item: place.get(str(item.background), len(place)))
        self._items = list(self._all)
        for item in self._all:
            self._load(item)

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
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(item)
            case Qt.ItemDataRole.ToolTipRole:
                return self._spoken(item) if item.broken else item.title
            case Qt.ItemDataRole.UserRole:
                return item
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything can be dragged; drops go between."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def item(self, row: int) -> Item:
        """The background in a row."""
        return self._items[row]

    def row_of(self, background: Background) -> int:
        """Where a background is listed; -1 if it is not."""
        wanted = str(background)
        return next((row for row, item in enumerate(self._items) if str(item.background) == wanted), -1)

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
        fresh = [_item(path, builtin=False) for path in paths if is_background(path) and path not in known]
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
            source = int(bytes(data.data(_ROW_MIME).data()))
            to = row if row >= 0 else (parent.row() if parent.isValid() else len(self._items))
            self.move(self._items[source], to - (source < to))
        return False

    def _spoken(self, item: Item) -> str:
        if item.broken:
            return self.tr("{title}, can't be read").format(title=item.title)
        if self.is_favourite(item):
            return self.tr("{title}, favourite").format(title=item.title)
        return item.title

    def _listed(self) -> list[Item]:
        if self._shown is Shown.ALL:
            return list(self._all)
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


def is_background(path: Path) -> bool:
    """Whether the file's name promises a picture or video that we read."""
    return path.suffix.lower() in IMAGE_SUFFIXES + VIDEO_SUFFIXES


def _item(path: Path, *, builtin: bool) -> Item:
    return Item(path, path.suffix.lower() in VIDEO_SUFFIXES, builtin)
