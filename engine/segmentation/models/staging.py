"""Unfinished models: on the same disk as the installed ones, outside the search path."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.core.errors import ModelError
from engine.platform import paths
from engine.platform.atomic_files import os_reason


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes the target in one step, or is gone.

    Raises:
        ModelError: It can't be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=staging_folder()) as workshop:
            folder = Path(workshop) / target.name
            folder.mkdir()
            yield folder
            target.parent.mkdir(parents=True, exist_ok=True)
            folder.rename(target)
    except OSError as error:
        raise ModelError(
            "{folder} can't be written ({reason})",
            "check the disk",
            code="model-not-written",
            folder=target,
            reason=os_reason(error),
        ) from error


def staging_folder() -> Path:
    """The folder for unfinished models: on the same disk as the models, outside the search path."""
    folder = paths.data_dir() / "partial"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
