"""The keys of the window, as a table and as a dialog."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from ui.widgets.controls import Label, button, column, row

_HIGHEST = 0.7
"""Share of the screen's height that the table takes at most."""

_PAD_PX = 6

translate = QCoreApplication.translate


def window_keys() -> list[tuple[str, str]]:
    """(key, what it does) of each, in the user's language."""
    return [
        ("Ctrl+Return", translate("Keys", "Start, stop")),
        ("Ctrl+P", translate("Keys", "Pause")),
        ("Ctrl+F", translate("Keys", "Freeze")),
        ("Ctrl+D", translate("Keys", "Compare")),
        ("Ctrl+M", translate("Keys", "Mask")),
        ("Ctrl+I", translate("Keys", "Mirror")),
        ("F11", translate("Keys", "Full screen")),
        ("Ctrl+B", translate("Keys", "Show or hide the page")),
        ("Ctrl+1 … 7", translate("Keys", "Open a page")),
        ("Ctrl+O", translate("Keys", "Add pictures and videos")),
        ("Ctrl+V", translate("Keys", "Paste a picture")),
        ("Ctrl+Z", translate("Keys", "Undo")),
        ("Ctrl+Shift+Z", translate("Keys", "Redo")),
        ("Delete", translate("Keys", "Remove a background")),
        ("F1", translate("Keys", "These keys")),
        ("Ctrl+Q", translate("Keys", "Quit")),
    ]


def key_table(keys: list[tuple[str, str]], *, wrap: bool = True) -> QWidget:
    """A table of keys, whose words may take several lines."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for line, (key, text) in enumerate(keys):
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if "…" not in key else key
        grid.addWidget(Label(native, "muted"), line, 0)
        grid.addWidget(Label(text, wrap=wrap), line, 1)
    return table


class KeysDialog(QDialog):
    """The keys, over the window that asked for them."""

    def __init__(self, parent: QWidget, style_sheet: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self.setStyleSheet(style_sheet)
        body = column(self, margin=20, spacing=16)
        table = key_table(window_keys(), wrap=False)
        scrolled = QScrollArea()
        scrolled.setWidget(table)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.addWidget(scrolled)
        close = button(self.tr("Close"))
        close.clicked.connect(self.close)
        body.addLayout(row(None, close))
        table.setContentsMargins(_PAD_PX, _PAD_PX, _PAD_PX, _PAD_PX)
        table.ensurePolished()
        needed = table.sizeHint()
        highest = round(parent.screen().availableGeometry().height() * _HIGHEST)
        scrolled.setMinimumSize(
            needed.width() + scrolled.verticalScrollBar().sizeHint().width() + _PAD_PX,
            min(needed.height() + _PAD_PX, highest),
        )
