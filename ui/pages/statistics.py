"""Figures: rates, delay, load, drops, with a plot of the last minute."""

from __future__ import annotations

import math
import platform
import time
from collections import deque

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from engine import __version__
from engine.core.statistics import StatsSnapshot
from engine.platform.process import peak_rss_mb
from ui.controller import Controller
from ui.style.theme import tokens
from ui.texts import engine_text
from ui.widgets.controls import Label
from ui.widgets.inputs import Switch
from ui.widgets.layout import Card, Page

_KEPT = 60
"""Samples: a minute at one a second."""


class Load:
    """Processor time of this process, in percent of one core, since it was last asked."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.monotonic(), time.process_time()

    def percent(self) -> float:
        """0 or more; 100 is one core."""
        wall, cpu = time.monotonic(), time.process_time()
        used = 100 * (cpu - self._cpu) / max(wall - self._wall, 1e-3)
        self._wall, self._cpu = wall, cpu
        return used


class Plot(QWidget):
    """A line of the newest samples with its scale.

    Args:
        title: What is drawn, for screen readers.
        unit: Behind the figures.
    """

    def __init__(self, title: str, unit: str) -> None:
        super().__init__()
        self._title, self._unit = title, unit
        self._samples: deque[float] = deque(maxlen=_KEPT)
        self.setAccessibleName(title)
        self.setMinimumHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, value: float) -> None:
        """Draws one more sample."""
        self._samples.append(value)
        self.setAccessibleDescription(f"{value:.0f} {self._unit}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and newest figure above, the line with its axes below."""
        colors = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        ltr = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        leading, trailing = (
            (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
            if ltr
            else (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        )
        top = QRectF(0, 0, self.width(), metrics.height())
        painter.setPen(QColor(colors.muted))
        painter.drawText(top, leading, self._title)
        if not self._samples:
            return
        painter.setPen(QColor(colors.text))
        painter.drawText(top, trailing, f"\u200e{self._samples[-1]:.0f} {self._unit}")
        highest = _round_up(max(*self._samples, 1.0))
        margin = metrics.horizontalAdvance(f"{highest:g}") + 8
        gap = metrics.height() / 2 + 6  # for half of the highest label
        area = QRectF(margin, top.bottom() + gap, self.width() - margin - 1, 0)
        area.setBottom(self.height() - metrics.height() - 4)
        painter.setPen(QPen(QColor(colors.border), 1))
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colors.muted))
            label = QRectF(0, y - metrics.height() / 2, margin - 6, metrics.height())
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share * highest:g}")
        below = QRectF(area.left(), area.bottom() + 2, area.width(), metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.tr("60 s ago"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, self.tr("now"))
        step = area.width() / (_KEPT - 1)
        first = area.right() - step * (len(self._samples) - 1)
        points = [
            QPointF(first + number * step, area.bottom() - value / highest * area.height())
            for number, value in enumerate(self._samples)
        ]
        ground = QColor(colors.accent)
        ground.setAlpha(40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([QPointF(first, area.bottom()), *points, area.bottomRight()]))
        painter.setPen(QPen(QColor(colors.accent_text), 2))
        painter.drawPolyline(QPolygonF(points))


def _round_up(value: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 and so on."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value)


class StatisticsPage(Page):
    """Shows the figures that the window collects while it is open."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self.set_title(self.tr("Statistics"))
        self._controller = controller
        self._load = Load()
        self.plots = {
            "fps": Plot(self.tr("Frame rate"), self.tr("fps")),
            "latency": Plot(self.tr("Delay from camera to meeting"), "ms"),
            "load": Plot(self.tr("Processor, 100 % is one core"), "%"),
        }
        for plot in self.plots.values():
            card = Card()
            card.body.addWidget(plot)
            self.body.addWidget(card)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._figures: dict[str, tuple[Label, Label]] = {}
        self.body.addLayout(self._grid)
        self.overlay = Switch(self.tr("Show figures over the picture"))
        self.body.addWidget(self.overlay)
        self.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Shows the figures of now."""
        super().showEvent(event)
        self._show(self._controller.stats())

    def collect(self, stats: StatsSnapshot) -> None:
        """Takes one sample; to be called once a second while the window is visible."""
        self.plots["fps"].add(stats.fps_out)
        if stats.latency_p50_ms:  # before that nothing was measured
            self.plots["latency"].add(stats.latency_p50_ms)
        self.plots["load"].add(self._load.percent())
        if self.isVisible():
            self._show(stats)

    def _show(self, stats: StatsSnapshot) -> None:
        for name, value in self.figures(stats).items():
            if name not in self._figures:
                self._figures[name] = (Label(name, "muted", wrap=True), Label(wrap=True))
                line = len(self._figures)
                self._grid.addWidget(self._figures[name][0], line, 0)
                self._grid.addWidget(self._figures[name][1], line, 1)
                self._figures[name][1].setAlignment(Qt.AlignmentFlag.AlignTrailing)
                self._figures[name][1].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._figures[name][1].setText(value)

    def figures(self, stats: StatsSnapshot) -> dict[str, str]:
        """Every figure, ready to show, by its translated name."""
        status = self._controller.status
        source = status.source
        rows = {
            self.tr("Frames in"): f"{stats.frames_in} · {stats.fps_in:.1f}/s",
            self.tr("Frames out"): f"{stats.frames_out} · {stats.fps_out:.1f}/s",
            self.tr("Frames dropped"): str(stats.frames_dropped),
            self.tr("Delay, median · 95 %"): f"{stats.latency_p50_ms:.1f} · {stats.latency_p95_ms:.1f} ms",
        }
        for name, stage in stats.stages.items():
            title = self.tr("{stage}, median · 95 %").format(stage=engine_text(name))
            rows[title[:1].upper() + title[1:]] = f"{stage.p50_ms:.1f} · {stage.p95_ms:.1f} ms"
        rows[self.tr("Camera picture")] = (
            "–" if source is None else f"{source.size[0]}×{source.size[1]} · {source.fps:g}"
        )
        rows[self.tr("Model")] = status.model.replace("_", "_\u200b") or "–"  # may break after each underscore
        rows[self.tr("Runtime")] = status.runtime or "–"
        return rows

    def report(self) -> str:
        """The figures as text for a bug report, in English, without pictures or names of the person's files."""
        settings, status, stats = self._controller.settings, self._controller.status, self._controller.stats()
        lines = [
            f"Cyclorama {__version__}, Python {platform.python_version()}, {platform.platform()}",
            f"state {status.state}, runtime {status.runtime}, publishing {bool(status.output)}",
            f"asked for {settings.width}x{settings.height} at {settings.fps:g}, background {settings.background.kind}",
            f"frames in {stats.frames_in}, out {stats.frames_out}, dropped {stats.frames_dropped}",
            f"rate in {stats.fps_in:.1f}, out {stats.fps_out:.1f}",
            f"latency p50 {stats.latency_p50_ms:.1f} ms, p95 {stats.latency_p95_ms:.1f} ms",
        ]
        lines += [
            f"{name}: p50 {stage.p50_ms:.2f} ms, p95 {stage.p95_ms:.2f} ms" for name, stage in stats.stages.items()
        ]
        lines.append(f"peak memory {peak_rss_mb():.0f} MB")
        return "\n".join(lines)
