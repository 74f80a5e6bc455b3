"""Bytes that are read once, how they are to be demuxed, and which streams of a file are not kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import av

_LEFT_OUT = {"subtitle": "subtitles", "data": "data", "attachment": "attachments"}


@dataclass(frozen=True, slots=True)
class Demuxer:
    """How a stream of bytes is taken apart, where it doesn't say so itself.

    Attributes:
        name: FFmpeg's name of the demuxer.
        options: Its options.
    """

    name: str
    options: dict[str, str] = field(default_factory=dict)


class StreamReader:
    """Bytes from a pipe, with nothing but `read`, so that no reader tries to go back in it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""
        return self._stream.read(size)


class StreamWriter:
    """Bytes to a pipe, with nothing but `write` and `flush`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> int:
        """Writes all of it."""
        return self._stream.write(data)

    def flush(self) -> None:
        """Hands on what is buffered."""
        self._stream.flush()


def dropped_streams(path: Path) -> str:
    """What of a video is neither picture nor sound, such as "2 subtitles"; empty if nothing."""
    try:
        with av.open(f"file:{path}", "r", options={"protocol_whitelist": "file"}) as container:
            kinds = Counter(str(stream.type) for stream in container.streams)
    except (av.FFmpegError, OSError, ValueError):
        return ""  # opening it for good says what is wrong
    found = [f"{kinds[kind]} {name}" for kind, name in _LEFT_OUT.items() if kinds[kind]]
    if kinds["video"] > 1:
        found.append(f"{kinds['video'] - 1} more video streams or covers")
    return ", ".join(found)
