"""The three threads that process a frame: capture, inference, composition."""
