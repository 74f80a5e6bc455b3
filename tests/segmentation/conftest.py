"""Models and pictures: the official ones where they are at hand, our own always."""

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.segmentation.model_folder import ModelFolder

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CYCLORAMA_SHARED", ROOT.parent / "shared"))
OURS = ROOT / "assets" / "models" / "cyclorama-lite"
OFFICIAL = (
    "portrait_pp_humansegv2_lite_256x144_inference_model_with_softmax",
    "portrait_pp_humansegv1_lite_398x224_inference_model_with_softmax",
    "human_pp_humansegv1_lite_192x192_inference_model_with_softmax",
)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Nobody's data folder is read or written."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.delenv("CYCLORAMA_MODELS", raising=False)


@pytest.fixture
def ours() -> ModelFolder:
    return ModelFolder(OURS)


@pytest.fixture(params=["cyclorama-lite", *OFFICIAL])
def model(request) -> ModelFolder:
    """Our own model and each official one."""
    if request.param == "cyclorama-lite":
        return ModelFolder(OURS)
    folder = SHARED / "models" / request.param
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here; cyclorama-lite covers the path")
    return ModelFolder(folder)


@pytest.fixture(scope="session")
def pictures() -> list[np.ndarray]:
    """BGR pictures across and upright, of real people where they are at hand."""
    files = [SHARED / "media" / "images" / name for name in ("portrait_heng.jpg", "portrait_shu.jpg", "human.jpg")]
    if all(file.is_file() for file in files):
        return [cv2.imread(str(file)) for file in files]
    across = np.zeros((360, 640, 3), np.uint8)
    across[:] = np.linspace(60, 200, 640, dtype=np.uint8)[:, np.newaxis]
    cv2.ellipse(across, (320, 330), (150, 120), 0, 0, 360, (90, 60, 40), -1)
    cv2.ellipse(across, (320, 150), (60, 80), 0, 0, 360, (140, 170, 220), -1)
    return [across, cv2.rotate(across, cv2.ROTATE_90_CLOCKWISE)]


@pytest.fixture
def official():
    """The folder of an official model by its id; the test is skipped where it is not at hand."""

    def find(model_id: str) -> Path:
        folder = SHARED / "models" / f"{model_id}_inference_model_with_softmax"
        if not folder.is_dir():
            pytest.skip(f"{folder} is not here; stand-ins cover the path")
        return folder

    return find
