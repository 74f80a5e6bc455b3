"""Methods that know more of a frame than the network does: what they decide goes before its mask."""
