"""Virtual cameras: v4l2loopback, PipeWire, OBS and Unity Capture."""
