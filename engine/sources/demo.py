"""The clip that comes with the program."""

from __future__ import annotations

from engine.platform.paths import assets_dir
from engine.sources.video_file import VideoFileSource


class DemoSource(VideoFileSource):
    """The built-in clip, paced and looped, for use without a camera."""

    def __init__(self) -> None:
        super().__init__(assets_dir() / "demo" / "demo.mp4", paced=True, loop=True)
