"""The page of settings agrees with their declaration."""

from __future__ import annotations

import importlib.util

from tests.conftest import ROOT


def test_the_reference_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "make_settings_reference.py")
    assert spec
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == module.reference(), "run make_settings_reference.py"
