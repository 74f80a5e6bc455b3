"""`demo`: the built-in clip through the engine, to a video and a before/after sheet."""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np

from engine.commands.options import add_settings, settings_of
from engine.commands.report import measured
from engine.core.errors import OutputError
from engine.core.frame import U8
from engine.core.settings import SettingsBox
from engine.media.colour_formats import to_bgr
from engine.outputs.files.image_encoding import encode_image
from engine.pipeline.pipeline import Job, Pipeline
from engine.pipeline.specifications import file_output, file_source
from engine.platform.atomic_files import write_atomically
from engine.platform.invocation import PROGRAM
from engine.platform.paths import assets_dir

SHEET_MOMENTS = (0.15, 0.5, 0.85)
"""Where in the clip the sheet's rows are taken."""
SHEET_WIDTH_PX = 640


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--out", type=Path, default=Path("out"), help="folder for demo.mp4 and demo.png")
    add_settings(parser)


def run(args: argparse.Namespace) -> int:
    """Renders the clip, makes the sheet and prints what ran and how fast.

    Raises:
        EngineError: The folder can't be written to, or rendering failed.
    """
    clip = assets_dir() / "demo" / "demo.mp4"
    video, sheet = args.out / "demo.mp4", args.out / "demo.png"
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            "can't make the folder {folder} ({reason})",
            "choose another by --out",
            code="folder-create-failed",
            folder=args.out,
            reason=error.strerror,
        ) from error
    pipeline = Pipeline(
        Job(source=file_source(clip), output=file_output(video), live=False, size=args.size, fps=args.fps),
        SettingsBox(settings_of(args)),
    )
    pipeline.start()
    try:
        pipeline.wait()
    finally:
        pipeline.stop()
    pipeline.raise_failure()
    figures = measured(pipeline)
    _write_sheet(clip, video, figures["frames_out"], sheet)
    rate = figures["frames_out"] / figures["wall_s"]
    print(f"{figures['model']} on {figures['runtime']}: inference p50 {figures['stages']['inference']['p50_ms']} ms")
    print(f"{figures['frames_out']} frames, {rate:.0f} a second from start to end, written to {video}; see {sheet}")
    print(f"To open the window, run this where there is a display: {PROGRAM}")
    return 0


def _write_sheet(before: Path, after: Path, frames: int, sheet: Path) -> None:
    """Frames of two clips of the same length side by side, one row a moment."""
    wanted = [int(frames * moment) for moment in SHEET_MOMENTS]
    columns = [np.vstack(_pictures(path, wanted)) for path in (before, after)]
    write_atomically(sheet, encode_image(np.hstack(columns), ".png"))


def _pictures(clip: Path, wanted: list[int]) -> list[U8]:
    """The wanted frames of a clip, downsampled."""
    source, found = file_source(clip), []
    source.open()
    try:
        for index in range(max(wanted) + 1):
            frame = source.read()
            if frame is None:
                break
            if index in wanted:
                width, height = frame.image.size
                size = (SHEET_WIDTH_PX, height * SHEET_WIDTH_PX // width)
                found.append(cv2.resize(to_bgr(frame.image), size, interpolation=cv2.INTER_AREA))
    finally:
        source.close()
    return found  # type: ignore[return-value]
