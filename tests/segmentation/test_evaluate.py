import json

import cv2
import numpy as np
import pytest

import main
from engine.core.errors import UsageError
from engine.segmentation.evaluation.pairs import find_pairs
from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import ModelFolder
from tests.conftest import shared
from tests.segmentation.conftest import OFFICIAL, OURS, official
from tests.segmentation.fake_models import SLOPE


def write(path, picture):
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), picture)


@pytest.fixture
def portraits(tmp_path, pictures):
    """A data set in PaddleSeg's form; what our own model answers is its truth."""
    predictor = load_predictor(ModelFolder(OURS))
    lines = []
    for number, picture in enumerate(pictures):
        height, width = picture.shape[:2]
        small = cv2.resize(picture, predictor.input_size((width, height)), interpolation=cv2.INTER_AREA)
        mask = cv2.resize(predictor.predict(small), (width, height)) > 0.5
        write(tmp_path / f"set/images/{number}.png", picture)
        write(tmp_path / f"set/masks/{number}.png", mask.astype(np.uint8))
        lines.append(f"images/{number}.png masks/{number}.png")
    (tmp_path / "set/val.txt").write_text("\n".join(lines))
    return tmp_path / "set"


def test_masks_are_scored_in_a_table_json_and_a_page(portraits, tmp_path, capsys):
    command = ["evaluate", str(portraits), "--model", "cyclorama-lite", "--worst", str(tmp_path / "worst.html")]
    assert main.main([*command, "--json", str(tmp_path / "scores.json")]) == 0
    table = capsys.readouterr().out
    measured = json.loads((tmp_path / "scores.json").read_text())
    assert set(measured["scores"]) == {"mIoU", "person IoU", "accuracy", "kappa", "Dice"}
    assert measured["scores"]["mIoU"] > 0.97, "the truth is the model's own answer"
    assert f"{measured['scores']['mIoU']:.4f}" in table
    assert measured["model"] == "cyclorama-lite"
    assert len(measured["by_picture"]) == measured["pictures"] == len(find_pairs(portraits))
    page = (tmp_path / "worst.html").read_text()
    assert page.count("<img") == measured["pictures"]
    worst = min(measured["by_picture"], key=measured["by_picture"].get)
    assert page.index(worst) == min(page.index(name) for name in measured["by_picture"])


def test_mattes_and_clips_have_their_own_figures(tmp_path, pictures, capsys):
    for number in range(3):
        picture = cv2.resize(pictures[0], (160, 96))
        write(tmp_path / f"set/images/{number}.png", picture)
        alpha = np.zeros((96, 160), np.uint8)
        cv2.circle(alpha, (80, 60), 30, 255, -1)
        write(tmp_path / f"set/alpha/{number}.png", cv2.GaussianBlur(alpha, (9, 9), 0))
    assert main.main(["evaluate", str(tmp_path / "set"), "--model", "cyclorama-lite", "--clip", "--json", "-"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    assert set(scores) == {"SAD", "MSE", "Grad", "Conn", "dtSSD"}
    assert scores["dtSSD"] == 0, "the same picture three times"
    assert scores["SAD"] > 0


def test_a_model_that_needs_a_trimap_is_scored_where_the_alpha_is_fractional(tmp_path, legacy, capsys):
    """The fake model answers a half of its trimap's grey for red, which the true alpha is too."""
    picture = np.full((96, 160, 3), 0, np.uint8)
    picture[..., 2] = 255
    alpha = np.zeros((96, 160), np.uint8)
    alpha[:, 80:], alpha[:, 79] = 255, 128
    write(tmp_path / "set/images/a.png", picture)
    write(tmp_path / "set/alpha/a.png", alpha)
    assert main.main(["evaluate", str(tmp_path / "set"), "--model", str(legacy / "dim-vgg16"), "--json", "-"]) == 0
    scores = json.loads(capsys.readouterr().out)["scores"]
    half = 128 / 255 / (1 + np.exp(-SLOPE))
    wrong = 96 * (25 * half + 25 * (1 - half) + abs(128 / 255 - half)) / 1000
    assert scores["SAD"] == pytest.approx(wrong, rel=0.02), "51 columns around the edge, and no other"


def test_a_clip_has_one_size(tmp_path, pictures, capsys):
    for number, size in enumerate(((160, 96), (96, 160))):
        write(tmp_path / f"set/images/{number}.png", cv2.resize(pictures[0], size))
        write(tmp_path / f"set/masks/{number}.png", np.ones(size[::-1], np.uint8))
    assert main.main(["evaluate", str(tmp_path / "set"), "--model", "cyclorama-lite", "--clip"]) == 2
    assert "differs in size" in capsys.readouterr().err


def test_bad_data_sets_are_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="is no data set"):
        find_pairs(tmp_path / "empty")
    (tmp_path / "val.txt").write_text("a.jpg b.png\n")
    with pytest.raises(UsageError, match="line 1: there is no"):
        find_pairs(tmp_path)
    assert main.main(["evaluate", str(tmp_path / "nothing")]) == 2
    write(tmp_path / "images/a.png", np.zeros((8, 8, 3), np.uint8))
    write(tmp_path / "masks/a.png", np.zeros((8, 8), np.uint8))
    (tmp_path / "val.txt").write_text("images/a.png masks/a.png\n")
    (tmp_path / "images/a.png").write_bytes(b"no picture")
    assert main.main(["evaluate", str(tmp_path)]) == 1
    assert all(line.startswith("cyclorama: ") for line in capsys.readouterr().err.splitlines())


@pytest.mark.parametrize("model_id", OFFICIAL)
def test_official_masks_are_those_of_paddle_inference(model_id):
    """On real persons the two runtimes decide alike in at least 99.99 % of pixels."""
    data = find_pairs(shared("data/portraits"))
    ours, reference = (load_predictor(ModelFolder(official(model_id)), name) for name in ("openvino", "paddle"))
    different = total = 0
    for pair in data[::3]:
        picture = pair.read_picture()
        small = cv2.resize(picture, ours.input_size(picture.shape[1::-1]), interpolation=cv2.INTER_AREA)
        decided = [each.predict(small) > 0.5 for each in (ours, reference)]
        different += np.count_nonzero(decided[0] != decided[1])
        total += decided[0].size
    assert different <= 1e-4 * total
