"""The engine: from a source of frames to masked pictures on an output. Knows no user interface."""

__version__ = "0.2.0"
