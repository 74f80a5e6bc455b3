"""The background: effects, colours, pictures and videos."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QColorDialog, QFileDialog, QMenu, QPushButton, QWidget

from engine.core.settings import DEFAULT_BLUR_STRENGTH, Background, BackgroundKind, Fit
from ui.controller import Controller, Level, Notice
from ui.gallery.model import IMAGE_SUFFIXES, VIDEO_SUFFIXES, GalleryModel, Item, Shown, is_background
from ui.gallery.thumbnails import read_image
from ui.gallery.view import GalleryView
from ui.style.reduced_motion import reduced
from ui.widgets.controls import ComboBox, IconButton, Label, LabelledSlider, Page, button, column, row
from ui.worker import Worker

_FIRST_COLOR = "#2b2a63"
_LONGEST_KEPT_PX = 3840


class BackgroundsPage(Page):
    """Effects on top, what the chosen one can be set to, and the gallery.

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
        self._color = QColor(_FIRST_COLOR)
        self._strength = DEFAULT_BLUR_STRENGTH
        self.model = GalleryModel(builtin, controller.state, self)
        self._worker = Worker(self)
        self.setAcceptDrops(True)
        self._build_effects()
        self._build_options()
        self._build_gallery()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        controller.settings_changed.connect(self._follow)
        self._follow()

    def _build_effects(self) -> None:
        self.effects = {
            BackgroundKind.BLUR: IconButton("blur", self.tr("Blur"), checkable=True, role="effect"),
            BackgroundKind.COLOR: IconButton("color", self.tr("Colour"), checkable=True, role="effect"),
            BackgroundKind.NONE: IconButton("none", self.tr("None"), checkable=True, role="effect"),
        }
        self.effects[BackgroundKind.NONE].setToolTip(self.tr("Your real background is shown"))
        group = QButtonGroup(self)
        line = row(spacing=8)
        for kind, effect in self.effects.items():
            effect.setSizePolicy(effect.sizePolicy().Policy.Expanding, effect.sizePolicy().Policy.Fixed)
            group.addButton(effect)
            line.addWidget(effect)
            effect.clicked.connect(partial(self._choose_effect, kind))
        self._effect_group = group
        self.body.addLayout(line)

    def _build_options(self) -> None:
        self.strength = LabelledSlider(self.tr("Blur strength"))
        self.strength.moved.connect(lambda value: self._controller.change(background=Background(strength=value)))
        self.body.addWidget(self.strength)

        self.colors = QWidget()
        line = row(spacing=8)
        self.swatches: dict[str, QPushButton] = {}
        for color, name in (
            (_FIRST_COLOR, self.tr("Night blue")),
            ("#1f6f5c", self.tr("Forest green")),
            ("#9a6b4b", self.tr("Clay brown")),
            ("#c9c4bb", self.tr("Linen")),
            ("#f3f1ec", self.tr("Paper white")),
            ("#20242c", self.tr("Slate")),
        ):
            swatch = button("", help=name)
            swatch.setAccessibleName(name)
            swatch.setCheckable(True)
            swatch.setFixedSize(32, 32)
            swatch.setStyleSheet(
                f"QPushButton {{ background: {color}; border-radius: 16px; padding: 0; }}"
                "QPushButton:checked, QPushButton:focus { border: 3px solid palette(link); }"
            )
            swatch.clicked.connect(partial(self._choose_color, QColor(color)))
            self.swatches[color] = swatch
            line.addWidget(swatch)
        self.more_colors = button(self.tr("More colours…"))
        self.more_colors.clicked.connect(self._pick_color)
        line.addStretch(1)
        colors = column(self.colors)
        colors.addLayout(line)
        colors.addLayout(row(self.more_colors, None))
        self.body.addWidget(self.colors)

        self.fit_row = QWidget()
        self.fit = ComboBox(self.tr("Fit"))
        for value, text in (
            (Fit.COVER, self.tr("Fill the frame")),
            (Fit.CONTAIN, self.tr("Show the whole picture")),
            (Fit.STRETCH, self.tr("Stretch")),
        ):
            self.fit.addItem(text, value)
        self.fit.activated.connect(lambda: self._controller.change(fit=Fit(self.fit.currentData())))
        line = row(Label(self.tr("Fit")))
        line.addWidget(self.fit, 1)
        column(self.fit_row).addLayout(line)
        self.body.addWidget(self.fit_row)

    def _build_gallery(self) -> None:
        self.add_button = button(self.tr("Add…"), help=self.tr("Add pictures and videos from your disk"))
        self.add_button.clicked.connect(self.pick_files)
        self.body.addLayout(row(Label(self.tr("Pictures and videos"), "heading"), None, self.add_button))
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
        self.gallery.chosen.connect(self._choose_item)
        self.gallery.removal_wanted.connect(self.remove)
        self.gallery.menu_wanted.connect(lambda item, position: self.item_menu(item).popup(position))
        self.body.addWidget(self.gallery)
        self.empty = Label("", "muted", wrap=True)
        self.body.addWidget(self.empty)
        self.body.addWidget(Label(self.tr("Drop or paste your own pictures and videos here."), "small", wrap=True))
        self.body.addStretch(1)

    def add_files(self, paths: list[Path]) -> None:
        """Adds pictures and videos to the gallery and takes the first; others are told about, not added."""
        unknown = [path for path in paths if not is_background(path)]
        if unknown:
            self._controller.tell(
                Notice(
                    Level.WARNING,
                    self.tr("{name} is no picture or video").format(name=unknown[0].name),
                    self.tr("Use one of {kinds}").format(
                        kinds=" ".join(kind[1:] for kind in IMAGE_SUFFIXES + VIDEO_SUFFIXES)
                    ),
                )
            )
        drawings = [path for path in paths if path.suffix.lower() == ".svg"]  # the engine reads pictures alone
        self._add([path for path in paths if is_background(path) and path not in drawings])
        for path in drawings:
            self._add_later(path.stem, partial(_kept_drawing, path, self._kept))

    def close_work(self) -> None:
        """Ends what goes on beside the window."""
        self._worker.close()
        self.model.close()

    def paste(self) -> None:
        """Adds the files or the picture on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def pick_files(self) -> None:
        """Asks for files to add."""
        patterns = " ".join(f"*{suffix}" for suffix in IMAGE_SUFFIXES + VIDEO_SUFFIXES)
        dialog = QFileDialog(
            self, self.tr("Add pictures and videos"), "", self.tr("Pictures and videos") + f" ({patterns})"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.open()

    def remove(self, item: Item) -> None:
        """Takes a background off the gallery, with a way back; the file stays."""
        place = self.model.remove(item)
        chosen = self._controller.settings.background == item.background
        if chosen:
            self._controller.change(background=Background(strength=self._strength))
        self._controller.remember()

        def undo() -> None:
            self.model.restore(item, place)
            self._controller.remember()
            if chosen:
                self._choose_item(item)

        self._controller.tell(
            Notice(
                Level.INFO,
                self.tr("{title} was removed from the gallery").format(title=item.title),
                action=self.tr("Undo"),
                act=undo,
            )
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files and pictures from anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Adds what was dropped."""
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, data: QMimeData) -> None:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.add_files(files)
        elif data.hasImage():
            image = QImage(data.imageData())
            if not image.isNull():
                name = self.tr("Pasted")
                self._add_later(name, partial(_kept_picture, image, self._kept, name))

    def _add(self, paths: list[Path]) -> None:
        self._show(Shown.ALL)
        self.chips[Shown.ALL].setChecked(True)
        added = self.model.add(paths)
        self._controller.remember()
        if added:
            self._choose_item(added[0])

    def _add_later(self, name: str, keep: Callable[[], Path | None]) -> None:
        """Adds what is first to be drawn or packed into a file, which takes long."""
        refused = Notice(
            Level.ERROR,
            self.tr("{name} can't be added").format(name=name),
            self.tr("The picture is damaged, or the disk is full"),
        )
        self._worker.submit(keep, lambda path: self._controller.tell(refused) if path is None else self._add([path]))

    def _choose_effect(self, kind: BackgroundKind) -> None:
        match kind:
            case BackgroundKind.BLUR:
                background = Background(strength=self._strength)
            case BackgroundKind.COLOR:
                background = Background(kind, color=(self._color.red(), self._color.green(), self._color.blue()))
            case _:
                background = Background(kind)
        self._controller.choose_background(background)

    def _choose_color(self, color: QColor) -> None:
        self._color = color
        self._choose_effect(BackgroundKind.COLOR)

    def _pick_color(self) -> None:
        dialog = QColorDialog(self._color, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.currentColorChanged.connect(self._choose_color)
        dialog.open()

    def _choose_item(self, item: Item) -> None:
        self._controller.choose_background(item.background)

    def _show(self, shown: Shown) -> None:
        self.model.show(shown)
        self._follow()

    def item_menu(self, item: Item) -> QMenu:
        """What can be done with one background."""
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
        background = settings.background
        kind = background.kind
        self._effect_group.setExclusive(False)
        for effect_kind, effect in self.effects.items():
            effect.setChecked(effect_kind is kind)
        self._effect_group.setExclusive(True)
        self.strength.setVisible(kind is BackgroundKind.BLUR)
        self.colors.setVisible(kind is BackgroundKind.COLOR)
        self.fit_row.setVisible(kind in (BackgroundKind.IMAGE, BackgroundKind.VIDEO))
        if kind is BackgroundKind.BLUR:
            self._strength = background.strength
            self.strength.set_value(background.strength)
        if kind is BackgroundKind.COLOR:
            self._color = QColor(*background.color)
            for color, swatch in self.swatches.items():
                swatch.setChecked(color == self._color.name())
        self.fit.choose(settings.fit)
        self.gallery.set_shape((settings.width, settings.height), settings.fit)
        current = self.model.row_of(background)
        if current >= 0:
            self.gallery.setCurrentIndex(self.model.index(current))
        else:
            self.gallery.clearSelection()
        self.empty.setVisible(self.model.rowCount() == 0)
        self.empty.setText(self.tr("Nothing here yet. Right-click a picture to make it a favourite."))


def _kept_drawing(path: Path, folder: Path) -> Path | None:
    return _kept(read_image(path, _LONGEST_KEPT_PX), folder, path.stem)


def _kept_picture(image: QImage, folder: Path, name: str) -> Path | None:
    """The same picture pasted twice is one file."""
    return _kept(image, folder, f"{name}-{hashlib.sha256(image.constBits()).hexdigest()[:8]}")


def _kept(image: QImage, folder: Path, name: str) -> Path | None:
    """Writes a picture; None if it is damaged or can't be written."""
    path = folder / f"{name}.png"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return path if image.save(str(path)) else None
    except OSError:
        return None
