"""From a network's raw mask to the alpha of a frame: region of interest, presence, temporal smoothing, edges."""

from engine.matte.methods.selection import MattingSelection
from engine.matte.pipeline import MattePipeline
from engine.matte.propagation import propagate
from engine.matte.refine.refiner import EdgeRefiner

__all__ = ["EdgeRefiner", "MattePipeline", "MattingSelection", "propagate"]
