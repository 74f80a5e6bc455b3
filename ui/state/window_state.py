"""What the window remembers beside the engine's settings: its shape, its gallery and how it is looked at."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from engine.platform.atomic_files import write_atomically

_KEPT_RECENT = 8


@dataclass
class WindowState:
    """Saved as JSON; every field has a default that a new person starts with.

    Attributes:
        geometry: Qt's description of the window's place and size, as hexadecimal.
        page: Name of the page that is open.
        panel_open: The page is shown beside the picture.
        mirror_preview: The preview is flipped for the person alone, as in a mirror.
        overlay: Figures are shown over the preview.
        scheme: "light", "dark" or "system".
        motion: "full", "reduced" or "system": whether videos in the gallery move under the pointer.
        text_scale: 1.0 to 2.0 against the system's text size.
        language: A locale's name such as "de", or "system".
        on_close: What closing the window does: "ask" while others see the picture, "tray" or "quit".
        start_on_launch: The virtual camera opens as soon as the app starts.
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
    panel_open: bool = True
    mirror_preview: bool = True
    overlay: bool = False
    scheme: str = "system"
    motion: str = "system"
    text_scale: float = 1.0
    language: str = "system"
    on_close: str = "ask"
    start_on_launch: bool = False
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


@dataclass(frozen=True, slots=True)
class LoadedState:
    """The window's state, read from a file.

    Attributes:
        state: What is missing or of the wrong type has its default.
        kept_aside: Where a file that could not be read was moved; None if there was none.
    """

    state: WindowState
    kept_aside: Path | None = None


def load_state(path: Path) -> LoadedState:
    """Reads the window's state; a file that is damaged is kept beside it as `NAME.broken`."""
    try:
        stored = json.loads(path.read_text("utf-8"))
        if not isinstance(stored, dict):
            raise ValueError("no object")
    except FileNotFoundError:
        return LoadedState(WindowState())
    except (OSError, ValueError):
        aside = path.with_name(path.name + ".broken")
        try:
            os.replace(path, aside)
        except OSError:
            aside = path
        return LoadedState(WindowState(), aside)
    state = WindowState()
    for item in dataclasses.fields(WindowState):
        value, default = stored.get(item.name), getattr(state, item.name)
        if isinstance(default, list) and isinstance(value, list):
            setattr(state, item.name, [entry for entry in value if isinstance(entry, str)])
        elif type(value) is type(default) and not isinstance(default, list):
            setattr(state, item.name, value)
    if stored.get("close_to_tray") is True and "on_close" not in stored:  # as earlier versions wrote it
        state.on_close = "tray"
    return LoadedState(state)


def save_state(state: WindowState, path: Path) -> None:
    """Writes the window's state whole or not at all.

    Raises:
        OutputError: The folder can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, (json.dumps(dataclasses.asdict(state), indent=2, ensure_ascii=False) + "\n").encode())
