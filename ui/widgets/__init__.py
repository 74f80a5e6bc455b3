"""The widgets that the window and its pages are made of."""
