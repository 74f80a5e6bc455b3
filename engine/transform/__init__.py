"""Frame transforms before inference: rotation, crop, mirror, exposure, auto-framing."""
