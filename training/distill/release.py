"""A released model to a NumPy archive: `python -m training.distill.release FOLDER teacher.npz`, for `run.py`."""

import argparse
from pathlib import Path

import numpy as np

from training import recipe, released
from training.distill.convert import UNUSED, ZERO


def main() -> None:
    """Writes the parameters that the PyTorch network has, in its order, and what the released network answers."""
    parser = argparse.ArgumentParser(description="Turn a released PP-HumanSegV2-Lite portrait model into an archive.")
    parser.add_argument("folder", type=Path, help="holds model.pdmodel and model.pdiparams")
    parser.add_argument("archive", type=Path)
    args = parser.parse_args()
    chosen = argparse.Namespace(config="portrait_pp_humansegv2_lite", dataset_root=None, opts=None, device="cpu")
    model = recipe.load(chosen).model
    released.load(args.folder, model)
    model.eval()
    import paddle

    kept = [
        parameter.numpy()
        for name, parameter in model.state_dict().items()
        if not name.startswith(UNUSED) and not name.endswith(ZERO)
    ]
    picture = np.random.default_rng(0).standard_normal((1, 3, 144, 256), np.float32)
    with paddle.no_grad():
        logits = model(paddle.to_tensor(picture))[0].numpy()
    np.savez(args.archive, x=picture, y=logits, **{f"p{i}": value for i, value in enumerate(kept)})


if __name__ == "__main__":
    main()
