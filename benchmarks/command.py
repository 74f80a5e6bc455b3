"""`bench [speed|masks|plate|network|preview]`: speed, masks, networks and the preview, each beside a baseline."""

from __future__ import annotations

import argparse
from importlib import import_module

PARTS = {part: f"{__package__}.{part}" for part in ("speed", "masks", "plate", "network", "preview")}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line: a part with options of its own, or both with none."""
    parts = parser.add_subparsers(dest="part", metavar="|".join(PARTS))
    for name, module in PARTS.items():
        import_module(module).add_arguments(parts.add_parser(name))


def run(args: argparse.Namespace) -> int:
    """Runs one part, or each in turn; the worst exit status counts."""
    if args.part:
        return int(import_module(PARTS[args.part]).run(args))
    worst = 0
    for module in map(import_module, PARTS.values()):
        parser = argparse.ArgumentParser()
        module.add_arguments(parser)
        worst = max(worst, int(module.run(parser.parse_args([]))))
    return worst
