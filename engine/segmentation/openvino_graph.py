"""What is done to a network before OpenVINO compiles it: pictures go in as they are, one mask comes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import openvino
from openvino import opset13
from openvino.preprocess import ColorFormat, PrePostProcessor

from engine.segmentation.deploy import Deploy, Size


class UnusableError(Exception):
    """A network that can be read but is none of ours; says why, as the end of a sentence."""


def read(core: Any, path: Path) -> Any:
    """Reads a network and makes its one output float32: the person's probability, label or alpha.

    Args:
        core: The `openvino.Core`.
        path: A .pdmodel or .onnx file.

    Raises:
        UnusableError: It is of a kind that OpenVINO can't read, or has other inputs or outputs than ours.
        RuntimeError: OpenVINO can't read it.
    """
    if path.suffix == ".json":
        raise UnusableError("is saved in Paddle 3's format, which Paddle alone reads: use --runtime paddle")
    network = core.read_model(path)
    if len(network.inputs) - takes_trimap(network) != 1 or len(network.outputs) != 1:
        raise UnusableError(f"has {len(network.inputs)} inputs and {len(network.outputs)} outputs")
    shape = network.outputs[0].partial_shape
    result = network.get_results()[0]
    answer = result.input_value(0)
    rank = len(shape) if shape.rank.is_static else 0
    channels = shape[1].get_length() if rank == 4 and shape[1].is_static else 0
    if channels == 2:
        person, axis = opset13.constant(np.array([1], np.int64)), opset13.constant(np.int64(1))
        answer = opset13.gather(answer, person, axis).output(0)
    elif channels != 1 and rank != 3:
        raise UnusableError(f"answers {shape}, neither probabilities of two classes, nor labels, nor alpha")
    result.input(0).replace_source_output(opset13.convert(answer, "f32").output(0))
    network.validate_nodes_and_infer_types()
    return network


def takes_trimap(network: Any) -> bool:
    """Whether one of its inputs is a trimap, as Deep Image Matting has it."""
    return any(_is_trimap(each) for each in network.inputs)


def fixed_size(network: Any) -> Size | None:
    """(width, height) of a network that takes no other size; PaddleSeg's take any, whatever they declare."""
    shape = network.inputs[0].partial_shape
    if not shape.is_static:
        return None
    _, _, height, width = shape.to_shape()
    turned = network.clone()
    try:
        turned.reshape(_shapes(turned, (height, width)))
    except RuntimeError:
        return width, height
    return None if list(turned.outputs[0].shape)[-2:] == [width, height] else (width, height)


def fed_with_pictures(network: Any, deploy: Deploy, size: Size) -> Any:
    """A copy for one size that takes uint8 [1, h, w, 3] BGR, and uint8 [1, h, w, 1] as its trimap.

    Conversion to RGB, normalisation and the change of layout become part of the graph.
    """
    network = network.clone()
    network.reshape(_shapes(network, size))
    steps = PrePostProcessor(network)
    for number, each in enumerate(network.inputs):
        picture = steps.input(number)
        picture.tensor().set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
        picture.preprocess().convert_element_type(openvino.Type.f32)
        picture.model().set_layout(openvino.Layout("NCHW"))
        if not _is_trimap(each):
            picture.tensor().set_color_format(ColorFormat.BGR)
            picture.preprocess().convert_color(ColorFormat.RGB)
            picture.preprocess().mean([255 * value for value in deploy.mean])
            picture.preprocess().scale([255 * value for value in deploy.std])
    return steps.build()


def _shapes(network: Any, size: Size) -> dict[Any, Any]:
    return {each: [1, 1 if _is_trimap(each) else 3, size[1], size[0]] for each in network.inputs}


def _is_trimap(each: Any) -> bool:
    return "trimap" in each.names
