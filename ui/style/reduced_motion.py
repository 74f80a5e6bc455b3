"""Whether the person wants nothing to move in the window."""

from __future__ import annotations

import subprocess
from functools import cache

_ASK = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_ANSWER_S = 0.5


def reduced(choice: str) -> bool:
    """Whether pictures must not move.

    Args:
        choice: "reduced" or "full"; anything else follows the system.
    """
    return choice == "reduced" or (choice != "full" and system_reduces_motion())


@cache
def system_reduces_motion() -> bool:
    """Whether animations are off in the desktop's settings, where GNOME and others keep it; asked once.

    Qt 6.11 hands on contrast and colours but not this.
    """
    try:
        answer = subprocess.run(_ASK, capture_output=True, text=True, timeout=_ANSWER_S, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.strip() == "false"
