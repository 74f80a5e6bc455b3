"""Pixel formats, decoded frames and image files."""
