"""Writes a model of the engine as ONNX, for a page in the browser: `python -m examples.browser.make_model model.onnx`.

The network is read by OpenVINO and written operator by operator. Normalisation goes into the graph, and so do the last
upsampling and the sigmoid: it takes RGB in 0..255 as float32 [1, 3, h, w] and answers the person's probability as
float32 [1, 1, h, w].
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import openvino
from onnx import TensorProto, helper, numpy_helper
from openvino.passes import ConstantFolding, Manager

from engine.segmentation.models.model_folder import find_model
from engine.segmentation.runtimes import openvino_graph

OPSET = 14
SIMPLE = {"Add": "Add", "Subtract": "Sub", "Multiply": "Mul", "Divide": "Div", "Relu": "Relu", "Sigmoid": "Sigmoid"}


class Writer:
    """An ONNX graph, written one OpenVINO operator after the other.

    Args:
        size: (width, height) of the network's input.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, values: object, name: str = "") -> str:
        """A named array of the graph."""
        name = name or f"constant_{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def node(self, kind: str, inputs: list[str], output: str = "", **attributes: object) -> str:
        """One operator; returns its output's name."""
        output = output or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def add(self, operator: Any) -> None:
        """Writes an OpenVINO operator, whose inputs were written before."""
        kind, name = operator.get_type_name(), name_of(operator.output(0))
        if kind == "Constant":
            self.constant(operator.data, name)
            return
        inputs = [name_of(each.get_source_output()) for each in operator.inputs()]
        if kind in SIMPLE:
            self.node(SIMPLE[kind], inputs, name)
        elif kind == "Convert":
            self.node("Identity", inputs, name)
        elif kind == "HSwish":
            self.node("HardSwish", inputs, name)
        else:
            writer = getattr(self, f"add_{kind.lower()}", None)
            if writer is None:
                raise SystemExit(f"make_model: no rule for the operator {kind}")
            writer(operator, inputs, name)

    def add_convolution(self, operator: Any, inputs: list[str], name: str) -> None:
        """Plain convolution: weights [out, in, kh, kw]."""
        self._convolution(operator, inputs, name, operator.input(1).get_source_output().get_node().data, 1)

    def add_groupconvolution(self, operator: Any, inputs: list[str], name: str) -> None:
        """Weights [groups, out, in, kh, kw], which ONNX wants as [groups * out, in, kh, kw]."""
        weights = operator.input(1).get_source_output().get_node().data
        flat = weights.reshape(-1, *weights.shape[2:])
        self._convolution(operator, [inputs[0], self.constant(flat)], name, flat, weights.shape[0])

    def _convolution(self, operator: Any, inputs: list[str], name: str, weights: Any, groups: int) -> None:
        attributes = operator.get_attributes()
        pads = [*attributes["pads_begin"], *attributes["pads_end"]]
        options = {
            "strides": attributes["strides"],
            "dilations": attributes["dilations"],
            "pads": pads,
            "group": groups,
        }
        self.node("Conv", inputs, name, kernel_shape=list(weights.shape[2:]), **options)

    def add_batchnorminference(self, operator: Any, inputs: list[str], name: str) -> None:
        """OpenVINO's order is data, gamma, beta, mean, variance, as ONNX has it."""
        self.node("BatchNormalization", inputs, name, epsilon=operator.get_attributes()["epsilon"])

    def add_hardsigmoid(self, operator: Any, inputs: list[str], name: str) -> None:
        """Slope and offset are inputs in OpenVINO, attributes in ONNX."""
        alpha, beta = (float(operator.input(i).get_source_output().get_node().data) for i in (1, 2))
        self.node("HardSigmoid", inputs[:1], name, alpha=alpha, beta=beta)

    def add_reducemean(self, operator: Any, inputs: list[str], name: str) -> None:
        """A mean over constant axes."""
        axes = [int(axis) for axis in operator.input(1).get_source_output().get_node().data.reshape(-1)]
        self.node("ReduceMean", inputs[:1], name, axes=axes, keepdims=int(operator.get_attributes()["keep_dims"]))

    def add_adaptiveavgpool(self, operator: Any, inputs: list[str], name: str) -> None:
        """A mean over uneven bins is a product with a matrix on either side."""
        height, width = list(operator.input(0).get_shape())[2:]
        rows, columns = list(operator.output(0).get_shape())[2:]
        left = self.node("MatMul", [self.constant(bins(height, rows)), inputs[0]])
        self.node("MatMul", [left, self.constant(bins(width, columns).T.copy())], name)

    def add_interpolate(self, operator: Any, inputs: list[str], name: str) -> None:
        """Linear resizing to the output's size."""
        self._resize(inputs[0], list(operator.output(0).get_shape()), name)

    def _resize(self, data: str, shape: list[int], name: str = "") -> str:
        sizes = self.constant(np.array(shape, np.int64))
        options = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
        return self.node("Resize", [data, "", "", sizes], name, **options)

    def add_concat(self, operator: Any, inputs: list[str], name: str) -> None:
        """Along one axis."""
        self.node("Concat", inputs, name, axis=int(operator.get_attributes()["axis"]))

    def add_gather(self, operator: Any, inputs: list[str], name: str) -> None:
        """Along a constant axis."""
        axis = int(operator.input(2).get_source_output().get_node().data)
        self.node("Gather", inputs[:2], name, axis=axis)

    def add_parameter(self, operator: Any, inputs: list[str], name: str) -> None:
        """The input, RGB in 0..255, to what the network was trained on."""
        scaled = self.node("Div", ["rgb", self.constant(np.float32(127.5))])
        self.node("Sub", [scaled, self.constant(np.float32(1))], name)

    def add_result(self, operator: Any, inputs: list[str], name: str) -> None:
        """The person's logit less the background's, to a probability at the input's size."""
        width, height = self.size
        self.node("Sigmoid", [self._resize(inputs[0], [1, 1, height, width])], "mask")

    def model(self) -> Any:
        """The finished model."""
        width, height = self.size
        inputs = [helper.make_tensor_value_info("rgb", TensorProto.FLOAT, [1, 3, height, width])]
        outputs = [helper.make_tensor_value_info("mask", TensorProto.FLOAT, [1, 1, height, width])]
        graph = helper.make_graph(self.nodes, "portrait", inputs, outputs, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)])
        model.ir_version = 8
        onnx.checker.check_model(model)
        return model


def name_of(output: Any) -> str:
    """A unique name for an output."""
    return f"{output.get_node().get_friendly_name()}:{output.get_index()}"


def bins(size: int, count: int) -> np.ndarray:
    """float32 [count, size]: adaptive pooling of `size` values into `count` bins, which may overlap."""
    weights = np.zeros((count, size), np.float32)
    for i in range(count):
        begin, end = i * size // count, -(-(i + 1) * size // count)
        weights[i, begin:end] = 1 / (end - begin)
    return weights


def main() -> None:
    """Writes the model."""
    parser = argparse.ArgumentParser(description="Write a model of the engine as ONNX.")
    parser.add_argument("path", type=Path)
    parser.add_argument("--model", default="cyclorama-lite")
    args = parser.parse_args()
    folder = find_model(args.model)
    description = folder.deploy()
    network = openvino_graph.read(openvino.Core(), folder.path / description.model_file)
    if not network.answers_margin or (*description.mean, *description.std) != (0.5,) * 6:
        raise SystemExit("make_model: only portrait networks with the usual normalisation can be written")
    width, height = size = (256, 144)
    network.model.reshape([1, 3, height, width])
    passes = Manager()
    passes.register_pass(ConstantFolding())
    passes.run_passes(network.model)
    writer = Writer(size)
    for operator in network.model.get_ordered_ops():
        writer.add(operator)
    onnx.save(writer.model(), args.path)
    print(f"{args.path}: {args.path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
