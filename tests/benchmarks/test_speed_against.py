"""The comparison of two checkouts."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from benchmarks import speed_against
from engine.core.errors import EngineError, UsageError

CHECKOUT = """
import json, sys
frames = 30 if "1.0.mp4" in sys.argv[2] else 90
print(json.dumps({{
    "frames_in": frames, "frames_out": frames, "frames_dropped": 0, "cpu_s": 1 + frames * {cpu_ms} / 1e3, "wall_s": 9,
    "first_frame_s": 0.5, "peak_rss_mb": 200, "stages": {{"capture": {{"cpu_p50_ms": 2.0}}}},
}}))
"""


def _checkout(path: Path, cpu_ms: float) -> Path:
    path.mkdir()
    (path / "main.py").write_text(CHECKOUT.format(cpu_ms=cpu_ms))
    return path


def _arguments(other: Path, tmp_path: Path, cases: str = "image") -> argparse.Namespace:
    return argparse.Namespace(
        against=other,
        cases=cases,
        background=None,
        seconds=2.0,
        rounds=2,
        model="auto",
        other_model=None,
        json=tmp_path / "figures.json",
    )


@pytest.fixture
def this(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = _checkout(tmp_path / "this", cpu_ms=6)
    monkeypatch.setattr(speed_against, "ROOT", root)
    monkeypatch.setattr(speed_against, "make_clip", lambda path, *_: path)
    return root


def test_ratios_leave_start_up_and_decoding_out(this: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert speed_against.against(_arguments(_checkout(tmp_path / "other", cpu_ms=10), tmp_path)) == 0
    figures = {item["name"]: item for item in json.loads((tmp_path / "figures.json").read_text())}
    without = figures["image: cpu a frame without decoding"]
    assert without["this"] == pytest.approx([4, 4])
    assert without["other"] == pytest.approx([8, 8])
    printed = next(row for row in capsys.readouterr().out.splitlines() if "without decoding" in row)
    assert printed.split("|")[4].strip() == "0.50"


@pytest.mark.parametrize("cases", ["image", "no-such-case"])
def test_wrong_arguments_are_refused(this: Path, tmp_path: Path, cases: str) -> None:
    other = tmp_path if cases == "image" else _checkout(tmp_path / "other", cpu_ms=10)
    with pytest.raises(UsageError):
        speed_against.against(_arguments(other, tmp_path, cases))


def test_failed_checkout_tells_why(this: Path, tmp_path: Path) -> None:
    other = _checkout(tmp_path / "other", cpu_ms=10)
    (other / "main.py").write_text("import sys; sys.exit('no network here')")
    with pytest.raises(EngineError, match="no network here"):
        speed_against.against(_arguments(other, tmp_path))


def test_spread_covers_every_round() -> None:
    row = speed_against.Comparison("cpu", "ms", [5, 6, 9], [10, 10, 10]).row()
    assert [cell.strip() for cell in row.split("|")[4:6]] == ["0.60", "0.50-0.90"]
