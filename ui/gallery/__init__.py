"""The gallery of backgrounds."""
