"""Remote control of a running engine: over a local socket, and over D-Bus on Linux."""
