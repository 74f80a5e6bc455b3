"""Settings kept under a name, such as "work" and "evening"."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import UsageError
from engine.platform.paths import data_dir


def profiles_dir() -> Path:
    """Where profiles are kept, each a settings file; not made here."""
    return data_dir() / "profiles"


def profile_path(name: str) -> Path:
    """The file of a profile.

    Raises:
        UsageError: The name could lead out of the folder.
    """
    if not name.strip() or name.startswith(".") or any(letter in name for letter in '/\\:*?"<>|'):
        raise UsageError(
            "profile names can't be empty, start with a dot or contain / \\ : * ? \" < > |", code="profile-name"
        )
    return profiles_dir() / f"{name}.toml"


def delete_profile(name: str) -> None:
    """Forgets a profile; no harm if there is none.

    Raises:
        UsageError: The name could lead out of the folder.
    """
    profile_path(name).unlink(missing_ok=True)


def profile_names() -> list[str]:
    """Every profile that is kept, by name."""
    return sorted(path.stem for path in profiles_dir().glob("*.toml"))
