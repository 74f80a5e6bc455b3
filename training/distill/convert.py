"""NumPy weights to Paddle: `python -m training.distill.convert weights.npz model.pdparams`, after `archive.py`."""

import argparse
import os
from pathlib import Path

import numpy as np

from training import recipe

TOLERANCE = 1e-3  # of logits of about 10
UNUSED = tuple(f"backbone.blocks.{number}." for number in (12, 13, 14))  # the stage at 1/32, which nothing reads
ZERO = "piontwise_conv._conv.bias"  # Paddle's separable convolutions have a bias before a batch norm


def main() -> None:
    """Copies the parameters one by one and checks that both networks answer the same."""
    parser = argparse.ArgumentParser(description="Turn a NumPy archive into Paddle weights.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("params", type=Path)
    args = parser.parse_args()
    chosen = argparse.Namespace(config="portrait_pp_humansegv2_lite", dataset_root=None, opts=None, device="cpu")
    model = recipe.load(chosen).model
    import paddle

    archive = np.load(args.archive)
    values = iter([archive[f"p{i}"] for i in range(len(archive.files) - 2)])
    for name, parameter in model.state_dict().items():
        if name.startswith(UNUSED):
            continue
        value = np.zeros(parameter.shape, np.float32) if name.endswith(ZERO) else next(values)
        if list(value.shape) != list(parameter.shape):
            raise SystemExit(f"{args.archive} fits another network: {name} differs")
        parameter.set_value(value)
    if next(values, None) is not None:
        raise SystemExit(f"{args.archive} holds more parameters than the network")
    model.eval()
    with paddle.no_grad():
        difference = float(np.abs(model(paddle.to_tensor(archive["x"]))[0].numpy() - archive["y"]).max())
    if difference > TOLERANCE:
        raise SystemExit(f"Paddle's logits differ by {difference:.4f}")
    paddle.save(model.state_dict(), os.fspath(args.params))
    print(f"{args.params}: logits differ by {difference:.1e} at most")


if __name__ == "__main__":
    main()
