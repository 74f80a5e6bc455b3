"""The C++ program is built against the OpenVINO of the wheel, and its mask is the engine's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.segmentation.loading import load_predictor
from engine.segmentation.models.model_folder import find_model
from engine.sources.demo import DemoSource

HERE = Path(__file__).resolve().parent
TOLERANCE = 1 / 255 + 1e-3  # the program rounds to 8 bits


def test_the_mask_is_that_of_the_engine(tmp_path: Path) -> None:
    """Builds the program, runs it, and compares the masks; then what it says about a wrong file."""
    if shutil.which("cmake") is None or shutil.which("c++") is None:
        pytest.skip("no cmake or no C++ compiler is installed")
    from openvino.utils import get_cmake_path

    build = tmp_path / "build"
    subprocess.run(["cmake", "-S", HERE, "-B", build, f"-DOpenVINO_DIR={get_cmake_path()}"], check=True)
    subprocess.run(["cmake", "--build", build], check=True)
    bgr = first_frame()
    cv2.imwrite(str(tmp_path / "picture.ppm"), bgr)
    folder = find_model("cyclorama-lite")
    model = folder.path / folder.deploy().model_file
    program = build / "mask_picture"
    subprocess.run([program, model, tmp_path / "picture.ppm", tmp_path / "mask.pgm"], check=True)
    theirs = cv2.imread(str(tmp_path / "mask.pgm"), cv2.IMREAD_GRAYSCALE) / 255
    predictor = load_predictor(folder, "openvino", "f32")
    ours = predictor.predict(bgr)
    predictor.close()
    assert ours.max() > 0.9
    assert np.abs(ours - theirs).max() < TOLERANCE

    refused = subprocess.run(
        [program, model, HERE / "CMakeLists.txt", "x"], capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert "is no binary PPM" in refused.stderr


def first_frame() -> np.ndarray:
    """A frame of the demo clip at the network's size, uint8 [144, 256, 3] BGR."""
    source = DemoSource()
    source.open()
    frame = source.read()
    source.close()
    assert frame is not None
    bgr = cv2.cvtColor(frame.image.i420_buffer(), cv2.COLOR_YUV2BGR_I420)
    return cv2.resize(bgr, (256, 144), interpolation=cv2.INTER_AREA)
