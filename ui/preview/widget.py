"""The big live picture: polls the engine for the newest one and paints it; costs nothing while out of sight."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.preview.conversion import Converter, alpha_image, fit
from ui.preview.overlays import CORNER_PX, Marks, ground
from ui.style.theme import tokens

if TYPE_CHECKING:
    from engine.pipeline.session import Preview

_SPLIT_STEP = 0.02
_LONGEST_WAIT_MS = 30
"""Shorter than a frame's time at 30 a second, so that none is missed."""


class PreviewSource(Protocol):
    """Whatever has a newest picture."""

    def preview(self) -> Preview | None:
        """The newest picture that left the privacy gate, or None."""

    def watch(self, on: bool) -> None:
        """Told whether anybody looks."""


class PreviewWidget(QWidget):
    """Shows the result, the mask, or camera and result on either side of a line that can be dragged.

    Args:
        source: Polled as often as it has pictures while this is visible.
    """

    clicked = Signal(float, float)
    """A point of the picture as others see it, (0, 0) being the upper left corner and (1, 1) the lower right."""

    def __init__(self, source: PreviewSource) -> None:
        super().__init__()
        self._source = source
        self._converter = Converter()
        self._seq = -1
        self._picture: QImage | None = None
        self._spliced = False
        self._marks = Marks(self, (self.tr("Camera"), self.tr("Result")))
        self._message = ""
        self._overlay: list[str] = []
        self._picking = False
        self._shape = QSize(16, 9)
        self.mirror = False
        self.show_mask = False
        self.split = False
        self.split_at = 0.5
        """Where the line stands, 0 at the left to 1 at the right."""
        self.frames_shown = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 45)
        self.setAccessibleName(self.tr("Preview"))
        self.setAccessibleDescription(self.tr("The picture that others see"))
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._found_ms = 0.0
        self._missed = 0

    def set_shape(self, size: tuple[int, int]) -> None:
        """Takes the output's (width, height)."""
        self._shape = QSize(*size)

    def set_status(self, text: str, color: str) -> None:
        """Says over the picture what others see; the dot before it is in #rrggbb."""
        self._marks.set_status(text, color)
        self.setAccessibleDescription(text)
        self.update()

    def set_message(self, message: str) -> None:
        """What stands in place of a picture while there is none of the camera yet; empty shows fallback frames."""
        if message != self._message:
            self._message = message
            self.refresh()

    def set_overlay(self, lines: list[str]) -> None:
        """Small text over the picture's corner; empty for none."""
        if lines != self._overlay:
            self._overlay = lines
            self.update()

    def set_view(self, *, mirror: bool | None = None, mask: bool | None = None, split: bool | None = None) -> None:
        """Changes how the picture is looked at; what others see stays as it is."""
        self.mirror = self.mirror if mirror is None else mirror
        self.show_mask = self.show_mask if mask is None else mask
        self.split = self.split if split is None else split
        self._show_cursor()
        self.refresh()

    def set_picking(self, on: bool) -> None:
        """Whether the next click takes a point of the picture, and does not move the split line."""
        self._picking = on
        self._show_cursor()

    def _show_cursor(self) -> None:
        shape = Qt.CursorShape.SplitHCursor if self.split else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self._picking else shape)

    def refresh(self) -> None:
        """Converts the newest picture again, as after a change of size or view."""
        self._seq = -1
        self.poll()
        self.update()

    def _look(self) -> None:
        """Polls, and again shortly before the next picture is due: waking up for nothing costs, too."""
        now_ms = time.monotonic() * 1000
        display_ms = max(1000 / max(self.screen().refreshRate(), 30.0), 8.0)
        if self.poll():
            wait_ms = min(max(0.9 * (now_ms - self._found_ms), display_ms), _LONGEST_WAIT_MS)
            self._found_ms, self._missed = now_ms, 0
        else:
            wait_ms = display_ms if self._missed else display_ms / 2
            self._missed += 1
        self._timer.start(round(wait_ms))

    def poll(self) -> bool:
        """Takes the engine's newest picture; False if that is shown already."""
        preview = self._source.preview()
        if preview is None or preview.seq == self._seq or not self.isVisible():
            return False
        self._seq = preview.seq
        self.frames_shown += 1
        ratio = self.devicePixelRatioF()
        image, raw = preview.image, preview.raw
        if raw is None and self._message:
            self._picture = None
            self.update()
            return True
        if self.show_mask and preview.alpha is not None:
            image = alpha_image(preview.alpha, image)
        self._spliced = self.split and raw is not None and raw.size == image.size and raw.format is image.format
        picture = self._converter.to_qimage(
            image,
            fit(image.size, (QSizeF(self.size()) * ratio).toSize()),
            mirror=self.mirror and raw is not None,
            left=raw if self._spliced else None,
            at=self.split_at,
            upright=None if self.show_mask else preview.tag_box,
        )
        picture.setDevicePixelRatio(ratio)
        moved = self._picture is None or self._picture.size() != picture.size()
        self._picture = picture
        self.update(self.rect() if moved else self.picture_rect())
        return True

    def picture_rect(self) -> QRect:
        """Where the picture stands in this widget: as large as its shape allows, in the middle."""
        if self._picture is None:
            size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        else:
            size = self._picture.deviceIndependentSize().toSize()
        return QRect(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Starts polling."""
        super().showEvent(event)
        self.set_minimised(False)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops polling: out of sight, the preview costs nothing."""
        super().hideEvent(event)
        self.set_minimised(True)
        self._picture = None

    def set_minimised(self, minimised: bool) -> None:
        """A minimised window is not hidden as far as Qt is concerned, yet it is out of sight."""
        self._source.watch(not minimised)
        if minimised:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start(0)

    @property
    def polling(self) -> bool:
        """Whether pictures are being asked for."""
        return self._timer.isActive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Converts the newest picture for the new size."""
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Moves the split line, or tells of a point of the picture."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.split and not self._picking:
            self._move_split(event.position())
            return
        rect = self.picture_rect()
        x = (event.position().x() - rect.left()) / max(rect.width(), 1)
        y = (event.position().y() - rect.top()) / max(rect.height(), 1)
        if 0 <= x < 1 and 0 <= y < 1:
            self.clicked.emit(1 - x if self.mirror else x, y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Moves the split line."""
        if self.split and not self._picking and event.buttons() & Qt.MouseButton.LeftButton:
            self._move_split(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the split line."""
        steps = {Qt.Key.Key_Left: -_SPLIT_STEP, Qt.Key.Key_Right: _SPLIT_STEP}
        if self.split and event.key() in steps:
            self._set_split(self.split_at + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, corners, split line, overlay."""
        colors = tokens()
        painter = QPainter(self)
        rect = self.picture_rect()
        if event.rect() != rect or self._picture is None:
            painter.fillRect(self.rect(), ground(self))
        if self._picture is None:
            self._paint_message(painter, rect)
            return
        painter.drawImage(rect.topLeft(), self._picture)  # pixel for pixel: it was made for this size
        self._marks.paint(painter, rect, self.split_at if self._spliced else None)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._overlay:
            self._paint_overlay(painter, rect)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), CORNER_PX, CORNER_PX)

    def _paint_message(self, painter: QPainter, rect: QRect) -> None:
        colors = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(rect, CORNER_PX, CORNER_PX)
        painter.setPen(QColor(colors.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(24, 24, -24, -24), flags, self._message)

    def follow_theme(self) -> None:
        """Draws what stands over the picture again, in the colours and at the text size of now."""
        self._marks.forget()

    def _paint_overlay(self, painter: QPainter, rect: QRect) -> None:
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(text) for text in self._overlay) + 24
        height = metrics.lineSpacing() * len(self._overlay) + 16
        box = QRectF(rect.left() + 12, rect.top() + metrics.height() + 28, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 160))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor("white"))
        painter.drawText(box.adjusted(12, 8, -12, -8), Qt.AlignmentFlag.AlignLeft, "\n".join(self._overlay))

    def _move_split(self, position: QPointF) -> None:
        rect = self.picture_rect()
        self._set_split((position.x() - rect.left()) / max(rect.width(), 1))

    def _set_split(self, at: float) -> None:
        self.split_at = min(max(at, 0.0), 1.0)
        self.refresh()
