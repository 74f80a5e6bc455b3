"""How good weights are: foreground IoU on webcam-like crops, false persons in empty backgrounds, flicker on clips.

A predictor takes a picture (uint8 [H, W, 3], BGR, any size) and answers alpha (float32 [144, 256], 0 to 1). The figures
of the model card: `python -m training.distill.scores --help`.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np

from training.distill.pictures import Model, person_free, portrait, read_images, read_list

SCORED_PX = (640, 360)  # width, height

Predictor = Callable[[np.ndarray], np.ndarray]


def webcam_crop(image: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The 16:9 crop that leaves a tenth of its height above the head; the whole picture's width.

    Args:
        image: uint8 [H, W, 3].
        mask: uint8 [H, W], person > 0, not empty.
    """
    height, width = mask.shape
    crop_height = min(height, int(width * 9 / 16))
    head = int(np.flatnonzero(mask.any(axis=1))[0])
    top = int(np.clip(head - crop_height * 0.1, 0, height - crop_height))
    return image[top : top + crop_height], mask[top : top + crop_height]


def foreground_iou(predict: Predictor, pictures: Iterable[tuple[np.ndarray, np.ndarray]]) -> float:
    """IoU of the person at 0.5 over pictures with masks, summed over their webcam crops at their own size."""
    intersection = union = 0
    for image, mask in pictures:
        crop, truth = webcam_crop(image, mask)
        height, width = truth.shape
        person = cv2.resize(predict(crop), (width, height), interpolation=cv2.INTER_LINEAR) > 0.5
        intersection += int(np.count_nonzero(person & (truth > 0)))
        union += int(np.count_nonzero(person | (truth > 0)))
    return intersection / union


def false_person_share(predict: Predictor, backgrounds: Iterable[np.ndarray]) -> float:
    """Share of pixels above 0.5 in pictures without a person, over `background_views` of each."""
    return float(
        np.mean([np.mean(predict(view) > 0.5) for background in backgrounds for view in background_views(background)])
    )


def background_views(background: np.ndarray) -> Iterator[np.ndarray]:
    """The whole picture and its four corners at 60 %, each also mirrored, and darker with sensor noise."""
    height, width = background.shape[:2]
    part_height, part_width = height * 6 // 10, width * 6 // 10
    views = [background]
    for top in (0, height - part_height):
        views.extend(background[top : top + part_height, left : left + part_width] for left in (0, width - part_width))
    noise = np.random.default_rng(0)
    for view in views:
        yield view
        yield view[:, ::-1]
        yield np.clip(view * 0.6 + noise.normal(0, 8, view.shape), 0, 255).astype(np.uint8)


def flicker(predict: Predictor, frames: Iterable[np.ndarray]) -> float:
    """Mean change of alpha x1000 along the pictures' own optical flow (DIS), at 640x360."""
    flow_of = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    grid = np.stack(np.meshgrid(*(np.arange(side, dtype=np.float32) for side in SCORED_PX)), axis=-1)
    changes: list[float] = []
    before: tuple[np.ndarray, np.ndarray] | None = None
    for frame in frames:
        grey = cv2.cvtColor(cv2.resize(frame, SCORED_PX, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
        alpha = cv2.resize(predict(frame), SCORED_PX, interpolation=cv2.INTER_LINEAR)
        if before is not None:
            backward = flow_of.calc(grey, before[0], None)  # type: ignore[call-overload]
            warped = cv2.remap(before[1], grid + backward, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[call-overload]
            changes.append(float(np.abs(alpha - warped).mean() * 1e3))
        before = grey, alpha
    return float(np.mean(changes))


def main() -> None:
    """Prints one line of figures for each model."""
    parser = argparse.ArgumentParser(description="Score models (model.pdmodel, 256x144, softmax) beside one another.")
    parser.add_argument("models", type=Path, nargs="+", help="folders that hold model.pdmodel")
    parser.add_argument("--data", type=Path, required=True, help="data set in PaddleSeg's form; val.txt is scored")
    parser.add_argument("--backgrounds", type=Path, nargs="+", required=True, help="photographs without a person")
    parser.add_argument("--clips", type=Path, nargs="+", default=[], help="videos")
    parser.add_argument("--frames", type=int, default=40, help="of each clip (%(default)s)")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    val = [(image, mask) for _, image, mask in read_list(args.data, "val.txt")]
    rng = np.random.default_rng(0)
    beside = [background for pair in val if (one := portrait(*pair)) for background in person_free(one, rng, 2)]
    backgrounds = read_images(args.backgrounds)
    print("model | val IoU | backgrounds | beside persons in val | flicker of each clip, mean")
    for folder in args.models:
        predict = Model(folder / "model.pdmodel").predict
        flickers = [flicker(predict, _frames(clip, args.frames)) for clip in args.clips]
        print(
            f"{folder.name} | {foreground_iou(predict, val):.4f} | {false_person_share(predict, backgrounds):.4f} | "
            f"{np.mean([np.mean(predict(background) > 0.5) for background in beside]):.4f} | "
            f"{' '.join(f'{value:.2f}' for value in flickers)}, {np.mean(flickers or [np.nan]):.2f}",
            flush=True,
        )


def _frames(clip: Path, at_most: int) -> Iterator[np.ndarray]:
    video = cv2.VideoCapture(str(clip))
    for _ in range(at_most):
        found, frame = video.read()
        if not found:
            return
        yield frame


if __name__ == "__main__":
    main()
