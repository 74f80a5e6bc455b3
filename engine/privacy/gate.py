"""The privacy gate: the one place, last before the output, that chooses the output frame.

Camera pixels pass only with a fresh, plausible mask of their own frame, or because the person chose the background
`none`. In every other case the fallback frame is sent. The gate keeps no state, computes no picture and can't be
switched off. Outputs take `OutputFrame` and nothing else, and only this module makes one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import cv2

from engine.core.frame import MAX_FLOW_RESIDUAL, Frame, Image, Mask, MaskOrigin, PixelFormat
from engine.core.settings import BackgroundKind, Settings
from engine.media.colour_formats import in_format

MAX_PROPAGATED_AGE_NS = 150_000_000
"""Greatest age of a propagated mask's prediction: in more time a hand moves further than optical flow finds."""

MAX_COVERAGE = 0.85
"""Share of the frame above which a mask is no person's. A network that answers "person" everywhere, as a damaged one
does, or one before a plain wall, covers 0.94 and more."""


class Rejection(StrEnum):
    """Why the gate sends the fallback frame."""

    NO_FRAME = "no frame"
    """There is no camera picture: the camera is closed, paused or lost."""
    NO_MASK = "no mask"
    NO_COMPOSITE = "no composite"
    """Composing failed, or the composite has another size than the frame."""
    OTHER_FRAME = "mask of another frame"
    INVALID_MASK = "invalid mask"
    """A value of the mask is no number between 0 and 1."""
    IMPLAUSIBLE_MASK = "implausible mask"
    """No person looks like this: nearly the whole frame, no edge of the picture, or a sudden jump."""
    STALE_MASK = "stale mask"
    """Its prediction is too old, or optical flow does not explain how the picture moved since."""


class _Seal:
    """Who holds this may make output frames."""


_SEAL: Final = _Seal()


class OutputFrame:
    """A picture that passed the gate.

    Attributes:
        image: The picture.
        rejection: Why it is the fallback frame; None where it shows the camera's picture or the person.
    """

    __slots__ = ("image", "rejection")

    def __init__(self, seal: _Seal, image: Image, rejection: Rejection | None) -> None:
        if seal is not _SEAL:
            raise TypeError("only the privacy gate makes output frames")
        self.image: Final = image
        self.rejection: Final = rejection

    @property
    def shows_person(self) -> bool:
        """Whether any pixel of it comes from the camera."""
        return self.rejection is None

    def in_format(self, pixel_format: PixelFormat) -> OutputFrame:
        """The same picture in another layout."""
        image = in_format(self.image, pixel_format)
        return self if image is self.image else OutputFrame(_SEAL, image, self.rejection)


def own_picture(image: Image) -> OutputFrame:
    """A picture that no camera took, such as a test picture, as an output takes it.

    Args:
        image: A picture that the program drew or read from its own files.
    """
    return OutputFrame(_SEAL, image, Rejection.NO_FRAME)


def rejection_of(mask: Mask, frame: Frame) -> Rejection | None:
    """Why a mask may not be used on a frame; None if it may.

    A mask may be used if it was predicted on this very frame, or was propagated to it (or is reused where nothing
    moved) from a prediction at most 150 ms old, with a flow residual of at most `MAX_FLOW_RESIDUAL`.
    """
    if mask.seq != frame.seq:
        return Rejection.OTHER_FRAME
    if not mask.is_valid:
        return Rejection.INVALID_MASK
    if not mask.plausible or cv2.mean(mask.alpha)[0] > MAX_COVERAGE:
        return Rejection.IMPLAUSIBLE_MASK
    age_ns = frame.captured_ns - mask.predicted_ns
    if mask.origin is MaskOrigin.PREDICTED:
        return None if age_ns == 0 else Rejection.STALE_MASK
    if 0 <= age_ns <= MAX_PROPAGATED_AGE_NS and 0 <= mask.flow_residual <= MAX_FLOW_RESIDUAL:
        return None
    return Rejection.STALE_MASK


def is_fresh(mask: Mask, frame: Frame) -> bool:
    """True if a mask may be used on a frame, see `rejection_of`."""
    return rejection_of(mask, frame) is None


def gate(
    frame: Frame | None, mask: Mask | None, composite: Image | None, settings: Settings, fallback_frame: Image
) -> OutputFrame:
    """Chooses the output frame.

    Args:
        frame: The camera's frame, None where there is none.
        mask: The mask that the composite was made with.
        composite: The frame with its background replaced, None where making it failed.
        settings: The settings that the composite was made with.
        fallback_frame: What is sent where nothing else may be.
    """
    rejection: Rejection | None = None
    if frame is None:
        rejection = Rejection.NO_FRAME
    elif settings.background.kind is BackgroundKind.NONE:
        return OutputFrame(_SEAL, frame.image, None)
    elif mask is None:
        rejection = Rejection.NO_MASK
    elif composite is None or composite.size != frame.image.size:
        rejection = Rejection.NO_COMPOSITE
    else:
        rejection = rejection_of(mask, frame)
        if rejection is None:
            return OutputFrame(_SEAL, composite, None)
    return OutputFrame(_SEAL, fallback_frame, rejection)
