"""Whether a file ends before its container says that it does.

Demuxers end such a file as if nothing were wrong. Each container that states its size is asked for it, so that a file
whose last picture stands for a while is not taken for a damaged one.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

_SEGMENT_ID: Final = 0x18538067
_MOST_ELEMENTS: Final = 10_000


def is_cut_short(path: Path, format_name: str) -> bool:
    """Compares a file's size with what its container states.

    Args:
        path: Of the file.
        format_name: FFmpeg's name of its demuxer.

    Returns:
        False also where the container states no size.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if format_name.startswith("mov,mp4"):
                return _boxes_end(file, size) > size
            if format_name.startswith("matroska"):
                return _segment_end(file) > size
            if format_name == "avi":
                return _riff_end(file, size) > size
    except (OSError, ValueError):
        pass  # what is no proper container is the demuxer's to judge
    return False


def _boxes_end(file: BinaryIO, size: int) -> int:
    """Where the last box of an MP4 ends (ISO/IEC 14496-12, 4.2)."""
    end = 0
    for _ in range(_MOST_ELEMENTS):
        if end >= size:
            break
        file.seek(end)
        header = file.read(16)
        if len(header) < 8:
            break
        length = int.from_bytes(header[:4], "big")
        if not header[4:8].isascii():
            break  # zeros or rubbish after the last box are left alone, as players do
        if length == 0:  # to the file's end
            return size
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if length < 8:
            break
        end += length
    return end


def _segment_end(file: BinaryIO) -> int:
    """Where the segment of a Matroska file ends (RFC 8794, sections 5 and 6); 0 where it was never closed."""
    for _ in range(_MOST_ELEMENTS):
        identifier = _vint(file, keep_marker=True)
        length = _vint(file, keep_marker=False)
        if length is None:
            return 0
        if identifier == _SEGMENT_ID:
            return file.tell() + length
        file.seek(length, 1)
    return 0


def _vint(file: BinaryIO, *, keep_marker: bool) -> int | None:
    """A number of variable length; None where all its bits are set, which means unknown."""
    first = file.read(1)
    if not first or not first[0]:
        raise ValueError("not EBML")
    length = 9 - first[0].bit_length()
    rest = file.read(length - 1)
    if len(rest) < length - 1:
        raise ValueError("not EBML")
    value = int.from_bytes(first + rest, "big")
    if keep_marker:
        return value
    value &= (1 << 7 * length) - 1
    return None if value == (1 << 7 * length) - 1 else value


def _riff_end(file: BinaryIO, size: int) -> int:
    """Where the last chunk of an AVI ends; recordings that were never closed state 0."""
    end = 0
    for _ in range(_MOST_ELEMENTS):
        if end >= size:
            break
        file.seek(end)
        header = file.read(8)
        if len(header) < 8 or header[:4] != b"RIFF":
            break
        length = int.from_bytes(header[4:8], "little")
        if not length:
            return 0
        end += 8 + length + length % 2
    return end
