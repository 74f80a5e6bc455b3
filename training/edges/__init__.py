"""How the model that refines edges is made: samples from filmed cut-outs, and a fit in NumPy."""
