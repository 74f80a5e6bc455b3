"""PyTorch weights to NumPy: `python -m training.distill.dump weights.pt weights.npz`, for `convert.py`."""

import argparse
from pathlib import Path

import numpy as np
import torch

from training.distill.network import PortraitNet


def main() -> None:
    """Writes the parameters in order (p0, p1, ...) and, to check against, one picture x and its logits y."""
    parser = argparse.ArgumentParser(description="Turn PyTorch weights into a NumPy archive.")
    parser.add_argument("weights", type=Path)
    parser.add_argument("archive", type=Path)
    args = parser.parse_args()
    net = PortraitNet().eval()
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    state = [value.numpy() for name, value in net.state_dict().items() if not name.endswith("num_batches_tracked")]
    picture = torch.randn(1, 3, 144, 256, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        logits = net(picture)[0]
    np.savez(args.archive, x=picture.numpy(), y=logits.numpy(), **{f"p{i}": value for i, value in enumerate(state)})


if __name__ == "__main__":
    main()
