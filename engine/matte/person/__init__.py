"""Which persons a mask shows: connected components, presence, motionless objects; and whether it can be one at all."""
