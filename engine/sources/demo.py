"""The clip that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from engine.sources.video_file import VideoFileSource

DEMO_CLIP: Final = Path(__file__).parents[2] / "assets" / "demo" / "demo.mp4"


class DemoSource(VideoFileSource):
    """The built-in clip, paced and without an end, for whoever has no camera at hand."""

    def __init__(self) -> None:
        super().__init__(DEMO_CLIP, paced=True, loop=True)
