"""Segmentation models: what is here, what can be had, which one is in use."""

from __future__ import annotations

import logging
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout

from engine.core.errors import EngineError, ModelError
from engine.segmentation.models import library
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.catalogue_entry import Entry, Kind
from engine.segmentation.models.library import Trust
from engine.segmentation.models.model_folder import BUILT_IN_FOLDER, available_models, data_folder
from ui.controller import Controller
from ui.state.notices import Level, Notice
from ui.texts import engine_text
from ui.widgets.controls import Label, button, row
from ui.widgets.inputs import Switch
from ui.widgets.layout import Card, Page, Section
from ui.worker import Worker

_LOG = logging.getLogger(__name__)
_RECOMMENDED = ("cyclorama-lite", "portrait_pp_humansegv2_lite_256x144")
"""What most users need; all others stand under a heading of their own."""
_CARDS_A_TURN = 4
"""So many are made in one turn of the event loop, because each takes a millisecond or two."""


class ModelCard(Card):
    """One model: what it is good for, and what can be done with it.

    Args:
        title: The name shown.
        detail: Size and use.
    """

    def __init__(self, title: str, detail: str) -> None:
        super().__init__()
        self.body.setSpacing(4)
        self.state = Label("", "good")
        self.use = button(self.tr("Use"))
        self.download = button(self.tr("Download"))
        self.cancel = button(self.tr("Cancel"))
        self.remove = button(self.tr("Remove"))
        for action in (self.use, self.download, self.cancel, self.remove):
            action.setAccessibleName(f"{action.text()}: {title}")
        self.stored = Label("", "small", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Download of {title}").format(title=title))
        self.body.addWidget(Label(title, "heading", wrap=True))
        self.body.addWidget(Label(detail, "small", wrap=True))
        self.body.addWidget(self.stored)
        self.body.addWidget(self.progress)
        self.body.addLayout(row(self.state, None, self.remove, self.use, self.download, self.cancel))
        self.show_state(here=False, in_use=False, removable=False, downloading=False)

    def show_state(self, *, here: bool, in_use: bool, removable: bool, downloading: bool) -> None:
        """Offers what makes sense now."""
        self.state.setText(self.tr("Running now") if in_use else self.tr("Ready") if here else "")
        self.state.set_role("good" if in_use else "muted")
        self.use.setVisible(here and not in_use)
        self.remove.setVisible(removable and not in_use)
        self.download.setVisible(not here and not downloading)
        self.cancel.setVisible(downloading)
        self.progress.setVisible(downloading)
        self.stored.setVisible(here and bool(self.stored.text()))

    def show_stored(self, trust: Trust | None, disk_bytes: int) -> None:
        """Says how much is known of the files and what they take; None where they came with the app."""
        size = self.tr("{megabytes} MB").format(megabytes=f"{disk_bytes / 1e6:.1f}")
        known = {
            None: "",
            Trust.VERIFIED: self.tr("Verified"),
            Trust.UNVERIFIED: self.tr("Not verified: no checksum is published"),
            Trust.CHANGED: self.tr("Damaged: remove it and download it again"),
        }[trust]
        self.stored.setText(" · ".join(filter(None, (known, size))))
        self.stored.set_role("error" if trust is Trust.CHANGED else "small")


class ModelsPage(Page):
    """Models by name; downloads go on in the background and can be cancelled."""

    _progressed = Signal(str, int, int)

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Models"))
        self._controller = controller
        self._worker = Worker(self)
        self._downloading = ""
        self._stored: dict[str, tuple[Trust | None, int]] = {}
        self._cancelled = threading.Event()
        self._progressed.connect(self._show_progress)
        self.automatic = Switch(self.tr("Choose automatically"))
        self.automatic.toggled.connect(self._set_automatic)
        self.body.addWidget(self.automatic)
        how = self.tr("Takes the installed model that fits what the camera shows and what this computer can do.")
        self.body.addWidget(Label(how, "small", wrap=True))
        self.body.addWidget(Label(self.tr("Everything is computed on this computer."), "small", wrap=True))
        self.cards: dict[str, ModelCard] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.more = Section(self.tr("More models"))
        self.more.heading.toggled.connect(self.refresh)
        self.body.addWidget(self.more)
        self.import_button = button(self.tr("Import a model…"), help=self.tr("A model exported by PaddleSeg"))
        self.import_button.clicked.connect(self._ask_import)
        self.more.body.addLayout(row(self.import_button, None))
        self.body.addStretch(1)
        self._more = QTimer(self)  # and not QTimer.singleShot(0), whose turns all come before any other event
        self._more.setSingleShot(True)
        self._more.timeout.connect(self.refresh)
        controller.settings_changed.connect(self.refresh)
        controller.status_changed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Looks again at what is here, and whether the files are still what came."""
        super().showEvent(event)
        self._look_again()

    def refresh(self) -> None:
        """Shows what is here, what is in use and what can be had; only while the page is visible."""
        if not self.isVisible():
            return
        here = {model.id: model.path for model in available_models()}
        known = {entry.id: entry for entry in CATALOGUE if entry.kind is not Kind.DATA}
        missing = [name for name in (*(name for name in here if name not in known), *known) if name not in self.cards]
        for name in missing[:_CARDS_A_TURN]:
            self._add_card(name, known.get(name), builtin=name in here and here[name].parent == BUILT_IN_FOLDER)
        if len(missing) > _CARDS_A_TURN:
            self._more.start()
        chosen = self._controller.settings.model
        with QSignalBlocker(self.automatic):
            self.automatic.setChecked(chosen == "auto")
        in_use = self._controller.status.model
        for name, card in self.cards.items():
            card.setVisible(name in here or name in known)
            path = here.get(name)
            if name in self._stored:
                card.show_stored(*self._stored[name])
            card.show_state(
                here=path is not None,
                in_use=name == in_use,
                removable=path is not None and _is_ours(path),
                downloading=name == self._downloading,
            )
            card.download.setEnabled(not self._downloading)

    def _look_again(self) -> None:
        """Refreshes, and compares files with their checksums in the background: some are large."""
        self.refresh()
        if not self.isVisible():
            return
        here = {model.id: model.path for model in available_models()}

        def examine() -> dict[str, tuple[Trust | None, int]]:
            return {
                name: (None if path.parent == BUILT_IN_FOLDER else library.verify(path), library.disk_bytes(path))
                for name, path in here.items()
            }

        def show(found: dict[str, tuple[Trust | None, int]]) -> None:
            self._stored = found
            self.refresh()

        self._worker.submit(examine, show, self._controller.tell_error)

    def close_work(self) -> None:
        """Stops a download; a later one goes on from there."""
        self._cancelled.set()
        self._worker.close()

    def import_from(self, path: Path) -> None:
        """Takes a copy of a model from a zip archive or a folder."""
        self._worker.submit(
            partial(library.import_model, path), lambda _: self._look_again(), self._controller.tell_error
        )

    def download(self, entry: Entry) -> None:
        """Fetches a model in the background."""
        self._downloading = entry.id
        self._cancelled.clear()
        card = self.cards[entry.id]
        card.progress.setRange(0, 0)
        self.refresh()
        card.cancel.setFocus()  # else the focus, and with it the page, goes on to the next card

        def fetch() -> None:
            library.fetch(entry, entry.default_variant(), partial(self._report, entry.id))

        self._worker.submit(fetch, lambda _: self._finish(None), self._finish)

    def _add_card(self, name: str, entry: Entry | None, *, builtin: bool) -> None:
        if entry is None:
            card = ModelCard(name, self.tr("Built in, recommended") if builtin else self.tr("Imported"))
        else:
            use = engine_text(entry.good_for)
            facts = [use[:1].upper() + use[1:]]
            if entry.input_size[0]:
                facts.append("{} × {}".format(*entry.input_size))
            if entry.megabytes:
                facts.append(f"{entry.megabytes:g} MB")
            card = ModelCard(entry.title, " · ".join(facts))
            card.download.clicked.connect(partial(self.download, entry))
        card.use.clicked.connect(lambda: self._controller.change(model=name))
        card.cancel.clicked.connect(self._cancelled.set)
        card.remove.clicked.connect(partial(self._remove, name))
        self.cards[name] = card
        if name in _RECOMMENDED:
            self._list.addWidget(card)
        else:
            self.more.body.insertWidget(self.more.body.count() - 1, card)

    def _set_automatic(self, on: bool) -> None:
        self._controller.change(model="auto" if on else self._controller.status.model or "auto")

    def _remove(self, name: str) -> None:
        path = next((model.path for model in available_models() if model.id == name), None)
        if path is not None:
            self._worker.submit(
                partial(library.remove, path), lambda _: self._look_again(), self._controller.tell_error
            )

    def _report(self, name: str, have: int, total: int) -> None:
        if self._cancelled.is_set():
            raise ModelError("the download was cancelled", code="download-cancelled")
        self._progressed.emit(name, have >> 10, total >> 10)

    def _show_progress(self, name: str, have_kib: int, total_kib: int) -> None:
        self.cards[name].progress.setRange(0, total_kib)
        self.cards[name].progress.setValue(have_kib)

    def _finish(self, error: EngineError | None) -> None:
        self._downloading = ""
        if isinstance(error, ModelError) and not self._cancelled.is_set():
            _LOG.info("a download failed: %s", error)
            hint = self.tr("Check your connection and try again.")
            self._controller.tell(Notice(Level.ERROR, self.tr("Download failed"), hint, key="download"))
        elif error is not None and not self._cancelled.is_set():
            self._controller.tell_error(error, key="download")
        elif error is None:
            self._controller.tell(Notice(Level.INFO, self.tr("The model is ready"), key="download"))
        self._look_again()

    def _ask_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import a model"), str(Path.home()), self.tr("Models") + " (*.zip)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()


def _is_ours(path: Path) -> bool:
    return data_folder().resolve() in path.resolve().parents
