"""A program run as a process of its own."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

_ENDED_S = 30


@contextmanager
def running(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Runs a program of ours; where the test fails meanwhile, the failure says what each of its threads was doing."""
    process = subprocess.Popen(
        command, env={**environment, "PYTHONFAULTHANDLER": "1"}, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        yield process
    except BaseException as failure:
        state = "still ran" if process.poll() is None else f"had ended with {process.returncode}"
        if process.returncode is None:
            process.send_signal(signal.SIGABRT)
        errors = "" if process.stderr.closed else process.communicate(timeout=_ENDED_S)[1]
        failure.add_note(f"{' '.join(command)} {state}\n{errors}")
        raise
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
