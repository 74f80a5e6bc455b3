"""From a network's raw mask to the alpha of a frame: region of interest, presence, temporal smoothing, edges."""

from engine.matte.flow import propagate
from engine.matte.refine.refiner import EdgeRefiner
from engine.matte.temporal import MaskTracker

__all__ = ["EdgeRefiner", "MaskTracker", "propagate"]
