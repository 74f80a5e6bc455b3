"""`render INPUT OUTPUT`: a picture or video through the engine, as fast as it goes."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from engine.commands import report
from engine.commands.options import add_settings, add_stats, settings_of
from engine.core.errors import UsageError
from engine.core.settings import SettingsBox
from engine.matte import MaskTracker
from engine.media.media_kind import MediaKind, kind_of
from engine.outputs.base import Output
from engine.outputs.files.alpha_file import AlphaWriter
from engine.pipeline.pipeline import Components, Job, Pipeline, load_model
from engine.pipeline.specifications import existing, file_output, file_source, in_folder
from engine.segmentation.trimap import read_trimap

POLL_S = 0.2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("input", type=Path, help="picture or video")
    parser.add_argument("output", help="picture, video, folder for a sequence of PNGs, or `none` to discard")
    parser.add_argument("--mask-out", type=Path, metavar="PATH", help="keep the full-size alpha, lossless")
    parser.add_argument("--audio", type=int, metavar="N", help="keep this sound track only, from 1; all if absent")
    parser.add_argument(
        "--trimap", type=Path, metavar="PATH", help="for dim-vgg16: black is outside, white inside, grey unknown"
    )
    add_settings(parser)
    add_stats(parser)


def run(args: argparse.Namespace) -> int:
    """Renders, shows how far it is on a terminal, and writes what was measured.

    Raises:
        EngineError: Something is wrong with the arguments, the input, the model or the output.
    """
    settings = settings_of(args)
    kind = kind_of(existing(args.input))
    if settings.precision == "auto" and kind is MediaKind.STILL:
        settings = settings.replace(precision="f32")
    source = file_source(args.input)
    for path in filter(None, (args.output, args.mask_out)):
        if Path(path).exists() and args.input.samefile(path):
            raise UsageError(
                "{path} is the input, which would be lost", "write another file", code="output-is-input", path=path
            )
    pipeline = Pipeline(
        Job(
            source=source,
            output=_output(args, kind),
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
        _wait(pipeline)
    finally:
        pipeline.stop()
    pipeline.raise_failure()
    if args.stats_json:
        report.write(report.measured(pipeline), args.stats_json)
    return 0


def _with_trimap(path: Path) -> Components:
    """Components whose network gets the whole frame, as its trimap covers the whole frame."""
    return Components(load=partial(load_model, trimap=read_trimap(path)), tracker=partial(MaskTracker, use_roi=False))


def _wait(pipeline: Pipeline) -> None:
    """Waits for the end, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
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


def _output(args: argparse.Namespace, kind: MediaKind) -> Output:
    if args.output == "none":
        from engine.outputs.null import NullOutput

        return NullOutput()
    path = Path(args.output)
    return file_output(
        path,
        audio_from=args.input if kind is MediaKind.VIDEO else None,
        audio_track=args.audio,
        moving=kind is MediaKind.ANIMATION or (kind is MediaKind.VIDEO and path.suffix.lower() != ".png"),
    )
