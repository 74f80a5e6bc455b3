"""Programs that use the engine; each has a test of its own."""
