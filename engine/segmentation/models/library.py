"""The person's own models: fetched, imported, verified and removed; each appears only whole."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from engine.core.errors import ModelError, UsageError
from engine.platform import paths
from engine.segmentation.models import deploy
from engine.segmentation.models.catalogue import CATALOGUE, Entry, Variant
from engine.segmentation.models.model_folder import ModelFolder, data_folder
from engine.segmentation.models.unpack import unpack

if TYPE_CHECKING:
    from engine.segmentation.models.download import Progress

MODEL_SUFFIXES = {".yaml", ".yml", ".pdmodel", ".pdiparams", ".info", ".json", ".onnx", ".txt", ".md"}
PICTURE_SUFFIXES = {".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"}
DATA_SUFFIXES = PICTURE_SUFFIXES | {".mp4", ".avi", ".mov", ".mkv", ".txt", ".md", ".json", ".csv", ".xml"}
CHECKPOINT_SUFFIXES = {".pdparams", ".pdopt", ".yml", ".yaml", ".txt", ".md", ".log"}
MAX_MODEL_BYTES, MAX_MODEL_FILES = 1 << 30, 64
MAX_DATA_BYTES, MAX_DATA_FILES = 8 << 30, 50_000


class Trust(StrEnum):
    """How much is known of a model's files."""

    VERIFIED = "verified"
    """Their sha256 are those of the catalogue."""
    UNVERIFIED = "unverified"
    """Their sha256 are those of the day they came; nobody vouches for that day."""
    CHANGED = "changed"
    """They are no longer what came, or not what the catalogue says."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What lies in the person's data folder.

    Attributes:
        path: Its folder.
        disk_bytes: Of all its files.
    """

    path: Path
    disk_bytes: int


def place(entry: Entry, variant: Variant) -> Path:
    """The folder that a variant is put in: models where the app looks for them, the rest beside."""
    if variant is Variant.CHECKPOINT:
        return paths.data_dir() / "checkpoints" / entry.id
    if variant is Variant.FILES:
        return paths.data_dir() / "data" / entry.id
    return data_folder() / PurePosixPath(entry.paths[variant]).stem


def installed(entry: Entry) -> dict[Variant, Installed]:
    """What is here of an entry."""
    here = {variant: place(entry, variant) for variant in entry.paths}
    return {variant: Installed(path, disk_bytes(path)) for variant, path in here.items() if path.is_dir()}


def fetch(entry: Entry, variant: Variant, progress: Progress = lambda have, total: None) -> Path:
    """Downloads and unpacks a variant; what an earlier try left is continued.

    Args:
        entry: What.
        variant: Which of it.
        progress: Told as it goes; raise from it to stop, a later try goes on from there.

    Returns:
        Its folder.

    Raises:
        UsageError: There is no such variant, or it is here already.
        ModelError: It can't be had, or is not what it should be.
    """
    from engine.segmentation.models.download import download  # it takes as long to import as all the rest

    url, target = entry.url(variant), place(entry, variant)
    if target.exists():
        raise UsageError(f"{entry.id} ({variant}) is here already", f"remove it first: {target}")
    is_data = variant is Variant.FILES
    file_name = PurePosixPath(entry.paths[variant]).name
    archive = paths.data_dir() / "partial" / file_name
    first_sha256 = _read_ledger()["archives"].get(entry.paths[variant])
    sha256 = download(url, archive, first_sha256, _max_bytes(is_data), progress)
    try:
        with _appearing(target) as folder:
            if archive.suffix == ".zip":
                suffixes = {Variant.FILES: DATA_SUFFIXES, Variant.CHECKPOINT: CHECKPOINT_SUFFIXES}
                max_files = MAX_DATA_FILES if is_data else MAX_MODEL_FILES
                unpack(archive, folder, _max_bytes(is_data), max_files, suffixes.get(variant, MODEL_SUFFIXES))
                _lift_single_folder(folder)
            else:
                shutil.copyfile(archive, folder / file_name)
            if target.parent == data_folder():
                _check_model(folder, entry.sha256 if variant is Variant.SOFTMAX else {}, entry.id)
            _record(target, {} if is_data else _hashes(folder), {entry.paths[variant]: sha256})
    finally:
        archive.unlink(missing_ok=True)
    return target


def import_model(source: Path) -> ModelFolder:
    """Takes a copy of a model from a zip archive or a folder.

    Raises:
        UsageError: There is nothing at the path, or a model of that name is here already.
        ModelError: It holds no model, or what has no place in one.
    """
    if not source.exists():
        raise UsageError(f"no such file or folder: {source}", "check the name")
    name = source.resolve().name if source.is_dir() else source.stem
    if not re.fullmatch(r"\w[\w.+ -]{0,120}", name):
        raise UsageError(f"{name!r} is no name for a model", "rename it: letters, digits, _ . + -")
    target = data_folder() / name
    if target.exists():
        raise UsageError(f"a model {name} is here already", f"remove it first: {target}")
    with _appearing(target) as folder:
        if source.is_dir():
            _copy_folder(source, folder)
        else:
            unpack(source, folder, MAX_MODEL_BYTES, MAX_MODEL_FILES, MODEL_SUFFIXES)
            _lift_single_folder(folder)
        _check_model(folder, _known_sha256(name), name)
        _record(target, _hashes(folder))
    return ModelFolder(target)


def verify(folder: Path) -> Trust:
    """Compares a model's files with the catalogue's sha256, or with those of the day it came.

    Raises:
        ModelError: A file can't be read.
    """
    known = _known_sha256(folder.name)
    wanted = known or _read_ledger()["files"].get(_key(folder), {})
    try:
        changed = any(_sha256(folder / name) != sha256 for name, sha256 in wanted.items() if (folder / name).is_file())
        missing = any(not (folder / name).is_file() for name in wanted if not name.endswith(".info"))
    except OSError as error:
        raise ModelError(f"{folder} can't be read ({error.strerror})", "check its permissions") from error
    if changed or missing:
        return Trust.CHANGED
    return Trust.VERIFIED if known else Trust.UNVERIFIED


def disk_bytes(folder: Path) -> int:
    """What all files in a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def remove(folder: Path) -> None:
    """Deletes a folder of the person's data folder.

    Raises:
        UsageError: It lies elsewhere; what the app did not bring it does not delete.
        ModelError: It can't be deleted.
    """
    if folder.is_symlink() or folder.resolve().parent.parent != paths.data_dir().resolve():
        raise UsageError(f"{folder} was not put there by this app", "delete it by hand")
    try:
        with tempfile.TemporaryDirectory(dir=_workshop()) as trash:
            folder.rename(Path(trash) / folder.name)  # gone at once and whole, whatever happens next
        _record(folder, {})
    except OSError as error:
        raise ModelError(f"{folder} can't be removed ({error.strerror})", "check its permissions") from error


def _max_bytes(is_data: bool) -> int:
    return MAX_DATA_BYTES if is_data else MAX_MODEL_BYTES


def _known_sha256(folder_name: str) -> Mapping[str, str]:
    for entry in CATALOGUE:
        if PurePosixPath(entry.paths.get(Variant.SOFTMAX, "")).stem == folder_name:
            return entry.sha256
    return {}


def _check_model(folder: Path, sha256: Mapping[str, str], name: str) -> None:
    """Refuses what is no model, or not the one it is said to be."""
    if not (folder / deploy.FILE_NAME).is_file():
        raise ModelError(f"{name} holds no {deploy.FILE_NAME}", "import an inference model, as PaddleSeg exports it")
    ModelFolder(folder).deploy()
    for file, wanted in sha256.items():
        if (folder / file).is_file() and _sha256(folder / file) != wanted:
            raise ModelError(f"{file} of {name} is not the published one, its sha256 differs", "don't use it")


@contextmanager
def _appearing(target: Path) -> Iterator[Path]:
    """A folder to fill, which becomes the target in one step, or is gone."""
    try:
        with tempfile.TemporaryDirectory(dir=_workshop()) as workshop:
            folder = Path(workshop) / target.name
            folder.mkdir()
            yield folder
            target.parent.mkdir(parents=True, exist_ok=True)
            folder.rename(target)
    except OSError as error:
        raise ModelError(f"{target} can't be written ({error.strerror})", "check the disk") from error


def _workshop() -> Path:
    """Where things are made before they appear: on the same disk as the models, outside the search path."""
    folder = paths.data_dir() / "partial"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _lift_single_folder(folder: Path) -> None:
    """An archive usually holds one folder with everything in it: its contents move up."""
    contents = list(folder.iterdir())
    if len(contents) == 1 and contents[0].is_dir():
        inner = contents[0].rename(folder / ".lifted")
        for path in inner.iterdir():
            path.rename(folder / path.name)
        inner.rmdir()


def _copy_folder(source: Path, folder: Path) -> None:
    """Copies a model's plain files; no links, no folders within."""
    files = [path for path in source.iterdir() if path.suffix.lower() in MODEL_SUFFIXES]
    if len(files) > MAX_MODEL_FILES or any(path.is_symlink() or not path.is_file() for path in files):
        raise ModelError(f"{source} holds links or folders among its files", "import a plain folder")
    if sum(path.stat().st_size for path in files) > MAX_MODEL_BYTES:
        raise ModelError(f"{source} is larger than {MAX_MODEL_BYTES >> 30} GiB", "import a model only")
    for path in files:
        shutil.copyfile(path, folder / path.name)


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: _sha256(path) for path in sorted(folder.iterdir()) if path.is_file()}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _ledger_file() -> Path:
    return paths.data_dir() / "sha256.json"


def _key(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def _record(folder: Path, hashes: dict[str, str], archives: Mapping[str, str] | None = None) -> None:
    """Writes down what came with a folder; nothing where it went."""
    ledger = _read_ledger()
    ledger["archives"].update(archives or {})
    ledger["files"].pop(_key(folder), None)
    if hashes:
        ledger["files"][_key(folder)] = hashes
    partial = _ledger_file().with_suffix(".part")
    partial.write_text(json.dumps(ledger, indent=1, sort_keys=True), "utf-8")
    partial.replace(_ledger_file())


def _read_ledger() -> dict[str, dict[str, Any]]:
    """What was recorded: `archives`, sha256 by path on the server, and `files`, sha256 by name by folder."""
    try:
        document = json.loads(_ledger_file().read_text("utf-8"))
        return {part: dict(document[part]) for part in ("archives", "files")}
    except FileNotFoundError:
        return {"archives": {}, "files": {}}
    except (OSError, ValueError, TypeError, KeyError) as error:
        # Carrying on would take any change of an archive for its first download.
        raise ModelError(f"{_ledger_file()} is damaged", "delete it to trust what is downloaded next") from error
