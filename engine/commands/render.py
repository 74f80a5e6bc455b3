"""`render INPUT … OUTPUT`: pictures and videos through the engine, as fast as it goes."""

from __future__ import annotations

import argparse
from pathlib import Path

from engine.commands import render_many
from engine.commands.options import add_settings, add_stats
from engine.commands.render_one import PIPE, render_one
from engine.core.errors import UsageError
from engine.outputs.files.pipe import PIPE_FORMATS

INPUT_FORMATS = ("auto", "nut", "mjpeg", "y4m", "raw")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument(
        "input", nargs="+", help="picture, animation or video; a folder or a pattern of many; - for standard input"
    )
    parser.add_argument(
        "output",
        help="picture, animation or video; folder for a sequence of PNGs, or for many files; - for standard output;"
        " `none` to discard",
    )
    parser.add_argument("--overwrite", action="store_true", help="of many files, render those again that are done")
    parser.add_argument("--jobs", type=int, metavar="N", help="of many files, so many at once; by the cores if absent")
    parser.add_argument("--mask-out", type=Path, metavar="PATH", help="keep the full-size alpha, lossless")
    parser.add_argument("--audio", type=int, metavar="N", help="keep this sound track only, from 1; all if absent")
    parser.add_argument(
        "--trimap", type=Path, metavar="PATH", help="for dim-vgg16: black is outside, white inside, grey unknown"
    )
    parser.add_argument(
        "--hardware",
        default="auto",
        choices=("auto", "off"),
        help="auto lets the graphics processor decode and encode where it works and is faster",
    )
    pipes = parser.add_argument_group("pipes")
    pipes.add_argument("--input-format", default="auto", choices=INPUT_FORMATS, help="what standard input brings")
    pipes.add_argument("--input-size", metavar="WxH", help="of raw video, which is I420")
    pipes.add_argument("--input-fps", type=float, metavar="FPS", help="of raw or MJPEG video")
    pipes.add_argument(
        "--output-format", choices=PIPE_FORMATS, help="what goes to standard output; png for a picture, nut for a video"
    )
    add_settings(parser)
    add_stats(parser)


def run(args: argparse.Namespace) -> int:
    """Renders, shows how far it is on a terminal, and writes what was measured.

    Returns:
        0; 1 where one of many files failed.

    Raises:
        EngineError: Something is wrong with the arguments, the input, the model or the output.
    """
    if args.audio is not None and args.audio < 1:
        raise UsageError("sound tracks are counted from 1", "use --audio 1", code="audio-track-invalid")
    if render_many.wanted(args.input, args.output):
        return render_many.run(args)
    render_one(args, args.input[0], args.output, show_progress=args.output != PIPE)
    return 0
