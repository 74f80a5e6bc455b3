"""Native kernels for the loops that NumPy is bad at: edge cells, composition, and what is done to the small mask.

Each has a reference in NumPy and OpenCV, in `engine.matte` and `engine.compositor.blending`, which runs where the
native one wasn't built; both give the same samples within one grey level. `source/` is the C code,
`packaging/build_kernels.py` compiles it.
"""

from engine.kernels.library import REFERENCE, native, variant

__all__ = ["REFERENCE", "native", "variant"]
