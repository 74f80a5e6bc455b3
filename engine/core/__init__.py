"""Values, settings, errors and the hand-over that every other package uses."""
