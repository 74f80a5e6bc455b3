"""Checks a model's files against the hashes that are known of them, before a runtime reads them."""

from __future__ import annotations

from engine.core.errors import ModelError
from engine.platform.atomic_files import os_reason
from engine.segmentation.models import library
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.hashes import SUMS_FILE, read_sums, sha256_of
from engine.segmentation.models.model_folder import ModelFolder


def check(model: ModelFolder) -> None:
    """Compares every file whose SHA-256 is known: from the catalogue, from its download, or from `sha256sums.txt`.

    Damaged weights load without an error and show the background, so they are refused here.

    Raises:
        ModelError: A file differs, or can't be read.
    """
    description = model.deploy()
    names = [name for name in (description.model_file, description.params_file) if name]
    try:
        expected = library.recorded_hashes(model.path) | read_sums(model.path)
        if not expected:
            expected = _published_with(sha256_of(model.path / names[0]))
        changed = [name for name in names if name in expected and _differs(model, name, expected[name])]
    except OSError as error:
        raise ModelError(
            "model {model} can't be read: {reason}",
            "check its permissions",
            code="model-unreadable",
            model=model.id,
            reason=os_reason(error),
        ) from error
    except ValueError as error:
        raise _damaged(model, SUMS_FILE) from error
    if changed:
        raise _damaged(model, changed[0])


def _differs(model: ModelFolder, name: str, sha256: str) -> bool:
    return sha256_of(model.path / name) != sha256


def _published_with(network_sha256: str) -> dict[str, str]:
    """The published hashes of the catalogue entry that has this network file: its weights must be that entry's, too."""
    for entry in CATALOGUE:
        if network_sha256 in entry.sha256.values():
            return dict(entry.sha256)
    return {}


def _damaged(model: ModelFolder, name: str) -> ModelError:
    return ModelError(
        "{file} of model {model} is damaged: its SHA-256 differs from the recorded one",
        "download or import the model again",
        code="model-file-damaged",
        file=name,
        model=model.id,
    )
