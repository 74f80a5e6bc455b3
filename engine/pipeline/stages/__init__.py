"""The three threads a frame walks through: capture, inference, composition."""
