"""From pictures to a model that the app runs: the whole way, by the program's own commands."""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.media.colour_formats import to_bgr
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.sources.synthetic import SyntheticSource
from tests.conftest import ROOT

BUILT_IN = ROOT / "assets" / "models" / "cyclorama-lite"
RECIPE = "cyclorama_lite"
STEP = ("--batch_size", 4, "--log_iters", 1, "--keep_checkpoint_max", 2)

pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec("paddleseg") is None, reason="PaddleSeg (the train extra) is missing"),
    pytest.mark.timeout(600),
]


def cyclorama(*arguments: object, launcher: tuple[object, ...] = ()) -> str:
    """Runs a command of the program, through a launcher if one is given, and answers what it printed."""
    done = subprocess.run(
        [sys.executable, *map(str, (*launcher, ROOT / "main.py", *arguments))],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=os.environ | {"OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen pictures of drawn persons whose masks are known, as a data set."""
    folder = tmp_path_factory.mktemp("training")
    for part in ("images", "masks"):
        (folder / part).mkdir()
    for number in range(16):
        source = SyntheticSource(size=(320, 180), seed=number)
        source.open()
        frame = source.read()
        assert frame is not None
        cv2.imwrite(str(folder / "images" / f"{number}.png"), to_bgr(frame.image))
        cv2.imwrite(str(folder / "masks" / f"{number}.png"), source.true_alpha(frame.seq))
        source.close()
    cyclorama("dataset", "--images", folder / "images", "--masks", folder / "masks", "--val_share", 0.25,
              "--save_dir", folder / "data")  # fmt: skip
    return folder / "data"


@pytest.fixture(scope="module")
def trained(data: Path) -> Path:
    """A run of four iterations from the built-in weights, then two more from its checkpoint."""
    out = data.parent / "output"
    common = ("train", "--config", RECIPE, "--dataset_root", data, "--save_dir", out, *STEP)
    cyclorama(*common, "--weights", BUILT_IN, "--iters", 4, "--save_interval", 2)
    cyclorama(*common, "--resume_model", out / "iter_4", "--iters", 6, "--save_interval", 2)
    return out


def test_resume_goes_on_and_keeps_the_best(trained: Path) -> None:
    assert sorted(path.name for path in trained.iterdir() if path.is_dir()) == ["best_model", "iter_4", "iter_6"]
    with (trained / "scalars.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert [int(row[0]) for row in rows if row[1] == "loss"] == [1, 2, 3, 4, 5, 6]
    scores = {int(row[0]): float(row[2]) for row in rows if row[1] == "mIoU"}
    assert sorted(scores) == [0, 2, 4, 6]
    progress = json.loads((trained / "iter_6" / "progress.json").read_text())
    assert progress["best_miou"] == pytest.approx(max(scores.values()))
    assert scores[progress["best_iter"]] == progress["best_miou"]
    assert cv2.imread(str(trained / "curves.png")) is not None


def test_trained_model_renders(trained: Path, data: Path, tmp_path: Path) -> None:
    """Export, then evaluate and render with what came out, on both of its formats."""
    model = tmp_path / "model"
    said = cyclorama("export", "--config", RECIPE, "--model_path", trained / "best_model" / "model.pdparams",
                     "--save_dir", model)  # fmt: skip
    assert float(re.findall(r"differ by (\S+) at most", said)[0]) < 1e-4
    scores = {}
    for name, folder, runtime in (("paddle", model, "paddle"), ("onnx", model / "onnx", "openvino")):
        report = tmp_path / f"{name}.json"
        cyclorama("evaluate", data, "--model", folder, "--runtime", runtime, "--json", report)
        scores[name] = json.loads(report.read_text())["scores"]
    assert scores["paddle"] == pytest.approx(scores["onnx"], abs=1e-3)

    picture, before = tmp_path / "picture.png", cv2.imread(str(next((data / "images").iterdir())))
    cv2.imwrite(str(picture), before)
    cyclorama("render", picture, tmp_path / "out.png", "--model", model / "onnx", "--background", "color:#00FF00")
    after = cv2.imread(str(tmp_path / "out.png"))
    assert after.shape == before.shape
    assert np.abs(after.astype(int) - (0, 255, 0)).max(axis=2).min() < 30  # some of the background is replaced


def test_released_weights_come_through_unchanged(tmp_path: Path) -> None:
    """.pdiparams into the network and out as ONNX: the same mask as the released file gives."""
    cyclorama("export", "--config", RECIPE, "--model_path", BUILT_IN, "--save_dir", tmp_path / "again")
    picture = np.random.default_rng(0).integers(0, 256, (144, 256, 3), np.uint8)
    masks = []
    for folder in (BUILT_IN, tmp_path / "again" / "onnx"):
        predictor = load_predictor(find_model(str(folder)), "openvino", "f32")
        masks.append(predictor.predict(picture).copy())
        predictor.close()
    assert np.abs(masks[0] - masks[1]).max() < 1e-4


def test_damaged_release_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(BUILT_IN, damaged)
    params = damaged / "model.pdiparams"
    params.write_bytes(params.read_bytes()[:-100])
    with pytest.raises(AssertionError, match="holds no whole released model"):
        cyclorama("export", "--config", RECIPE, "--model_path", damaged, "--save_dir", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_two_processes_train_one_model(data: Path, tmp_path: Path) -> None:
    """paddle.distributed.launch on two CPU processes over gloo."""
    launcher = ("-m", "paddle.distributed.launch", "--nproc_per_node", 2, "--backend", "gloo", "--log_dir", tmp_path)
    said = cyclorama("train", "--config", RECIPE, "--dataset_root", data, "--save_dir", tmp_path / "out",
                     "--weights", BUILT_IN, "--iters", 2, "--save_interval", 2, *STEP, launcher=launcher)  # fmt: skip
    assert "best mIoU" in said
    assert "Done at iter 2" in (tmp_path / "workerlog.1").read_text()
    assert (tmp_path / "out" / "iter_2" / "model.pdparams").is_file()


def test_predictions_have_the_pictures_sizes(trained: Path, data: Path, tmp_path: Path) -> None:
    cyclorama("predict", "--config", RECIPE, "--model_path", trained / "best_model" / "model.pdparams",
              "--image_path", data / "images", "--save_dir", tmp_path)  # fmt: skip
    labels = [cv2.imread(str(path), cv2.IMREAD_UNCHANGED) for path in (tmp_path / "pseudo_color_prediction").iterdir()]
    assert len(labels) == len(list((tmp_path / "added_prediction").iterdir())) == 16
    assert all(label.shape == (180, 320) and set(np.unique(label)) <= {0, 1} for label in labels)
