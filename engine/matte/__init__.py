"""From a network's raw mask to an alpha that stays on the person: temporal smoothing, presence, edges."""

from engine.matte.edges import EdgeRefiner
from engine.matte.flow import CARRY_RESIDUAL_LIMIT, carry
from engine.matte.tracker import MaskTracker

__all__ = ["CARRY_RESIDUAL_LIMIT", "EdgeRefiner", "MaskTracker", "carry"]
