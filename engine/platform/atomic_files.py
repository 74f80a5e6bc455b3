"""Atomic writes: a file or folder appears under its name complete, or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from pathlib import Path

from engine.core.errors import OutputError


def os_reason(error: OSError) -> str:
    """The system's reason for an error, in lower case, such as "no space left on device"."""
    return (error.strerror or str(error)).lower()


_unfinished: set[Partial] = set()


class Partial:
    """A temporary file or folder beside the final one; `commit` renames it to the final name in one step.

    Args:
        final: The final path. `commit` replaces a file or folder there: the caller makes sure that a folder may be
            replaced. Symbolic links are followed.
        folder: Whether it is a folder.
        private: Whether only its owner may read it, from the first byte on.

    Raises:
        OutputError: The parent folder is missing or not writable, or the name belongs to another kind of file.
    """

    def __init__(self, final: Path, *, folder: bool = False, private: bool = False) -> None:
        self.final = final.resolve()
        self.path = self.final.with_name(f".cyclorama-{secrets.token_hex(4)}.part{self.final.suffix}")
        self._folder = folder
        taken = self.final.exists() and not (self.final.is_dir() if folder else self.final.is_file())
        if taken:
            code = "not-a-folder" if folder else "not-a-file"
            message = "{path} exists and is not a folder" if folder else "{path} exists and is not a file"
            raise OutputError(message, "choose another name", code=code, path=final)
        try:
            if folder:
                self.path.mkdir()
            else:
                self.path.touch(0o600 if private else 0o666, exist_ok=False)
        except OSError as error:
            raise OutputError(
                "can't write to the folder {path}: {reason}",
                "choose another place",
                code="folder-not-writable",
                path=self.final.parent,
                reason=os_reason(error),
            ) from error
        _unfinished.add(self)

    def commit(self) -> None:
        """Syncs it to the disk and renames it to its final name.

        Raises:
            OutputError: That failed; the final name is unchanged.
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
            raise _write_error(self.final, error) from error

    def _replace_folder(self) -> None:
        """Moves the old folder aside first: a folder can't be renamed over one that is not empty."""
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
    """Removes files and folders that were never committed; called as the process ends, when their threads may hang."""
    for partial in list(_unfinished):
        partial.discard()


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Writes a complete file; the old content stays until the new one is on the disk.

    Args:
        path: Of the file.
        data: Its content.
        private: Whether only its owner may read it.

    Raises:
        OutputError: It can't be written.
    """
    partial = Partial(path, private=private)
    try:
        partial.path.write_bytes(data)
    except OSError as error:
        partial.discard()
        raise _write_error(path, error) from error
    partial.commit()


def delete_file(path: Path) -> None:
    """Deletes a file; nothing happens where there is none.

    Args:
        path: Of the file.

    Raises:
        OutputError: It can't be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            "can't delete {path}: {reason}",
            "delete it yourself",
            code="file-not-deleted",
            path=path,
            reason=os_reason(error),
        ) from error


def _write_error(path: Path, error: OSError) -> OutputError:
    return OutputError(
        "can't write {path}: {reason}", "free some space", code="file-not-written", path=path, reason=os_reason(error)
    )


def _sync(path: Path) -> None:
    """Waits until a file or a folder's entries are on the disk; Windows can't sync a folder."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
