"""Composes the person over the background; the privacy gate chooses the output frame."""

from engine.compositor.compositor import RING_SIZE, Compositor

__all__ = ["RING_SIZE", "Compositor"]
