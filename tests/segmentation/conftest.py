"""Models and pictures: the official ones where they are at hand, our own always."""

import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.platform import paths
from engine.segmentation import sanity
from engine.segmentation.models.model_folder import ModelFolder
from engine.segmentation.runtimes.paddle_trial import PASSED, file_hashes
from tests.conftest import SHARED, shared

OURS = paths.assets_dir() / "models" / "cyclorama-lite"
OFFICIAL = (
    "portrait_pp_humansegv2_lite_256x144",
    "portrait_pp_humansegv1_lite_398x224",
    "human_pp_humansegv1_lite_192x192",
)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """As everywhere, but beside `tmp_path`, which is searched for leftover files here."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.delenv("CYCLORAMA_MODELS", raising=False)


@pytest.fixture
def ours() -> ModelFolder:
    return ModelFolder(OURS)


@pytest.fixture(params=["cyclorama-lite", *OFFICIAL])
def model(request) -> ModelFolder:
    """Our own model and each official one."""
    return ModelFolder(OURS if request.param == "cyclorama-lite" else official(request.param))


def official(model_id: str) -> Path:
    """The folder of an official model; the test is skipped where it is not at hand."""
    return shared(f"models/{model_id}_inference_model_with_softmax")


@pytest.fixture(scope="session")
def pictures() -> list[np.ndarray]:
    """BGR images in landscape and portrait, of real persons where available, else of the demo."""
    files = [SHARED / "media" / "images" / name for name in ("portrait_heng.jpg", "portrait_shu.jpg", "human.jpg")]
    if all(file.is_file() for file in files):
        return [cv2.imread(str(file)) for file in files]
    capture = cv2.VideoCapture(str(paths.assets_dir() / "demo" / "demo.mp4"))
    _, across = capture.read()
    capture.release()
    height, width = across.shape[:2]
    left = (width - height * 9 // 16) // 2
    return [across, across[:, left : left + height * 9 // 16].copy()]


@pytest.fixture
def unchecked_answers(monkeypatch):
    """Lets the fake models load, which find red and no persons; `test_sanity` has the check."""
    check = sanity.check
    monkeypatch.setattr(sanity, "check", lambda predictor, size, answers: check(predictor, size, answers=False))


@pytest.fixture
def passed_trials(legacy, paddle3):
    """Marks the fake models as tried; `test_runtimes` covers the trial."""
    for folder in (*legacy.iterdir(), *paddle3.iterdir()):
        PASSED.put(" ".join(file_hashes(ModelFolder(folder))), folder.name)


def saved(folder: Path, legacy: bool) -> Path:
    """The fake models, saved in a subprocess: Paddle chooses its format when it is imported."""
    environment = {**os.environ, "FLAGS_enable_pir_api": "0" if legacy else "1", "GLOG_minloglevel": "2"}
    command = [sys.executable, "-W", "ignore", "-m", "tests.segmentation.fake_models", str(folder)]
    root = paths.assets_dir().parent
    done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def legacy(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("legacy"), legacy=True)


@pytest.fixture(scope="session")
def paddle3(tmp_path_factory):
    return saved(tmp_path_factory.mktemp("paddle3"), legacy=False)
