"""`predict`: masks of pictures by a trained network, laid out as PaddleSeg's."""

import argparse
from pathlib import Path

import cv2
import numpy as np

from engine.core.errors import UsageError
from engine.media.suffixes import STILL_SUFFIXES, listed
from training import recipe

TINT_BGR = (0, 0, 128)
TINT_SHARE = 0.4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PaddleSeg's options."""
    recipe.add_arguments(parser)
    parser.add_argument("--model_path", type=Path, required=True, help="model.pdparams, or a released model's folder")
    parser.add_argument("--image_path", type=Path, required=True, help="a picture, or a folder of them")
    parser.add_argument("--save_dir", type=Path, default=Path("output/result"), help="default: %(default)s")


def run(args: argparse.Namespace) -> int:
    """Writes added_prediction/ (the person tinted) and pseudo_color_prediction/ (labels 0, 1) for every picture.

    Raises:
        UsageError: The recipe, the weights or the pictures are missing.
    """
    pictures = _pictures(args.image_path)
    builder = recipe.load(args)
    import paddle
    from paddle.nn import functional
    from paddleseg.transforms import Compose

    from training import checkpoints

    checkpoints.load_weights(args.model_path, builder.model)
    builder.model.eval()
    transforms = Compose(builder.val_transforms)
    folders = [args.save_dir / name for name in ("added_prediction", "pseudo_color_prediction")]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    for path in pictures:
        picture = cv2.imread(str(path))
        if picture is None:
            raise UsageError(f"{path} is no picture", "remove it from the folder")
        x = transforms({"img": picture.astype(np.float32), "trans_info": []})["img"]
        with paddle.no_grad():
            logits = builder.model(paddle.to_tensor(x)[None])[0]
            labels = functional.interpolate(logits, picture.shape[:2], mode="bilinear").argmax(1).numpy()[0]
        tint = np.where(labels[..., None] > 0, np.array(TINT_BGR, np.uint8), picture)
        added = cv2.addWeighted(picture, 1 - TINT_SHARE, tint, TINT_SHARE, 0)
        cv2.imwrite(str(folders[0] / f"{path.stem}.jpg"), added)
        cv2.imwrite(str(folders[1] / f"{path.stem}.png"), labels.astype(np.uint8))
    print(f"{len(pictures)} pictures in {args.save_dir}")
    return 0


def _pictures(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = sorted(entry for entry in path.glob("*") if entry.suffix.lower() in STILL_SUFFIXES)
    if not found:
        raise UsageError(f"{path} holds no pictures", f"name a picture ({listed(STILL_SUFFIXES)}) or a folder")
    return found
