"""Damaged weights load without an error; what they show of the background is found before the first frame."""

import os
import shutil

import cv2
import numpy as np
import pytest

from engine.core.errors import ModelError
from engine.platform.paths import assets_dir
from engine.segmentation import sanity
from engine.segmentation.loading import load_predictor
from engine.segmentation.models import integrity
from engine.segmentation.models.hashes import SUMS_FILE, sha256_of, write_sums
from engine.segmentation.models.model_folder import ModelFolder, available_models
from tests.conftest import SHARED

SIZE = (256, 144)


class Answering:
    """A predictor whose answers are given by a function of the image."""

    model_id, runtime = "answering", "test"

    def __init__(self, answer):
        self._answer = answer

    def predict(self, small_bgr):
        return self._answer(small_bgr).astype(np.float32)


@pytest.fixture
def copy(ours, tmp_path):
    shutil.copytree(ours.path, tmp_path / "copy")
    return ModelFolder(tmp_path / "copy")


def flip_bits(model, count, seed=1):
    file = model.path / "model.pdiparams"
    data = bytearray(file.read_bytes())
    rng = np.random.default_rng(seed)
    for at in rng.integers(200, len(data), count):
        data[at] ^= 1 << int(rng.integers(8))
    file.write_bytes(data)


def test_every_model_here_passes():
    for model in available_models():
        load_predictor(model).close()


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda bgr: np.ones(bgr.shape[:2]), id="everything"),
        pytest.param(lambda bgr: np.zeros(bgr.shape[:2]), id="nothing"),
        pytest.param(lambda bgr: bgr[..., 2] / 255, id="red"),
    ],
)
def test_wrong_answers_are_refused(answer):
    with pytest.raises(ModelError, match="fails on a known image"):
        sanity.check(Answering(answer), SIZE)


def test_swapped_classes_are_refused(ours):
    predictor = load_predictor(ours)
    with pytest.raises(ModelError, match="fails on a known image"):
        sanity.check(Answering(lambda bgr: 1 - predictor.predict(bgr)), SIZE)


@pytest.mark.parametrize("value", [np.nan, 1.01, -0.01])
def test_values_out_of_range_are_refused(value):
    with pytest.raises(ModelError, match="outside 0 to 1"):
        sanity.check(Answering(lambda bgr: np.full(bgr.shape[:2], value)), SIZE, answers=False)


def test_one_changed_byte_is_found_by_its_hash(copy):
    flip_bits(copy, 1)
    with pytest.raises(ModelError, match=r"model\.pdiparams of model copy is damaged"):
        load_predictor(copy)


def test_a_damaged_list_of_hashes_is_refused(copy):
    (copy.path / SUMS_FILE).write_text("no hash at all\n")
    with pytest.raises(ModelError, match="is damaged"):
        integrity.check(copy)


def test_weights_of_no_known_hash_are_found_by_their_answers(copy):
    """100 flipped bits: what still loads leaves the background of another image alone."""
    (copy.path / SUMS_FILE).unlink()
    healthy = (copy.path / "model.pdiparams").read_bytes()
    background = cv2.imread(str(assets_dir() / "backgrounds" / "home-office.jpg"))
    small_bgr = cv2.resize(background, SIZE, interpolation=cv2.INTER_AREA)
    refused = 0
    for seed in range(8):
        (copy.path / "model.pdiparams").write_bytes(healthy)
        flip_bits(copy, 100, seed)
        try:
            predictor = load_predictor(copy, "openvino")
        except ModelError:
            refused += 1
        else:
            assert np.mean(predictor.predict(small_bgr) > 0.5) < 0.02, seed
    assert refused >= 2


def test_a_published_network_takes_only_its_own_weights(tmp_path):
    official = SHARED / "models" / "portrait_pp_humansegv2_lite_256x144_inference_model_with_softmax"
    if not official.is_dir():
        pytest.skip("needs the official model; the hashes of the built-in one cover the path")
    shutil.copytree(official, tmp_path / "renamed")
    for path in (tmp_path / "renamed", *(tmp_path / "renamed").iterdir()):
        os.chmod(path, 0o755)
    model = ModelFolder(tmp_path / "renamed")
    integrity.check(model)
    flip_bits(model, 1)
    with pytest.raises(ModelError, match="is damaged"):
        integrity.check(model)


def test_a_hash_is_computed_again_when_the_file_changes(tmp_path):
    file = tmp_path / "model.onnx"
    file.write_bytes(b"one")
    first = sha256_of(file)
    file.write_bytes(b"another")
    assert sha256_of(file) != first
    write_sums(tmp_path)
    assert (tmp_path / SUMS_FILE).read_text() == f"{sha256_of(file)}  model.onnx\n"
