"""The small parts that pages are put together from; each has a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.style.icons import icon
from ui.style.theme import tokens


class Label(QLabel):
    """A text with a role that the style sheet knows: title, heading, muted, small or good; plain if empty."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_role(self, role: str) -> None:
        """Changes the role and with it the look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)


def follow_theme(part: QWidget) -> None:
    """Has every widget in a part of the window that has a method `follow_theme` look again.

    Colours, sizes or direction changed. To listen for Qt's change events instead would run Python some thousand times
    over, waiting for the engine's threads each time.
    """
    for widget in (part, *part.findChildren(QWidget)):
        if hasattr(widget, "follow_theme"):
            widget.ensurePolished()  # so that it has its font already
            widget.follow_theme()


class IconButton(QToolButton):
    """A flat button with an icon that keeps the theme's colours; its text is its tooltip and its name.

    Args:
        icon_name: In the resources, without folder and ending.
        text: What it does, in a few words.
        checkable: Whether it stays down.
        role: "icon" alone, or with the text under it: "rail", "action".
    """

    def __init__(self, icon_name: str, text: str, *, checkable: bool = False, role: str = "icon") -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setProperty("role", role)
        self.setCheckable(checkable)
        if role == "icon":
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        else:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)
        self.follow_theme()

    def set_text(self, text: str) -> None:
        """Says what it does, in tooltip, name and, where it has one, caption."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def set_icon(self, icon_name: str) -> None:
        """Changes the picture on it."""
        self._icon_name = icon_name
        muted = tokens().muted if self.property("role") == "rail" else ""
        self.setIcon(icon(icon_name, muted))

    def follow_theme(self) -> None:
        """Draws the icon again, in the colour and at the size of its text."""
        side = max(round(self.fontMetrics().height() * 1.6), 24)
        self.setIconSize(QSize(side, side))
        self.set_icon(self._icon_name)


def button(text: str, role: str = "", help: str = "") -> QPushButton:
    """A push button; roles: primary, link, chip, or plain if empty."""
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setAccessibleName(text)
    result.setToolTip(help)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def row(*items: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Widgets beside one another; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        else:
            layout.addWidget(item)
    return layout


def column(parent: QWidget, margin: int = 0, spacing: int = 8) -> QVBoxLayout:
    """An empty column that fills `parent`."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def tell_direction(widget: QWidget) -> None:
    """Tells the style sheet, which has no word for it, whether a widget runs from right to left."""
    rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if widget.property("rtl") is not rtl:
        widget.setProperty("rtl", rtl)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Has the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
