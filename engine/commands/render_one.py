"""Renders one picture or video, from a file or standard input to a file or standard output."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from engine.commands import report
from engine.commands.options import check_transparency, settings_of
from engine.core.errors import UsageError
from engine.core.settings import SettingsBox
from engine.matte import MattePipeline
from engine.media.media_kind import MediaKind, kind_of
from engine.media.streams import Demuxer, StreamReader, dropped_streams
from engine.outputs.base import Output
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.pipeline import Components, Job, Pipeline, load_model
from engine.pipeline.specifications import existing, file_output, file_source, in_folder
from engine.segmentation.trimap import read_trimap
from engine.sources.base import Source

PIPE: Final = "-"
POLL_S: Final = 0.2
_FILE_HEADS: Final = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"BM", b"II*\0", b"MM\0*")
"""How pictures begin; these, and MP4 and its kin, are read whole before they are taken apart."""


def render_one(args: argparse.Namespace, source: str, target: str, *, show_progress: bool) -> None:
    """Renders one input.

    Args:
        args: What `render` was asked for; its inputs and output aside.
        source: Path of the input, or `-`.
        target: Path of the output, `-` or `none`.
        show_progress: Whether to draw a progress bar where standard error is a terminal.

    Raises:
        EngineError: Something is wrong with the settings, the input, the model or the output.
    """
    settings = settings_of(args)
    with _input(source, args) as (path, stream):
        kind = MediaKind.VIDEO if stream is not None else kind_of(path)
        if settings.precision == "auto" and kind is MediaKind.STILL:
            settings = settings.replace(precision="f32")
        for each in (target, args.mask_out):
            if each and Path(each).exists() and source != PIPE and path.samefile(each):
                raise UsageError(
                    "{path} is the input, which would be lost", "write another file", code="output-is-input", path=each
                )
        output = _output(args, target, kind, None if stream else path)
        if target != "none":
            check_transparency(settings, output)
        pipeline = Pipeline(
            Job(
                source=_source(path, stream, args),
                output=output,
                live=False,
                size=args.size,
                fps=args.fps,
                alpha_output=AlphaWriter(in_folder(args.mask_out)) if args.mask_out else None,
                parts=_with_trimap(args.trimap) if args.trimap else Components(),
            ),
            SettingsBox(settings),
        )
        pipeline.start()
        try:
            _wait(pipeline, show_progress=show_progress)
        finally:
            pipeline.stop()
        pipeline.raise_failure()
    if args.stats_json:
        report.write(report.measured(pipeline), args.stats_json)


@contextmanager
def _input(source: str, args: argparse.Namespace) -> Iterator[tuple[Path, StreamReader | None]]:
    """The input as a path, or as a stream of video; what needs a way back in it becomes a file."""
    if source != PIPE:
        path = existing(Path(source).expanduser())
        if kind_of(path) is MediaKind.VIDEO and (dropped := dropped_streams(path)):
            print(f"not kept of {path.name}: {dropped}", file=sys.stderr)
        yield path, None
        return
    standard_input = sys.stdin.buffer
    head = standard_input.peek(16) if hasattr(standard_input, "peek") else b""
    needs_file = head.startswith(_FILE_HEADS) or head[4:8] == b"ftyp"
    if args.input_format != "auto" or not needs_file:
        yield Path(PIPE), StreamReader(standard_input)
        return
    with tempfile.TemporaryDirectory(prefix="cyclorama-") as folder:
        path = Path(folder) / "standard-input"
        path.write_bytes(standard_input.read())
        yield path, None


def _source(path: Path, stream: StreamReader | None, args: argparse.Namespace) -> Source:
    if stream is None:
        return file_source(path, hardware=args.hardware == "auto")
    from engine.sources.video_file import VideoFileSource

    return VideoFileSource(stream, paced=False, demuxer=_demuxer(args))


def _demuxer(args: argparse.Namespace) -> Demuxer | None:
    if args.input_format == "auto":
        return None
    rate = {"framerate": f"{args.input_fps:g}"} if args.input_fps else {}
    if args.input_format == "raw":
        if not args.input_size or not re.fullmatch(r"\d{2,5}x\d{2,5}", args.input_size):
            raise UsageError("raw video says no size", "add --input-size WxH", code="raw-size-missing")
        return Demuxer("rawvideo", {"video_size": args.input_size, "pixel_format": "yuv420p", **rate})
    return Demuxer({"y4m": "yuv4mpegpipe"}.get(args.input_format, args.input_format), rate)


def _output(args: argparse.Namespace, target: str, kind: MediaKind, path: Path | None) -> Output:
    if target == "none":
        from engine.outputs.null import NullOutput

        return NullOutput()
    if target == PIPE:
        from engine.outputs.files.pipe import pipe_output

        if args.stats_json == PIPE:
            raise UsageError("standard output takes one thing", "write --stats-json to a file", code="stdout-twice")
        return pipe_output(args.output_format or ("png" if kind is MediaKind.STILL else "nut"), sys.stdout.buffer)
    final = Path(target).expanduser()
    return file_output(
        final,
        audio_from=path if kind is MediaKind.VIDEO else None,
        audio_track=args.audio,
        hardware=args.hardware == "auto",
        moving=kind is MediaKind.ANIMATION or (kind is MediaKind.VIDEO and final.suffix.lower() != ".png"),
    )


def _with_trimap(path: Path) -> Components:
    """Components whose network gets the whole frame, as its trimap covers the whole frame."""
    return Components(load=partial(load_model, trimap=read_trimap(path)), tracker=partial(MattePipeline, use_roi=False))


def _wait(pipeline: Pipeline, *, show_progress: bool) -> None:
    """Waits for the end, with a progress bar on a terminal."""
    if not show_progress or not sys.stderr.isatty():
        while not pipeline.wait(POLL_S):
            pass
        return
    from tqdm import tqdm

    with tqdm(unit=" frames", dynamic_ncols=True) as bar:
        while not pipeline.wait(POLL_S):
            info = pipeline.status.source
            if info and info.frames:
                bar.total = info.frames
            bar.update(pipeline.stats().frames_out - bar.n)
