"""Mean IoU and pixel accuracy on the validation pictures, as PaddleSeg defines them."""

import numpy as np
import paddle
from paddle.nn import functional


def confusion(model: paddle.nn.Layer, data: paddle.io.Dataset) -> np.ndarray:
    """Counts pixels at the masks' own size, shared among the processes of a distributed run.

    Args:
        model: Answers a list of logits [1, C, H, W], the finest first; left in evaluation mode.
        data: A PaddleSeg data set in mode `val`.

    Returns:
        int64 [C, C], truth by prediction; pixels with the data set's ignore_index left out.
    """
    model.eval()
    classes, rank, world = data.num_classes, paddle.distributed.get_rank(), paddle.distributed.get_world_size()
    counts = np.zeros((classes, classes), np.int64)
    with paddle.no_grad():
        for index in range(rank, len(data), world):
            item = data[index]
            truth = np.asarray(item["label"]).reshape(np.asarray(item["label"]).shape[-2:])
            logits = model(paddle.to_tensor(item["img"])[None])[0]
            seen = functional.interpolate(logits, truth.shape, mode="bilinear").argmax(1).numpy()[0]
            valid = truth != data.ignore_index
            pairs = truth[valid].astype(np.int64) * classes + seen[valid]
            counts += np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)
    if world > 1:
        total = paddle.to_tensor(counts)
        paddle.distributed.all_reduce(total)
        counts = total.numpy()
    return counts


def scores(counts: np.ndarray) -> dict[str, float]:
    """Mean over the classes of intersection over union, and the share of pixels that are right, 0 to 1."""
    right = np.diag(counts)
    union = counts.sum(0) + counts.sum(1) - right
    present = union > 0
    return {"mIoU": float(np.mean(right[present] / union[present])), "accuracy": float(right.sum() / counts.sum())}
