"""Sources of frames: cameras, videos, animations, pictures, the demo clip, a synthetic person."""
