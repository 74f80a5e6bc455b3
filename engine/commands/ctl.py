"""`ctl`: changes an engine that runs, in the window or headless."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from engine.core.errors import EngineError, OutputError, UsageError
from engine.remote.protocol import COMMANDS, check
from engine.remote.server import ControlClient


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "commands:\n" + "\n".join(
        f"  {usage}" for usage in (*COMMANDS.values(), "watch: the status as JSON, a line for each change")
    )
    parser.add_argument("command", choices=(*COMMANDS, "watch"), help="what to do")
    parser.add_argument("value", nargs="?", default="", help="what the command takes, see below")
    parser.add_argument("--json", action="store_true", help="answer the status as JSON")


def run(args: argparse.Namespace) -> int:
    """Asks the engine that runs, and prints what it answers.

    Raises:
        UsageError: The command is none.
        OutputError: No engine runs, or it could not do it.
    """
    if args.command != "watch":
        check(args.command, args.value)
    try:
        client = ControlClient()
    except OSError as error:
        raise OutputError(
            "no engine of Cyclorama runs", "open its window, or start `run`", code="ctl-no-engine"
        ) from error
    try:
        if args.command == "watch":
            return _watch(client)
        line = f"{args.command} {_absolute(args.command, args.value)}".strip()
        answer = _parsed(client.ask(line))
    except OSError as error:
        raise OutputError(
            "the engine does not answer ({reason})", "start it again", code="ctl-no-answer", reason=error
        ) from error
    finally:
        client.close()
    if args.json:
        print(json.dumps(answer["status"], indent=2))
    elif args.command == "status":
        print("\n".join(f"{name:12}{value}" for name, value in answer["status"].items()))
    return 0


def _watch(client: ControlClient) -> int:
    client.send("watch")
    while line := client.receive():
        print(json.dumps(_parsed(line)["status"]))
        sys.stdout.flush()
    return 0


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise OutputError("the engine ended", "start it again", code="ctl-engine-ended") from error
    if not answer["ok"]:
        kind = UsageError if answer.get("exit_status") == UsageError.exit_status else EngineError
        raise kind("{message}", code="ctl-refused", message=answer["error"])
    return answer


def _absolute(command: str, value: str) -> str:
    """Paths as the engine finds them, which runs in another folder."""
    from engine.core.settings import Background

    if command != "background":
        return value
    background = Background.parse(value)
    if background.path is None:
        return value
    return f"{background.kind}:{background.path.absolute()}"
