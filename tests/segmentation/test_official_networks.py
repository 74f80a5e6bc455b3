import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import ModelFolder
from tests.segmentation.save_families import NETWORKS


@pytest.fixture(params=NETWORKS)
def family(request) -> ModelFolder:
    place = os.environ.get("CYCLORAMA_FAMILIES")
    if not place:
        pytest.skip("needs the networks that tests/segmentation/save_families.py saves; the fake models cover the path")
    return ModelFolder(Path(place) / f"{request.param}_inference_model_with_softmax")


def test_the_runtimes_agree_on_the_real_network(family, pictures):
    openvino, paddle = (load_predictor(family, runtime) for runtime in ("openvino", "paddle"))
    for picture in pictures[:2]:
        size = openvino.input_size((picture.shape[1], picture.shape[0]))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        ours, reference = openvino.predict(small), paddle.predict(small)
        assert np.ptp(reference) > 0.5, "a flat answer would prove nothing"
        # Random weights that answer strongly amplify rounding: the deepest network is 0.007 apart, the others 0.001.
        np.testing.assert_allclose(ours, reference, rtol=0, atol=1e-2)
        assert np.mean((ours > 0.5) == (reference > 0.5)) >= 0.9999
