"""What the window remembers beside the engine's settings: its shape, its gallery and how it is looked at."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

_KEPT_RECENT = 8


@dataclass
class WindowState:
    """Saved as JSON; every field has a default that a new person starts with.

    Attributes:
        geometry: Qt's description of the window's place and size, as hexadecimal.
        page: Name of the page that is open.
        mirror_preview: The preview is flipped for the person alone, as in a mirror.
        overlay: Figures are shown over the preview.
        scheme: "light", "dark" or "system".
        motion: "full", "reduced" or "system": whether videos in the gallery move under the pointer.
        text_scale: 1.0 to 2.0 against the system's text size.
        language: "en", "zh_CN" or "system".
        close_to_tray: Closing the window leaves the app running in the tray.
        pause_anywhere: The desktop is asked for a key that pauses whatever program has the keyboard.
        start_minimised: The window stays in the tray at start.
        added: Pictures and videos that the person added, in order.
        hidden: File names of built-in backgrounds that the person removed.
        order: Background texts in the order that the person dragged them into.
        favourites: Background texts with a star.
        recent: Background texts, newest first.
        profile: Name of the profile in use; empty for the usual settings.
    """

    geometry: str = ""
    page: str = "backgrounds"
    mirror_preview: bool = True
    overlay: bool = False
    scheme: str = "system"
    motion: str = "system"
    text_scale: float = 1.0
    language: str = "system"
    close_to_tray: bool = False
    pause_anywhere: bool = False
    start_minimised: bool = False
    added: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    favourites: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    profile: str = ""

    def used(self, background: str) -> None:
        """Puts a background at the head of the recent ones."""
        self.recent = [background, *(item for item in self.recent if item != background)][:_KEPT_RECENT]


def load_state(path: Path) -> WindowState:
    """Reads the window's state; what is missing or of the wrong type takes its default."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return WindowState()
    if not isinstance(stored, dict):
        return WindowState()
    state = WindowState()
    for item in dataclasses.fields(WindowState):
        value, default = stored.get(item.name), getattr(state, item.name)
        if isinstance(default, list) and isinstance(value, list):
            setattr(state, item.name, [entry for entry in value if isinstance(entry, str)])
        elif type(value) is type(default) and not isinstance(default, list):
            setattr(state, item.name, value)
    return state


def save_state(state: WindowState, path: Path) -> None:
    """Writes the window's state whole or not at all.

    Raises:
        OSError: The folder can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_text(json.dumps(dataclasses.asdict(state), indent=2, ensure_ascii=False) + "\n", "utf-8")
    os.replace(beside, path)
