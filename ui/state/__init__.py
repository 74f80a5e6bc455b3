"""What the window remembers between starts."""
