"""The interface of a loaded model."""

from __future__ import annotations

from typing import Protocol

from engine.core.frame import F32, U8
from engine.segmentation.models.deploy import Size


class Predictor(Protocol):
    """A model, loaded and warmed up. One thread uses it at a time."""

    @property
    def model_id(self) -> str:
        """The model's id."""

    @property
    def runtime(self) -> str:
        """The runtime and the device, as in `openvino:CPU`."""

    def input_size(self, frame_size: Size, vertical: bool = False) -> Size:
        """(width, height) to scale a frame of `frame_size` to; `vertical` forces portrait orientation."""

    def predict(self, small_bgr: U8) -> F32:
        """Segments the person.

        Args:
            small_bgr: uint8 [h, w, 3], BGR, of a size that `input_size` returned.

        Returns:
            float32 [h, w] in [0, 1], 1 = person; a new array.

        Raises:
            ModelError: The runtime failed.
        """

    def close(self) -> None:
        """Releases the model; may be called twice."""


class RuntimePredictor(Predictor, Protocol):
    """A predictor of one runtime, which can also run matting models that take a trimap."""

    @property
    def needs_trimap(self) -> bool:
        """Whether `predict` needs a trimap beside the image."""

    def predict(self, small_bgr: U8, trimap: U8 | None = None) -> F32:
        """See `Predictor.predict`.

        Args:
            small_bgr: uint8 [h, w, 3], BGR.
            trimap: uint8 [h, w], 0 background, 128 unknown, 255 foreground; for a model that needs one.

        Returns:
            float32 [h, w] in [0, 1], 1 = person; a new array.
        """
