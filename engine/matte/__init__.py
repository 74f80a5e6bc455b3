"""From a raw mask to a matte: temporal smoothing, edges, presence."""
