"""Person and background become one picture, and the gate decides what leaves."""
