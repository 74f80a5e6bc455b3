"""From a network's raw mask to an alpha that stays on the person: temporal smoothing, presence, edges."""

from engine.matte.flow import propagate
from engine.matte.refine.refiner import EdgeRefiner
from engine.matte.temporal import MaskTracker

__all__ = ["EdgeRefiner", "MaskTracker", "propagate"]
