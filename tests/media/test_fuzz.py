"""A sample of `tests.media.fuzz`; the whole is run by name."""

from __future__ import annotations

import sys

import pytest

from tests.media.fuzz import fuzz, is_failure


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_mutated_files_are_read_or_refused_in_one_line() -> None:
    results = fuzz(88, seed=7)
    assert not [answer for answer in results if is_failure(answer)]
    assert results["read"] > 5
    assert len(results) > 5
