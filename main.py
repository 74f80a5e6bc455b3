"""Cyclorama: a virtual background for video calls. Reads the arguments and calls what does the work."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
import weakref
from importlib import import_module
from types import FrameType
from typing import NoReturn

COMMANDS = {
    "run": ("engine.commands.run", "live, without a window: from a camera to a virtual camera"),
    "render": ("engine.commands.render", "a picture or video, as fast as it goes"),
    "demo": ("engine.commands.demo", "the built-in demo clip, to a video and a before/after sheet"),
    "bench": ("benchmarks.command", "speed and mask quality, against a baseline in the same run"),
    "ctl": ("engine.commands.ctl", "change what runs: background, camera, profile, pause; its status"),
    "devices": ("engine.commands.devices", "cameras and virtual cameras that are there"),
    "models": ("engine.commands.models", "models that are known and here; get, import, verify, remove"),
    "doctor": ("engine.doctor", "what is wrong with the virtual camera, and how to fix it"),
    "evaluate": ("engine.commands.evaluate", "score masks or mattes on a data set"),
    "train": ("training.train", "train or fine-tune a model"),
    "predict": ("training.predict", "masks of a folder of pictures, by a checkpoint"),
    "export": ("training.export", "from a checkpoint to what the app loads"),
    "dataset": ("training.dataset", "pictures with masks, or cut-outs, into a data set to train on"),
}

_CAMERA_COMMANDS = ("run", "devices", "doctor")
"""What opens a camera, beside the window."""

_HEARD_WITHIN_S = 0.3
"""When a signal that was swallowed is raised again."""
_STOP_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, name)
)  # SIGBREAK is what Windows sends as a console is closed


def main(argv: list[str] | None = None) -> int:
    """Runs a command, or opens the window.

    Args:
        argv: Arguments without the program's name; the process's own if absent.

    Returns:
        0, 1 for a failed run, 2 for wrong usage, 130 or 143 after a signal.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a locale without our characters is no error
    # One thread per library: the stages are the threads, and more of them would fight for the cores.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    for number in _STOP_SIGNALS:
        signal.signal(number, _stop)
    from engine.core.errors import EngineError

    argv = sys.argv[1:] if argv is None else argv
    try:
        try:
            return _command(argv[0], argv[1:]) if argv and not argv[0].startswith("-") else _window(argv)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Who read our output has seen enough; what is still buffered must not fail again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except EngineError as error:
        print(f"cyclorama: {error}", file=sys.stderr)
        return error.exit_status
    except Stopped as stopped:
        return 128 + stopped.signal


def _command(name: str, argv: list[str]) -> int:
    if name not in COMMANDS:
        print(f"cyclorama: no such command {name!r}: use {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    module_name, description = COMMANDS[name]
    if name in _CAMERA_COMMANDS:
        from engine.platform.process import forbid_core_dumps

        forbid_core_dumps()
    try:
        module = import_module(module_name)
    except ModuleNotFoundError as error:
        if not f"{module_name}.".startswith(f"{error.name}."):
            raise
        print(
            f"cyclorama: `{name}` is not in this package: install the Python package `cyclorama` for it",
            file=sys.stderr,
        )
        return 1
    parser = OneLineParser(prog=f"cyclorama {name}", description=description)
    module.add_arguments(parser)
    return int(module.run(parser.parse_args(argv)))


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong with an argument in one line, without listing every option."""

    def error(self, message: str) -> NoReturn:
        """Ends the process with the status of wrong usage."""
        self.exit(2, f"cyclorama: {message}: see `{self.prog} --help`\n")


def window_parser() -> argparse.ArgumentParser:
    """The parser of the command line that opens the window."""
    commands = "\n".join(f"  {name:9} {description}" for name, (_, description) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="cyclorama",
        description="Without a command, opens the window.",
        epilog=f"commands (each has --help):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="store_true", help="show version, commit, runtimes and kernels")
    parser.add_argument("--profile", default="", metavar="NAME", help="open with the settings kept under a name")
    parser.add_argument("--minimized", action="store_true", help="start in the tray")
    parser.add_argument(
        "--toggle-pause", action="store_true", help="pause the window that is open, or go on; for a key of your desktop"
    )
    return parser


def _window(argv: list[str]) -> int:
    args = window_parser().parse_args(argv)
    if args.version:
        from engine import kernels
        from engine.platform.version import version_text

        print(version_text(kernels.variant()))
        return 0
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        from engine.platform.invocation import PROGRAM

        print(
            f"cyclorama: there is no display to open a window on: run `{PROGRAM} run` for the live engine,"
            f" `{PROGRAM} render INPUT OUTPUT` for a file, or `{PROGRAM} demo`",
            file=sys.stderr,
        )
        return 1
    if args.toggle_pause:
        from ui.desktop.single_instance import toggle_pause

        toggle_pause()
        return 0
    import cv2  # noqa: F401 - before Qt, whose plug-in path it changes; the lines below take that back

    for variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
        if f"{os.sep}cv2{os.sep}" in os.environ.get(variable, ""):
            del os.environ[variable]
    from engine.platform.process import forbid_core_dumps
    from ui.app import run

    forbid_core_dumps()
    return run(args)


class Stopped(BaseException):
    """A signal asked the process to end; passes through every `finally`, so that outputs are closed on the way.

    Attributes:
        signal: By which this was asked.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


def _stop(number: int, frame: FrameType | None) -> None:
    """Asks once: a second signal, amid the closing that the first began, would leave it half done."""
    for other in _STOP_SIGNALS:
        signal.signal(other, lambda *_: None)  # and not SIG_IGN, of which Python complains where both came at once
    _raise_until_heard(number)


def _raise_until_heard(number: int) -> NoReturn:
    """Raises `Stopped`, and again where it got lost: an extension that is being imported may swallow any exception.

    While one passes through the `finally` clauses it is alive, and is not raised a second time.
    """
    stopped = Stopped(number)
    if hasattr(signal, "setitimer"):  # not on Windows
        alive = weakref.ref(stopped)

        def check(*_: object) -> None:
            if alive() is None:
                _raise_until_heard(number)

        signal.signal(signal.SIGALRM, check)
        signal.setitimer(signal.ITIMER_REAL, _HEARD_WITHIN_S)
    raise stopped


def entry() -> NoReturn:
    """Runs the program and ends the process."""
    from engine.platform.atomic_files import discard_unfinished

    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # a bundle's child processes start by this very program
    status = main()
    discard_unfinished()
    if status > 128 or threading.active_count() > 1:
        # Tearing the interpreter down takes our signal handlers away, and a late signal would change how the process
        # ended; and it aborts under a thread that a driver or a runtime still holds.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    entry()
