"""Mutates media files and reads them in child processes: nothing may crash, hang or take memory without bounds.

    python -m tests.media.fuzz --count 2000 [--jobs 2] [--seed 0]

Each file is made here; bytes are flipped, cut, repeated or zeroed. A child reads many files, so that a crash costs one.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import PIL.Image
import pillow_heif

from tests.support.clips import write_clip

LONGEST_S = 20.0
MOST_FRAMES = 200
MOST_MB = 1500


def seeds(folder: Path) -> list[Path]:
    """Small whole files of every kind that is read."""
    picture = PIL.Image.fromarray(np.random.default_rng(0).integers(0, 255, (48, 64, 3), np.uint8))
    files = []
    for ending in ("png", "jpg", "webp", "bmp", "tif", "gif", "avif", "jp2", "ppm"):
        files.append(folder / f"seed.{ending}")
        picture.save(files[-1])
    files.append(folder / "seed.heic")
    pillow_heif.from_pillow(picture).save(files[-1])
    moving = [picture.rotate(angle) for angle in (0, 90, 180)]
    for ending in ("gif", "webp", "png"):
        files.append(folder / f"moving.{ending}")
        moving[0].save(files[-1], save_all=True, append_images=moving[1:], duration=80)
    kinds = [("mp4", "libx264"), ("mov", "libx264"), ("mkv", "libx264"), ("webm", "libvpx-vp9"), ("avi", "mjpeg")]
    kinds += [("ts", "mpeg2video"), ("nut", "ffv1"), ("mp4", "libx265"), ("flv", "libx264")]
    for number, (ending, codec) in enumerate(kinds):
        files.append(folder / f"clip{number}.{ending}")
        form = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        write_clip(files[-1], frames=6, codec=codec, pixel_format=form, audio=None if ending in ("nut", "ts") else "aac"
                   if ending != "webm" else "libopus")  # fmt: skip
    return files


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Data with a few faults."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        place = chance.randrange(len(changed))
        match chance.randrange(6):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                changed[place] = chance.choice((0, 255, 127, 128))
            case 2:
                del changed[place : place + chance.choice((1, 4, 100, 2000))]
            case 3:
                changed[place:place] = changed[place : place + chance.choice((4, 64))] or b"\0"
            case 4:
                changed[place : place + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff"))
            case 5:
                changed = changed[: max(8, place)]
        if len(changed) < 8:
            changed += bytes(8)
    return bytes(changed)


def read(path: Path) -> str:
    """What becomes of a file: "read", or the code of the error it is refused with."""
    from engine.core.errors import EngineError
    from engine.media.media_kind import kind_of
    from engine.pipeline.specifications import file_source

    try:
        kind_of(path)
        source = file_source(path)
        try:
            source.open()
            for _ in range(MOST_FRAMES):
                if source.read() is None:
                    break
        finally:
            source.close()
    except EngineError as error:
        if "\n" in str(error):
            return f"several lines: {error}"
        return error.code or f"no code: {error}"
    return "read"


def _child(connection: Connection) -> None:
    import resource

    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 2)
    while (path := connection.recv()) is not None:
        try:
            answer = read(path)
        except Exception as error:
            answer = f"raised {type(error).__name__}: {error}"
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        connection.send((answer, peak_mb))


class Reader:
    """A child process that reads files until one ends it."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_child, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def read(self, path: Path) -> str:
        """What becomes of a file, or how the child died of it."""
        self._connection.send(path)
        started_s = time.monotonic()
        try:
            if not self._connection.poll(LONGEST_S + 10):
                self._process.kill()
                self._process.join()
                self._start()
                return "HANG"
            answer, peak_mb = self._connection.recv()
        except EOFError:
            self._process.join()
            status = self._process.exitcode
            self._start()
            return f"CRASH {status}"
        if time.monotonic() - started_s > LONGEST_S:
            return "SLOW"
        return f"MEMORY {peak_mb}" if peak_mb > MOST_MB else str(answer)

    def close(self) -> None:
        """Ends the child."""
        self._connection.send(None)
        self._process.join(10)
        self._process.kill()
        self._connection.close()


def is_failure(answer: str) -> bool:
    """Whether it is anything but read or refused in one line."""
    return answer[:1].isupper() or answer.startswith(("raised", "several lines", "no code"))


def fuzz(count: int, seed: int, keep: Path | None = None) -> Counter[str]:
    """Reads mutated files.

    Args:
        count: How many.
        seed: Of the mutations.
        keep: Where files that fail are kept.

    Returns:
        How often each thing became of a file.
    """
    chance = random.Random(seed)
    found: Counter[str] = Counter()
    reader = Reader()
    with tempfile.TemporaryDirectory() as folder:
        files = seeds(Path(folder))
        for number in range(count):
            origin = files[number % len(files)]
            path = Path(folder) / f"mutated{origin.suffix}"
            path.write_bytes(mutated(origin.read_bytes(), chance))
            answer = reader.read(path)
            found[answer] += 1
            if is_failure(answer) and keep is not None:
                keep.mkdir(exist_ok=True)
                (keep / f"{seed}-{number}{origin.suffix}").write_bytes(path.read_bytes())
                print(f"{number} {origin.name}: {answer}", flush=True)
        reader.close()
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"))
    options = parser.parse_args()
    results = fuzz(options.count, options.seed, options.keep)
    for answer, times in results.most_common():
        print(f"{times:6} {answer}")
    sys.exit(any(map(is_failure, results)))
