"""Many files to a folder: several at once, what is done is skipped, what failed is told at the end."""

from __future__ import annotations

import argparse
import contextlib
import glob
import multiprocessing
import os
import queue
import signal
import sys
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NoReturn

from engine.commands.render_one import PIPE, render_one
from engine.core.errors import EngineError, OutputError, UsageError
from engine.media.suffixes import ANIMATION_SUFFIXES, MEDIA_SUFFIXES, STILL_SUFFIXES, WRITTEN_IMAGES, WRITTEN_VIDEOS

_CORES_PER_JOB: Final = 2
"""One pipeline keeps about one and a half cores busy."""


@dataclass(frozen=True, slots=True)
class _Task:
    source: Path
    target: Path
    mask: Path | None


@dataclass(frozen=True, slots=True)
class _Result:
    task: _Task
    error: str
    """Why it failed, in one line; empty if it did not."""


def wanted(inputs: list[str], output: str) -> bool:
    """Whether several files were asked for."""
    if len(inputs) > 1:
        return True
    source = Path(inputs[0]).expanduser()
    return inputs[0] != PIPE and (source.is_dir() or (not source.exists() and glob.has_magic(inputs[0])))


def run(args: argparse.Namespace) -> int:
    """Renders every file.

    Returns:
        1 where one failed.

    Raises:
        UsageError: There are no files, or an option makes sense for one file alone.
        OutputError: The folder can't be made.
    """
    for option in ("trimap", "stats_json"):
        if getattr(args, option):
            flag = "--" + option.replace("_", "-")
            raise UsageError("{flag} is for one file", "leave it out", code="option-for-one-file", flag=flag)
    if args.output in (PIPE, "none"):
        raise UsageError("many files go to a folder", "name one", code="many-need-folder")
    folder = Path(args.output).expanduser()
    if folder.suffix.lower() in MEDIA_SUFFIXES or folder.is_file():
        raise UsageError(
            "{folder} is one file, and many come", "name a folder", code="many-into-one-file", folder=folder
        )
    tasks = _tasks(args.input, folder, args.mask_out, transparent=str(args.background) == "transparent")
    _make_folders(tasks)
    open_tasks = [task for task in tasks if args.overwrite or not task.target.exists()]
    jobs = min(args.jobs or max(1, (os.cpu_count() or 1) // _CORES_PER_JOB), max(1, len(open_tasks)))
    failed = _render_all(args, open_tasks, jobs)
    done = len(open_tasks) - len(failed)
    for result in failed:
        named = str(result.task.source) in result.error
        print(f"cyclorama: {'' if named else f'{result.task.source}: '}{result.error}", file=sys.stderr)
    skipped = len(tasks) - len(open_tasks)
    print(f"{done} rendered, {skipped} skipped because done, {len(failed)} failed; see {folder}", file=sys.stderr)
    return 1 if failed else 0


def _tasks(inputs: list[str], folder: Path, mask_folder: Path | None, *, transparent: bool) -> list[_Task]:
    tasks: list[_Task] = []
    taken: set[Path] = set()
    for source, relative in _files(inputs, folder):
        target = folder / relative.with_suffix(_ending(source, transparent=transparent))
        if target in taken:
            target = target.with_name(f"{source.name}{target.suffix}")
        taken.add(target)
        mask = None
        if mask_folder is not None:
            mask = mask_folder / relative.with_suffix(".png" if source.suffix.lower() in STILL_SUFFIXES else ".mkv")
        tasks.append(_Task(source, target, mask))
    if not tasks:
        raise UsageError("there are no pictures or videos in {inputs}", "check the name", code="many-without-files",
                         inputs=", ".join(inputs))  # fmt: skip
    return tasks


def _files(inputs: list[str], output: Path) -> list[tuple[Path, Path]]:
    """Each file with its place below the output's folder; folders are searched to the bottom."""
    found: dict[Path, Path] = {}
    for text in inputs:
        base = Path(text).expanduser()
        paths = [base] if base.exists() else sorted(map(Path, glob.glob(str(base), recursive=True)))
        if not paths:
            raise UsageError("no such file: {path}", "check the name", code="input-file-missing", path=text)
        for path in paths:
            if not path.is_dir():
                found.setdefault(path, Path(path.name))
                continue
            for file in sorted(path.rglob("*")):
                relative = file.relative_to(path)
                hidden = any(part.startswith(".") for part in relative.parts)
                is_output = file.resolve().is_relative_to(output.resolve())
                if file.is_file() and file.suffix.lower() in MEDIA_SUFFIXES and not hidden and not is_output:
                    found.setdefault(file, relative)
    return list(found.items())


def _ending(source: Path, *, transparent: bool) -> str:
    """The source's own ending where that is written and can keep what is asked for."""
    ending = source.suffix.lower()
    if ending in ANIMATION_SUFFIXES:
        return ending
    if ending in STILL_SUFFIXES:
        if transparent:
            return ending if ending in (".png", ".webp") else ".png"
        return ending if ending in WRITTEN_IMAGES else ".png" if ending in (".bmp", ".tif", ".tiff") else ".jpg"
    if transparent:
        return ending if ending in (".mov", ".webm") else ".webm"
    return ending if ending in WRITTEN_VIDEOS else ".mp4"


def _make_folders(tasks: list[_Task]) -> None:
    for folder in sorted({path.parent for task in tasks for path in (task.target, task.mask) if path}):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                "can't make the folder {folder} ({reason})",
                "choose another",
                code="folder-create-failed",
                folder=folder,
                reason=error.strerror,
            ) from error


def _render_all(args: argparse.Namespace, tasks: list[_Task], jobs: int) -> list[_Result]:
    """The failures, in the order of the files."""
    waiting: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
    results: queue.SimpleQueue[_Result] = queue.SimpleQueue()
    for task in [*tasks, *[None] * jobs]:
        waiting.put(task)
    workers = [_Worker(args, waiting, results, number) for number in range(jobs)] if tasks else []
    failed: list[_Result] = []
    try:
        from tqdm import tqdm

        with tqdm(total=len(tasks), unit="file", dynamic_ncols=True, disable=None) as bar:
            for _ in tasks:
                result = results.get()
                if result.error:
                    failed.append(result)
                bar.update()
    finally:
        for worker in workers:
            worker.stop()
    return sorted(failed, key=lambda result: tasks.index(result.task))


class _Worker:
    """A thread that keeps one process busy and starts another where it dies."""

    def __init__(
        self,
        args: argparse.Namespace,
        waiting: queue.SimpleQueue[_Task | None],
        results: queue.SimpleQueue[_Result],
        number: int,
    ) -> None:
        self._args = args
        self._waiting = waiting
        self._results = results
        self._stopped = False
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._run, name=f"cyclorama-render-{number}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the process; its half-written file goes with it."""
        self._stopped = True
        if self._process is not None and self._process.is_alive():
            self._process.terminate()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped and (task := self._waiting.get()) is not None:
            self._results.put(_Result(task, self._render(task)))
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(None)
        if self._process is not None:
            self._process.join()

    def _render(self, task: _Task) -> str:
        if self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs, self._args), daemon=True)
            self._process.start()
            theirs.close()
        assert self._connection is not None
        try:
            self._connection.send(task)
            return str(self._connection.recv())
        except (EOFError, OSError):
            self._process.join()
            return f"rendering it ended the process ({self._process.exitcode}): the file is damaged, or memory ran out"


def _work(connection: Connection, args: argparse.Namespace) -> None:
    """Renders what comes, in a process of its own."""
    from engine.platform.atomic_files import discard_unfinished

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this process in order
    signal.signal(signal.SIGTERM, _end)
    try:
        while (task := connection.recv()) is not None:
            args.mask_out = task.mask
            connection.send(_rendered(args, task))
    except (EOFError, OSError, SystemExit):
        pass
    finally:
        discard_unfinished()
        os._exit(0)  # a thread that hangs in a driver or decoder must not keep it


def _rendered(args: argparse.Namespace, task: _Task) -> str:
    try:
        render_one(args, str(task.source), str(task.target), show_progress=False)
    except EngineError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - one file must not end the others
        return f"unexpected: {type(error).__name__}: {error}"
    return ""


def _end(number: int, frame: object) -> NoReturn:
    sys.exit(128 + number)
