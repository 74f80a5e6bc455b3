"""Training, prediction and export with PaddleSeg, and how the built-in weights were made."""
