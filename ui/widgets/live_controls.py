"""On air or not: the one big button, what it means, and how the picture is looked at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from engine.pipeline.session import State
from ui.controller import Controller
from ui.preview.widget import PreviewWidget
from ui.style.icons import icon
from ui.style.theme import tokens
from ui.widgets.controls import IconButton, Label, button, restyle, row


class Transport(QWidget):
    """Start and stop, pause and freeze; split, mask, mirror and full screen.

    Args:
        controller: Told what was pressed.
        preview: Whose view is changed.
    """

    full_screen_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, controller: Controller, preview: PreviewWidget) -> None:
        super().__init__()
        self._controller = controller
        self._preview = preview
        self.start = button("", "primary")
        self.start.clicked.connect(lambda: controller.publish(not controller.publishing))
        self.headline = Label("", "heading", wrap=True)
        self.detail = Label("", "muted", wrap=True)
        self.where = button(self.tr("Where do I find it?"), "link")
        self.where.clicked.connect(self.help_wanted)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.headline)
        texts.addWidget(self.detail)
        texts.addLayout(row(self.where, None))

        self.pause = IconButton("pause", self.tr("Pause: the camera is off, others see a still"), checkable=True)
        self.pause.clicked.connect(controller.pause)
        self.freeze = IconButton("freeze", self.tr("Freeze: others see the last picture"), checkable=True)
        self.freeze.clicked.connect(controller.freeze)
        self.split = IconButton("split-view", self.tr("Compare with the camera"), checkable=True)
        self.split.toggled.connect(lambda on: preview.set_view(split=on))
        self.show_mask = IconButton("mask", self.tr("Show the mask"), checkable=True)
        self.show_mask.toggled.connect(lambda on: preview.set_view(mask=on))
        self.mirror = IconButton("mirror", self.tr("Mirror for me; others see you as you are"), checkable=True)
        self.mirror.setChecked(controller.state.mirror_preview)
        preview.mirror = controller.state.mirror_preview
        self.mirror.toggled.connect(self._set_mirror)
        self.full_screen = IconButton("full-screen", self.tr("Full screen"))
        self.full_screen.clicked.connect(self.full_screen_wanted)

        said = row(self.start, spacing=16)
        said.addLayout(texts, 1)
        self._views = QWidget()
        self._views.setLayout(
            row(self.pause, self.freeze, self.split, self.show_mask, self.mirror, self.full_screen, spacing=4)
        )
        self._layout = row(spacing=16)
        self._layout.addLayout(said, 1)
        self._layout.addWidget(self._views)
        self.setLayout(self._layout)
        for shortcut, widget in (("Ctrl+P", self.pause), ("Ctrl+F", self.freeze), ("F11", self.full_screen)):
            widget.setToolTip(f"{widget.toolTip()} ({shortcut})")
        controller.mode_changed.connect(self.follow)
        controller.status_changed.connect(self.follow)
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What changes the view stands beneath where large text leaves no space beside."""
        super().resizeEvent(event)
        needed = (
            self.start.sizeHint().width() + self._views.sizeHint().width() + 40 * self.fontMetrics().averageCharWidth()
        )
        beside = self.width() > needed
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def follow_theme(self) -> None:
        """Sizes the button's icon to its text."""
        side = max(round(self.start.fontMetrics().height() * 1.25), 20)
        self.start.setIconSize(QSize(side, side))
        self.follow()

    def follow(self) -> None:
        """Says plainly what others see now."""
        controller = self._controller
        on = controller.publishing
        on_air = on and bool(controller.status.output)
        self.start.setText(self.tr("Stop") if on else self.tr("Start"))
        self.start.setAccessibleName(self.start.text())
        self.start.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        colors = tokens()
        self.start.setIcon(icon("stop" if on else "start", colors.on_danger if on else colors.on_accent))
        self.start.setProperty("running", "true" if on else "false")
        restyle(self.start)
        self.pause.setChecked(controller.paused)
        self.freeze.setChecked(controller.frozen)
        self.headline.set_role("good" if on_air and not (controller.paused or controller.frozen) else "heading")
        if controller.status.state is State.FAILED and not on_air:
            self.headline.setText(self.tr("Not running"))
            self.detail.setText(self.tr("See the message above."))
        elif controller.status.state is State.STARTING and not controller.paused:
            self.headline.setText(self.tr("Starting…"))
            self.detail.setText(self.tr("Camera and model are being opened."))
        elif not on and controller.paused:
            self.headline.setText(self.tr("Paused"))
            self.detail.setText(self.tr("Your camera is off."))
        elif not on:
            self.headline.setText(self.tr("Only you see this"))
            self.detail.setText(self.tr("Press Start to send it to your meeting."))
        elif not on_air and controller.status.message:
            self.headline.setText(self.tr("Not sending yet"))
            self.detail.setText(self.tr("See the message above."))
        elif not on_air:
            self.headline.setText(self.tr("Opening the virtual camera…"))
            self.detail.setText(self.tr("Your meeting can pick it in a moment."))
        elif controller.paused:
            self.headline.setText(self.tr("Paused"))
            self.detail.setText(self.tr("Your camera is off; others see a still."))
        elif controller.frozen:
            self.headline.setText(self.tr("Frozen"))
            self.detail.setText(self.tr("Others see the last picture."))
        else:
            self.headline.setText(self.tr("On air"))
            self.detail.setText(self.tr("Pick Cyclorama in Zoom, Meet or Teams."))
        self.where.setVisible(on_air or not on)

    def _set_mirror(self, on: bool) -> None:
        self._preview.set_view(mirror=on)
        self._controller.state.mirror_preview = on
        self._controller.remember()
