"""`run`: the live engine without a window, from a source to a sink."""

from __future__ import annotations

import argparse
import math
import sys
import time

from engine.commands import report
from engine.commands.options import add_settings, add_stats, check_transparency, settings_of
from engine.commands.run_target import RunTarget
from engine.core.errors import SourceError, UsageError
from engine.core.settings import Settings, SettingsBox
from engine.outputs.base import Output
from engine.pipeline.governor import Step
from engine.pipeline.idle_control import IdleControl
from engine.pipeline.pipeline import Job, Pipeline
from engine.pipeline.specifications import SINKS, SOURCES, live_source, sink
from engine.pipeline.status import State, Status
from engine.remote.control import RemoteControl

POLL_S = 0.1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.add_argument("--source", default="camera", help=SOURCES)
    parser.add_argument("--sink", default="virtual", help=SINKS)
    parser.add_argument("--seconds", type=_duration_s, help="stop after so long; until interrupted if absent")
    add_settings(parser)
    add_stats(parser)


def run(args: argparse.Namespace) -> int:
    """Runs until the source ends, the time is over or a signal comes.

    Raises:
        EngineError: Something is wrong with the arguments, or the engine failed for good.
    """
    settings = settings_of(args)
    keeps_own_size = args.source.startswith("file:") and not args.size
    output = sink(args.sink, settings)
    if args.sink.startswith("file:"):
        check_transparency(settings, output)
    job = Job(
        source=live_source(args.source, settings),
        output=output,
        live=True,
        size=None if keeps_own_size else (settings.width, settings.height),
        fps=settings.fps,
    )
    box = SettingsBox(settings)
    pipeline = Pipeline(job, box)
    remote = RemoteControl(RunTarget(pipeline, box))
    idle_control = IdleControl(pipeline, lambda: _has_viewer(output, settings))
    try:
        pipeline.start()
        idle_control.start()
        remote.start()
        last = _watch(pipeline, time.monotonic() + args.seconds if args.seconds is not None else None)
    finally:
        remote.stop()
        idle_control.stop()
        pipeline.stop()
        if args.sink.startswith("file:"):
            pipeline.wait()  # a recording is kept however long writing its end takes
    pipeline.raise_failure()
    if not pipeline.stats().frames_in and last.state is not State.RESTING:
        raise SourceError(
            "no picture came: {reason}",
            last.hint or "choose another source",
            code="run-without-picture",
            reason=last.message or "the source sent none",
        )
    if args.stats_json:
        report.write(report.measured(pipeline), args.stats_json)
    return 0


def _duration_s(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < math.inf:
        raise UsageError("{text} is no duration", "use a number of seconds above 0", code="duration-invalid", text=text)
    return seconds


def _has_viewer(output: Output, settings: Settings) -> bool | None:
    """Whether a program reads the virtual camera; files and `none` are always wanted."""
    readers = getattr(output, "readers", None)
    return readers.has_reader() if readers and settings.on_demand else True


def _watch(pipeline: Pipeline, end_s: float | None) -> Status:
    """Says on standard error whenever the engine's state changes; returns the last before the end."""
    said: Status | None = None
    while not pipeline.wait(POLL_S):
        status = pipeline.status
        if said is None or _said_of(status) != _said_of(said):
            said = status
            _say(status)
        if status.state is State.FAILED or (end_s is not None and time.monotonic() >= end_s):
            return status
    return said or pipeline.status


def _said_of(status: Status) -> tuple[object, ...]:
    return status.state, status.message, status.output, status.step


def _say(status: Status) -> None:
    words = [status.state.value]
    if status.message:
        words.append(f"{status.message}: {status.hint}" if status.hint else status.message)
    elif status.state is State.RUNNING:
        source = status.source.name if status.source else ""
        words.append(f"{source} -> {status.output}, {status.model} on {status.runtime}")
    if status.step is not Step.FULL:
        words.append(f"{status.step.name.lower().replace('_', ' ')}, because of {status.step_reason}")
    print(" · ".join(words), file=sys.stderr)
