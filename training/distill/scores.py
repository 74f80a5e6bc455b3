"""How good weights are: foreground IoU on webcam-like crops, and false persons in empty rooms.

A predictor takes a picture (uint8 [H, W, 3], BGR, any size) and answers alpha (float32 [144, 256], 0 to 1).
"""

from collections.abc import Callable, Iterable, Iterator

import cv2
import numpy as np

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
        seen = cv2.resize(predict(crop), (width, height), interpolation=cv2.INTER_LINEAR) > 0.5
        intersection += np.count_nonzero(seen & (truth > 0))
        union += np.count_nonzero(seen | (truth > 0))
    return intersection / union


def false_person_share(predict: Predictor, places: Iterable[np.ndarray]) -> float:
    """Share of pixels above 0.5 in pictures with nobody in them, over `room_views` of each."""
    return float(np.mean([np.mean(predict(view) > 0.5) for place in places for view in room_views(place)]))


def room_views(place: np.ndarray) -> Iterator[np.ndarray]:
    """The whole picture and its four corners at 60 %, each also mirrored, with some sensor noise and at dusk."""
    height, width = place.shape[:2]
    part_height, part_width = height * 6 // 10, width * 6 // 10
    views = [place]
    for top in (0, height - part_height):
        for left in (0, width - part_width):
            views.append(place[top : top + part_height, left : left + part_width])
    noise = np.random.default_rng(0)
    for view in views:
        yield view
        yield view[:, ::-1]
        yield np.clip(view * 0.6 + noise.normal(0, 8, view.shape), 0, 255).astype(np.uint8)
