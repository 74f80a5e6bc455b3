"""Paddle crashes on damaged programs instead of refusing them, so a process of its own goes first, once for each."""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path

from engine.core.errors import ModelError
from engine.segmentation.disk_cache import DiskCache
from engine.segmentation.models.catalogue import CATALOGUE
from engine.segmentation.models.model_folder import BUILT_IN_FOLDER, ModelFolder

log = logging.getLogger(__name__)

TRIAL_S = 120
MAX_ADDRESS_SPACE_BYTES = 16 << 30
"""Enough for any network here; a damaged shape may ask for terabytes."""
PASSED = DiskCache("paddle-trials")
REFUSED = 3
"""Exit status of a trial that ended in a `ModelError`, which it has printed."""


def try_apart(model: ModelFolder) -> None:
    """Has a process of its own load a model and predict, unless its files are known or passed before.

    Raises:
        ModelError: They did not pass.
    """
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
        raise ModelError(f"Paddle does not come to an end with model {model.id}", "it may be damaged") from error
    if done.returncode == REFUSED:
        raise ModelError(*done.stdout.splitlines()[-2:])
    if done.returncode != 0:
        log.debug("the trial of %s ended with %s: %s", model.id, done.returncode, done.stderr[-2000:])
        raise ModelError(f"Paddle crashes on model {model.id}, it is damaged", "get or import it again")
    PASSED.put(" ".join(hashes), model.id)


def file_hashes(model: ModelFolder) -> list[str]:
    """sha256 of a model's network and weights, by which `PASSED` knows it."""
    description = model.deploy()
    names = (description.model_file, description.params_file)
    return [hashlib.sha256((model.path / name).read_bytes()).hexdigest() for name in names]


def main() -> None:
    """The process of its own: loads the model whose folder is the one argument."""
    from engine.segmentation.runtimes.paddle_runtime import PaddlePredictor

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_ADDRESS_SPACE_BYTES, MAX_ADDRESS_SPACE_BYTES))
    try:
        PaddlePredictor(ModelFolder(Path(sys.argv[1])), tried=True)
    except ModelError as error:
        print(error.message, error.hint, sep="\n")
        sys.exit(REFUSED)
