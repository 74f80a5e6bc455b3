"""Each variant of the native kernels that was built and that this processor runs."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from benchmarks.clips import make_clip
from engine.kernels import library


@pytest.fixture(scope="session")
def clip_720p(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few frames of a person."""
    return make_clip(tmp_path_factory.mktemp("clips") / "person.mp4", (1280, 720), 0.3)


@pytest.fixture(params=[library.BASELINE, library.AVX2])
def native(request: pytest.FixtureRequest) -> ctypes.CDLL:
    baseline = library._load(library.BASELINE)
    if baseline is None:
        pytest.skip("the native kernels are not built: make kernels")
    if request.param == library.BASELINE:
        return baseline
    found = library._load(library.AVX2) if baseline.supports_avx2() else None
    if found is None:
        pytest.skip("this processor has no AVX2")
    return found
