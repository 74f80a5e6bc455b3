"""The privacy gate, and the only type that an output takes."""

from engine.privacy.gate import OutputFrame, Rejection, gate, is_fresh, own_picture

__all__ = ["OutputFrame", "Rejection", "gate", "is_fresh", "own_picture"]
