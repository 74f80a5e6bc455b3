"""The surfaces and rows that pages are put together from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.style.theme import tokens
from ui.widgets.controls import Label, button, column


class Card(QFrame):
    """A quiet ground that holds what belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = column(self, margin=16, spacing=8)


class Section(QWidget):
    """Parts under a heading that opens and closes them.

    Args:
        title: The heading.
    """

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = button(f"▸  {title}", "section")
        self.heading.setAccessibleName(title)
        self.heading.setCheckable(True)
        self.heading.toggled.connect(self._open)
        self._title = title
        self.inside = QWidget()
        self.inside.hide()
        whole = column(self, spacing=12)
        whole.addWidget(self.heading)
        whole.addWidget(self.inside)
        self.body = column(self.inside, spacing=12)

    def set_open(self, is_open: bool) -> None:
        """Opens or closes it."""
        self.heading.setChecked(is_open)

    def _open(self, is_open: bool) -> None:
        self.heading.setText(f"{'▾' if is_open else '▸'}  {self._title}")
        self.inside.setVisible(is_open)


class Panel(QFrame):
    """The ground of the pages. It draws itself, so that each page can wear a style sheet of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(1, 1, 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A surface with a hairline and round corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().border), 1))
        painter.setBrush(QColor(tokens().surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


class Page(QScrollArea):
    """A page of the panel: a title, a column that scrolls, and possibly a part beneath that stays in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, unseen where there is nothing to scroll: a content whose height follows its width could else
        # bring it up and away again without end, each from within the other, until the stack overflows.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        bar.rangeChanged.connect(lambda _, largest: bar.setEnabled(largest > 0))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that arrows scroll what has nothing else to focus
        inside = QWidget()
        self.body = column(inside, margin=16, spacing=16)
        self._title = Label("", "title")
        self.body.addWidget(self._title)
        self.setWidget(inside)
        self._footer: QWidget | None = None

    def set_footer(self, footer: QWidget) -> None:
        """Puts a part beneath the column that does not scroll."""
        self._footer = footer
        footer.setParent(self)
        self.place_footer()

    def place_footer(self) -> None:
        """Makes the footer as high as it needs to be; to be called when its content changed."""
        if self._footer is None:
            return
        width = max(self.width() - self.verticalScrollBar().sizeHint().width(), 1)
        layout = self._footer.layout()
        assert layout is not None
        layout.invalidate()
        needed = max(layout.totalHeightForWidth(width), layout.totalSizeHint().height())
        height = 0 if self._footer.isHidden() else min(needed, self.height() // 2)
        self.setViewportMargins(0, 0, 0, height)
        self._footer.setGeometry(0, self.height() - height, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the footer at the lower edge."""
        super().resizeEvent(event)
        self.place_footer()

    def set_title(self, title: str) -> None:
        """Names the page, for eyes and ears."""
        self._title.setText(title)
        self.setAccessibleName(title)


def line() -> QFrame:
    """A hairline between sections."""
    result = QFrame()
    result.setProperty("role", "line")
    return result
