"""Loads a model with whichever runtime can run it, and checks it before its first frame."""

from __future__ import annotations

import importlib.metadata

from engine.core.errors import ModelError
from engine.core.frame import U8
from engine.segmentation import sanity
from engine.segmentation.models import integrity
from engine.segmentation.models.deploy import Size
from engine.segmentation.models.model_folder import ModelFolder, find_model
from engine.segmentation.predictor import Predictor, RuntimePredictor
from engine.segmentation.trimap import TrimapPredictor


def load_predictor(
    model: ModelFolder,
    runtime: str = "auto",
    precision: str = "f32",
    frame_size: Size = (1280, 720),
    vertical: bool = False,
    trimap: U8 | None = None,
    *,
    check_sanity: bool = True,
) -> Predictor:
    """Loads a model, checks its files and its answers, and so warms it up for the first frame.

    Args:
        model: Where it lies.
        runtime: `openvino`, `paddle`, or `auto`: OpenVINO, unless a CUDA build of Paddle is installed or the file
            is of a kind that Paddle alone reads.
        precision: `f32`, or `bf16` or `f16` where the device has them.
        frame_size: (width, height) of the frames to come; what is warmed up for.
        vertical: Whether they are to be treated as upright.
        trimap: uint8 [H, W], 0 outside, 255 inside, 128 unknown, for a model that needs one; made from the best
            portrait model's mask where it is absent.
        check_sanity: Whether it must find the person in a known image and none in a known background. Only scoring
            and tests, where no frame reaches anybody, may go without.

    Raises:
        ModelError: The model is damaged, or no runtime that may be used can load it.
    """
    integrity.check(model)
    suffix = model.path.joinpath(model.deploy().model_file).suffix
    names = _candidates(suffix) if runtime == "auto" else [runtime]
    errors = []
    for name in names:
        try:
            return _load(name, model, precision, trimap, predict_size=(frame_size, vertical), checked=check_sanity)
        except ModelError as error:
            errors.append(error)
    if len(errors) == 1:
        raise errors[0]
    raise ModelError(
        "{reasons}",
        "download or import the model again, or choose another",
        code="model-not-loadable",
        reasons="; ".join(error.message for error in errors),
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


def _load(
    runtime: str,
    model: ModelFolder,
    precision: str,
    trimap: U8 | None,
    *,
    predict_size: tuple[Size, bool],
    checked: bool,
) -> Predictor:
    loaded = _load_runtime(runtime, model, precision)
    predictor: Predictor = loaded
    if loaded.needs_trimap:
        portrait = find_model("auto")
        if trimap is None and portrait.id == model.id:
            raise ModelError(
                "model {model} also needs a portrait model",
                "download one, or give a trimap",
                code="model-needs-portrait-model",
                model=model.id,
            )
        predictor = TrimapPredictor(loaded, load_predictor(portrait, runtime) if trimap is None else trimap)
    try:
        # A trimap that was given belongs to another image than the known ones.
        sanity.check(predictor, predictor.input_size(*predict_size), answers=checked and not loaded.needs_trimap)
    except ModelError:
        predictor.close()
        raise
    return predictor


def _load_runtime(name: str, model: ModelFolder, precision: str) -> RuntimePredictor:
    """Imports the runtime that was chosen, and no other."""
    if name == "openvino":
        from engine.segmentation.runtimes.openvino_runtime import OpenVinoPredictor

        return OpenVinoPredictor(model, precision)
    from engine.segmentation.runtimes.paddle_runtime import PaddlePredictor
    from engine.segmentation.runtimes.paddle_trial import try_in_subprocess

    try_in_subprocess(model)
    return PaddlePredictor(model, precision)
