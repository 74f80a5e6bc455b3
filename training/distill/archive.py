"""Weights between PyTorch and Paddle, as NumPy archives.

`python -m training.distill.archive weights.pt weights.npz` writes one for `convert.py`; `release.py` writes one of a
released model, which `run.py` takes as the teacher. An archive holds the parameters in order (p0, p1, ...) and, to
check against, one picture x and its logits y.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.distill.network import PortraitNet

TOLERANCE = 1e-3  # of logits of about 10


def _names(net: PortraitNet) -> list[str]:
    return [name for name in net.state_dict() if not name.endswith("num_batches_tracked")]


def write(net: PortraitNet, path: Path) -> None:
    """Writes the archive of a network."""
    state = net.eval().state_dict()
    picture = torch.randn(1, 3, 144, 256, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        logits = net(picture)[0]
    values = {f"p{i}": state[name].numpy() for i, name in enumerate(_names(net))}
    np.savez(path, x=picture.numpy(), y=logits.numpy(), **values)


def read(path: Path) -> PortraitNet:
    """The network of an archive, in evaluation mode.

    Raises:
        SystemExit: It is another network's, or it answers something else than it did where the archive was made.
    """
    net, archive = PortraitNet().eval(), np.load(path)
    state = net.state_dict()
    for number, name in enumerate(_names(net)):
        value = archive.get(f"p{number}")
        if value is None or value.shape != tuple(state[name].shape):
            raise SystemExit(f"{path} fits another network: {name} differs")
        state[name] = torch.from_numpy(value)
    net.load_state_dict(state)
    with torch.inference_mode():
        difference = float((net(torch.from_numpy(archive["x"]))[0] - torch.from_numpy(archive["y"])).abs().max())
    if difference > TOLERANCE:
        raise SystemExit(f"{path}: logits differ by {difference:.4f}")
    checked: PortraitNet = net
    return checked


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Turn PyTorch weights into a NumPy archive.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("archive", type=Path)
    args = parser.parse_args()
    net = PortraitNet()
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    write(net, args.archive)


if __name__ == "__main__":
    main()
