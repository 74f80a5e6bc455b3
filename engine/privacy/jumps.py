"""Rejects a mask that jumps although the picture does not: a network that answers nonsense for some frames."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2

from engine.core.frame import Frame, Mask


@dataclass(frozen=True, slots=True)
class JumpParameters:
    """Limits of a jump.

    Attributes:
        max_change: Share of the frame that may change sides from one mask to the next. A person who stands up or walks
            by a 1280x720 webcam at 30 frames a second changes up to 0.06; an answer with swapped classes changes 0.5
            to 1.
        max_luma_change: Mean luma difference (0..255) up to which two pictures are alike. Motion of a person leaves up
            to 8, a cut or a lamp that is switched leaves 20 and more, and explains another mask.
        memory_ns: A reference that was not confirmed for so long counts no more.
    """

    max_change: float = 0.3
    max_luma_change: float = 12.0
    memory_ns: int = 2_000_000_000


class JumpDetector:
    """Compares each mask with the last plausible one; used by the inference thread."""

    def __init__(self, parameters: JumpParameters | None = None) -> None:
        self._parameters = parameters or JumpParameters()
        self._reference: Mask | None = None
        self._confirmed_ns = 0

    def reset(self) -> None:
        """Forgets the reference: for another scene or model, and where others are hidden or shown again."""
        self._reference = None

    def checked(self, mask: Mask, frame: Frame) -> Mask:
        """The mask, marked as implausible where it jumped.

        Args:
            mask: The mask of a frame.
            frame: The frame.
        """
        if not mask.plausible:
            return mask
        if self._jumped(mask, frame.captured_ns):
            return replace(mask, plausible=False)
        self._reference, self._confirmed_ns = mask, frame.captured_ns
        return mask

    def _jumped(self, mask: Mask, captured_ns: int) -> bool:
        reference, limits = self._reference, self._parameters
        if reference is None or reference.alpha.shape != mask.alpha.shape:
            return False
        if captured_ns - self._confirmed_ns > limits.memory_ns:
            return False
        if cv2.norm(mask.alpha, reference.alpha, cv2.NORM_L1) <= limits.max_change * mask.alpha.size:
            return False
        return cv2.norm(mask.guide, reference.guide, cv2.NORM_L1) <= limits.max_luma_change * mask.guide.size
