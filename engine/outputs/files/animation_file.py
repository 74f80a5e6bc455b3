"""An animated GIF, WebP or PNG, each picture with its own time."""

from __future__ import annotations

import struct
import tempfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final

import cv2
import numpy as np
import PIL.Image

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, PixelFormat
from engine.media.suffixes import WRITTEN_ANIMATIONS, listed
from engine.outputs.files.image_encoding import encode_image, samples_of
from engine.platform.atomic_files import Partial, os_reason
from engine.privacy import OutputFrame

_TICK_MS: Final = {".gif": 10}
"""GIF counts in hundredths of a second, the others in milliseconds."""
_WEBP: Final = {"quality": 90, "method": 2}
_MOST_DELAY: Final = 65_535
"""APNG's fraction of seconds has 16 bits above and below."""
_MOST_PIXELS: Final = 400_000_000
"""Of all pictures together: Pillow holds them all while it codes a GIF (one byte each) or a WebP (three or four)."""
_PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


class AnimationOutput:
    """Collects pictures on the disk and codes them at the end; played for ever.

    Args:
        path: Ending in .gif, .webp, .apng or .png.

    Raises:
        UsageError: The ending is another.
    """

    pixel_format = PixelFormat.BGR
    supports_alpha = True
    keeps_times = True
    keeps_end = True

    def __init__(self, path: Path) -> None:
        self._ending = path.suffix.lower()
        if self._ending not in WRITTEN_ANIMATIONS:
            raise UsageError(
                "can't write an animation as {name}",
                "use a name that ends in {endings}",
                code="animation-format-unknown",
                name=path.name,
                endings=listed(WRITTEN_ANIMATIONS),
            )
        self._path = path
        self._partial: Partial | None = None
        self._spool: BinaryIO | None = None
        self._sizes: list[int] = []
        self._times_ns: list[int] = []
        self._end_ns = 0
        self._interval_ns = 0
        self._pixels = 0

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Starts a file under a temporary name.

        Raises:
            OutputError: It can't be written there.
        """
        self._partial = Partial(self._path)
        self._spool = tempfile.TemporaryFile(dir=self._path.resolve().parent)  # noqa: SIM115 - closed by `abort`
        self._interval_ns = round(1e9 / fps)
        self._sizes, self._times_ns, self._end_ns, self._pixels = [], [], 0, 0

    def send(self, frame: OutputFrame) -> None:
        """Takes one BGR picture, shown one interval after the one before.

        Raises:
            OutputError: It can't be written; nothing is left behind.
        """
        self.send_at(frame, len(self._sizes) * self._interval_ns)

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same, shown from a time on.

        Raises:
            OutputError: It is not open, or can't be written.
        """
        if self._spool is None:
            raise OutputError("{path} is not open", code="animation-output-not-open", path=self._path)
        self._pixels += frame.image.planes[0].shape[0] * frame.image.planes[0].shape[1]
        if self._pixels > _MOST_PIXELS and self._ending in (".gif", ".webp"):
            self.abort()
            raise OutputError(
                "{path} would hold more than {megapixels} million pixels, too many for this kind of file",
                "write a video or an .apng, or choose a smaller --size",
                code="animation-too-large",
                path=self._path,
                megapixels=_MOST_PIXELS // 10**6,
            )
        try:
            self._sizes.append(self._spool.write(encode_image(samples_of(frame.image, ".png"), ".png")))
        except OSError as error:
            raise self._failed(error) from error
        self._times_ns.append(time_ns)
        self._end_ns = max(self._end_ns, time_ns + self._interval_ns)

    def end_at(self, time_ns: int) -> None:
        """Says until when the last picture is shown."""
        self._end_ns = time_ns

    def close(self) -> None:
        """Codes the file and puts it under its final name; without a picture there is none.

        Raises:
            OutputError: That failed; nothing is left behind.
        """
        partial = self._partial
        if partial is None:
            return
        if not self._sizes:
            self.abort()
            return
        try:
            if self._ending in (".apng", ".png"):
                self._write_png(partial.path)
            else:
                self._write_with_pillow(partial.path)
        except (OSError, ValueError) as error:
            raise self._failed(error) from error
        self._partial = None
        self._close_spool()
        partial.commit()

    def abort(self) -> None:
        """Removes what was written."""
        partial, self._partial = self._partial, None
        self._close_spool()
        if partial is not None:
            partial.discard()

    def _close_spool(self) -> None:
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def _failed(self, error: Exception) -> OutputError:
        self.abort()
        reason = os_reason(error) if isinstance(error, OSError) else str(error)
        return OutputError(
            "can't write {path}: {reason}",
            "free some space or choose another place",
            code="animation-write-failed",
            path=self._path,
            reason=reason,
        )

    def _durations_ms(self) -> list[int]:
        """Rounded so that errors don't add up."""
        tick = _TICK_MS.get(self._ending, 1)
        ends_ms = [round(time / 1e6 / tick) * tick for time in (*self._times_ns, self._end_ns)]
        return [max(after - before, tick) for before, after in pairwise(ends_ms)]

    def _pictures(self) -> Iterator[bytes]:
        assert self._spool is not None
        self._spool.seek(0)
        for size in self._sizes:
            yield self._spool.read(size)

    def _write_with_pillow(self, path: Path) -> None:
        pictures = (self._for_pillow(data) for data in self._pictures())
        first = next(pictures)
        options: dict[str, object] = {"disposal": 2, "optimize": False}
        if self._ending == ".webp":  # Pillow drops the alpha of animations that are coded with loss
            options = {"lossless": True, "method": 2} if first.mode == "RGBA" else dict(_WEBP)
        first.save(
            path,
            format=self._ending[1:].upper(),
            save_all=True,
            append_images=pictures,
            duration=self._durations_ms(),
            loop=0,
            **options,
        )

    def _for_pillow(self, data: bytes) -> PIL.Image.Image:
        samples: U8 = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)  # type: ignore[assignment]
        if samples.shape[2] == 4:
            return PIL.Image.fromarray(cv2.cvtColor(samples, cv2.COLOR_BGRA2RGBA))
        picture = PIL.Image.fromarray(cv2.cvtColor(samples, cv2.COLOR_BGR2RGB))
        return picture.quantize(256) if self._ending == ".gif" else picture  # 256 colours a picture take less memory

    def _write_png(self, path: Path) -> None:
        """APNG (PNG 3rd edition, section 11.3.5): each picture's own image data, with its time before it."""
        sequence = 0
        with path.open("wb") as file:
            file.write(_PNG_SIGNATURE)
            for index, (data, duration_ms) in enumerate(zip(self._pictures(), self._durations_ms(), strict=True)):
                chunks = list(_chunks(data))
                head = chunks[0][1]
                if index == 0:
                    _write_chunk(file, b"IHDR", head)
                    _write_chunk(file, b"acTL", struct.pack(">II", len(self._sizes), 0))
                delay = (
                    (min(duration_ms, 65_535), 1000) if duration_ms <= 65_535 else (min(duration_ms // 1000, 65_535), 1)
                )
                control = struct.pack(">I", sequence) + head[:8] + struct.pack(">IIHHBB", 0, 0, *delay, 0, 0)
                _write_chunk(file, b"fcTL", control)
                sequence += 1
                for kind, content in chunks:
                    if kind != b"IDAT":
                        continue
                    if index == 0:
                        _write_chunk(file, b"IDAT", content)
                    else:
                        _write_chunk(file, b"fdAT", struct.pack(">I", sequence) + content)
                        sequence += 1
            _write_chunk(file, b"IEND", b"")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG_SIGNATURE)
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length


def _write_chunk(file: BinaryIO, kind: bytes, content: bytes) -> None:
    file.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)))
