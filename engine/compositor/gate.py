"""The privacy gate: the one place, last before the output, that chooses the output frame.

Camera pixels pass only with a mask that is fresh for their own frame, or because the person chose the background
`none`. In every other case the fallback frame is sent. The gate reads no camera pixel, keeps no state and can't be
switched off.
"""

from __future__ import annotations

from engine.core.frame import MAX_FLOW_RESIDUAL, Frame, Image, Mask
from engine.core.settings import BackgroundKind, Settings

MAX_PROPAGATED_AGE_NS = 150_000_000
"""Greatest age of a propagated mask's prediction: in more time a hand moves further than optical flow finds."""


def is_fresh(mask: Mask, frame: Frame) -> bool:
    """True if the mask was predicted on this frame, or propagated to it from a recent one with a small residual."""
    if mask.seq != frame.seq:
        return False
    if not (mask.alpha.size and mask.alpha.min() >= 0.0 and mask.alpha.max() <= 1.0):  # false for NaN, too
        return False
    age_ns = frame.captured_ns - mask.predicted_ns
    if age_ns == 0:
        return True
    return 0 < age_ns <= MAX_PROPAGATED_AGE_NS and mask.flow_residual <= MAX_FLOW_RESIDUAL


def gate(
    frame: Frame | None, mask: Mask | None, composite: Image | None, settings: Settings, fallback_frame: Image
) -> tuple[Image, bool]:
    """Chooses the output frame.

    Args:
        frame: The camera's frame, None where there is none.
        mask: The mask that the composite was made with.
        composite: The frame with its background replaced, None where making it failed.
        settings: The settings that the composite was made with.
        fallback_frame: What is sent where nothing else may be.

    Returns:
        The picture, and whether it shows the person (False for the fallback frame).
    """
    if frame is None:
        return fallback_frame, False
    if settings.background.kind is BackgroundKind.NONE:
        return frame.image, True
    if composite is None or mask is None or composite.size != frame.image.size or not is_fresh(mask, frame):
        return fallback_frame, False
    return composite, True
