"""Paddle Inference: the reference, the only reader of Paddle 3's files, and the way to CUDA."""

from __future__ import annotations

import logging
import os
import warnings
from typing import Any

import cv2
import numpy as np

from engine.core.errors import ModelError
from engine.core.frame import F32, U8
from engine.segmentation.models.deploy import Size
from engine.segmentation.models.model_folder import ModelFolder
from engine.segmentation.runtimes.threads import threads_for

log = logging.getLogger(__name__)

_PADDLE_ERRORS = (RuntimeError, ValueError, LookupError, TypeError, OSError, MemoryError)
"""How its C++ exceptions arrive in Python; NotImplementedError is a RuntimeError."""


class PaddlePredictor:
    """A model in Paddle Inference, on the first GPU of a CUDA build, else on the CPU in f32.

    Args:
        model: Where it lies.
        precision: `f32`; `bf16` and `f16` are not offered here and mean f32.

    Raises:
        ModelError: Paddle is missing or can't load it.
    """

    def __init__(self, model: ModelFolder, precision: str = "f32") -> None:
        self.model_id = model.id
        self._deploy = model.deploy()
        if self._deploy.model_file.endswith(".onnx"):
            raise ModelError(
                "model {model} is ONNX, which Paddle can't read",
                "use --runtime openvino",
                code="paddle-reads-no-onnx",
                model=model.id,
            )
        if precision != "f32":
            log.info("Paddle computes in f32, %s is not offered there", precision)
        self._paddle = _import_paddle()
        self._files = [str(model.path / name) for name in (self._deploy.model_file, self._deploy.params_file)]
        self._predictor: Any = None
        self._on_gpu = self._paddle.is_compiled_with_cuda() and self._paddle.device.cuda.device_count() > 0
        # oneDNN is three times as fast but fails on some files, and only at the first run.
        self._open(one_dnn=not self._on_gpu)
        width, height = self.input_size((1280, 720))
        blank = np.zeros((height, width, 3), np.uint8)
        try:
            self._run(blank, blank[..., 0])
        except _PADDLE_ERRORS:
            log.info("oneDNN can't run %s; using Paddle's own kernels", model.id)
            self._open(one_dnn=False)
            self.predict(blank, blank[..., 0])

    @property
    def runtime(self) -> str:
        """`paddle:` and the device."""
        return "paddle:GPU" if self._on_gpu else "paddle:CPU"

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """See `Predictor.input_size`."""
        return self._deploy.input_size(frame_size, vertical)

    def predict(self, small_bgr: U8, trimap: U8 | None = None) -> F32:
        """See `Predictor.predict`; the trimap is for a network that needs one: uint8 [h, w], 0, 128 or 255.

        Raises:
            ModelError: The network failed or answered nothing usable.
        """
        try:
            return _mask(self._run(small_bgr, trimap), small_bgr.shape[:2], self.model_id)
        except _PADDLE_ERRORS as error:
            log.debug("Paddle fails on %s", self.model_id, exc_info=True)
            raise ModelError(
                "Paddle can't run model {model}",
                "choose another model or runtime",
                code="paddle-cannot-run",
                model=self.model_id,
            ) from error

    def close(self) -> None:
        """See `Predictor.close`."""
        self._predictor = None

    def _open(self, one_dnn: bool) -> None:
        config = self._paddle.inference.Config(*self._files)
        config.disable_glog_info()
        if self._on_gpu:
            config.enable_use_gpu(256, 0)
        else:
            config.disable_gpu()
            config.set_cpu_math_library_num_threads(threads_for(self.input_size((1280, 720))))
            config.enable_mkldnn() if one_dnn else config.disable_mkldnn()
        try:
            self._predictor = self._paddle.inference.create_predictor(config)
        except _PADDLE_ERRORS as error:
            log.debug("Paddle refuses %s", self.model_id, exc_info=True)
            raise ModelError(
                "Paddle can't load model {model}, which may be damaged",
                "download or import it again",
                code="paddle-cannot-load",
                model=self.model_id,
            ) from error
        inputs = {name: self._predictor.get_input_handle(name) for name in self._predictor.get_input_names()}
        outputs = self._predictor.get_output_names()
        self._trimap = inputs.pop("trimap", None)
        if len(inputs) != 1 or len(outputs) != 1:
            raise ModelError(
                "model {model} doesn't take one image and answer one mask",
                "choose another model",
                code="model-signature",
                model=self.model_id,
            )
        self._image_input = next(iter(inputs.values()))
        self._output = self._predictor.get_output_handle(outputs[0])

    @property
    def needs_trimap(self) -> bool:
        """Whether `predict` needs a trimap beside the image."""
        return self._trimap is not None

    def _run(self, small_bgr: U8, trimap: U8 | None) -> Any:
        rgb = cv2.cvtColor(small_bgr, cv2.COLOR_BGR2RGB).astype(np.float32)
        rgb /= 255
        rgb -= np.array(self._deploy.mean, np.float32)
        rgb /= np.array(self._deploy.std, np.float32)
        _put(self._image_input, rgb.transpose(2, 0, 1)[np.newaxis])
        if self._trimap is not None and trimap is not None:
            _put(self._trimap, trimap[np.newaxis, np.newaxis].astype(np.float32))
        self._predictor.run()
        return self._output.copy_to_cpu()


def _put(handle: Any, values: F32) -> None:
    handle.reshape(values.shape)
    handle.copy_from_cpu(np.ascontiguousarray(values))


def _mask(answer: Any, shape: tuple[int, ...], model_id: str) -> F32:
    """Softmax [1, 2, h, w], alpha [1, 1, h, w] or labels [1, h, w] -> float32 [h, w]."""
    mask = answer[0, -1] if answer.ndim == 4 and answer.shape[1] in (1, 2) else answer[0]
    if mask.shape != shape:
        raise ModelError(
            "model {model} answers {shape}, neither probabilities, nor labels, nor alpha",
            "choose another model",
            code="model-answer-shape",
            model=model_id,
            shape=list(answer.shape),
        )
    return np.ascontiguousarray(mask, np.float32)


def _import_paddle() -> Any:
    os.environ.setdefault("GLOG_minloglevel", "2")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns about ccache, which only compiling needs
            import paddle
            import paddle.inference
    except ImportError as error:
        raise ModelError(
            "Paddle can't be imported ({reason})",
            "install paddlepaddle, or use openvino",
            code="paddle-missing",
            reason=error,
        ) from error
    return paddle
