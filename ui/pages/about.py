"""Version, licences, and the report for whoever helps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from engine import __version__
from ui.style.icons import app_icon
from ui.widgets.controls import Label, button, row
from ui.widgets.keys import key_table, window_keys
from ui.widgets.layout import Page, Section, line

_ICON_PX = 64
_COPIED_MS = 2000
_LIBRARIES = (
    ("Qt, PySide6-Essentials", "LGPL-3.0"),
    ("openvino, opencv-python-headless, paddlepaddle, requests, argparse-manpage, shtab", "Apache-2.0"),
    ("FFmpeg", "GPL-3.0 or later"),
    ("x264", "GPL-2.0 or later"),
    ("pyvirtualcam", "GPL-2.0"),
    ("av, numpy, pillow-heif, pooch", "BSD-3-Clause"),
    ("libheif, libde265", "LGPL-3.0"),
    ("pillow", "MIT-CMU"),
    ("jeepney, platformdirs, pyyaml, setuptools, tomli-w", "MIT"),
    ("tqdm", "MPL-2.0, MIT"),
)
"""What the app is made of, and what lies in its packages; a bundle has every licence's text in LICENCES.txt."""


class AboutPage(Page):
    """What this program is.

    Args:
        report: The text that "Copy report" copies.
    """

    def __init__(self, report: Callable[[], str]) -> None:
        super().__init__()
        self.set_title(self.tr("About"))
        symbol = QLabel()
        symbol.setPixmap(app_icon().pixmap(QSize(_ICON_PX, _ICON_PX)))
        name = Label(f"Cyclorama {__version__}", "heading", wrap=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = row(symbol, spacing=16)
        head.addWidget(name, 1)
        self.body.addLayout(head)
        purpose = self.tr("A virtual background for every meeting program, computed on this computer only.")
        self.body.addWidget(Label(purpose, wrap=True))
        self.copy = button(self.tr("Copy report"), help=self.tr("For a bug report: no pictures, no file names"))
        self.copy.clicked.connect(partial(self._copy, report))
        self.body.addLayout(row(self.copy, None))
        self.body.addWidget(line())
        self.body.addWidget(Label(self.tr("Keys"), "heading"))
        self.body.addWidget(key_table(window_keys()))
        self.licences = Section(self.tr("Licences"))
        own = self.tr("Cyclorama, its pictures and its model: Apache-2.0")
        self.licences.body.addWidget(Label(own, wrap=True))
        for names, licence in _LIBRARIES:
            self.licences.body.addWidget(Label(f"{names}: {licence}", "small", wrap=True))
        self.body.addWidget(self.licences)
        self.body.addStretch(1)

    def _copy(self, report: Callable[[], str]) -> None:
        QGuiApplication.clipboard().setText(report())
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_COPIED_MS, self, lambda: self.copy.setText(self.tr("Copy report")))
