"""The window's content: the rail of pages, the open page, the picture and the action bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.preview.widget import PreviewWidget
from ui.widgets.action_bar import ActionBar
from ui.widgets.arrangement import Arrangement, Parts, arrange
from ui.widgets.controls import IconButton, column
from ui.widgets.layout import Panel

_PANEL_PX = 344
_RAIL_PX = 84
_STAGE_GAP_PX = 8


class Rail(QWidget):
    """The buttons that open the pages."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._body = column(self, spacing=6)
        self._body.setContentsMargins(6, 12, 6, 12)
        self.buttons: dict[str, IconButton] = {}
        self._full: QSize | None = None

    def add(self, name: str, button: IconButton, *, last_group: bool = False) -> None:
        """Adds a button; the first of the last group stands apart, at the lower end."""
        if last_group:
            self._body.addStretch(1)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        self._body.addWidget(button)
        self.buttons[name] = button

    def set_compact(self, compact: bool) -> None:
        """Icons alone, for windows that are low."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for button in self.buttons.values():
            button.setToolButtonStyle(style)
        self._body.setSpacing(0 if compact else 6)
        self._body.setContentsMargins(6, 4 if compact else 12, 6, 4 if compact else 12)

    def full_size(self) -> QSize:
        """What it needs with words under every icon; asked of Qt once for each text size."""
        if self._full is not None:
            return self._full
        sizes = [_with_words(button) for button in self.buttons.values()]
        height = sum(size.height() for size in sizes) + 6 * (len(sizes) - 1) + 24
        self._full = QSize(max(size.width() for size in sizes) + 12, height)
        return self._full

    def follow_theme(self) -> None:
        """The text size may have changed."""
        self._full = None


class Workspace(QWidget):
    """Places its parts by the size of the window, so that none ever leaves it.

    Args:
        rail: The buttons of the pages.
        stack: The pages.
        top: What stands above the picture.
        preview: The picture.
        bar: The actions.
    """

    def __init__(self, rail: Rail, stack: QStackedWidget, top: QWidget, preview: PreviewWidget, bar: ActionBar) -> None:
        super().__init__()
        self.rail, self.stack, self.top, self.preview, self.bar = rail, stack, top, preview, bar
        self.panel = Panel()
        column(self.panel).addWidget(stack)
        self.stage = QWidget()
        self._stage_body = QVBoxLayout(self.stage)
        self._stage_body.setContentsMargins(0, 0, 0, 0)
        self._stage_body.setSpacing(_STAGE_GAP_PX)
        line = QHBoxLayout()
        line.addWidget(top)
        line.addStretch(1)
        self._stage_body.addLayout(line)
        self._stage_body.addWidget(preview, 1)
        for part in (rail, self.panel, self.stage, bar):
            part.setParent(self)
        self.arrangement: Arrangement | None = None
        self.panel_open = True
        self.full_screen = False
        self.text_scale = 1.0
        self.shape = 9 / 16
        """Height of the picture by its width."""

    def minimumSizeHint(self) -> QSize:
        """Small enough for every screen."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places everything anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Places the parts."""
        for part in (self.rail, self.bar, self.top):
            part.setVisible(not self.full_screen)
        if self.full_screen:
            self.panel.hide()
            self.stage.show()
            self.stage.setGeometry(self.rect())
            return
        full = self.rail.full_size()
        scale = 0.5 + self.text_scale / 2
        icon_width = self.fontMetrics().height() * 2 + 36
        parts = Parts(
            rail_width=max(full.width(), _RAIL_PX),
            rail_height=full.height(),
            rail_width_compact=icon_width,
            panel_width=round(_PANEL_PX * scale),
            bar_narrowest=self.bar.narrowest,
            bar_height=lambda width, compact: self.bar.height_for(width, compact=compact),
            stage_extra=self.top.sizeHint().height() + _STAGE_GAP_PX,
            shape=self.shape,
        )
        placed = arrange(self.width(), self.height(), parts, panel_open=self.panel_open)
        self.rail.set_compact(placed.rail.width() == icon_width)
        self._place(self.rail, placed.rail)
        self._place(self.panel, placed.panel)
        self._place(self.stage, placed.stage)
        self._place(self.bar, placed.bar)
        self.arrangement = placed

    def _place(self, part: QWidget, place: QRect | None) -> None:
        part.setVisible(place is not None)
        if place is None:
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = QRect(self.width() - place.right() - 1, place.y(), place.width(), place.height())
        part.setGeometry(place)


def _with_words(button: IconButton) -> QSize:
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    return button.sizeHint()
