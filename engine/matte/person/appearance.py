"""How one person looks, and how likely a pixel is theirs rather than another's: colours in coarse bins."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.core.frame import F32, U8

_SHIFT = 5
"""Bits of each channel that are left out: 8 bins a channel, in which a person's clothes fill some dozens."""
_BINS = 8**3
_FOLLOW = np.float32(0.1)
"""Weight of a frame against those before: a person who turns round is learned within a second."""
_FLOOR = np.float32(2e-3)
"""Share of every bin in each histogram, so that a colour seen once decides nothing."""
_MOST = 2.0
"""Largest logarithm of a ratio that counts."""

Bins = NDArray[np.uint16]


def bins_of(small_bgr: U8) -> Bins:
    """The bin of each pixel's colour, uint16 [h, w].

    Args:
        small_bgr: uint8 [h, w, 3].
    """
    blue, green, red = (small_bgr[..., channel].astype(np.uint16) >> _SHIFT for channel in range(3))
    return np.asarray((blue << 6) | (green << 3) | red, np.uint16)


class Appearance:
    """The colours of one person, learned from frame to frame."""

    def __init__(self) -> None:
        self.shares: F32 | None = None
        """Share of each bin, float32 [512]; None before anything was learned."""

    def learn(self, bins: Bins, where: U8) -> None:
        """Learns a frame.

        Args:
            bins: See `bins_of`.
            where: The person, uint8 [h, w], above 0.
        """
        counts = np.bincount(bins[where > 0], minlength=_BINS).astype(np.float32)
        if not (total := counts.sum()):
            return
        shares = counts / total
        self.shares = shares if self.shares is None else self.shares + (shares - self.shares) * _FOLLOW

    def likeness(self, bins: Bins, where: U8) -> float:
        """How much of its colours a region shares with the person, 0..1; 1 before anything was learned.

        Args:
            bins: See `bins_of`.
            where: The region, uint8 [h, w], above 0.
        """
        other = Appearance()
        other.learn(bins, where)
        if self.shares is None or other.shares is None:
            return 1.0
        return float(np.minimum(self.shares, other.shares).sum())


def evidence(bins: Bins, first: Appearance, second: Appearance) -> F32:
    """For each pixel how much its colour speaks for the first person (above 0) or the second: float32 [h, w], -1..1.

    Args:
        bins: See `bins_of`.
        first: One person.
        second: Another.
    """
    if first.shares is None or second.shares is None:
        return np.zeros(bins.shape, np.float32)
    ratio = np.log((first.shares + _FLOOR) / (second.shares + _FLOOR))
    table = np.clip(ratio / np.float32(_MOST), -1, 1).astype(np.float32)
    return np.asarray(cv2.blur(table[bins], (3, 3)), np.float32)
