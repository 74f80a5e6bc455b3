"""The look, in one place: colour tokens for light and dark, text sizes, and the style sheet they are put into."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

STYLE_SHEET = Path(__file__).with_name("theme.qss")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for, each as #rrggbb. Text on its ground holds a contrast of 4.5 or more."""

    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    control_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    good: str
    danger: str
    on_danger: str
    info_ground: str
    warning_ground: str
    warning_text: str
    error_ground: str
    error_text: str


LIGHT = Tokens(
    window="#f4f4f7",
    surface="#ffffff",
    sunken="#ebebf0",
    hover="#e4e4ec",
    border="#dddde5",
    control_border="#85858f",
    text="#1a1a24",
    muted="#5a5a68",
    accent="#5451c5",
    accent_hover="#4542ad",
    on_accent="#ffffff",
    accent_soft="#e6e5fa",
    accent_text="#4542ad",
    good="#147a4b",
    danger="#b8262e",
    on_danger="#ffffff",
    info_ground="#e6e5fa",
    warning_ground="#fdf0cf",
    warning_text="#5f4300",
    error_ground="#fde5e5",
    error_text="#8e1a22",
)
DARK = Tokens(
    window="#131318",
    surface="#1c1c23",
    sunken="#26262f",
    hover="#2f2f3a",
    border="#2e2e38",
    control_border="#7b7b89",
    text="#ededf3",
    muted="#a5a5b5",
    accent="#6663d4",
    accent_hover="#5a57c8",
    on_accent="#ffffff",
    accent_soft="#2b2a4d",
    accent_text="#b4b2ff",
    good="#4cc38a",
    danger="#cf3f46",
    on_danger="#ffffff",
    info_ground="#26254a",
    warning_ground="#3a2d0c",
    warning_text="#f5d98a",
    error_ground="#401a1e",
    error_text="#ffb3b5",
)


_in_force = LIGHT


class Theme(QObject):
    """Gives the application its colours, the window's parts their style sheet; follows the system's light and dark.

    Args:
        app: The application to dress.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.text_scale = 1.0
        self.style_sheet = ""
        """For the window's parts to put on: the same on the application takes four times as long."""
        self._base_points = max(app.font().pointSizeF(), 9.0)
        app.setStyle("Fusion")
        self._scheme = "system"
        app.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def dark(self) -> bool:
        """Whether the dark tokens are in force."""
        if self._scheme == "system":
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._scheme == "dark"

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    def set_scheme(self, scheme: str) -> None:
        """Takes "light" or "dark"; anything else follows the system."""
        if scheme == self._scheme:
            return
        self._scheme = scheme if scheme in ("light", "dark") else "system"
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme, Qt.ColorScheme.Unknown)
        self._app.styleHints().setColorScheme(wanted)  # for what the system draws: title bar, file dialogs
        self.apply()

    def set_text_scale(self, scale: float) -> None:
        """Scales every text against the system's size, 1.0 to 2.0."""
        self.text_scale = min(max(scale, 1.0), 2.0)
        self.apply()

    def apply(self) -> None:
        """Puts colours and text sizes in force."""
        global _in_force  # noqa: PLW0603
        _in_force = self.tokens
        points = self._base_points * self.text_scale
        # It visits every widget, so it is not done for nothing.
        if self._app.palette() != (palette := _palette(self.tokens)):
            self._app.setPalette(palette)
        sizes = {"small": f"{points * 0.88:.2f}pt", "base": f"{points:.2f}pt", "large": f"{points * 1.35:.2f}pt"}
        self.style_sheet = Template(STYLE_SHEET.read_text("utf-8")).substitute(asdict(self.tokens) | sizes)
        self.changed.emit()


def tokens() -> Tokens:
    """The tokens in force, for what is painted by hand."""
    return _in_force


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two #rrggbb colours, 1 to 21, as WCAG 2.2 defines it."""

    def luminance(name: str) -> float:
        color = QColor(name)
        linear = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
            for value in (color.redF(), color.greenF(), color.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _palette(colors: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colors.window,
        QPalette.ColorRole.Base: colors.surface,
        QPalette.ColorRole.AlternateBase: colors.sunken,
        QPalette.ColorRole.Button: colors.sunken,
        QPalette.ColorRole.WindowText: colors.text,
        QPalette.ColorRole.Text: colors.text,
        QPalette.ColorRole.ButtonText: colors.text,
        QPalette.ColorRole.PlaceholderText: colors.muted,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.ToolTipBase: colors.surface,
        QPalette.ColorRole.ToolTipText: colors.text,
        QPalette.ColorRole.Link: colors.accent_text,
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.control_border))
    return palette
