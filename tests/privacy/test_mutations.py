"""The mutants fit the code: each takes out a text that is there, once. `make test-mutations` runs them."""

import pytest

from tests.conftest import ROOT
from tests.privacy.mutations import MUTANTS, Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_it_takes_a_guard_out(mutant: Mutant) -> None:
    assert (ROOT / mutant.file).read_text("utf-8").count(mutant.old) == 1
    assert mutant.old != mutant.new
    assert all((ROOT / path).is_file() for path in mutant.tests)


def test_there_are_many() -> None:
    assert len(MUTANTS) >= 40
    assert len({(mutant.file, mutant.name) for mutant in MUTANTS}) == len(MUTANTS)
