"""The values and rules that every other package builds on."""
