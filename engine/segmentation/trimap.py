"""Trimaps for Deep Image Matting: given by the user, or made from a portrait model's mask."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from engine.core.errors import UsageError
from engine.core.frame import F32, U8
from engine.segmentation.models.deploy import Size
from engine.segmentation.predictor import Predictor, RuntimePredictor

BACKGROUND, UNKNOWN, FOREGROUND = 0, 128, 255
BAND_PX = 25
"""Width of the unknown band along the mask's edge, at the matting model's input size."""
CERTAIN = 0.9
"""Probabilities from `CERTAIN` up and from `1 - CERTAIN` down are taken as certain outside the band."""


class TrimapPredictor:
    """A predictor made of a matting model and the source of its trimaps.

    Args:
        matting: Predicts alpha from an image and a trimap; closed with this one.
        source: A trimap, uint8 [H, W] of any size, for every image; or a portrait model, closed with this one.
            May be replaced before the next image.
    """

    def __init__(self, matting: RuntimePredictor, source: U8 | Predictor) -> None:
        self._matting = matting
        self.source: U8 | Predictor = source

    @property
    def model_id(self) -> str:
        """The matting model's id."""
        return self._matting.model_id

    @property
    def runtime(self) -> str:
        """The matting model's runtime."""
        return self._matting.runtime

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """See `Predictor.input_size`."""
        return self._matting.input_size(frame_size, vertical)

    def predict(self, small_bgr: U8) -> F32:
        """See `Predictor.predict`, uint8 [h, w, 3] to float32 [h, w]; what the trimap calls certain is 0 or 1."""
        trimap = self._trimap(small_bgr)
        alpha = self._matting.predict(small_bgr, trimap)
        alpha[trimap == BACKGROUND] = 0
        alpha[trimap == FOREGROUND] = 1
        return alpha

    def close(self) -> None:
        """See `Predictor.close`."""
        self._matting.close()
        if not isinstance(self.source, np.ndarray):
            self.source.close()

    def _trimap(self, small_bgr: U8) -> U8:
        size = small_bgr.shape[1], small_bgr.shape[0]
        if isinstance(self.source, np.ndarray):
            return cv2.resize(self.source, size, interpolation=cv2.INTER_NEAREST)  # type: ignore[return-value]
        portrait_bgr = cv2.resize(small_bgr, self.source.input_size(size), interpolation=cv2.INTER_AREA)
        mask = self.source.predict(portrait_bgr)  # type: ignore[arg-type]
        return trimap_of(cv2.resize(mask, size, interpolation=cv2.INTER_LINEAR))  # type: ignore[arg-type]


def trimap_of(mask: F32) -> U8:
    """Makes a trimap that is certain where the mask is, except along its edge.

    Args:
        mask: float32 [h, w] in [0, 1], 1 = person.

    Returns:
        uint8 [h, w]: 0 background, 255 foreground, 128 in a band of `BAND_PX` and wherever the mask is uncertain.
    """
    hard = (mask > 0.5).astype(np.uint8)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (BAND_PX, BAND_PX))
    band = cv2.morphologyEx(hard, cv2.MORPH_GRADIENT, disc) > 0
    uncertain = (mask > 1 - CERTAIN) & (mask < CERTAIN)
    trimap = np.where(hard > 0, np.uint8(FOREGROUND), np.uint8(BACKGROUND))
    trimap[band | uncertain] = UNKNOWN
    return trimap


def read_trimap(path: Path) -> U8:
    """Reads an image as a trimap: black is background, white foreground, everything between unknown.

    Returns:
        uint8 [H, W], 0, 128 or 255.

    Raises:
        UsageError: It is not an image.
    """
    try:
        grey = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_GRAYSCALE)
    except (OSError, cv2.error):
        grey = None
    if grey is None:
        raise UsageError(
            "{path} can't be read as a trimap",
            "give a PNG with black, grey and white",
            code="trimap-unreadable",
            path=path,
        )
    trimap = np.full(grey.shape, UNKNOWN, np.uint8)
    trimap[grey == BACKGROUND] = BACKGROUND
    trimap[grey == FOREGROUND] = FOREGROUND
    return trimap
