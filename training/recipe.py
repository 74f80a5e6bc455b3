"""A YAML recipe in PaddleSeg's form, with what the command line changes in it."""

import argparse
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.core.errors import UsageError

if TYPE_CHECKING:
    from paddleseg.cvlibs import SegBuilder

CONFIGS = Path(__file__).parent / "configs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What every command that builds a network takes; PaddleSeg's names."""
    names = ", ".join(sorted(path.stem for path in CONFIGS.glob("*.yml")))
    parser.add_argument("--config", required=True, help=f"recipe: a .yml file, or one of {names}")
    parser.add_argument("--dataset_root", type=Path, help="folder with train.txt and val.txt, instead of the recipe's")
    parser.add_argument("--opts", nargs="+", metavar="KEY=VALUE", help="changes in the recipe, as model.num_classes=2")
    parser.add_argument("--device", default="cpu", help="cpu, gpu or gpu:N (default: %(default)s)")


def load(args: argparse.Namespace) -> "SegBuilder":
    """Builds nothing yet: answers PaddleSeg's builder for the recipe that `args` name.

    Raises:
        UsageError: PaddleSeg is not installed, or there is no such recipe, data set or key.
    """
    path = _path(args.config)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No ccache found")
        try:
            import paddle
            import paddleseg  # noqa: F401  registers networks, losses and transforms
        except ImportError as error:
            raise UsageError(f"training needs PaddleSeg ({error})", "install Cyclorama with its train extra") from error
    from paddleseg.cvlibs import Config, SegBuilder

    from training import compact_net, compatibility  # noqa: F401  registers the network

    compatibility.patch_losses()
    try:
        paddle.set_device(args.device)
    except (ValueError, RuntimeError, OSError) as error:
        raise UsageError(
            "Paddle has no device {device} here",
            "use --device cpu, or install Paddle's build for your GPU",
            code="training-device",
            device=args.device,
        ) from error
    try:
        config = Config(
            os.fspath(path),
            learning_rate=getattr(args, "learning_rate", None),
            batch_size=getattr(args, "batch_size", None),
            iters=getattr(args, "iters", None),
            opts=args.opts,
        )
    except (AssertionError, KeyError, ValueError) as error:
        raise UsageError(f"{path} is no usable recipe ({error})", "write it in PaddleSeg's form") from error
    if args.dataset_root:
        _move_data_set(config.dic, args.dataset_root)
    return SegBuilder(config)


def input_size(builder: "SegBuilder") -> tuple[int, int]:
    """(width, height) that the recipe's network is exported for."""
    for step in builder.config.dic["export"]["transforms"]:
        if step["type"] == "Resize":
            width, height = step["target_size"]
            return int(width), int(height)
    raise UsageError("the recipe exports no fixed size", "give its export section a Resize with target_size")


def _path(config: str) -> Path:
    path = Path(config)
    if path.suffix not in (".yml", ".yaml"):
        path = CONFIGS / f"{config}.yml"
    if not path.is_file():
        raise UsageError(f"there is no recipe {config}", "name a .yml file or one of training/configs")
    return path


def _move_data_set(recipe: dict[str, Any], root: Path) -> None:
    for part in ("train", "val"):
        names = root / f"{part}.txt"
        if not names.is_file():
            raise UsageError(f"{names} is missing", "make a data set with `dataset`")
        recipe[f"{part}_dataset"] |= {"dataset_root": os.fspath(root), f"{part}_path": os.fspath(names)}
