"""Checkpoints in PaddleSeg's layout: iter_N/model.pdparams and model.pdopt, best_model/model.pdparams."""

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.core.errors import UsageError

if TYPE_CHECKING:
    import paddle

PARAMS, OPTIMIZER, PROGRESS = "model.pdparams", "model.pdopt", "progress.json"


@dataclass(slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        iter: Iterations done.
        best_miou: Best mean IoU on the validation pictures, 0 to 1; -1 before the first evaluation.
        best_iter: The iteration it was seen at.
        stale: Evaluations since then.
    """

    iter: int = 0
    best_miou: float = -1.0
    best_iter: int = 0
    stale: int = 0


def save(
    folder: Path,
    progress: Progress,
    model: "paddle.nn.Layer",
    optimizer: "paddle.optimizer.Optimizer",
    keep: int,
) -> None:
    """Writes iter_N whole (it takes its name when all of it is there), then drops all but the newest `keep`."""
    import paddle

    partial, final = folder / f"iter_{progress.iter}.part", folder / f"iter_{progress.iter}"
    shutil.rmtree(partial, ignore_errors=True)
    shutil.rmtree(final, ignore_errors=True)
    partial.mkdir(parents=True)
    paddle.save(model.state_dict(), os.fspath(partial / PARAMS))
    paddle.save(optimizer.state_dict(), os.fspath(partial / OPTIMIZER))
    (partial / PROGRESS).write_text(json.dumps(asdict(progress)))
    partial.rename(final)
    for old in sorted(folder.glob("iter_*[0-9]"), key=_number)[:-keep]:
        shutil.rmtree(old)


def save_best(folder: Path, model: "paddle.nn.Layer") -> None:
    """Replaces best_model/model.pdparams."""
    import paddle

    best = folder / "best_model"
    best.mkdir(parents=True, exist_ok=True)
    partial = best / f"{PARAMS}.part"
    paddle.save(model.state_dict(), os.fspath(partial))
    partial.replace(best / PARAMS)


def resume(folder: Path, model: "paddle.nn.Layer", optimizer: "paddle.optimizer.Optimizer") -> Progress:
    """Takes up where the checkpoint iter_N in `folder` left off.

    Raises:
        UsageError: A file of it is missing.
    """
    import paddle

    for name in (PARAMS, OPTIMIZER, PROGRESS):
        if not (folder / name).is_file():
            raise UsageError(f"{folder} is no checkpoint: it holds no {name}", "name an iter_N folder of a run")
    model.set_state_dict(paddle.load(os.fspath(folder / PARAMS)))
    optimizer.set_state_dict(paddle.load(os.fspath(folder / OPTIMIZER)))
    return Progress(**json.loads((folder / PROGRESS).read_text()))


def load_weights(path: Path, model: "paddle.nn.Layer") -> None:
    """Fills the network from a .pdparams file, or from a released inference model (its folder or .pdiparams).

    Raises:
        UsageError: The file is missing or belongs to another network.
    """
    import paddle

    from training import released

    if path.suffix == ".pdparams":
        if not path.is_file():
            raise UsageError(f"{path} is missing", "name a model.pdparams file or a released model's folder")
        state = paddle.load(os.fspath(path))
        strangers = [name for name, value in model.state_dict().items() if _differs(state.get(name), value)]
        if strangers:
            raise UsageError(f"{path} fits another network: {strangers[0]} differs", "name its own recipe")
        model.set_state_dict(state)
    else:
        released.load(path if path.is_dir() else path.parent, model)


def _differs(one: "paddle.Tensor | None", other: "paddle.Tensor") -> bool:
    return one is None or list(one.shape) != list(other.shape)


def _number(folder: Path) -> int:
    return int(folder.name.removeprefix("iter_"))
