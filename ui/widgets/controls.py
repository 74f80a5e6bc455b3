"""The small parts that pages are put together from; each has a name for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.style.icons import icon, pixmap
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
        role: "icon" alone, or with the text under it: "rail", "effect".
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


class Switch(QWidget):
    """A setting that is on or off: its text, in lines where it must, and a switch at the trailing end."""

    toggled = Signal(bool)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.track = SwitchTrack(text)
        self.track.toggled.connect(self.toggled)
        layout = row(spacing=16)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(Label(text, wrap=True), 1)
        layout.addWidget(self.track)
        self.setLayout(layout)

    def isChecked(self) -> bool:
        """Whether it is on."""
        return self.track.isChecked()

    def setChecked(self, on: bool) -> None:
        """Switches it."""
        self.track.setChecked(on)

    def click(self) -> None:
        """Does what a click does."""
        self.track.click()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole row switches."""
        if self.rect().contains(event.position().toPoint()):
            self.track.click()


class SwitchTrack(QCheckBox):
    """A check box that looks like a switch, without words of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_theme()

    def follow_theme(self) -> None:
        """As high as a line of text and a bit."""
        height = max(round(self.fontMetrics().height() * 1.3), 20)
        self.setFixedSize(round(height * 1.8), height)

    def hitButton(self, position: QPoint) -> bool:
        """All of it."""
        return self.isEnabled()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track and the knob, which is at the trailing end while on."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ground, edge = (colors.accent, colors.accent) if on else (colors.surface, colors.control_border)
        if not self.isEnabled():
            ground, edge = colors.sunken, colors.border
        track = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        inset = track.height() / 2
        painter.setPen(QPen(QColor(colors.accent_text if self.hasFocus() else edge), 2 if self.hasFocus() else 1.5))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(track, inset, inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.on_accent if on and self.isEnabled() else colors.control_border))
        ltr = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        at = track.right() - inset if on is ltr else track.left() + inset
        painter.drawEllipse(QPointF(at, track.center().y()), inset * 0.6, inset * 0.6)


class ComboBox(QComboBox):
    """A combo box with a drawn arrow, which does not take the wheel from the page that scrolls under it.

    Args:
        name: For the tooltip and for screen readers.
        icon_name: Of an icon before the text; none if empty.
    """

    def __init__(self, name: str, icon_name: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setProperty("icon", bool(icon_name))
        self.follow_theme()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()

    def follow_theme(self) -> None:
        """Keeps space for the icon at the leading end."""
        tell_direction(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().muted if self.isEnabled() else tokens().border), 1.75))
        ltr = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        x, y = (self.width() - 16 if ltr else 16), self.height() / 2
        if self._icon_name:
            side = min(max(round(self.fontMetrics().height() * 1.1), 18), 24)  # the style sheet keeps no more space
            left = 19 - side / 2 if ltr else self.width() - 19 - side / 2
            picture = pixmap(self._icon_name, tokens().muted, 48)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(left, y - side / 2, side, side), picture, QRectF(picture.rect()))
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))

    def choose(self, data: object) -> None:
        """Selects the entry with `data`, without telling anybody; none if there is no such entry."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(data))
        self.blockSignals(blocked)


class _Slider(QSlider):
    def follow_theme(self) -> None:
        """Fills the groove from the leading end."""
        tell_direction(self)

    def wheelEvent(self, event: QEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()


class LabelledSlider(QWidget):
    """A caption, its value and a slider beneath.

    Args:
        text: The caption, which names the slider too.
        limits: Smallest and largest value.
        help: One sentence for the tooltip.
    """

    moved = Signal(int)

    def __init__(self, text: str, limits: tuple[int, int] = (0, 100), help: str = "") -> None:
        super().__init__()
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(*limits)
        self.slider.setPageStep(max((limits[1] - limits[0]) // 10, 1))
        self.slider.setAccessibleName(text)
        self.slider.setMinimumHeight(24)
        self.slider.setProperty("bipolar", limits[0] < 0)
        tell_direction(self.slider)
        self._number = Label("", "muted")
        self.setToolTip(help)
        layout = column(self, spacing=0)
        layout.addLayout(row(Label(text), None, self._number))
        layout.addWidget(self.slider)
        self.slider.valueChanged.connect(self._show)
        self.slider.valueChanged.connect(self.moved)
        self._show(self.slider.value())

    def value(self) -> int:
        """Where the slider stands."""
        return self.slider.value()

    def set_value(self, value: int) -> None:
        """Moves the slider without telling anybody."""
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(blocked)
        self._show(value)

    def _show(self, value: int) -> None:
        self._number.setText(str(value))


class Card(QFrame):
    """A quiet ground that holds what belongs together."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body = column(self, margin=16, spacing=8)


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
    """A page of the panel: a title and a column that scrolls."""

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

    def set_title(self, title: str) -> None:
        """Names the page, for eyes and ears."""
        self._title.setText(title)
        self.setAccessibleName(title)


def button(text: str, role: str = "", help: str = "") -> QPushButton:
    """A push button; roles: primary, link, chip, or plain if empty."""
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setAccessibleName(text)
    result.setToolTip(help)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def line() -> QFrame:
    """A hairline between sections."""
    result = QFrame()
    result.setProperty("role", "line")
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
