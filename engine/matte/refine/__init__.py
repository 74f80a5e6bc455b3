"""Edge refinement at the frame's resolution."""
