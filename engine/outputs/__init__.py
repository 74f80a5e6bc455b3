"""Outputs: virtual cameras, files and none."""
