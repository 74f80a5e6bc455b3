"""The yardstick of speed does what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np

from benchmarks.processes import running_cpu_ms, running_fps, running_load
from benchmarks.reference import FlowFusion, blend, without_specks
from engine.platform.paths import assets_dir
from tests.conftest import ROOT
from tests.support.clips import write_clip


def test_it_renders_a_clip_and_says_how_fast(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", (320, 180), 5)
    cv2.imwrite(str(tmp_path / "background.png"), np.full((90, 90, 3), 40, np.uint8))
    command = [sys.executable, "-m", "benchmarks.reference", clip, "--background", tmp_path / "background.png"]
    command += ["--model", assets_dir() / "models" / "cyclorama-lite", "--flow", "--post-process", "--frames", "4"]
    command += ["--write", tmp_path / "out.avi"]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 0, done.stderr
    measured = json.loads(done.stdout)
    assert measured["frames"] == 4
    assert 0 < measured["loop_cpu_s"] < measured["cpu_s"]
    written = cv2.VideoCapture(str(tmp_path / "out.avi"))
    assert written.get(cv2.CAP_PROP_FRAME_COUNT) == 4
    assert written.read()[1].mean() < 60  # without a person in the clip the background shows


def test_blend_is_exact_at_both_ends() -> None:
    frame, background = np.full((4, 6, 3), 200, np.uint8), np.full((8, 8, 3), 50, np.uint8)
    assert np.all(blend(frame, background, np.ones((4, 6), np.float32)) == 200)
    assert np.all(blend(frame, background, np.zeros((4, 6), np.float32)) == 50)


def test_clean_up_drops_what_is_far_from_any_certain_person() -> None:
    score = np.zeros((144, 256), np.float32)
    score[40:, 80:160] = 1
    score[10:13, 10:13] = 1
    cleaned = without_specks(score)
    assert cleaned[:20, :20].max() == 0
    assert np.all(cleaned[44:, 84:156] == 1)


def test_fusion_holds_on_to_the_past_where_nothing_moves() -> None:
    frame = np.random.default_rng(0).integers(0, 255, (144, 256, 3), np.uint8)
    fusion = FlowFusion()
    before = np.full((144, 256), 0.5, np.float32)
    assert np.array_equal(fusion.fuse(frame, before), before)
    assert np.allclose(fusion.fuse(frame, np.full((144, 256), 0.7, np.float32)), 0.51)


def test_start_up_is_left_out() -> None:
    short = {"cpu_s": 2.0 + 30 * 0.01, "frames_out": 30, "frames_in": 40, "frames_dropped": 10, "wall_s": 3.0}
    long = {"cpu_s": 2.0 + 300 * 0.01, "frames_out": 300, "frames_in": 310, "frames_dropped": 10, "wall_s": 12.0}
    assert abs(running_cpu_ms(short, long) - 10) < 1e-9
    assert abs(running_load(short, long) - 0.3) < 1e-9
    assert abs(running_fps(short, long) - 30) < 1e-9
