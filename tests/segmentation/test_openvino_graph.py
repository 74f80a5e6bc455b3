"""A network's last steps, rewritten for OpenVINO, give the mask that the file itself gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.segmentation.runtimes import openvino_graph
from engine.segmentation.runtimes.openvino_api import openvino, opset13


def save(path: Path, kind: str, bias: bool) -> None:
    """A network of one convolution, [1, 3, 16, 32] -> two logits at half the size -> bilinear upsampling -> softmax."""
    rng = np.random.default_rng(0)
    picture = opset13.parameter([1, 3, 16, 32], np.float32)
    small = opset13.avg_pool(picture, [4, 4], [0, 0], [0, 0], [4, 4], False) if kind == "transposed" else picture
    shape = (3, 2, 2, 2) if kind == "transposed" else (2, 3, 2, 2)
    weight = opset13.constant(rng.normal(0, 1, shape).astype(np.float32))
    if kind == "transposed":
        logits = opset13.convolution_backprop_data(small, weight, [2, 2])
    else:
        logits = opset13.convolution(small, weight, [2, 2], [0, 0], [0, 0], [1, 1])
    if bias:
        logits = opset13.add(logits, opset13.constant(rng.normal(0, 1, (1, 2, 1, 1)).astype(np.float32)))
    if kind == "no convolution":
        logits = opset13.relu(logits)
    upsampled = opset13.interpolate(logits, np.array([16, 32]), "linear_onnx", "sizes", axes=np.array([2, 3]))
    openvino.save_model(openvino.Model([opset13.softmax(upsampled, 1)], [picture]), path, compress_to_fp16=False)


@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("kind", ["plain", "transposed", "no convolution"])
def test_margin_gives_the_mask_of_the_softmax(kind: str, bias: bool, tmp_path: Path) -> None:
    path = tmp_path / "model.xml"
    save(path, kind, bias)
    core, exact = openvino.Core(), {"INFERENCE_PRECISION_HINT": "f32"}
    picture = np.random.default_rng(1).normal(0, 1, (1, 3, 16, 32)).astype(np.float32)
    probability = core.compile_model(core.read_model(path), "CPU", exact)(picture)[0][0, 1]

    network = openvino_graph.read(core, path)
    assert network.answers_margin
    margin = core.compile_model(network.model, "CPU", exact)(picture)[0]
    assert margin.shape == (1, 1, 8, 16)
    assert openvino_graph.mask_of_margin(margin[0, 0], (32, 16)) == pytest.approx(probability, abs=1e-5)
