"""Writes docs/settings.md from the settings' own declaration.

Run from the project's root:

    python docs/make_settings_reference.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from engine.core.settings import Settings, options  # noqa: E402
from engine.core.settings_file import to_plain  # noqa: E402

HEAD = """# Settings

The file is TOML, on Linux `~/.config/cyclorama/settings.toml`; profiles are files of the same form. Made by
`docs/make_settings_reference.py`.

| name | default | values | what it does |
|---|---|---|---|
"""
BACKGROUND = "none, blur:0–100, color:#RRGGBB, image:PATH, video:PATH, transparent"


def reference() -> str:
    """The page as Markdown."""
    defaults = to_plain(Settings())
    rows = []
    for name, option in options().items():
        if option.choices:
            values = ", ".join(option.choices)
        elif option.limits:
            values = "{:g} to {:g}".format(*option.limits)
        else:
            values = {"background": BACKGROUND}.get(name, "true, false" if isinstance(defaults[name], bool) else "text")
        default = str(defaults[name]).lower() if isinstance(defaults[name], bool) else defaults[name]
        rows.append(f"| `{name}` | {default} | {values} | {option.title}: {option.help} |")
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "settings.md").write_text(reference(), "utf-8")
