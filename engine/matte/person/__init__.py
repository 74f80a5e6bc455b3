"""Whether a mask shows a person: presence, plausibility, motionless objects."""
