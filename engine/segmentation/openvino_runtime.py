"""OpenVINO reads PaddleSeg's files and ONNX as they are; the default wherever there is no CUDA."""

from __future__ import annotations

import functools
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import openvino
from openvino import opset13
from openvino.preprocess import ColorFormat, PrePostProcessor

from engine.errors import ModelError
from engine.frame import F32, U8
from engine.segmentation import calibration
from engine.segmentation.deploy import Deploy, Size
from engine.segmentation.model_folder import ModelFolder

log = logging.getLogger(__name__)

THREADS = 1
"""More threads on a small network cost the other stages more than they gain."""
MAX_COMPILED_SIZES = 4
_CAPABILITIES = {"bf16": "BF16", "f16": "FP16"}


class OpenVinoPredictor:
    """A model on one of OpenVINO's devices, compiled once for each size that it is fed with.

    Preprocessing is part of the compiled graph: the small picture goes in as it is, uint8 BGR.

    Args:
        model: Where it lies.
        precision: `f32`, `bf16` or `f16`; f32 where the device lacks the other two.

    Raises:
        ModelError: OpenVINO can't read or compile it.
    """

    def __init__(self, model: ModelFolder, precision: str = "f32") -> None:
        self.model_id = model.id
        self._deploy = model.deploy()
        self._precision = precision
        with _as_model_error(model.id):
            self._network = _with_mask_output(_core().read_model(_readable(model.path / self._deploy.model_file)))
        self._fixed_size = _fixed_size(self._network)
        self._compiled: dict[Size, _Compiled] = {}
        self._device = self._choose_device()

    @property
    def runtime(self) -> str:
        """`openvino:` and the device."""
        return f"openvino:{self._device}"

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """See `Predictor.input_size`; a network of one fixed size is fed with that, whatever the frame's shape."""
        return self._fixed_size or self._deploy.input_size(frame_size, vertical)

    def predict(self, small_bgr: U8) -> F32:
        """See `Predictor.predict`."""
        height, width = small_bgr.shape[:2]
        compiled = self._compiled.get((width, height))
        with _as_model_error(self.model_id):
            if compiled is None:
                compiled = self._compile((width, height), self._device)
                while len(self._compiled) >= MAX_COMPILED_SIZES:
                    del self._compiled[next(iter(self._compiled))]
                self._compiled[width, height] = compiled
            return compiled.run(small_bgr)

    def close(self) -> None:
        """See `Predictor.close`."""
        self._compiled.clear()

    def _choose_device(self) -> str:
        devices = _core().available_devices
        if len(devices) < 2:
            return "CPU"
        size = self.input_size((1280, 720))
        blank = np.zeros((size[1], size[0], 3), np.uint8)

        def prepare(device: str) -> calibration.Run:
            with _as_model_error(self.model_id):
                compiled = self._compile(size, device)
            return lambda: compiled.run(blank)

        names = {device: str(_core().get_property(device, "FULL_DEVICE_NAME")) for device in devices}
        return calibration.fastest(f"{self.model_id} {self._precision} {openvino.__version__}", names, prepare)

    def _compile(self, size: Size, device: str) -> _Compiled:
        width, height = size
        network = self._network.clone()
        if not self._fixed_size:
            network.reshape([1, 3, height, width])
        config = {"INFERENCE_PRECISION_HINT": self._supported_precision(device), "PERFORMANCE_HINT": "LATENCY"}
        if device == "CPU":
            config["INFERENCE_NUM_THREADS"] = str(THREADS)
        model = _with_preprocessing(network, self._deploy)
        return _Compiled(_core().compile_model(model, device, config), size)

    def _supported_precision(self, device: str) -> str:
        wanted = _CAPABILITIES.get(self._precision)
        if wanted is None or wanted in _core().get_property(device, "OPTIMIZATION_CAPABILITIES"):
            return self._precision
        log.info("%s has no %s; computing in f32", device, self._precision)
        return "f32"


class _Compiled:
    """A graph for one size with its own tensors."""

    def __init__(self, model: Any, size: Size) -> None:
        width, height = size
        self._request = model.create_infer_request()
        self._input = self._request.get_input_tensor().data
        self._request.infer()  # the output's tensor exists from here on
        answer = self._request.get_output_tensor().data
        if answer.size != width * height:
            raise _UnusableError(f"answers {list(answer.shape)} to a picture of {width}x{height}")

    def run(self, small_bgr: U8) -> F32:
        self._input[0] = small_bgr
        self._request.infer()
        mask = self._request.get_output_tensor().data
        return np.array(mask, np.float32).reshape(self._input.shape[1:3])


class _UnusableError(Exception):
    """A network that can be loaded but is none of ours."""


def _with_mask_output(network: Any) -> Any:
    """Makes the one output float32 [1, h, w] or [1, 1, h, w]: the person's probability, label or alpha."""
    if len(network.inputs) != 1 or len(network.outputs) != 1:
        raise _UnusableError(f"has {len(network.inputs)} inputs and {len(network.outputs)} outputs, not one of each")
    shape = network.outputs[0].partial_shape
    result = network.get_results()[0]
    answer = result.input_value(0)
    channels = shape[1].get_length() if shape.rank.is_static and len(shape) == 4 and shape[1].is_static else 0
    if channels == 2:
        answer = opset13.gather(
            answer, opset13.constant(np.array([1], np.int64)), opset13.constant(np.int64(1))
        ).output(0)
    elif channels != 1 and not (shape.rank.is_static and len(shape) == 3):
        raise _UnusableError(f"answers {shape}, neither probabilities of two classes, nor labels, nor alpha")
    result.input(0).replace_source_output(opset13.convert(answer, "f32").output(0))
    network.validate_nodes_and_infer_types()
    return network


def _with_preprocessing(network: Any, deploy: Deploy) -> Any:
    """uint8 [1, h, w, 3] BGR in; conversion to RGB, normalisation and layout become part of the graph."""
    steps = PrePostProcessor(network)
    picture = steps.input()
    picture.tensor().set_element_type(openvino.Type.u8).set_layout(openvino.Layout("NHWC"))
    picture.tensor().set_color_format(ColorFormat.BGR)
    picture.preprocess().convert_element_type(openvino.Type.f32).convert_color(ColorFormat.RGB)
    picture.preprocess().mean([255 * value for value in deploy.mean]).scale([255 * value for value in deploy.std])
    picture.model().set_layout(openvino.Layout("NCHW"))
    return steps.build()


def _fixed_size(network: Any) -> Size | None:
    """(width, height) of a network that takes no other size; PaddleSeg's take any, whatever they declare."""
    shape = network.inputs[0].partial_shape
    if not shape.is_static:
        return None
    _, _, height, width = shape.to_shape()
    turned = network.clone()
    try:
        turned.reshape([1, 3, width, height])
    except RuntimeError:
        return width, height
    return None if list(turned.outputs[0].shape)[-2:] == [width, height] else (width, height)


@functools.cache
def _core() -> Any:
    return openvino.Core()


def _readable(path: Path) -> Path:
    if path.suffix == ".json":
        raise _UnusableError("is saved in Paddle 3's format, which Paddle alone reads: use --runtime paddle")
    return path


@contextmanager
def _as_model_error(model_id: str) -> Iterator[None]:
    try:
        yield
    except _UnusableError as error:
        raise ModelError(f"model {model_id} {error}", "choose another model") from error
    except (RuntimeError, ValueError, TypeError) as error:
        log.debug("OpenVINO refuses %s", model_id, exc_info=True)
        raise ModelError(
            f"OpenVINO can't load model {model_id}, it may be damaged", "get or import it again"
        ) from error
