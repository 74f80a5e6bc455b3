"""Command-line options, made from the settings' own declaration."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from engine.core.errors import UsageError
from engine.core.settings import Background, BackgroundKind, Fit, Settings, options
from engine.outputs.base import Output
from engine.segmentation.models.model_folder import find_model

_OWN_OPTION = {"width", "height", "fps", "camera", "virtual_camera"}
"""Settings with other options on the command line: --size, --fps, --source and --sink."""


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Adds an option for each setting, and --size and --fps."""
    defaults = Settings()
    group = parser.add_argument_group("settings")
    for name, option in options().items():
        if name in _OWN_OPTION:
            continue
        flag = "--" + name.replace("_", "-")
        default = getattr(defaults, name)
        if isinstance(default, bool):
            group.add_argument(flag, action=argparse.BooleanOptionalAction, default=default, help=option.help)
        elif isinstance(default, Background):
            form = "none|blur[:0-100]|color:#RRGGBB|image:PATH|video:PATH|transparent"
            group.add_argument(flag, type=Background.parse, default=default, metavar=form, help=option.help)
        elif isinstance(default, Fit):
            group.add_argument(flag, type=Fit, choices=list(Fit), default=default, help=option.help)
        else:
            kind = type(default)
            group.add_argument(flag, type=kind, choices=option.choices or None, default=default, help=option.help)
    group.add_argument("--no-temporal", dest="temporal", action="store_const", const=0, help="no smoothing over time")
    group.add_argument("--size", type=_size, metavar="WxH", help="of the output picture; the source's own if absent")
    group.add_argument("--fps", type=float, help="of the output; the source's own if absent")


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings that the options say.

    Raises:
        UsageError: A value is out of its limits, or a background's file or the model is not there.
    """
    values = {name: getattr(args, name) for name in options() if name not in _OWN_OPTION}
    if args.size:
        values["width"], values["height"] = args.size
    if args.fps is not None:
        values["fps"] = args.fps
    settings = Settings(**values)
    path = settings.background.path
    if path is not None and not path.is_file():
        raise UsageError("no such background file: {path}", "check the name", code="background-missing", path=path)
    if settings.logo and not Path(settings.logo).expanduser().is_file():
        raise UsageError("no such logo file: {path}", "check the name", code="logo-missing", path=settings.logo)
    if settings.background.kind is not BackgroundKind.NONE:
        find_model(settings.model)
    return settings


def check_transparency(settings: Settings, output: Output) -> None:
    """Refuses a transparent background where the output has no alpha: it would come out black.

    Raises:
        UsageError: It has none.
    """
    if settings.background.kind is BackgroundKind.TRANSPARENT and not output.supports_alpha:
        raise UsageError(
            "{name} can't keep a transparent background",
            "write .png, .webp, .gif, .mov or .webm, or a folder",
            code="output-without-alpha",
            name=output.name,
        )


def add_stats(parser: argparse.ArgumentParser) -> None:
    """Adds --stats-json."""
    parser.add_argument("--stats-json", metavar="PATH|-", help="write what was measured, - for standard output")


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2,5})x(\d{2,5})", text)
    if not match:
        raise UsageError("{text!r} is no size", "write it as 1280x720", code="size-invalid", text=text)
    width, height = int(match[1]), int(match[2])
    return width, height
