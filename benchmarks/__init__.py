"""Speed and mask quality, each against a baseline in the same run."""
