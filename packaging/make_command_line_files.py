"""Writes the man page and the bash completion from the parsers of the command line.

Run from the project's root by the Python that runs the app:

    python packaging/make_command_line_files.py ~/.local/share

The files are man/man1/cyclorama.1 and bash-completion/completions/cyclorama below that folder.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import main  # noqa: E402
from engine import __version__  # noqa: E402


def parsers(without: list[str]) -> dict[str, argparse.ArgumentParser]:
    """Each command's parser, built as `main.py` builds it.

    Args:
        without: Packages whose commands are left out.
    """
    found = {}
    for name, (module, description) in main.COMMANDS.items():
        if module.split(".")[0] in without:
            continue
        parser = argparse.ArgumentParser(prog=f"cyclorama {name}", description=description)
        import_module(module).add_arguments(parser)
        found[name] = parser
    return found


def options_of(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments that have a flag."""
    return (action for action in parser._actions if action.option_strings)


def man_page(commands: dict[str, argparse.ArgumentParser]) -> str:
    """The page in roff, for man(7)."""
    lines = [
        f'.TH CYCLORAMA 1 "" "Cyclorama {__version__}"',
        ".SH NAME",
        r"cyclorama \- virtual background for video calls",
        ".SH SYNOPSIS",
        ".B cyclorama",
        r"[\-\-profile NAME] [\-\-minimized] [\-\-toggle\-pause]",
        ".br",
        ".B cyclorama",
        ".I command",
        "[options]",
        ".SH DESCRIPTION",
        "Without a command, opens the window.",
        ".SH COMMANDS",
    ]
    for name, parser in commands.items():
        lines += [f".SS {name}", _roff(_sentence(parser.description or ""))]
        for action in options_of(parser):
            flags = ", ".join(action.option_strings)
            value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
            lines += [".TP", f".B {_roff(flags + value)}", _roff(_help(action))]
    lines += [
        ".SH EXIT STATUS",
        "0 on success, 1 for a failed run, 2 for wrong usage, 130 and 143 after a signal.",
        ".SH FILES",
        ".TP",
        ".I ~/.config/cyclorama/settings.toml",
        "The settings.",
        ".TP",
        ".I ~/.local/share/cyclorama/",
        "Models, profiles and added backgrounds.",
        ".SH ENVIRONMENT",
        ".TP",
        ".B CYCLORAMA_MODELS",
        "A folder of model folders, searched before all others.",
    ]
    return "\n".join(lines) + "\n"


def bash_completion(commands: dict[str, argparse.ArgumentParser]) -> str:
    """Completion of commands, flags, the choices of flags, and file names."""
    cases: list[str] = []
    choices: dict[str, str] = {}
    for name, parser in commands.items():
        flags = " ".join(flag for action in options_of(parser) for flag in action.option_strings)
        cases.append(f'    {name}) words="{flags}" ;;')
        for action in options_of(parser):
            if action.choices:
                choices |= dict.fromkeys(action.option_strings, " ".join(map(str, action.choices)))
    allowed = "\n".join(f'    {flag}) words="{words}" ;;' for flag, words in sorted(choices.items()))
    known = "\n".join(cases)
    return f"""# bash completion of cyclorama
_cyclorama() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=""
  case $before in
{allowed}
  esac
  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{" ".join(commands)} --profile --minimized --toggle-pause --version --help"
  else
    case $command in
{known}
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"; [[ $word == -* ]] || compgen -f -- "$word")
}}
complete -F _cyclorama cyclorama
"""


def _help(action: argparse.Action) -> str:
    text = action.help or ""
    if action.choices:
        text += f" ({', '.join(map(str, action.choices))})"
    return text


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _roff(text: str) -> str:
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + escaped if escaped[:1] in (".", "'") else escaped


def write() -> int:
    """Writes both files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without", nargs="*", default=[], metavar="PACKAGE", help="leave a package's commands out")
    args = parser.parse_args()
    folder, commands = args.folder, parsers(args.without)
    for path, text in (
        (folder / "man" / "man1" / "cyclorama.1", man_page(commands)),
        (folder / "bash-completion" / "completions" / "cyclorama", bash_completion(commands)),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(write())
