"""OpenVINO reads PaddleSeg's files and ONNX as they are; the default wherever there is no CUDA."""

from __future__ import annotations

import functools
import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from engine.core.errors import ModelError
from engine.core.frame import F32, U8
from engine.segmentation.models.deploy import Size
from engine.segmentation.models.model_folder import ModelFolder
from engine.segmentation.runtimes import calibration, openvino_graph
from engine.segmentation.runtimes.openvino_api import openvino
from engine.segmentation.runtimes.threads import threads_for

log = logging.getLogger(__name__)

MAX_COMPILED_SIZES = 4
_CAPABILITIES = {"bf16": "BF16", "f16": "FP16"}


class OpenVinoPredictor:
    """A model on one of OpenVINO's devices, compiled once for each input size.

    Preprocessing is part of the compiled graph: the uint8 BGR image is its input.

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
            self._network = openvino_graph.read(_core(), model.path / self._deploy.model_file)
            self._fixed_size = self._network.fixed_size
        self.needs_trimap = self._network.takes_trimap
        self._compiled: dict[Size, _Compiled] = {}
        self._device = self._choose_device()

    @property
    def runtime(self) -> str:
        """`openvino:` and the device."""
        return f"openvino:{self._device}"

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """See `Predictor.input_size`; a network of one fixed size is fed with that, whatever the frame's shape."""
        return self._fixed_size or self._deploy.input_size(frame_size, vertical)

    def predict(self, small_bgr: U8, trimap: U8 | None = None) -> F32:
        """See `Predictor.predict`; the trimap is for a network that needs one: uint8 [h, w], 0, 128 or 255."""
        height, width = small_bgr.shape[:2]
        compiled = self._compiled.get((width, height))
        with _as_model_error(self.model_id):
            if compiled is None:
                compiled = self._compile((width, height), self._device)
                while len(self._compiled) >= MAX_COMPILED_SIZES:
                    del self._compiled[next(iter(self._compiled))]
                self._compiled[width, height] = compiled
            return compiled.run(small_bgr, trimap)

    def close(self) -> None:
        """See `Predictor.close`."""
        self._compiled.clear()

    def _choose_device(self) -> str:
        devices = _core().available_devices
        if len(devices) < 2:
            return "CPU"
        size = self.input_size((1280, 720))
        blank = np.zeros((size[1], size[0], 3), np.uint8)

        def warm_up(device: str) -> calibration.Run:
            with _as_model_error(self.model_id):
                compiled = self._compile(size, device)
            return lambda: compiled.run(blank, blank[..., 0])

        names = {device: str(_core().get_property(device, "FULL_DEVICE_NAME")) for device in devices}
        return calibration.fastest(f"{self.model_id} {self._precision} {openvino.__version__}", names, warm_up)

    def _compile(self, size: Size, device: str) -> _Compiled:
        config = {"INFERENCE_PRECISION_HINT": self._supported_precision(device), "PERFORMANCE_HINT": "LATENCY"}
        if device == "CPU":
            # A pinned inference thread stays on core 0 even when another stage needs that core.
            config |= {"INFERENCE_NUM_THREADS": str(threads_for(size)), "ENABLE_CPU_PINNING": "NO"}
        model = self._network.with_image_input(self._deploy, size)
        return _Compiled(_core().compile_model(model, device, config), size, self._network.answers_margin)

    def _supported_precision(self, device: str) -> str:
        wanted = _CAPABILITIES.get(self._precision)
        if wanted is None or wanted in _core().get_property(device, "OPTIMIZATION_CAPABILITIES"):
            return self._precision
        log.info("%s has no %s; computing in f32", device, self._precision)
        return "f32"


class _Compiled:
    """A graph for one size with its own tensors."""

    def __init__(self, model: Any, size: Size, answers_margin: bool) -> None:
        self._size = size
        self._answers_margin = answers_margin
        self._request = model.create_infer_request()
        self._inputs = [self._request.get_tensor(each).data for each in model.inputs]
        self._request.infer()  # the output's tensor has its shape from here on
        shape = self._request.get_output_tensor().data.shape
        if not answers_margin and (math.prod(shape), *shape[-2:]) != (size[0] * size[1], size[1], size[0]):
            raise openvino_graph.UnusableError(f"answers {list(shape)} to an image of {size[0]}x{size[1]}")

    def run(self, small_bgr: U8, trimap: U8 | None) -> F32:
        for tensor in self._inputs:
            if tensor.shape[3] == 3:
                tensor[0] = small_bgr
            else:
                tensor[0, ..., 0] = trimap
        self._request.infer()
        answer = self._request.get_output_tensor().data
        answer = answer.reshape(answer.shape[-2:])
        return openvino_graph.mask_of_margin(answer, self._size) if self._answers_margin else answer.copy()


@functools.cache
def _core() -> Any:
    return openvino.Core()


@contextmanager
def _as_model_error(model_id: str) -> Iterator[None]:
    try:
        yield
    except openvino_graph.UnusableError as error:
        raise ModelError(
            "model {model} {reason}", "choose another model", code="model-unusable", model=model_id, reason=error
        ) from error
    except (RuntimeError, ValueError, TypeError) as error:
        log.debug("OpenVINO refuses %s", model_id, exc_info=True)
        raise ModelError(
            "OpenVINO can't load model {model}, which may be damaged",
            "download or import it again",
            code="openvino-cannot-load",
            model=model_id,
        ) from error
