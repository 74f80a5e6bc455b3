"""Scores of masks and mattes against ground truth."""
