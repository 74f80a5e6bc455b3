"""The user's models: downloaded, imported, verified and removed; each appears only whole."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from engine.core.errors import ModelError, UsageError
from engine.platform import paths
from engine.platform.atomic_files import os_reason
from engine.segmentation.models import deploy
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.catalogue_entry import Entry, Variant
from engine.segmentation.models.hashes import sha256_of
from engine.segmentation.models.ledger import key_of, read_ledger, record
from engine.segmentation.models.model_folder import ModelFolder, data_folder
from engine.segmentation.models.staging import appearing, staging_folder
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
    """Whether a model's files are known to be right."""

    VERIFIED = "verified"
    """Their SHA-256 are those of the catalogue."""
    UNVERIFIED = "unverified"
    """Their SHA-256 are those recorded when they were installed; the catalogue holds none."""
    CHANGED = "changed"
    """They differ from what was installed or published."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A folder of the user's data folder.

    Attributes:
        path: Its folder.
        disk_bytes: Of all its files.
    """

    path: Path
    disk_bytes: int


def place(entry: Entry, variant: Variant) -> Path:
    """The folder of a variant: models on the search path, checkpoints and sample sets beside it."""
    if variant is Variant.CHECKPOINT:
        return paths.data_dir() / "checkpoints" / entry.id
    if variant is Variant.FILES:
        return paths.data_dir() / "data" / entry.id
    return data_folder() / PurePosixPath(entry.paths[variant]).stem


def installed(entry: Entry) -> dict[Variant, Installed]:
    """The installed variants of an entry."""
    folders = {variant: place(entry, variant) for variant in entry.paths}
    return {variant: Installed(path, disk_bytes(path)) for variant, path in folders.items() if path.is_dir()}


def fetch(entry: Entry, variant: Variant, progress: Progress = lambda have, total: None) -> Path:
    """Downloads and unpacks a variant, continuing an earlier attempt.

    Args:
        entry: The model or sample set.
        variant: The variant of it.
        progress: Called as bytes arrive; an exception from it stops the download, and a later call continues it.

    Returns:
        Its folder.

    Raises:
        UsageError: There is no such variant, or it is installed already.
        ModelError: The download failed, or the files are not the published ones.
    """
    from engine.segmentation.models.download import (
        download,  # imports requests, which takes longer than everything else here
    )

    url, target = entry.url(variant), place(entry, variant)
    if target.exists():
        raise UsageError(
            "{model} ({variant}) is installed already",
            "remove it first: {folder}",
            code="variant-installed",
            model=entry.id,
            variant=variant,
            folder=target,
        )
    is_data = variant is Variant.FILES
    file_name = PurePosixPath(entry.paths[variant]).name
    archive = paths.data_dir() / "partial" / file_name
    first_sha256 = read_ledger()["archives"].get(entry.paths[variant])
    sha256 = download(url, archive, first_sha256, _max_bytes(is_data), progress)
    try:
        with appearing(target) as folder:
            if archive.suffix == ".zip":
                suffixes = {Variant.FILES: DATA_SUFFIXES, Variant.CHECKPOINT: CHECKPOINT_SUFFIXES}
                max_files = MAX_DATA_FILES if is_data else MAX_MODEL_FILES
                unpack(archive, folder, _max_bytes(is_data), max_files, suffixes.get(variant, MODEL_SUFFIXES))
                _lift_single_folder(folder)
            else:
                shutil.copyfile(archive, folder / file_name)
            if target.parent == data_folder():
                _check_model(folder, entry.sha256 if variant is Variant.SOFTMAX else {}, entry.id)
            record(target, {} if is_data else _hashes(folder), {entry.paths[variant]: sha256})
    finally:
        archive.unlink(missing_ok=True)
    return target


def import_model(source: Path) -> ModelFolder:
    """Copies a model from a zip archive or a folder.

    Raises:
        UsageError: There is nothing at the path, or a model of that name is installed already.
        ModelError: It holds no model, or files that don't belong to one.
    """
    if not source.exists():
        raise UsageError("there is no file or folder {path}", "check the name", code="import-not-found", path=source)
    name = source.resolve().name if source.is_dir() else source.stem
    if not re.fullmatch(r"\w[\w.+ -]{0,120}", name):
        raise UsageError(
            "'{name}' is not a valid model name",
            "rename it: letters, digits, _ . + -",
            code="model-name-invalid",
            name=name,
        )
    target = data_folder() / name
    if target.exists():
        raise UsageError(
            "a model {model} is installed already",
            "remove it first: {folder}",
            code="model-installed",
            model=name,
            folder=target,
        )
    with appearing(target) as folder:
        if source.is_dir():
            _copy_folder(source, folder)
        else:
            unpack(source, folder, MAX_MODEL_BYTES, MAX_MODEL_FILES, MODEL_SUFFIXES)
            _lift_single_folder(folder)
        _check_model(folder, _known_sha256(name), name)
        record(target, _hashes(folder))
    return ModelFolder(target)


def verify(folder: Path) -> Trust:
    """Compares a model's files with the catalogue's SHA-256, or with those recorded when it was installed.

    Raises:
        ModelError: A file can't be read.
    """
    known = _known_sha256(folder.name)
    wanted = known or read_ledger()["files"].get(key_of(folder), {})
    try:
        changed = any(
            sha256_of(folder / name) != sha256 for name, sha256 in wanted.items() if (folder / name).is_file()
        )
        missing = any(not (folder / name).is_file() for name in wanted if not name.endswith(".info"))
    except OSError as error:
        raise ModelError(
            "{folder} can't be read ({reason})",
            "check its permissions",
            code="model-folder-unreadable",
            folder=folder,
            reason=os_reason(error),
        ) from error
    if changed or missing:
        return Trust.CHANGED
    return Trust.VERIFIED if known else Trust.UNVERIFIED


def recorded_hashes(folder: Path) -> dict[str, str]:
    """SHA-256 by file name that is known of a model's folder: published, or recorded when it was installed.

    Raises:
        ModelError: The record is damaged, and the model is an installed one.
    """
    if known := _known_sha256(folder.name):
        return dict(known)
    return dict(read_ledger()["files"].get(key_of(folder), {})) if folder.parent == data_folder().resolve() else {}


def disk_bytes(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def remove(folder: Path) -> None:
    """Deletes a folder of the user's data folder.

    Raises:
        UsageError: It is elsewhere; the app deletes only what it installed.
        ModelError: It can't be deleted.
    """
    if folder.is_symlink() or folder.resolve().parent.parent != paths.data_dir().resolve():
        raise UsageError(
            "{folder} was not installed by this app", "delete it by hand", code="model-not-ours", folder=folder
        )
    try:
        with tempfile.TemporaryDirectory(dir=staging_folder()) as trash:
            folder.rename(Path(trash) / folder.name)  # one step, so that no half of it stays
        record(folder, {})
    except OSError as error:
        raise ModelError(
            "{folder} can't be removed ({reason})",
            "check its permissions",
            code="model-not-removed",
            folder=folder,
            reason=os_reason(error),
        ) from error


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
        raise ModelError(
            "{model} holds no {file}",
            "import an inference model, as PaddleSeg exports it",
            code="model-without-deploy",
            model=name,
            file=deploy.FILE_NAME,
        )
    ModelFolder(folder).deploy()
    for file, wanted in sha256.items():
        if (folder / file).is_file() and sha256_of(folder / file) != wanted:
            raise ModelError(
                "{file} of {model} is not the published one: its SHA-256 differs",
                "don't use it",
                code="model-hash",
                file=file,
                model=name,
            )


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
        raise ModelError(
            "{folder} holds links or folders among its files",
            "import a plain folder",
            code="import-not-plain",
            folder=source,
        )
    if sum(path.stat().st_size for path in files) > MAX_MODEL_BYTES:
        raise ModelError(
            "{folder} is larger than {limit} GiB",
            "import a model only",
            code="import-too-large",
            folder=source,
            limit=MAX_MODEL_BYTES >> 30,
        )
    for path in files:
        shutil.copyfile(path, folder / path.name)


def _hashes(folder: Path) -> dict[str, str]:
    return {path.name: sha256_of(path) for path in sorted(folder.iterdir()) if path.is_file()}
