"""The background plate: colour, image, video or blur."""
