"""The clean plate: the empty background, captured once, tells what in front of it is the person."""
