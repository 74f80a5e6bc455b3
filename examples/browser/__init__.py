"""The built-in network in a page in the browser."""
