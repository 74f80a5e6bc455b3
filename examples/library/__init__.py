"""A Python program that uses the engine as a library."""
