"""Coders of the graphics processor: used where they work and are faster, passed over in silence where not."""

from __future__ import annotations

from pathlib import Path

import av
import pytest

from engine.media import hardware
from engine.outputs.files.video_file import VideoFileOutput
from engine.privacy import own_picture
from engine.sources.video_file import VideoFileSource
from tests.outputs.test_video_file import SIZE, picture
from tests.support.clips import write_clip


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    hardware.faster_encoder.cache_clear()
    monkeypatch.setattr(hardware, "is_worth_trying", lambda: True)


def test_what_does_not_work_is_passed_over_in_silence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = VideoFileSource(write_clip(tmp_path / "clip.mp4", frames=4), paced=False, hardware=True)
    source.open()
    output = VideoFileOutput(tmp_path / "out.mp4", hardware=True)
    output.open(SIZE, 25)
    for index in range(4):
        assert source.read() is not None
        output.send(own_picture(picture(index)))
    output.close()
    source.close()
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert len(list(container.decode(video=0))) == 4
    assert capfd.readouterr() == ("", "")


def test_only_a_faster_encoder_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = {"slow": 2.0, "fast": 0.5, "broken": None, "libx264": 1.0}
    monkeypatch.setattr(hardware, "_ENCODERS", {name: ("nv12", {}) for name in ("broken", "slow", "fast")})
    monkeypatch.setattr(hardware.av, "codecs_available", set(seconds))
    monkeypatch.setattr(hardware, "_encoding_s", lambda name, *_: seconds[name])
    assert hardware.faster_encoder((64, 48)) == ("fast", "nv12", {})
    hardware.faster_encoder.cache_clear()
    seconds["fast"] = 1.5
    assert hardware.faster_encoder((64, 48)) is None


def test_the_encoder_that_is_found_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.outputs.files.video_file.faster_encoder", lambda size: ("mpeg4", "yuv420p", {}))
    output = VideoFileOutput(tmp_path / "out.mp4", hardware=True)
    output.open(SIZE, 25)
    output.send(own_picture(picture(0)))
    output.close()
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert container.streams.video[0].codec_context.codec.canonical_name == "mpeg4"
