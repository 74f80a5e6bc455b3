"""`render` with many files and with pipes, as processes."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import PIL.Image
import pytest

from tests.conftest import ROOT
from tests.support.clips import write_clip


def render(*arguments: object, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "main.py", "render", *map(str, arguments), "--background", "none"]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, timeout=170, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    source = tmp_path / "in"
    (source / "sub").mkdir(parents=True)
    for name in ("a.jpg", "b.png", "sub/a.jpg"):
        PIL.Image.new("RGB", (64, 48), "orange").save(source / name)
    PIL.Image.new("RGB", (64, 48), "blue").save(source / "a.bmp")
    write_clip(source / "clip.mkv", frames=5)
    (source / "broken.png").write_bytes((source / "b.png").read_bytes()[:60])
    (source / "notes.txt").write_text("none of these")
    return source


def test_a_folder_is_rendered_skipped_and_reported(folder: Path) -> None:
    out = folder.parent / "out"
    done = render(folder, out, "--jobs", 2)
    assert done.returncode == 1
    written = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert written == ["a.jpg", "a.png", "b.png", "clip.mkv", "sub/a.jpg"]
    errors = done.stderr.decode().splitlines()
    assert [line for line in errors if line.startswith("cyclorama:")] == [errors[0]]
    assert "broken.png" in errors[0]
    assert "5 rendered, 0 skipped because done, 1 failed" in errors[-1]
    (folder / "broken.png").unlink()
    (out / "b.png").unlink()
    stamp = (out / "a.jpg").stat().st_mtime_ns
    again = render(folder, out)
    assert again.returncode == 0
    assert "1 rendered, 4 skipped" in again.stderr.decode()
    assert (out / "a.jpg").stat().st_mtime_ns == stamp


def test_patterns_and_masks(folder: Path) -> None:
    out, masks = folder.parent / "out", folder.parent / "masks"
    assert render(folder / "*.bmp", folder / "b.png", out, "--mask-out", masks).returncode == 0
    assert sorted(path.name for path in out.iterdir()) == ["a.png", "b.png"]
    nothing = render(folder / "*.gif", out)
    assert nothing.returncode == 2
    assert len(nothing.stderr.splitlines()) == 1


def test_many_files_do_not_go_into_one(folder: Path) -> None:
    done = render(folder, folder.parent / "out.mp4")
    assert done.returncode == 2
    assert b"name a folder" in done.stderr


def test_a_picture_goes_through_pipes(folder: Path) -> None:
    done = render("-", "-", given=(folder / "b.png").read_bytes())
    assert done.returncode == 0, done.stderr
    with PIL.Image.open(io.BytesIO(done.stdout)) as opened:
        assert (opened.format, opened.size) == ("PNG", (64, 48))


def frames(data: bytes, **options: Any) -> list[float]:
    with av.open(io.BytesIO(data), **options) as container:
        return [round(frame.time, 3) for frame in container.decode(video=0)]


def test_video_goes_through_pipes(folder: Path) -> None:
    nut = render(folder / "clip.mkv", "-")
    assert nut.returncode == 0, nut.stderr
    assert frames(nut.stdout) == [0, 0.04, 0.08, 0.12, 0.16]
    mjpeg = render("-", "-", "--output-format", "mjpeg", given=nut.stdout)
    assert mjpeg.returncode == 0, mjpeg.stderr
    back = render("-", folder / "back.mp4", "--input-format", "mjpeg", "--input-fps", 25, given=mjpeg.stdout)
    assert back.returncode == 0, back.stderr
    assert frames((folder / "back.mp4").read_bytes()) == [0, 0.04, 0.08, 0.12, 0.16]


def test_raw_video_goes_through_pipes() -> None:
    picture = np.full((72, 64), 120, np.uint8)
    raw = render(
        "-", "-", "--input-format", "raw", "--input-size", "64x48", "--input-fps", 10, "--output-format", "raw",
        given=picture.tobytes() * 3,
    )  # fmt: skip
    assert raw.returncode == 0, raw.stderr
    assert raw.stdout == picture.tobytes() * 3
    missing = render("-", "-", "--input-format", "raw", given=b"")
    assert missing.returncode == 2
    assert b"--input-size" in missing.stderr


def test_transparency_is_never_black_in_silence(folder: Path) -> None:
    command = [sys.executable, "main.py", "render", str(folder / "b.png"), str(folder / "c.jpg")]
    done = subprocess.run(
        [*command, "--background", "transparent"], cwd=ROOT, capture_output=True, timeout=100, check=False
    )
    assert done.returncode == 2
    assert b"transparent" in done.stderr
    assert not (folder / "c.jpg").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["run", "--source", "camera:77", "--seconds", "1", "--sink", "none"], 1, "no picture came"),
        (["run", "--runtime", "quantum"], 2, "'quantum'"),
    ],
)
def test_requests_that_can_not_be_met_end_in_one_line(arguments: list[str], status: int, words: str) -> None:
    command = [sys.executable, "main.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == status
    lines = [line for line in done.stderr.splitlines() if line.startswith("cyclorama:")]
    assert len(lines) == 1
    assert words in lines[0]
