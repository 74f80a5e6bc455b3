"""Start and stop, what others see, and how the picture is viewed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.controller import Controller
from ui.preview.widget import PreviewWidget
from ui.state.devices import Devices, DeviceWatch
from ui.state.others_see import OthersSee
from ui.style.icons import icon
from ui.style.theme import tokens
from ui.widgets.controls import IconButton, Label, button, column, restyle, row
from ui.widgets.seen_texts import seen_texts

_WORDS_LETTERS = 30
"""So wide are the words beside Start at the least, in average letters."""


class ActionGroup(QWidget):
    """Buttons with words under their icons, and what they have in common above.

    Args:
        title: What they have in common.
        actions: The buttons.
    """

    def __init__(self, title: str, *actions: IconButton) -> None:
        super().__init__()
        self.actions_shown = actions
        self._title = Label(title, "small")
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeading)
        body = column(self, spacing=2)
        body.addWidget(self._title)
        body.addLayout(row(*actions, spacing=4))

    def set_compact(self, compact: bool) -> None:
        """Icons alone, for windows that are very low."""
        self._title.setVisible(not compact)
        for action in self.actions_shown:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            action.setToolButtonStyle(style)


class ActionBar(QWidget):
    """The one big button, what it means, and two groups of actions.

    Args:
        controller: Told what was pressed.
        preview: Whose view is changed.
        watch: Knows whether there is a virtual camera, and which programs show it.
    """

    full_screen_wanted = Signal()
    reworded = Signal()
    """Other words may need another height."""
    setup_wanted = Signal()

    def __init__(self, controller: Controller, preview: PreviewWidget, watch: DeviceWatch) -> None:
        super().__init__()
        self._controller = controller
        self._preview = preview
        self._watch = watch
        self._compact = False
        self.start = button("", "primary")
        self.start.clicked.connect(lambda: controller.publish(not controller.publishing))
        self.start.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.headline = Label("", "heading", wrap=True)
        self.detail = Label("", "muted", wrap=True)
        self.link = button("", "link")
        self.link.clicked.connect(self.setup_wanted)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self.headline)
        texts.addWidget(self.detail)
        texts.addLayout(row(self.link, None))
        texts.addStretch(1)

        def action(icon_name: str, text: str, help: str, key: str, *, checkable: bool = True) -> IconButton:
            result = IconButton(icon_name, text, checkable=checkable, role="action")
            sequence = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            result.setToolTip(f"{help} ({sequence})")
            result.setAccessibleDescription(help)
            return result

        self.pause = action(
            "pause", self.tr("Pause"), self.tr("Your camera is off; others see a still picture"), "Ctrl+P"
        )
        self.pause.clicked.connect(controller.pause)
        self.freeze = action("freeze", self.tr("Freeze"), self.tr("Others see the last picture"), "Ctrl+F")
        self.freeze.clicked.connect(controller.freeze)
        self.split = action("split-view", self.tr("Compare"), self.tr("Camera and result side by side"), "Ctrl+D")
        self.split.toggled.connect(lambda on: preview.set_view(split=on))
        self.show_mask = action("mask", self.tr("Mask"), self.tr("Show what is kept in white"), "Ctrl+M")
        self.show_mask.toggled.connect(lambda on: preview.set_view(mask=on))
        self.mirror = action("mirror", self.tr("Mirror"), self.tr("Flip the picture for you only"), "Ctrl+I")
        self.mirror.setChecked(controller.state.mirror_preview)
        preview.mirror = controller.state.mirror_preview
        self.mirror.toggled.connect(self._set_mirror)
        self.full_screen = action("full-screen", self.tr("Full screen"), self.tr("Only the picture"), "F11",
                                  checkable=False)  # fmt: skip
        self.full_screen.clicked.connect(self.full_screen_wanted)
        self._groups = (
            ActionGroup(self.tr("Others see"), self.pause, self.freeze),
            ActionGroup(self.tr("My view"), self.split, self.show_mask, self.mirror, self.full_screen),
        )
        said = row(self.start, spacing=16)
        said.addLayout(texts, 1)
        self._actions = QWidget()
        self._actions.setLayout(row(self._groups[0], self._groups[1], None, spacing=20))
        self._layout = row(spacing=16)
        self._layout.addLayout(said, 1)
        self._layout.addWidget(self._actions)
        self.setLayout(self._layout)
        controller.mode_changed.connect(self.follow)
        controller.others_see_changed.connect(self.follow)
        controller.settings_changed.connect(self.follow)
        watch.found.connect(self.follow)
        self.follow()

    def height_for(self, width: int, *, compact: bool) -> int:
        """Arranges itself for a width; returns the height that this takes.

        Args:
            width: In pixels.
            compact: Show icons alone.
        """
        if compact != self._compact:
            self._compact = compact
            for group in self._groups:
                group.set_compact(compact)
        self.detail.setVisible(not compact)
        self.link.setVisible(not compact and bool(self.link.text()))
        words = self.start.sizeHint().width() + 16 + _WORDS_LETTERS * self.fontMetrics().averageCharWidth()
        beside = width >= words + 16 + self._actions.sizeHint().width()
        self._layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._layout.setSpacing(16 if beside else 8)
        self._layout.invalidate()
        return max(self._layout.totalHeightForWidth(width), self._layout.totalMinimumSize().height())

    @property
    def narrowest(self) -> int:
        """The width below which something would be cut, in pixels."""
        letters = 14 * self.fontMetrics().averageCharWidth()
        return max(self._actions.sizeHint().width(), self.start.sizeHint().width() + 16 + letters)

    def follow_theme(self) -> None:
        """Sizes the button's icon to its text."""
        side = max(round(self.start.fontMetrics().height() * 1.25), 20)
        self.start.setIconSize(QSize(side, side))
        self.follow()

    def follow(self) -> None:
        """Says plainly what others see now."""
        controller, seen = self._controller, self._controller.others_see
        on = controller.publishing
        self.start.setText(self.tr("Stop") if on else self.tr("Start"))
        self.start.setAccessibleName(self.start.text())
        self.start.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        colors = tokens()
        self.start.setIcon(icon("stop" if on else "start", colors.on_danger if on else colors.on_accent))
        if self.start.property("running") != (running := "true" if on else "false"):
            self.start.setProperty("running", running)
            restyle(self.start)
        self.pause.setChecked(controller.paused)
        self.freeze.setChecked(controller.frozen)
        texts = seen_texts(seen)
        self.headline.setText(texts.headline)
        self.headline.set_role(texts.role)
        self.detail.setText(self._detail(seen) or texts.detail)
        self.link.setText(self._link(seen))
        self.link.setAccessibleName(self.link.text())
        self.link.setVisible(not self._compact and bool(self.link.text()))
        self.reworded.emit()

    def _detail(self, seen: OthersSee) -> str:
        """What is known of the virtual camera, where that says more."""
        devices = self._watch.devices
        if not seen.wanted and devices is not None and not devices.virtual_cameras:
            return self.tr("No virtual camera installed.")
        if seen.on_air and seen.safe and devices is not None and devices.readers:
            return self.tr("In use by {programs}.").format(programs=", ".join(devices.readers))
        return ""

    def _link(self, seen: OthersSee) -> str:
        devices = self._watch.devices or Devices()
        if not seen.wanted and self._watch.devices is not None and not devices.virtual_cameras:
            return self.tr("Set up")
        if seen.on_air and not devices.readers:
            return self.tr("Where do I choose it?")
        return ""

    def _set_mirror(self, on: bool) -> None:
        self._preview.set_view(mirror=on)
        self._controller.state.mirror_preview = on
        self._controller.remember()
