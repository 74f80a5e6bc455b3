"""Paddle crashes on damaged models instead of refusing them, so a subprocess loads each model once first."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

from engine.core.errors import ModelError
from engine.segmentation.disk_cache import DiskCache
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.hashes import sha256_of
from engine.segmentation.models.model_folder import BUILT_IN_FOLDER, ModelFolder

log = logging.getLogger(__name__)

TRIAL_S = 120
MAX_ADDRESS_SPACE_BYTES = 16 << 30
"""Enough for any network here; a damaged shape may ask for terabytes."""
PASSED = DiskCache("paddle-trials")
REFUSED = 3
"""Exit status of a trial that ended in a `ModelError`; it prints message and hint."""


def try_in_subprocess(model: ModelFolder) -> None:
    """Loads a model and predicts once in a subprocess, unless its files are published ones or passed before.

    Raises:
        ModelError: The subprocess refused them, crashed or did not end.
    """
    if model.deploy().model_file.endswith(".onnx"):
        return  # PaddlePredictor refuses it before Paddle sees it
    hashes = file_hashes(model)
    published = {sha256 for entry in CATALOGUE for sha256 in entry.sha256.values()}
    if model.path.parent == BUILT_IN_FOLDER or published.issuperset(hashes) or PASSED.get(" ".join(hashes)):
        return
    command = [sys.executable, "-c", f"from {__name__} import main; main()", str(model.path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, errors="replace", timeout=TRIAL_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ModelError(
            "Paddle does not finish with model {model}",
            "download or import it again; it may be damaged",
            code="paddle-hangs",
            model=model.id,
        ) from error
    if done.returncode == REFUSED:
        message, hint = done.stdout.splitlines()[-2:]
        raise ModelError("{message}", "{hint}", code="paddle-refuses", message=message, hint=hint)
    if done.returncode != 0:
        log.debug("the trial of %s ended with %s: %s", model.id, done.returncode, done.stderr[-2000:])
        raise ModelError(
            "Paddle crashes on model {model}, which is damaged",
            "download or import it again",
            code="paddle-crashes",
            model=model.id,
        )
    PASSED.put(" ".join(hashes), model.id)


def file_hashes(model: ModelFolder) -> list[str]:
    """SHA-256 of a model's network and weights, the key in `PASSED`."""
    description = model.deploy()
    names = (description.model_file, description.params_file)
    return [sha256_of(model.path / name) for name in names]


def main() -> None:
    """The subprocess: loads the model whose folder is the only argument."""
    from engine.segmentation.runtimes.paddle_runtime import PaddlePredictor

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_ADDRESS_SPACE_BYTES, MAX_ADDRESS_SPACE_BYTES))
    try:
        PaddlePredictor(ModelFolder(Path(sys.argv[1])))
    except ModelError as error:
        print(error.message, error.hint, sep="\n")
        sys.exit(REFUSED)
