"""A running pipeline: the stages' threads, the live session, idle control."""
