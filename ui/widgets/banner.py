"""The message that floats over the picture; it never blocks and moves nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from ui.state.notices import Level, Notice, Notices
from ui.style.icons import pixmap
from ui.style.theme import tokens
from ui.widgets.controls import IconButton, Label, button, restyle, row

_LETTERS_BESIDE = 55
_WIDEST_LETTERS = 90
_TO_EDGE_PX = 12
_FLEETING_MS = 7000


class Banner(QFrame):
    """The most important notice, with a button that helps where there is one and a way to dismiss it.

    Args:
        notices: Those that were not dismissed yet.
        over: The widget at whose lower edge this floats.
    """

    def __init__(self, notices: Notices, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("banner")
        self.setAccessibleName(self.tr("Message"))
        self._notices = notices
        self._over = over
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._icon.setFixedSize(QSize(24, 24))
        self.message = Label("", "heading", wrap=True)
        self.hint = Label("", wrap=True)
        self.more = Label("", "small")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.message)
        texts.addWidget(self.hint)
        texts.addWidget(self.more)
        self.action = button("")
        self.action.clicked.connect(self._act)
        self.dismiss = IconButton("close", self.tr("Dismiss"))
        self.dismiss.clicked.connect(lambda: self._notice and notices.dismiss(self._notice))
        self._said = row(spacing=8)
        self._said.addLayout(texts, 1)
        self._said.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = row(self._icon, spacing=12)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addLayout(self._said, 1)
        layout.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self._ending = QTimer(self, singleShot=True, interval=_FLEETING_MS)
        self._ending.timeout.connect(lambda: self._notice and notices.dismiss(self._notice))
        notices.changed.connect(self._follow)
        over.installEventFilter(self)
        self._follow()

    @property
    def notice(self) -> Notice | None:
        """What is being told."""
        return self._notice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the lower edge of what it floats over."""
        if event.type() is QEvent.Type.Resize:
            self.place()
        return False

    def follow_theme(self) -> None:
        """Colours and text size changed."""
        self._show()

    def place(self) -> None:
        """As wide as the words need, at the lower edge, in the middle."""
        letter = self.fontMetrics().averageCharWidth()
        width = min(self._over.width() - 2 * _TO_EDGE_PX, _WIDEST_LETTERS * letter)
        beside = width > _LETTERS_BESIDE * letter
        self._said.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        height = min(layout.totalHeightForWidth(width), max(self._over.height() - _TO_EDGE_PX, 1))
        self.resize(width, height)
        self.move(QPoint((self._over.width() - width) // 2, self._over.height() - height - _TO_EDGE_PX))

    def _follow(self) -> None:
        before, self._notice = self._notice, self._notices.current
        self._show()
        if self._notice is None or self._notice == before:
            return
        self._ending.stop()
        if self._notice.fleeting:
            self._ending.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show(self) -> None:
        notice = self._notice
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
        others = len(self._notices) - 1
        self.more.setText(self.tr("%n more message(s)", "", others) if others else "")
        self.more.setVisible(others > 0)
        self.action.setText(notice.action)
        self.action.setAccessibleName(notice.action)
        self.action.setVisible(bool(notice.action))
        self.setProperty("level", str(notice.level))
        for widget in (self, self.message, self.hint, self.more):
            restyle(widget)
        self.setAccessibleDescription(f"{notice.message}. {notice.hint}")
        self.place()
        self.raise_()

    def _act(self) -> None:
        notice = self._notice
        if notice is not None:
            self._notices.dismiss(notice)
            if notice.act is not None:
                notice.act()
