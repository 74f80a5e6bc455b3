"""Alpha blending of foreground and background along the edge."""
