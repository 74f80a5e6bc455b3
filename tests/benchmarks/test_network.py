"""The comparison of networks."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from benchmarks.command import add_arguments, run


def test_networks_are_compared_with_the_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    report = tmp_path / "report.json"
    args = ["network", "cyclorama-lite", "cyclorama-lite", "--rounds", "3", "--json", str(report)]
    assert run(parser.parse_args(args)) == 0
    figures = json.loads(report.read_text())["cyclorama-lite"]
    assert figures["ratio"] == 1
    assert 0 < figures["p10_ms"] <= figures["median_ms"]
    assert "cyclorama-lite" in capsys.readouterr().out
