"""The gallery: no background, blur, colour, pictures and videos."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QMenu, QPushButton

from engine.core.settings import Background
from ui.controller import Controller
from ui.gallery.item import IMAGE_SUFFIXES, VIDEO_SUFFIXES, Item, is_background
from ui.gallery.kept_images import PastedImage, keep_drawing
from ui.gallery.model import GalleryModel, Shown
from ui.gallery.view import GalleryView
from ui.pages.background_options import BackgroundOptions
from ui.pages.clean_plate import CleanPlateBox
from ui.pages.matting import MattingBox
from ui.state.notices import Level, Notice
from ui.style.reduced_motion import reduced
from ui.widgets.controls import Label, button, row
from ui.widgets.layout import Page
from ui.worker import Worker

_NAMED_FILES = 5


class BackgroundsPage(Page):
    """The gallery, and the options of the background in force beneath it.

    Args:
        controller: Told what was chosen.
        builtin: The folder of the backgrounds that came with the app.
        kept: Where pasted pictures are kept.
    """

    def __init__(self, controller: Controller, builtin: Path, kept: Path) -> None:
        super().__init__()
        self.set_title(self.tr("Background"))
        self._controller = controller
        self._kept = kept
        self.model = GalleryModel(builtin, controller.state, self)
        self.model.read.connect(self._note_read)
        self._adding: dict[Path, bool | None] = {}
        self._refused: list[str] = []
        self._worker = Worker(self)
        self.setAcceptDrops(True)
        self._build_gallery()
        self.options = BackgroundOptions(controller)
        self.set_footer(self.options)
        self.options.resized.connect(self.place_footer)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        controller.settings_changed.connect(self._follow)
        self._follow()

    def _build_gallery(self) -> None:
        self.chips: dict[Shown, QPushButton] = {}
        group = QButtonGroup(self)
        line = row(spacing=4)
        for shown, text in (
            (Shown.ALL, self.tr("All")),
            (Shown.FAVOURITES, self.tr("Favourites")),
            (Shown.RECENT, self.tr("Recent")),
        ):
            chip = button(text, "chip")
            chip.setCheckable(True)
            group.addButton(chip)
            chip.clicked.connect(partial(self._show, shown))
            self.chips[shown] = chip
            line.addWidget(chip)
        line.addStretch(1)
        self.chips[Shown.ALL].setChecked(True)
        self.body.addLayout(line)
        self.gallery = GalleryView(self.model, lambda: not reduced(self._controller.state.motion))
        self.gallery.chosen.connect(self.choose)
        self.gallery.refused.connect(self._refuse)
        self.gallery.removal_wanted.connect(self.remove)
        self.gallery.star_wanted.connect(self._star)
        self.gallery.menu_wanted.connect(lambda item, position: self.item_menu(item).popup(position))
        self.body.addWidget(self.gallery)
        self.empty = Label(self.tr("Nothing here yet. Click the star on a picture to add it."), "muted", wrap=True)
        self.body.addWidget(self.empty)
        self.show_removed = button("", "link")
        self.show_removed.clicked.connect(self._show_hidden)
        self.body.addLayout(row(self.show_removed, None))
        self.body.addWidget(Label(self.tr("Drop or paste your own pictures and videos here."), "small", wrap=True))
        self.clean_plate = CleanPlateBox(self._controller)
        self.matting = MattingBox(self._controller, self.clean_plate)
        self.body.addWidget(self.matting)
        self.body.addStretch(1)

    def choose(self, item: Item) -> None:
        """Puts an entry in force, or asks for files to add."""
        controller, background = self._controller, item.background
        if background is None:
            self.pick_files()
        elif not item.shows(controller.settings.background):
            controller.choose_background(background)

    def add_files(self, paths: list[Path]) -> None:
        """Adds pictures and videos; tells how many could not be added, and which.

        The first one is put in force, but never while others see the picture.
        """
        self._refused += [path.name for path in paths if not is_background(path)]
        usable = [path for path in paths if is_background(path)]
        drawings = [path for path in usable if path.suffix.lower() == ".svg"]  # the engine reads pictures alone
        self._add([path for path in usable if path not in drawings])
        for path in drawings:
            self._add_later(path.name, partial(keep_drawing, path, self._kept))
        self._report()

    def close_work(self) -> None:
        """Ends what goes on beside the window."""
        self._worker.close()
        self.clean_plate.close_work()
        self.model.close()

    def paste(self) -> None:
        """Adds the files or the picture on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def pick_files(self) -> None:
        """Asks for files to add, beginning with the user's pictures."""
        patterns = " ".join(f"*{suffix}" for suffix in IMAGE_SUFFIXES + VIDEO_SUFFIXES)
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog = QFileDialog(
            self,
            self.tr("Add pictures and videos"),
            folder if Path(folder).is_dir() else str(Path.home()),
            self.tr("Pictures and videos") + f" ({patterns})",
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def remove(self, item: Item) -> None:
        """Takes a background off the gallery, with a way back; the file stays."""
        controller = self._controller
        chosen = item.shows(controller.settings.background)
        place = self.model.place_of(item)

        def remove() -> None:
            self.model.remove(item)
            if chosen:
                controller.change(background=Background())
            controller.remember()
            self._follow()

        def undo() -> None:
            self.model.restore(item, place)
            controller.remember()
            if chosen and item.background is not None and not controller.publishing:
                controller.choose_background(item.background)
            self._follow()

        remove()
        controller.did(self.tr("{title} removed").format(title=item.title), undo, remove)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and pictures from anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds what was dropped."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def item_menu(self, item: Item) -> QMenu:
        """What can be done with one picture or video."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        star = menu.addAction(self.tr("Favourite"))
        star.setCheckable(True)
        star.setChecked(self.model.is_favourite(item))
        star.triggered.connect(lambda on: self._star(item, on))
        place = self.model.place_of(item)
        menu.addAction(self.tr("Move forward")).triggered.connect(lambda: self._move(item, place - 1))
        menu.addAction(self.tr("Move back")).triggered.connect(lambda: self._move(item, place + 1))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.remove(item))
        return menu

    def _take(self, data: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.add_files(files)
        elif data.hasImage():
            image = PastedImage(data)
            if not image.empty:
                stem = self.tr("Pasted image")
                self._add_later(stem, partial(image.keep, self._kept, stem))

    def _add(self, paths: list[Path]) -> None:
        self._show(Shown.ALL)
        self.chips[Shown.ALL].setChecked(True)
        fresh = self.model.add(paths)
        self._controller.remember()
        self._adding |= {item.path: None for item in fresh}
        known = [item for path in paths if (item := self.model.find(path)) is not None and item not in fresh]
        if known and not fresh:
            self._present(known[0])
            self._controller.tell(
                Notice(Level.INFO, self.tr("{title} is already in the gallery").format(title=known[0].title))
            )

    def _present(self, item: Item) -> None:
        """Shows where an entry is, and puts it in force unless others see the picture."""
        index = self.model.index(self.model.row_of(item.background)) if item.background is not None else None
        if index is not None and index.isValid():
            self.gallery.setCurrentIndex(index)
            place = self.gallery.visualRect(index)
            self.ensureVisible(0, self.gallery.y() + place.center().y(), 0, place.height())
        if not self._controller.publishing and not item.broken:
            self.choose(item)

    def _note_read(self, path: Path, readable: bool) -> None:
        """One of the added files was read, or could not be; the last of them tells of all."""
        if path not in self._adding:
            return
        self._adding[path] = readable
        if not readable and (item := self.model.find(path)) is not None:
            self.model.remove(item)
            self._controller.remember()
            self._refused.append(path.name)
        self._report()

    def _report(self) -> None:
        if None in self._adding.values():
            return
        added = [path for path, readable in self._adding.items() if readable]
        refused, self._refused, self._adding = self._refused, [], {}
        if added and (first := self.model.find(added[0])) is not None:
            self._present(first)
        if refused:
            names = ", ".join(refused[:_NAMED_FILES]) + (" …" if len(refused) > _NAMED_FILES else "")
            message = self.tr("%n could not be read", "", len(refused))
            if added:
                message = self.tr("%n added", "", len(added)) + ", " + message
            self._controller.tell(Notice(Level.WARNING, message, names))
        elif len(added) > 1:
            self._controller.tell(Notice(Level.INFO, self.tr("%n added", "", len(added))))

    def _add_later(self, name: str, keep: Callable[[], Path | None]) -> None:
        """Adds what is first to be drawn or packed into a file, which takes long."""

        def finish(path: Path | None) -> None:
            if path is None:
                self._refused.append(name)
            else:
                self._add([path])
            self._report()

        self._worker.submit(keep, finish)

    def _refuse(self, item: Item) -> None:
        message = self.tr("{title} can't be read").format(title=item.path.name)
        hint = self.tr("The file is damaged, was moved or has an unknown format.")
        self._controller.tell(Notice(Level.WARNING, message, hint, self.tr("Remove"), partial(self.remove, item)))

    def _show(self, shown: Shown) -> None:
        self.model.show(shown)
        self._follow()

    def _show_hidden(self) -> None:
        self.model.show_hidden()
        self._controller.remember()
        self._follow()

    def _star(self, item: Item, on: bool) -> None:
        self.model.set_favourite(item, on)
        self._controller.remember()
        self._follow()

    def _move(self, item: Item, to: int) -> None:
        self.model.move(item, to)
        self._controller.remember()
        self._follow()

    def _follow(self) -> None:
        """Shows what is in force."""
        settings = self._controller.settings
        self.model.set_in_use(settings.background)
        self.gallery.set_shape((settings.width, settings.height), settings.fit)
        self.empty.setVisible(self.model.rowCount() == 0)
        hidden = self.model.hidden_count
        self.show_removed.setText(self.tr("Bring back %n removed background(s)", "", hidden))
        self.show_removed.setAccessibleName(self.show_removed.text())
        self.show_removed.setVisible(hidden > 0 and self.model.shown is Shown.ALL)
