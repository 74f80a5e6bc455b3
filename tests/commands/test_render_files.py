"""`main.py render` as a process: what becomes of good files, bad files, full disks and Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from engine.core.frame import Image
from engine.outputs.files.video_file import VideoFileOutput
from engine.privacy import own_picture
from tests.conftest import ROOT
from tests.support.clips import BEEP_AT_S, beep_starts_s, write_clip
from tests.support.waiting import until

SIZE = (160, 96)


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "main.py", "render", *map(str, arguments), "--background", "none"]


def render(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*arguments), cwd=ROOT, capture_output=True, text=True, timeout=150, check=False, **options
    )


def refused(done: subprocess.CompletedProcess[str], status: int, named: str) -> None:
    """One line on standard error that names the thing, and the right exit status."""
    assert done.returncode == status, done.stderr
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert line.startswith("cyclorama: ")
    assert named in line


def test_rate_sound_and_picture_of_a_video_are_kept(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "clip.mp4", SIZE, 40, audio="aac", colour=1)
    done = render(clip, tmp_path / "out.mkv", "--fps", "50")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with av.open(str(tmp_path / "out.mkv")) as container, av.open(str(clip)) as before:
        frames = list(container.decode(video=0))
        first = next(before.decode(video=0))
    assert len(frames) in (79, 80)
    assert frames[0].colorspace == 1
    assert np.abs(frames[0].to_ndarray().astype(int) - first.to_ndarray()).mean() < 3
    assert abs(beep_starts_s(tmp_path / "out.mkv") - BEEP_AT_S) < 0.04


def test_a_picture_keeps_its_odd_size(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "in.png"), np.full((91, 121, 3), 77, np.uint8))
    done = render(tmp_path / "in.png", tmp_path / "out.png")
    assert (done.returncode, done.stderr) == (0, "")
    assert np.array_equal(cv2.imread(str(tmp_path / "out.png")), np.full((91, 121, 3), 77, np.uint8))


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("name", "spoil", "status"),
    [
        ("missing.mp4", Path.unlink, 2),
        ("cut.mkv", _cut, 1),
        ("cut.mp4", _cut, 1),
        ("text.mp4", lambda path: path.write_text("no video"), 1),
        ("empty.mp4", lambda path: path.write_bytes(b""), 1),
        ("text.png", lambda path: path.write_text("no picture"), 1),
    ],
)
def test_bad_input_is_refused(tmp_path: Path, name: str, spoil: Callable[[Path], object], status: int) -> None:
    path = tmp_path / name
    write_clip(path.with_suffix(".mp4" if path.suffix == ".png" else path.suffix), SIZE, 40)
    if path.suffix == ".png":
        path.with_suffix(".mp4").rename(path)
    spoil(path)
    (tmp_path / "out").mkdir()
    refused(render(path, tmp_path / "out" / "out.mp4"), status, name)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("output", "status"), [("missing/out.mp4", 2), ("out.xyz", 2), ("a-folder.mp4", 1), ("mine", 1), ("out.png", 1)]
)
def test_output_that_cannot_be_is_refused(tmp_path: Path, output: str, status: int) -> None:
    clip = write_clip(tmp_path / "clip.mp4", SIZE, 5)
    (tmp_path / "a-folder.mp4").mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "diary.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    refused(render(clip, tmp_path / output), status, output.split("/", maxsplit=1)[0])
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
@pytest.mark.parametrize("output", ["out.mp4", "out.mkv", "frames"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, output: str) -> None:
    import resource

    def limit_file_size() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    clip = write_clip(tmp_path / "clip.mp4", SIZE, 60)
    refused(render(clip, tmp_path / output, preexec_fn=limit_file_size), 1, output)
    assert list(tmp_path.iterdir()) == [clip]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_render_leaves_nothing(tmp_path: Path, number: signal.Signals, status: int) -> None:
    clip = tmp_path / "clip.mp4"
    long = VideoFileOutput(clip)
    long.open((640, 360), 30)
    noise = Image.from_i420(np.random.default_rng(0).integers(16, 235, (540, 640), np.uint8))
    for _ in range(900):
        long.send(own_picture(noise))
    long.close()
    process = subprocess.Popen(
        _command(clip, tmp_path / "out.mp4"), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until(lambda: len(list(tmp_path.iterdir())) > 1 or process.poll() is not None)
    process.send_signal(number)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == status
    assert stderr == ""
    assert list(tmp_path.iterdir()) == [clip]
