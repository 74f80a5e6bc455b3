"""From a small picture to a mask, by whichever runtime can load the model."""

from __future__ import annotations

import importlib.metadata
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.core.errors import ModelError
from engine.core.frame import F32, U8
from engine.segmentation.models.deploy import Size
from engine.segmentation.models.model_folder import ModelFolder, find_model
from engine.segmentation.trimap import TrimapPredictor

if TYPE_CHECKING:
    from engine.segmentation.runtimes.openvino_runtime import OpenVinoPredictor
    from engine.segmentation.runtimes.paddle_runtime import PaddlePredictor

ROUNDING = 1e-3


class Predictor(Protocol):
    """A model, loaded and warm. Used by one thread at a time."""

    @property
    def model_id(self) -> str:
        """The model's id."""

    @property
    def runtime(self) -> str:
        """What computes it: the runtime and the device, as in `openvino:CPU`."""

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """(width, height) that a frame of a size is to be brought to; `vertical` forces it upright."""

    def predict(self, small_bgr: U8) -> F32:
        """Says who is the person.

        Args:
            small_bgr: uint8 [h, w, 3], BGR, of a size that `input_size` gave.

        Returns:
            float32 [h, w] in [0, 1], 1 = person; a fresh array.

        Raises:
            ModelError: The runtime failed.
        """

    def close(self) -> None:
        """Releases the model; may be called twice."""


def load_predictor(
    model: ModelFolder,
    runtime: str = "auto",
    precision: str = "f32",
    frame_size: Size = (1280, 720),
    vertical: bool = False,
    trimap: U8 | None = None,
) -> Predictor:
    """Loads a model and predicts once, so that the first frame meets a warm one.

    Args:
        model: Where it lies.
        runtime: `openvino`, `paddle`, or `auto`: OpenVINO, unless a CUDA build of Paddle is installed or the file
            is of a kind that Paddle alone reads.
        precision: `f32`, or `bf16` or `f16` where the device has them.
        frame_size: (width, height) of the frames to come; what is warmed up for.
        vertical: Whether they are to be treated as upright.
        trimap: uint8 [H, W], 0 outside, 255 inside, 128 unknown, for a model that needs one; made from the best
            portrait model's mask where it is absent.

    Raises:
        ModelError: The model is damaged, or no runtime that may be used can load it.
    """
    suffix = model.path.joinpath(model.deploy().model_file).suffix
    names = _candidates(suffix) if runtime == "auto" else [runtime]
    errors = []
    for name in names:
        try:
            predictor = _load(name, model, precision, trimap)
            _warm_up(predictor, predictor.input_size(frame_size, vertical))
            return predictor
        except ModelError as error:
            errors.append(error)
    if len(errors) == 1:
        raise errors[0]
    raise ModelError("; ".join(error.message for error in errors), "get or import the model again, or choose another")


def _warm_up(predictor: Predictor, size: Size) -> None:
    """One prediction on noise, whose answer shows weights gone bad and exports that lack their last operator."""
    noise = np.random.default_rng(0).integers(0, 256, (size[1], size[0], 3), np.uint8)
    mask = predictor.predict(noise)
    if not (mask.min() >= -ROUNDING and mask.max() <= 1 + ROUNDING):  # NaN too ends up here
        predictor.close()
        raise ModelError(
            f"model {predictor.model_id} answers values outside 0 to 1",
            "export it with softmax or argmax as its output",
        )


def _candidates(suffix: str) -> list[str]:
    """Runtimes worth a try for a kind of file, best first."""
    if suffix == ".json":
        return ["paddle"]
    if suffix == ".onnx":
        return ["openvino"]
    return ["paddle", "openvino"] if _paddle_has_cuda() else ["openvino"]


def _paddle_has_cuda() -> bool:
    try:
        importlib.metadata.version("paddlepaddle-gpu")
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _load(runtime: str, model: ModelFolder, precision: str, trimap: U8 | None) -> Predictor:
    loaded = _load_runtime(runtime)(model, precision)
    if not loaded.needs_trimap:
        return loaded
    portrait = find_model("auto")
    if trimap is None and portrait.id == model.id:
        raise ModelError(f"model {model.id} needs a portrait model beside it", "get one, or give a trimap")
    return TrimapPredictor(loaded, load_predictor(portrait, runtime) if trimap is None else trimap)


def _load_runtime(name: str) -> type[OpenVinoPredictor] | type[PaddlePredictor]:
    """Imports the runtime that was chosen, and no other."""
    if name == "openvino":
        from engine.segmentation.runtimes.openvino_runtime import OpenVinoPredictor

        return OpenVinoPredictor
    from engine.segmentation.runtimes.paddle_runtime import PaddlePredictor

    return PaddlePredictor
