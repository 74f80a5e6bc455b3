"""What the speed report is made of."""

from __future__ import annotations

import ctypes
import sys
import time
from pathlib import Path

import pytest

from benchmarks.clips import FPS, background_image, make_clip
from benchmarks.side_by_side import heartbeat
from benchmarks.speed import Report
from engine.sources.video_file import VideoFileSource


@pytest.mark.skipif(sys.platform == "win32", reason="usleep is POSIX")
def test_heartbeat_feels_who_holds_the_interpreter() -> None:
    held_us = 80_000
    with heartbeat() as late_ms:
        time.sleep(0.05)
        ctypes.PyDLL(None).usleep(held_us)  # PyDLL, other than CDLL, keeps the interpreter's lock
        time.sleep(0.05)
    assert max(late_ms) > held_us / 1000 - 10
    with heartbeat() as late_ms:
        time.sleep(0.2)
    assert len(late_ms) > 5


def test_a_clip_is_made_at_the_asked_size_and_length(tmp_path: Path) -> None:
    source = VideoFileSource(make_clip(tmp_path / "clip.mp4", (320, 180), 0.5), paced=False)
    info = source.open()
    source.close()
    assert (info.size, info.fps, info.frames) == ((320, 180), FPS, 15)
    assert background_image().exists()


def test_report_is_a_table_that_says_what_was_reached(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.add("fast", 5.0, "x", ">= 4", lambda value: value >= 4)
    report.add("slow", 3.0, "x", ">= 4", lambda value: value >= 4)
    report.add("baseline", 1.0, "ms")
    assert [figure.reached for figure in report.figures] == [True, False, None]
    rows = capsys.readouterr().out.splitlines()
    assert all(row.count("|") == 5 for row in rows)
    assert [row.split("|")[4].strip() for row in rows[2:]] == ["ok", "no", ""]
