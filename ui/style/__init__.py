"""Theme, icons and compiled resources."""
