"""Source and sink specifications: from the words of the command line to sources and outputs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.core.errors import UsageError
from engine.core.settings import Settings
from engine.media.media_kind import MediaKind, kind_of
from engine.media.suffixes import ANIMATION_SUFFIXES, STILL_SUFFIXES, WRITTEN_ANIMATIONS
from engine.outputs.base import Output
from engine.sources.base import Source

if TYPE_CHECKING:
    from engine.outputs.virtual_camera.camera import VirtualCamera

SOURCES = "camera[:INDEX|NAME|PATH], file:PATH, demo or synthetic"
SINKS = "virtual[:NAME|:pipewire], file:PATH or none"


def existing(path: Path) -> Path:
    """The path, if there is a file.

    Raises:
        UsageError: There is none.
    """
    if not path.is_file():
        raise UsageError("no such file: {path}", "check the name", code="input-file-missing", path=path)
    return path


def in_folder(path: Path) -> Path:
    """The path, if there is a folder to write it to.

    Raises:
        UsageError: There is no such folder.
    """
    if not path.absolute().parent.is_dir():
        raise UsageError(
            "no such folder: {folder}", "create it first", code="output-folder-missing", folder=path.absolute().parent
        )
    return path


def live_source(spec: str, settings: Settings, *, loop: bool = False) -> Source:
    """A source that keeps its own time, of `camera:…`, `file:PATH`, `demo` or `synthetic`.

    Args:
        spec: Which.
        settings: The camera, and the size and rate that are asked for.
        loop: Whether a video starts over at its end.

    Raises:
        UsageError: The word is none of these, or the file is not there.
    """
    word, _, rest = spec.partition(":")
    size = (settings.width, settings.height)
    if word == "camera":
        from engine.sources.camera import CameraSource

        return CameraSource(rest or settings.camera, size, settings.fps, settings.camera_format)
    if word == "demo" and not rest:
        from engine.sources.demo import DemoSource

        return DemoSource()
    if word == "synthetic" and not rest:
        from engine.sources.synthetic import SyntheticSource

        return SyntheticSource(size=size, fps=settings.fps, paced=True)
    if word == "file" and rest:
        path = existing(Path(rest))
        return _file_source(path, paced=True, repeat_fps=settings.fps, loop=loop)
    raise UsageError("no such source {spec}", "use {sources}", code="source-unknown", spec=repr(spec), sources=SOURCES)


def file_source(path: Path, *, hardware: bool = False) -> Source:
    """A source for rendering: every frame of a picture or video, as fast as it goes.

    Args:
        path: Of the file.
        hardware: Let the graphics processor decode a video, where it works and is faster.

    Raises:
        UsageError: The file is not there.
    """
    return _file_source(existing(path), paced=False, hardware=hardware)


def _file_source(
    path: Path, *, paced: bool, repeat_fps: float | None = None, loop: bool = False, hardware: bool = False
) -> Source:
    """A source of the kind that the file's content asks for."""
    match kind_of(path):
        case MediaKind.STILL:
            from engine.sources.image_file import ImageSource

            return ImageSource(path, repeat_fps=repeat_fps)
        case MediaKind.ANIMATION:
            from engine.sources.animation_file import AnimationFileSource

            return AnimationFileSource(path, paced=paced, loop=loop)
        case MediaKind.VIDEO:
            from engine.sources.video_file import VideoFileSource

            return VideoFileSource(path, paced=paced, loop=loop, hardware=hardware)


def sink(spec: str, settings: Settings) -> Output:
    """An output for `run`, of `virtual[:NAME|:pipewire]`, `file:PATH` or `none`.

    Raises:
        UsageError: The word is none of these, or a file can't be written there.
    """
    word, _, rest = spec.partition(":")
    if word == "none" and not rest:
        from engine.outputs.null import NullOutput

        return NullOutput()
    if word == "virtual":
        return virtual_camera(settings, rest)
    if word == "file" and rest:
        return file_output(Path(rest))
    raise UsageError("no such sink {spec}", "use {sinks}", code="sink-unknown", spec=repr(spec), sinks=SINKS)


def virtual_camera(settings: Settings, target: str = "") -> VirtualCamera:
    """The camera that meeting programs pick: the one named, or what the settings say."""
    from engine.compositor.canvas import Canvas
    from engine.compositor.fallback_frame import neutral_frame
    from engine.core.frame import Matrix, PixelFormat
    from engine.outputs.virtual_camera.camera import VirtualCamera

    target = target or settings.virtual_camera
    return VirtualCamera(
        "" if target == "auto" else target, lambda size: neutral_frame(Canvas(size, PixelFormat.I420, Matrix.BT601))
    )


def file_output(
    path: Path,
    *,
    audio_from: Path | None = None,
    audio_track: int | None = None,
    moving: bool = False,
    hardware: bool = False,
) -> Output:
    """An output for a path: a picture, animation or video by its ending, a folder of PNGs where there is none.

    Args:
        path: Where to write.
        audio_from: A video whose sound is kept beside the new pictures.
        audio_track: Which of its sound tracks, from 1; all if absent.
        moving: Whether several pictures come, so that an ending that can be either means an animation.
        hardware: Let the graphics processor code a video, where it works and is faster.

    Raises:
        UsageError: Nothing is written under such an ending, or there is no folder for it.
    """
    in_folder(path)
    ending = path.suffix.lower()
    if not ending:
        from engine.outputs.files.image_sequence import ImageSequenceOutput

        return ImageSequenceOutput(path)
    if ending in ANIMATION_SUFFIXES or (moving and ending in WRITTEN_ANIMATIONS):
        from engine.outputs.files.animation_file import AnimationOutput

        return AnimationOutput(path)
    if ending in STILL_SUFFIXES:
        from engine.outputs.files.image_file import ImageOutput

        return ImageOutput(path)
    from engine.outputs.files.video_file import VideoFileOutput

    return VideoFileOutput(path, audio_from=audio_from, audio_track=audio_track, hardware=hardware)
