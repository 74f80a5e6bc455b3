"""What a matting method decides of one frame."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from engine.core.frame import U8, Frame, Image, Mask
from engine.matte.person.plausibility import Plausibility
from engine.matte.refine.features import working_size
from engine.media.colour_formats import downsample_plane

_HIDDEN = 160
"""Level (0..255) of upsampled hidden persons from which on nothing is shown: a little inside them, where the subject's
soft edge is not."""

_plausibility = Plausibility()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a method knows of one frame, at the working size; where it knows nothing, network and refinement decide.

    Attributes:
        alpha: uint8 [h, w], 255 = person.
        certainty: uint8 [h, w]: 255 where the alpha holds, 0 where the network decides, blended in between.
        person: The frame with the person's own colours, of the same format and size; what is blended.
        unmixed: Those colours have nothing of the background in them on the edge either, so that none is taken out.
    """

    alpha: U8
    certainty: U8
    person: Image
    unmixed: bool = False

    def __post_init__(self) -> None:
        if self.alpha.shape != self.certainty.shape:
            raise ValueError(f"an alpha of {self.alpha.shape} and a certainty of {self.certainty.shape} don't match")

    def over(self, alpha: U8) -> U8:
        """An alpha with the decision in it, uint8 [h, w] at the decision's size.

        Args:
            alpha: uint8 [y, x] of any size.
        """
        size = self.alpha.shape[1], self.alpha.shape[0]
        alpha = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_LINEAR), np.uint8)
        return blended(alpha, self.alpha, self.certainty)

    def without(self, hidden: U8) -> Decision:
        """The same, with persons taken out who are not to be seen.

        Args:
            hidden: Where they are, uint8 [y, x] of any size, 255 there.
        """
        size = self.alpha.shape[1], self.alpha.shape[0]
        surely = cv2.threshold(
            cv2.resize(hidden, size, interpolation=cv2.INTER_LINEAR), _HIDDEN, 255, cv2.THRESH_BINARY
        )[1]
        alpha = np.asarray(cv2.bitwise_and(self.alpha, cv2.bitwise_not(surely)), np.uint8)
        return replace(self, alpha=alpha, certainty=np.asarray(cv2.bitwise_or(self.certainty, surely), np.uint8))

    def undecided(self, size: tuple[int, int]) -> U8:
        """Where something is left to the network: uint8 [h, w] of a (width, height), 255 there, else 0."""
        certainty = _resized(self.certainty, size)
        return np.asarray(cv2.threshold(certainty, 254, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)

    def applied_to(self, mask: Mask) -> Mask:
        """The mask with the decision in it, which the gate judges; one that is no number stays as it is.

        It is implausible where either was: a method that takes the background for the person shows nothing.
        """
        if not mask.is_valid:
            return mask
        size = mask.alpha.shape[1], mask.alpha.shape[0]
        weight = _resized(self.certainty, size) * np.float32(1 / 255)
        alpha = _resized(self.alpha, size) * np.float32(1 / 255)
        alpha -= mask.alpha
        alpha *= weight
        alpha += mask.alpha
        np.clip(alpha, 0, 1, out=alpha)
        return replace(mask, alpha=alpha, plausible=mask.plausible and _plausibility.judge(alpha, mask.guide))


def nothing_decided(frame: Frame) -> Decision:
    """A decision that leaves the whole frame to the network."""
    width, height = working_size(frame.image.size)
    nothing = np.zeros((height, width), np.uint8)
    return Decision(nothing, nothing, frame.image)


def blended(alpha: U8, decided: U8, certainty: U8) -> U8:
    """Two alphas, weighted: uint8 [h, w] each.

    Args:
        alpha: Where the certainty is 0.
        decided: Where it is 255.
        certainty: The weight of the second.
    """
    result = np.zeros_like(alpha)
    x, y, width, height = cv2.boundingRect(cv2.max(alpha, decided))
    if width:  # outside nothing is the person's by either
        part = slice(y, y + height), slice(x, x + width)
        second = cv2.multiply(decided[part], certainty[part], scale=1 / 255)
        first = cv2.multiply(alpha[part], cv2.bitwise_not(certainty[part]), scale=1 / 255)
        cv2.add(first, second, dst=result[part])
    return result


def _resized(plane: U8, size: tuple[int, int]) -> U8:
    if (plane.shape[1], plane.shape[0]) == size:
        return plane
    return downsample_plane(plane, size, quick=True)
