"""Clips of a talking head to measure on, rendered again for each run."""

from __future__ import annotations

import os
from pathlib import Path

from engine.core.settings import Settings
from engine.outputs.files.video_file import VideoFileOutput
from engine.platform.paths import assets_dir
from engine.privacy import own_picture
from engine.sources.video_file import VideoFileSource
from engine.transform.frame_transform import prepare

FPS = 30
SHARED = Path(os.environ.get("CYCLORAMA_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def person_clip() -> Path:
    """A clip of a person: a real one where the shared material is there, else the built-in demo."""
    real = SHARED / "media" / "clips" / "doctor.mp4"
    return real if real.exists() else assets_dir() / "demo" / "demo.mp4"


def background_image() -> Path:
    """A background image for the compositor."""
    return sorted((assets_dir() / "backgrounds").glob("*.jpg"))[0]


def make_clip(path: Path, size: tuple[int, int], seconds: float) -> Path:
    """Writes the person's clip scaled to (width, height), 30 frames a second, of that duration."""
    source = VideoFileSource(person_clip(), paced=False, loop=True)
    source.open()
    output = VideoFileOutput(path)
    output.open(size, FPS)
    try:
        for _ in range(round(seconds * FPS)):
            frame = source.read()
            if frame is None:
                break
            output.send(own_picture(prepare(frame.image, size, Settings())))
        output.close()
    finally:
        output.abort()
        source.close()
    return path
