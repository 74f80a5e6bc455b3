"""Green screen: alpha from the chroma of a cloth of one colour."""

from engine.matte.methods.key.green_screen import GreenScreen

__all__ = ["GreenScreen"]
