"""`export`: a trained network as the app loads it, in Paddle's own format and as ONNX of a fixed size.

save_dir/deploy.yaml, model.json, model.pdiparams    for Paddle
save_dir/onnx/deploy.yaml, model.onnx                for OpenVINO
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import yaml

from engine.core.errors import ModelError
from engine.segmentation.models.hashes import write_sums
from training import recipe

if TYPE_CHECKING:
    import paddle

TOLERANCE = 1e-3  # of a probability, between runtimes that round differently


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PaddleSeg's options; its --without_argmax --with_softmax is --output_op softmax, the default here."""
    recipe.add_arguments(parser)
    parser.add_argument("--model_path", type=Path, required=True, help="model.pdparams, or a released model's folder")
    parser.add_argument("--save_dir", type=Path, default=Path("output/inference_model"), help="default: %(default)s")
    parser.add_argument("--output_op", choices=("softmax", "argmax"), default="softmax",
                        help="softmax answers how likely a pixel is the person, argmax yes or no")  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Exports and checks that network, Paddle and OpenVINO give the same mask; answers the exit status.

    Raises:
        UsageError: The recipe or the weights are missing or don't belong together.
        ModelError: An exported model gives another mask than the network did.
    """
    builder = recipe.load(args)

    from training import checkpoints, heads

    checkpoints.load_weights(args.model_path, builder.model)
    width, height = recipe.input_size(builder)
    network = heads.WithHead(builder.model, args.output_op)
    args.save_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.save_dir.parent) as scratch:
        folder = Path(scratch) / "model"
        (folder / "onnx").mkdir(parents=True)
        save_static(network, [None, 3, None, None], folder / "model")
        _save_onnx(network, [1, 3, height, width], folder / "onnx" / "model.onnx")
        transforms = builder.config.dic["export"]["transforms"]
        write_deploy(folder, {"model": "model.json", "params": "model.pdiparams"}, transforms, args.output_op)
        write_deploy(folder / "onnx", {"model": "model.onnx"}, transforms, args.output_op)
        for exported in (folder, folder / "onnx"):
            write_sums(exported)
        difference = _check(network, folder, (1, 3, height, width))
        if args.save_dir.exists():
            shutil.rmtree(args.save_dir)
        folder.rename(args.save_dir)
    print(f"Exported to {args.save_dir}; network, Paddle and OpenVINO differ by {difference:.1e} at most")
    return 0


def save_static(network: "paddle.nn.Layer", shape: list[int | None], path: Path) -> None:
    """Writes the network for inputs of that shape, None being any, as files called `path` and their suffixes."""
    import paddle

    inputs = [paddle.static.InputSpec(shape, "float32", name="x")]
    paddle.jit.save(paddle.jit.to_static(network, input_spec=inputs, full_graph=True), os.fspath(path))


def _save_onnx(network: "paddle.nn.Layer", shape: list[int | None], path: Path) -> None:
    import paddle2onnx

    with tempfile.TemporaryDirectory() as scratch:
        static = Path(scratch) / "model"
        with _sizes_at_export():
            save_static(network, shape, static)
        paddle2onnx.export(
            f"{static}.json",
            f"{static}.pdiparams",
            os.fspath(path),
            opset_version=13,
            verbose=False,
            optimize_tool="None",  # the default downloads packages
        )


@contextmanager
def _sizes_at_export() -> Iterator[None]:
    """Turns sizes into constants: PaddleSeg asks `paddle.shape`, which would only answer when the network runs."""
    import paddle

    asked = paddle.shape
    paddle.shape = lambda tensor: tensor.shape
    try:
        yield
    finally:
        paddle.shape = asked


def write_deploy(folder: Path, files: dict[str, str], transforms: list[dict[str, Any]], output_op: str) -> None:
    """Writes deploy.yaml in PaddleSeg's form; `files` names model and, where there is one, params."""
    described = {**files, "transforms": transforms, "output_op": output_op}
    (folder / "deploy.yaml").write_text(yaml.safe_dump({"Deploy": described}, sort_keys=False))


def _check(network: "paddle.nn.Layer", folder: Path, shape: tuple[int, ...]) -> float:
    """The largest difference among the three on a random picture."""
    import paddle

    from engine.segmentation.runtimes.openvino_api import openvino as ov

    picture = np.random.default_rng(0).uniform(-1, 1, shape).astype(np.float32)
    with paddle.no_grad():
        wanted = network(paddle.to_tensor(picture)).numpy()
        stored = paddle.jit.load(os.fspath(folder / "model"))(paddle.to_tensor(picture)).numpy()
    core = ov.Core()
    exact = {"INFERENCE_PRECISION_HINT": "f32"}
    compiled = core.compile_model(core.read_model(folder / "onnx" / "model.onnx"), "CPU", exact)(picture)[0]
    difference = max(float(np.abs(seen.astype(np.float32) - wanted).max()) for seen in (stored, compiled))
    if difference > TOLERANCE:
        raise ModelError(f"the exported model's mask differs by {difference:.3f}", "export again, or report it")
    return difference
