"""Graph edits before OpenVINO compiles a network: uint8 images as input, one mask or logit margin as output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from engine.core.frame import F32
from engine.segmentation.models.deploy import Deploy, Size
from engine.segmentation.runtimes.openvino_api import openvino, opset13, preprocess

_NEUTRAL = {"Multiply": 1, "Add": 0}


class UnusableError(Exception):
    """A network that can be read but is no segmentation network; the text completes "model NAME …"."""


@dataclass(frozen=True, slots=True)
class Network:
    """A network as it was read, with its one output as float32.

    Attributes:
        model: The `openvino.Model`.
        answers_margin: Its output [1, 1, h, w] is the person's logit minus the background's, at the size at which the
            network computes it, and `mask_of_margin` makes the mask; else the output is the mask itself.
    """

    model: Any
    answers_margin: bool

    @property
    def takes_trimap(self) -> bool:
        """Whether one of its inputs is a trimap, as Deep Image Matting has it."""
        return any(_is_trimap(each) for each in self.model.inputs)

    @property
    def fixed_size(self) -> Size | None:
        """(width, height) of a network that takes no other; PaddleSeg's take any size, whatever they declare."""
        shape = self.model.inputs[0].partial_shape
        if not shape.is_static:
            return None
        _, _, height, width = shape.to_shape()
        transposed = self.model.clone()
        try:
            transposed.reshape(_shapes(transposed, (height, width)))
        except RuntimeError:
            return width, height
        answers = [list(each.outputs[0].shape)[-2:] for each in (self.model, transposed)]
        return None if answers[0] == answers[1][::-1] else (width, height)

    def with_image_input(self, deploy: Deploy, size: Size) -> Any:
        """A model for one size that takes uint8 [1, h, w, 3] BGR, and uint8 [1, h, w, 1] as its trimap.

        Conversion to RGB, normalisation and the change of layout become part of the graph.
        """
        model = self.model.clone()
        model.reshape(_shapes(model, size))
        steps = preprocess.PrePostProcessor(model)
        for number, each in enumerate(model.inputs):
            image = steps.input(number)
            image.tensor().set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
            image.preprocess().convert_element_type(openvino.Type.f32)
            image.model().set_layout(openvino.Layout("NCHW"))
            if not _is_trimap(each):
                image.tensor().set_color_format(preprocess.ColorFormat.BGR)
                image.preprocess().convert_color(preprocess.ColorFormat.RGB)
                image.preprocess().mean([255 * value for value in deploy.mean])
                image.preprocess().scale([255 * value for value in deploy.std])
        return steps.build()


def read(core: Any, path: Path) -> Network:
    """Reads a network.

    Args:
        core: The `openvino.Core`.
        path: A .pdmodel or .onnx file.

    Raises:
        UnusableError: OpenVINO can't read its kind, or it doesn't take one image and answer one mask.
        RuntimeError: OpenVINO can't read it.
    """
    if path.suffix == ".json":
        raise UnusableError("is saved in Paddle 3's format, which only Paddle reads: use --runtime paddle")
    model = core.read_model(path)
    images = [each for each in model.inputs if not _is_trimap(each)]
    if len(images) != 1 or len(model.outputs) != 1:
        raise UnusableError(f"has {len(model.inputs)} inputs and {len(model.outputs)} outputs")
    shape = model.outputs[0].partial_shape
    rank = len(shape) if shape.rank.is_static else 0
    channels = shape[1].get_length() if rank == 4 and shape[1].is_static else 0
    if channels not in (1, 2) and rank != 3:
        raise UnusableError(f"answers {shape}, neither probabilities of two classes, nor labels, nor alpha")
    result = model.get_results()[0]
    answer = result.input_value(0)
    logits = _upsampled_logits(answer) if channels == 2 else None
    if logits is not None:
        answer = _margin(logits)
    elif channels == 2:
        answer = _channel(answer, 1)
    result.input(0).replace_source_output(opset13.convert(answer, "f32").output(0))
    model.validate_nodes_and_infer_types()
    return Network(model, answers_margin=logits is not None)


def mask_of_margin(margin: F32, size: Size) -> F32:
    """The person's probability, float32 [h, w] for (w, h) = size: the margin upsampled, then a sigmoid.

    This equals the network's own last steps: bilinear upsampling is linear in the logits, and the softmax of two logits
    is the sigmoid of their difference. These steps take a sixth of OpenVINO's time, and hardly any in OpenCV.

    Args:
        margin: float32 [h', w'], the difference of the two logits.
        size: (width, height) of the mask.
    """
    mask = cv2.resize(margin, size, interpolation=cv2.INTER_LINEAR)
    np.negative(mask, out=mask)
    cv2.exp(mask, mask)
    mask += 1
    return np.reciprocal(mask, out=mask)


def _upsampled_logits(answer: Any) -> Any:
    """The logits before a bilinear upsampling and a softmax over channels; None where a network ends otherwise."""
    node = answer.get_node()
    while _is_neutral(node):  # Paddle may end its exports with a scale of 1
        node = node.input_value(0).get_node()
    if node.get_type_name() != "Softmax" or node.get_attributes()["axis"] != 1:
        return None
    node = node.input_value(0).get_node()
    if node.get_type_name() != "Interpolate":
        return None
    attributes = node.get_attributes()
    upsamples_as_opencv_does = (
        attributes["mode"] in ("linear", "linear_onnx")
        and attributes["coordinate_transformation_mode"] == "half_pixel"
        and not attributes["antialias"]
        and not any((*attributes["pads_begin"], *attributes["pads_end"]))
    )
    return node.input_value(0) if upsamples_as_opencv_does else None


def _margin(logits: Any) -> Any:
    """Second channel less first. A last convolution computes the difference itself, for one channel costs less."""
    addition, convolution = None, logits.get_node()
    if convolution.get_type_name() == "Add":
        addition, convolution = convolution, convolution.input_value(0).get_node()
    channels = 1 if convolution.get_type_name() == "ConvolutionBackpropData" else 0
    weight = _constant(convolution, 1) if convolution.get_type_name().startswith("Convolution") else None
    bias = _constant(addition, 1) if addition else np.zeros(2, np.float32)
    if weight is None or bias is None or bias.size != 2:
        return opset13.subtract(_channel(logits, 1), _channel(logits, 0)).output(0)
    convolution.input(1).replace_source_output(opset13.constant(np.diff(weight, axis=channels)).output(0))
    if addition:
        difference = np.diff(bias.ravel()).reshape(1, 1, 1, 1)
        addition.input(1).replace_source_output(opset13.constant(difference).output(0))
    return logits


def _constant(node: Any, number: int) -> Any:
    source = node.input_value(number).get_node()
    if source.get_type_name() == "Reshape":  # of a bias, in Paddle's exports
        source = source.input_value(0).get_node()
    return source.get_data() if source.get_type_name() == "Constant" else None


def _is_neutral(node: Any) -> bool:
    if node.get_type_name() not in _NEUTRAL:
        return False
    other = node.input_value(1).get_node()
    return other.get_type_name() == "Constant" and bool(np.all(other.get_data() == _NEUTRAL[node.get_type_name()]))


def _channel(output: Any, number: int) -> Any:
    index, axis = opset13.constant(np.array([number], np.int64)), opset13.constant(np.int64(1))
    return opset13.gather(output, index, axis).output(0)


def _shapes(model: Any, size: Size) -> dict[Any, Any]:
    return {each: [1, 1 if _is_trimap(each) else 3, size[1], size[0]] for each in model.inputs}


def _is_trimap(each: Any) -> bool:
    return "trimap" in each.names
