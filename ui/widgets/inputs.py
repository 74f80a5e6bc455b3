"""What values are changed with: switches, lists and sliders."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QSlider, QWidget

from ui.style.icons import pixmap
from ui.style.theme import tokens
from ui.widgets.controls import Label, column, row, tell_direction


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
        self.setMaxVisibleItems(20)
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
        """Selects the entry with `data`, without telling about it; none if there is no such entry."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(data))
        self.blockSignals(blocked)


class Slider(QSlider):
    """A horizontal slider that leaves the wheel to the page; a double click asks for the default."""

    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)

    def follow_theme(self) -> None:
        """Fills the groove from the leading end."""
        tell_direction(self)

    def wheelEvent(self, event: QEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Asks for the default."""
        self.reset_wanted.emit()


class LabelledSlider(QWidget):
    """A caption, its value and a slider beneath.

    Args:
        text: The caption, which names the slider too.
        limits: Smallest and largest value.
        help: One sentence for the tooltip.
        unit: Behind the value.
        default: What a double click goes back to; None for nothing.
    """

    moved = Signal(int)

    def __init__(
        self,
        text: str,
        limits: tuple[int, int] = (0, 100),
        help: str = "",
        unit: str = "",
        default: int | None = None,
    ) -> None:
        super().__init__()
        self._unit = unit
        self._signed = limits[0] < 0
        self.slider = Slider()
        self.slider.setRange(*limits)
        self.slider.setPageStep(max((limits[1] - limits[0]) // 10, 1))
        self.slider.setAccessibleName(text)
        self.slider.setMinimumHeight(24)
        self.slider.setProperty("bipolar", self._signed)
        tell_direction(self.slider)
        if default is not None:
            self.slider.reset_wanted.connect(lambda: self.slider.setValue(default))
        self.number = Label("", "muted")
        self.setToolTip(help)
        caption = Label(text, wrap=True)
        line = row()
        line.addWidget(caption, 1)
        line.addWidget(self.number)
        layout = column(self, spacing=0)
        layout.addLayout(line)
        layout.addWidget(self.slider)
        self.slider.valueChanged.connect(self._show)
        self.slider.valueChanged.connect(self.moved)
        self._show(self.slider.value())

    def value(self) -> int:
        """Where the slider stands."""
        return self.slider.value()

    def set_value(self, value: int) -> None:
        """Moves the slider without telling about it."""
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(blocked)
        self._show(value)

    def _show(self, value: int) -> None:
        number = f"{value:+d}" if self._signed and value else str(value)
        self.number.setText(f"\u200e{number.replace('-', '−')} {self._unit}".rstrip())
