"""A network as .pdmodel and .pdiparams, Paddle 2's format, which OpenVINO and every Paddle Inference read.

Paddle 3 no longer writes it, so this runs in an environment of its own:

    python3.11 -m venv ENV
    ENV/bin/pip install paddlepaddle==2.6.2 paddleseg==2.8.0 'numpy<2' 'protobuf<4' setuptools
    ENV/bin/python -m training.export_pdmodel --config cyclorama_lite --model_path model.pdparams --save_dir DIR

On Debian 12 that Paddle needs LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libz.so.1.
"""

import argparse
from pathlib import Path

from training import checkpoints, export, recipe


def main() -> None:
    """Writes model.pdmodel, model.pdiparams and deploy.yaml."""
    parser = argparse.ArgumentParser(description="Export to Paddle 2's format.")
    export.add_arguments(parser)
    args = parser.parse_args()
    builder = recipe.load(args)
    from training import heads

    checkpoints.load_weights(args.model_path, builder.model)
    args.save_dir.mkdir(parents=True, exist_ok=True)
    export.save_static(heads.WithHead(builder.model, args.output_op), [None, 3, None, None], args.save_dir / "model")
    _strip_call_stacks(args.save_dir / "model.pdmodel")
    (args.save_dir / "model.pdiparams.info").unlink()
    files = {"model": "model.pdmodel", "params": "model.pdiparams"}
    export.write_deploy(args.save_dir, files, builder.config.dic["export"]["transforms"], args.output_op)


def _strip_call_stacks(path: Path) -> None:
    """Drops the exporter's file paths, which each operator holds and nothing reads."""
    from paddle.base.proto import framework_pb2

    program = framework_pb2.ProgramDesc.FromString(path.read_bytes())
    for block in program.blocks:
        for operator in block.ops:
            kept = [attribute for attribute in operator.attrs if attribute.name != "op_callstack"]
            del operator.attrs[:]
            operator.attrs.extend(kept)
    path.write_bytes(program.SerializeToString())


if __name__ == "__main__":
    main()
