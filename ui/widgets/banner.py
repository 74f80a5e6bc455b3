"""The one place where the app tells something; it never blocks and never covers the picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout

from ui.controller import Level, Notice
from ui.style.icons import pixmap
from ui.style.theme import tokens
from ui.widgets.controls import IconButton, Label, button, restyle, row

_LETTERS_BESIDE = 70


class Banner(QFrame):
    """A message with a hint, a button that helps where there is one, and a way to dismiss it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Message"))
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(24, 24))
        self.message = Label("", "heading", wrap=True)
        self.hint = Label("", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.message)
        texts.addWidget(self.hint)
        self.action = button("")
        self.action.clicked.connect(self._act)
        self.dismiss = IconButton("close", self.tr("Dismiss"))
        self.dismiss.clicked.connect(lambda: self.tell(None))
        self._said = row(spacing=8)
        self._said.addLayout(texts, 1)
        self._said.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = row(self._icon, spacing=12)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addLayout(self._said, 1)
        layout.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button stands beneath the words where a narrow window or large text leaves no space beside."""
        super().resizeEvent(event)
        beside = self.width() > _LETTERS_BESIDE * self.fontMetrics().averageCharWidth()
        self._said.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    @property
    def notice(self) -> Notice | None:
        """What is being told."""
        return self._notice

    def tell(self, notice: Notice | None) -> None:
        """Shows a notice in place of the one before; None hides."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        colors = tokens()
        tint = colors.error_text if notice.level is Level.ERROR else colors.warning_text
        symbol = QPixmap(pixmap("warning", tint, 48))
        symbol.setDevicePixelRatio(2)
        self._icon.setPixmap(symbol)
        self._icon.setVisible(notice.level is not Level.INFO)
        self.message.setText(notice.message)
        self.hint.setText(notice.hint)
        self.hint.setVisible(bool(notice.hint))
        self.action.setText(notice.action)
        self.action.setAccessibleName(notice.action)
        self.action.setVisible(bool(notice.action))
        self.setProperty("level", str(notice.level))
        for widget in (self, self.message, self.hint):
            restyle(widget)
        self.setAccessibleDescription(f"{notice.message}. {notice.hint}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _act(self) -> None:
        act = self._notice.act if self._notice else None
        self.tell(None)
        if act is not None:
            act()
