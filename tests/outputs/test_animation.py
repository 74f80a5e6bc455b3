"""Animations that are written: every picture with its own time, played for ever."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.core.errors import UsageError
from engine.core.frame import Image, PixelFormat
from engine.media.animation import Animation
from engine.outputs.files.animation_file import AnimationOutput
from engine.privacy import own_picture
from engine.sources.animation_file import AnimationFileSource

TIMES_MS, END_MS = [0, 40, 200, 250], 1250


def shade(index: int, alpha: int | None = None) -> Image:
    bgr = np.full((40, 64, 3), 40 + 50 * index, np.uint8)
    bgr[:20] = (10, 200, 30)
    mask = np.full((40, 64), 255, np.uint8)
    mask[:, :32] = 0 if alpha is None else alpha
    return Image(PixelFormat.BGR, (bgr,), alpha=None if alpha is None else mask)


def write(path: Path, alpha: int | None = None) -> Path:
    output = AnimationOutput(path)
    output.open((64, 40), 25)
    for index, time_ms in enumerate(TIMES_MS):
        output.send_at(own_picture(shade(index, alpha)), time_ms * 1_000_000)
    output.end_at(END_MS * 1_000_000)
    output.close()
    output.close()
    return path


@pytest.mark.parametrize("ending", ["gif", "webp", "apng", "png"])
def test_pictures_and_times_come_back(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / f"out.{ending}")
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    frames = list(Animation(path).frames())
    assert [frame.start_ns // 1_000_000 for frame in frames] == TIMES_MS
    assert (frames[-1].start_ns + frames[-1].duration_ns) // 1_000_000 == END_MS
    for index, frame in enumerate(frames):
        assert np.abs(frame.bgr.astype(int) - shade(index).planes[0]).mean() < 6
    with PIL.Image.open(path) as opened:
        assert opened.info["loop"] == 0


@pytest.mark.parametrize("ending", ["gif", "webp", "apng"])
def test_transparency_is_kept(tmp_path: Path, ending: str) -> None:
    with PIL.Image.open(write(tmp_path / f"out.{ending}", alpha=0)) as opened:
        opened.seek(2)
        assert np.asarray(opened.convert("RGBA"))[30, 20, 3] == 0


def test_sources_give_what_was_written(tmp_path: Path) -> None:
    source = AnimationFileSource(write(tmp_path / "out.webp"), paced=False)
    info = source.open()
    assert info.size == (64, 40)
    assert info.frames == len(TIMES_MS)
    times = []
    while (frame := source.read()) is not None:
        times.append(frame.media_ns // 1_000_000)
    source.close()
    assert times == TIMES_MS
    assert source.end_ns == END_MS * 1_000_000


def test_a_loop_goes_on_evenly(tmp_path: Path) -> None:
    source = AnimationFileSource(write(tmp_path / "out.gif"), paced=False, loop=True)
    source.open()
    times = [frame.media_ns // 1_000_000 for frame in (source.read() for _ in range(6)) if frame]
    assert times == [*TIMES_MS, END_MS, END_MS + TIMES_MS[1]]
    source.close()


def test_abort_leaves_nothing(tmp_path: Path) -> None:
    output = AnimationOutput(tmp_path / "out.gif")
    output.open((64, 40), 25)
    output.send(own_picture(shade(0)))
    output.abort()
    assert list(tmp_path.iterdir()) == []


def test_other_endings_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't write an animation"):
        AnimationOutput(tmp_path / "out.bmp")
