"""Finds and loads the native kernels."""

from __future__ import annotations

import ctypes
import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the build runs where NumPy isn't
    import numpy as np
    from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER / "source"

AVX2, BASELINE = "avx2", "baseline"
REFERENCE = "reference"
"""What runs where no native kernel does: NumPy and OpenCV."""

VARIABLE = "CYCLORAMA_KERNELS"
"""Environment variable that names the variant to use: one of the three above; the best one that loads if absent."""

_SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")


def library_path(name: str) -> Path:
    """Where the build puts a variant."""
    return FOLDER / f"kernels-{name}{_SUFFIX}"


def source_digest() -> str:
    """Names the C code that is here, so that an older library isn't fed with newer structures; empty without it."""
    files = sorted(SOURCE.glob("*.[ch]"))
    if not files:
        return ""
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def native() -> ctypes.CDLL | None:
    """The best variant for this processor; None where none was built. Calls release the interpreter's lock."""
    return _loaded()[1]


def variant() -> str:
    """Which kernels run: `avx2`, `baseline` or `reference`."""
    return _loaded()[0]


@cache
def _loaded() -> tuple[str, ctypes.CDLL | None]:
    wanted = os.environ.get(VARIABLE, "")
    if wanted == REFERENCE:
        return REFERENCE, None
    baseline = _load(BASELINE)
    if baseline is None:
        return REFERENCE, None
    if wanted != BASELINE and baseline.supports_avx2() and (avx2 := _load(AVX2)):
        return AVX2, avx2
    return BASELINE, baseline


def _load(name: str) -> ctypes.CDLL | None:
    """A library whose structures are those of this code; None if it is missing, unfit or of another version."""
    try:
        found = ctypes.CDLL(str(library_path(name)))
        found.kernels_digest.restype = ctypes.c_char_p
        digest = found.kernels_digest().decode()
    except (OSError, AttributeError):
        return None
    return found if source_digest() in ("", digest) else None


def address(array: NDArray[np.generic] | None) -> int | None:
    """Address of an array, uint8 or float32 [...]; None for none. Quicker than `ndarray.ctypes`."""
    return None if array is None else array.__array_interface__["data"][0]
