"""Person and background become one picture, and the gate decides what leaves."""

from engine.compositor.compositor import RING_SIZE, Compositor

__all__ = ["RING_SIZE", "Compositor"]
