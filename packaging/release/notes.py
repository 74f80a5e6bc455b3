"""Prints what CHANGELOG.md says about a version.

usage: notes.py VERSION - ends with status 1 if the version has no dated section
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"


def section(version: str, text: str) -> tuple[str, str]:
    """A version's date and its text.

    Args:
        version: Such as "0.2.0".
        text: Of the changelog, in the form of Keep a Changelog.

    Raises:
        SystemExit: There is no section "## VERSION - YYYY-MM-DD", or it is empty.
    """
    pattern = rf"^## {re.escape(version)} - (\d{{4}}-\d\d-\d\d)\n(.*?)(?=^## |\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    if found is None or not found[2].strip():
        raise SystemExit(f'CHANGELOG.md has no section "## {version} - YYYY-MM-DD" with text')
    return found[1], found[2].strip()


if __name__ == "__main__":
    print(section(sys.argv[1].removeprefix("v"), CHANGELOG.read_text("utf-8"))[1])
