"""Files and folders that appear under their name whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from engine.core.errors import OutputError


def os_reason(error: OSError) -> str:
    """Why the system refused, in its own few words, such as "no space left on device"."""
    return (error.strerror or str(error)).lower()


_unfinished: set[Partial] = set()


class Partial:
    """A place to write to beside the final one; `commit` moves what was written there, in one step.

    Args:
        final: Where the file or folder shall stand in the end. A file there is replaced on `commit`; of a folder
            the caller has made sure that it may be replaced. Symbolic links are followed.
        folder: Whether it is a folder.

    Raises:
        OutputError: The surrounding folder is missing or can't be written, or the name is taken by another thing.
    """

    def __init__(self, final: Path, *, folder: bool = False) -> None:
        self.final = final.resolve()
        self.path = self.final.with_name(f".cyclorama-{secrets.token_hex(4)}.part{self.final.suffix}")
        self._folder = folder
        taken = self.final.exists() and not (self.final.is_dir() if folder else self.final.is_file())
        if taken:
            message = f"{final} exists and is not a folder" if folder else f"{final} exists and is not a file"
            raise OutputError(message, "choose another name")
        try:
            if folder:
                self.path.mkdir()
            else:
                self.path.touch(exist_ok=False)
        except OSError as error:
            raise OutputError(
                f"can't write to the folder {self.final.parent}: {os_reason(error)}", "choose another place"
            ) from error
        _unfinished.add(self)

    def commit(self) -> None:
        """Puts it under its final name, once it is safe on the disk.

        Raises:
            OutputError: That failed; nothing new stands under the final name.
        """
        try:
            for path in [*(self.path.iterdir() if self._folder else ()), self.path]:
                _sync(path)
            if self._folder and self.final.exists():
                self._replace_folder()
            else:
                os.replace(self.path, self.final)
            _unfinished.discard(self)
            _sync(self.final.parent)
        except OSError as error:
            self.discard()
            raise OutputError(f"can't write {self.final}: {os_reason(error)}", "free some space") from error

    def _replace_folder(self) -> None:
        """A folder can't be renamed over a full one: the old one steps aside first."""
        old = self.path.with_suffix(".old")
        os.replace(self.final, old)
        try:
            os.replace(self.path, self.final)
        except OSError:
            os.replace(old, self.final)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Removes what was written; nothing happens after `commit`."""
        _unfinished.discard(self)
        if self._folder:
            shutil.rmtree(self.path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                self.path.unlink(missing_ok=True)


def discard_unfinished() -> None:
    """Removes what was begun and never committed, at the process's end: its thread may have been left behind."""
    for partial in list(_unfinished):
        partial.discard()


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file's whole content, keeping what stood there until the new one is safe.

    Raises:
        OutputError: It can't be written.
    """
    partial = Partial(path)
    try:
        partial.path.write_bytes(data)
    except OSError as error:
        partial.discard()
        raise OutputError(f"can't write {path}: {os_reason(error)}", "free some space") from error
    partial.commit()


def _sync(path: Path) -> None:
    """Waits until a file, or a folder's list of names, is on the disk; Windows can't do that to a folder."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
