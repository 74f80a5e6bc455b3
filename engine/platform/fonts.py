"""Font files that have the characters of a text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ANSWER_S = 3.0
_FOLDERS = {
    "win32": ("C:/Windows/Fonts",),
    "darwin": ("/System/Library/Fonts", "/System/Library/Fonts/Supplemental", "/Library/Fonts"),
}
_LINUX_FOLDERS = (
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/TTF",
)
_FILES = (
    *("segoeui.ttf", "Helvetica.ttc", "NotoSans-Regular.ttf", "DejaVuSans.ttf", "arial.ttf"),
    *("msyh.ttc", "PingFang.ttc", "NotoSansCJK-Regular.ttc", "malgun.ttf", "YuGothM.ttc", "Arial Unicode.ttf"),
)
"""What Windows, macOS and most Linux systems bring along; the Latin ones first."""


def font_files(text: str) -> list[Path]:
    """Fonts that may have every character of a text, the likeliest first; empty where none was found.

    On Linux fontconfig is asked, which knows which font has which character. Elsewhere, and where it is missing,
    those that come with the system are listed; whether they have the characters is for the caller to try.
    """
    folders = _FOLDERS.get(sys.platform, _LINUX_FOLDERS)
    known = [path for name in _FILES for folder in folders if (path := Path(folder, name)).is_file()]
    matched = _matched(text) if sys.platform.startswith("linux") else None
    return [matched, *known] if matched else known


def _matched(text: str) -> Path | None:
    characters = sorted({f"{ord(character):x}" for character in text if not character.isspace()})
    pattern = "sans:medium:charset=" + " ".join(characters)
    try:
        done = subprocess.run(
            ["fc-match", "-f", "%{file}", pattern], capture_output=True, text=True, timeout=_ANSWER_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    path = Path(done.stdout.strip())
    return path if path.suffix.lower() in (".ttf", ".ttc", ".otf") and path.is_file() else None
