"""The built-in clip as a source."""

from __future__ import annotations

import pytest

from engine.platform.paths import assets_dir
from engine.sources.demo import DemoSource


@pytest.mark.skipif(not (assets_dir() / "demo" / "demo.mp4").exists(), reason="the demo clip is not there")
def test_demo_clip_flows_without_an_end() -> None:
    source = DemoSource()
    info = source.open()
    assert info.live
    assert info.frames == 0
    assert min(info.size) >= 360
    assert [source.read().seq for _ in range(3)] == [0, 1, 2]
    source.close()
