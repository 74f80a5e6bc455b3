"""Writes the man page and the shell completions from the parsers of the command line.

Run from the project's root by the Python that runs the app:

    python packaging/make_command_line_files.py ~/.local/share

Below that folder the files are man/man1/cyclorama.1 and, each where its shell looks for it,
bash-completion/completions/cyclorama, zsh/site-functions/_cyclorama and fish/vendor_completions.d/cyclorama.fish.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import main  # noqa: E402
from engine import __version__  # noqa: E402

COMPLETIONS = {
    "bash": Path("bash-completion/completions/cyclorama"),
    "zsh": Path("zsh/site-functions/_cyclorama"),
    "fish": Path("fish/vendor_completions.d/cyclorama.fish"),
}
SECTIONS = {
    "exit status": "0 on success, 1 for a failed run, 2 for wrong usage, 130 and 143 after a signal.",
    "files": "~/.config/cyclorama/settings.toml: settings; ~/.local/share/cyclorama/: models, profiles, backgrounds.",
    "environment": "CYCLORAMA_MODELS names a folder of model folders, searched before all others.",
}


def whole_parser(without: list[str]) -> argparse.ArgumentParser:
    """The window's parser with each command's below it, built as `main.py` builds them.

    Args:
        without: Packages whose commands are left out.
    """
    parser = main.window_parser()
    parser.epilog = None  # it lists the commands, which follow
    commands = parser.add_subparsers(title="commands", dest="command")
    for name, (module, description) in main.COMMANDS.items():
        if module.split(".")[0] not in without:
            command = commands.add_parser(name, description=description, help=description)
            import_module(module).add_arguments(command)
    return parser


def complete_files(parser: argparse.ArgumentParser) -> None:
    """Lets the shell offer files for every path, also of the commands below."""
    for action in parser._actions:
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                complete_files(command)


def man_page(parser: argparse.ArgumentParser) -> str:
    """The page in roff, for man(7)."""
    facts = {
        "project_name": "cyclorama",
        "version": __version__,
        "description": "virtual background for video calls",
        "manual_title": "Cyclorama",
    }
    page = str(Manpage(parser, facts, "single-commands-section"))
    ends = "".join(f".SH {title.upper()}\n{text}\n" for title, text in SECTIONS.items())
    return page.rstrip("\n") + "\n" + ends


def write() -> int:
    """Writes the files."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--without", nargs="*", default=[], metavar="PACKAGE", help="whose commands are left out")
    chosen = arguments.parse_args()
    parser = whole_parser(chosen.without)
    complete_files(parser)
    texts = {path: shtab.complete(parser, shell) for shell, path in COMPLETIONS.items()}
    texts[Path("man/man1/cyclorama.1")] = man_page(parser)
    for path, text in texts.items():
        (chosen.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (chosen.folder / path).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(write())
