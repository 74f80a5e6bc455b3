"""Folders of the project's own files and of the user's."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP_NAME = "cyclorama"


def assets_dir() -> Path:
    """Icons, backgrounds, the demo clip and the built-in model."""
    return Path(__file__).resolve().parents[2] / "assets"


def data_dir() -> Path:
    """The user's models and backgrounds. Not created here."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def cache_dir() -> Path:
    """Files that can be computed again. Not created here."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def settings_path() -> Path:
    """The settings file."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.toml"
