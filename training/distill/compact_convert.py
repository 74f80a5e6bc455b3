"""The compact network's weights to Paddle: `python -m training.distill.compact_convert weights.npz model.pdparams`."""

import argparse
import os
from pathlib import Path

import numpy as np

from training import recipe

TOLERANCE = 1e-3  # of logits of about 10
PADDLE_NAMES = {"_mean": "running_mean", "_variance": "running_var"}


def main() -> None:
    """Copies the parameters by name and checks that both networks answer the same."""
    parser = argparse.ArgumentParser(description="Turn the arrays of a run into Paddle weights.")
    parser.add_argument("arrays", type=Path)
    parser.add_argument("params", type=Path)
    args = parser.parse_args()
    chosen = argparse.Namespace(config="compact", dataset_root=None, opts=None, device="cpu")
    model = recipe.load(chosen).model
    import paddle

    arrays = dict(np.load(args.arrays))
    example, logits = arrays.pop("input"), arrays.pop("logits")
    for name, parameter in model.state_dict().items():
        stem, _, last = name.rpartition(".")
        value = arrays.pop(f"{stem}.{PADDLE_NAMES.get(last, last)}", None)
        if value is None or list(value.shape) != list(parameter.shape):
            raise SystemExit(f"{args.arrays} fits another network: {name} differs")
        parameter.set_value(value)
    if arrays:
        raise SystemExit(f"{args.arrays} holds more than the network: {next(iter(arrays))}")
    model.eval()
    with paddle.no_grad():
        difference = float(np.abs(model(paddle.to_tensor(example))[0].numpy() - logits).max())
    if difference > TOLERANCE:
        raise SystemExit(f"Paddle's logits differ by {difference:.4f}")
    paddle.save(model.state_dict(), os.fspath(args.params))
    print(f"{args.params}: logits differ by {difference:.1e} at most")


if __name__ == "__main__":
    main()
