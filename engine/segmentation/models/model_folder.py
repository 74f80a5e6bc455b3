"""Finds models: folders with a deploy.yaml along a search path."""

from __future__ import annotations

import dataclasses
import os
import re
from dataclasses import dataclass
from pathlib import Path

from engine.core.errors import ModelError, UsageError
from engine.platform import paths
from engine.platform.invocation import PROGRAM
from engine.segmentation.models import deploy
from engine.segmentation.models.catalogue import CATALOGUE

ENVIRONMENT_VARIABLE = "CYCLORAMA_MODELS"
BUILT_IN_FOLDER = paths.assets_dir() / "models"
PREFERRED_IDS = ("portrait_pp_humansegv2_lite_256x144", "cyclorama-lite")
"""Portrait models, the best first."""
WHOLE_BODY_IDS = (
    "human_pp_humansegv1_server_512x512",
    "human_pp_humansegv2_mobile_192x192",
    "human_pp_humansegv2_lite_192x192",
    "human_pp_humansegv1_mobile_192x192",
    "portrait_pp_humansegv2_lite_256x144",
    "human_pp_humansegv1_lite_192x192",
    "cyclorama-lite",
)
"""Models for whole bodies and several persons, by mIoU on mini Supervisely: the general ones as published (96.5, 93.1,
92.5, 91.6, 86.0), the others (90.6, 85.4) as `evaluate` measures them on 254 of its images, where V1-Lite general
has 84.8."""
_ENDING = re.compile(r"_inference_model(_with_softmax)?$")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that holds a model; its files are not checked yet.

    Attributes:
        path: The folder.
    """

    path: Path

    @property
    def id(self) -> str:
        """The folder's name without `_inference_model` or `_inference_model_with_softmax`."""
        return _ENDING.sub("", self.path.name)

    def deploy(self) -> deploy.Deploy:
        """Its description, read now.

        Raises:
            ModelError: It is missing or invalid, or a file that it names is missing.
        """
        description = deploy.read_deploy(self.path)
        paddle3_file = Path(description.model_file).with_suffix(".json")
        if not (self.path / description.model_file).exists() and (self.path / paddle3_file).is_file():
            # PaddleSeg's exporter names model.pdmodel whatever Paddle 3 has saved.
            description = dataclasses.replace(description, model_file=paddle3_file.name)
        for name in filter(None, (description.model_file, description.params_file)):
            if not (self.path / name).is_file():
                raise ModelError(
                    "model {model} lacks its file {file}",
                    "download or import the model again",
                    code="model-file-missing",
                    model=self.id,
                    file=name,
                )
        return description


def data_folder() -> Path:
    """Where `models get` and `models import` put models; may not exist yet."""
    return paths.data_dir() / "models"


def search_path() -> list[Path]:
    """Folders of model folders, most important first."""
    chosen = os.environ.get(ENVIRONMENT_VARIABLE)
    return [*([Path(chosen)] if chosen else []), data_folder(), BUILT_IN_FOLDER]


def available_models() -> list[ModelFolder]:
    """One folder per model id, the one that `find_model` would take, sorted by id."""
    found: dict[str, ModelFolder] = {}
    for folder in _all_folders():
        found.setdefault(folder.id, folder)
    return sorted(found.values(), key=lambda folder: folder.id)


def find_model(name_or_path: str) -> ModelFolder:
    """Finds a model by path, by folder name or by id; `auto` takes the best portrait model on the search path.

    Args:
        name_or_path: A model's folder or its deploy.yaml; or a name looked up along `search_path()`. Of two
            variants of one id in one folder, the one that answers probabilities is taken.

    Raises:
        UsageError: There is no such model.
        ModelError: `auto` finds no model at all.
    """
    path = Path(name_or_path)
    if path.name == deploy.FILE_NAME and path.is_file():
        path = path.parent
    if (path / deploy.FILE_NAME).is_file():
        return ModelFolder(path.resolve())
    folders = _all_folders()
    if name_or_path == "auto":
        if not folders:
            raise ModelError(
                "no model is installed",
                "download one with: {program} models get {model}",
                code="no-model",
                program=PROGRAM,
                model=PREFERRED_IDS[0],
            )
        return min(folders, key=lambda folder: _rank(folder, PREFERRED_IDS))
    for folder in folders:
        if name_or_path in (folder.id, folder.path.name):
            return folder
    if any(name_or_path == entry.id for entry in CATALOGUE):
        raise UsageError(
            "model {model} is not installed",
            "download it with: {program} models get {model}",
            code="model-not-installed",
            model=name_or_path,
            program=PROGRAM,
        )
    raise UsageError(
        "there is no model '{model}'",
        "installed are: {installed}; {program} models lists all",
        code="model-unknown",
        model=name_or_path,
        installed=", ".join(sorted({folder.id for folder in folders})) or "none",
        program=PROGRAM,
    )


def candidate_models(whole_bodies: bool) -> list[ModelFolder]:
    """The models that `auto` chooses among while it runs, the best first; the last one is what `find_model` returns.

    Args:
        whole_bodies: Whether whole bodies or several persons are in view; then the general models that are better at
            that come first.
    """
    folders = _all_folders()
    portrait = min(folders, key=lambda folder: _rank(folder, PREFERRED_IDS), default=None)
    if portrait is None:
        return []
    least = _rank(portrait, WHOLE_BODY_IDS)
    better = [each for each in folders if whole_bodies and _rank(each, WHOLE_BODY_IDS) < least]
    return [*sorted(better, key=lambda folder: _rank(folder, WHOLE_BODY_IDS)), portrait]


def _rank(folder: ModelFolder, ids: tuple[str, ...]) -> int:
    return ids.index(folder.id) if folder.id in ids else len(ids)


def _all_folders() -> list[ModelFolder]:
    """Every model folder along the search path; within one folder probabilities come before labels."""
    folders: list[ModelFolder] = []
    for place in search_path():
        here = [ModelFolder(file.parent.resolve()) for file in place.glob(f"*/{deploy.FILE_NAME}")]
        folders += sorted(here, key=lambda folder: (folder.path.name.endswith("_inference_model"), folder.path.name))
    return folders
