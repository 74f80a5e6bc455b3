"""A folder of numbered pictures."""

from __future__ import annotations

import re
from pathlib import Path

from engine.core.errors import OutputError
from engine.core.frame import U8, PixelFormat
from engine.outputs.files.image_encoding import encode_image, samples_of
from engine.platform.atomic_files import Partial, os_reason
from engine.privacy import OutputFrame


class ImageSequenceOutput:
    """Writes 000001.png, 000002.png and so on, with alpha where the pictures have it.

    Args:
        folder: A new or empty folder, or one that holds nothing but an earlier sequence, which is replaced.
    """

    pixel_format = PixelFormat.BGR
    supports_alpha = True
    keeps_times = keeps_end = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._partial: Partial | None = None
        self._count = 0

    @property
    def name(self) -> str:
        """The folder's path."""
        return str(self._folder)

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Starts a folder under a temporary name.

        Raises:
            OutputError: It can't be made, or the final one holds other things.
        """
        if self._folder.is_dir() and any(
            not re.fullmatch(r"\d{6,}\.png", item.name) for item in self._folder.iterdir()
        ):
            raise OutputError(
                "the folder {folder} holds other things than numbered pictures",
                "name a new one",
                code="output-folder-not-empty",
                folder=self._folder,
            )
        self._partial = Partial(self._folder, folder=True)
        self._count = 0

    def send(self, frame: OutputFrame) -> None:
        """Writes one BGR picture.

        Raises:
            OutputError: It can't be written; nothing is left behind.
        """
        self._write(samples_of(frame.image, ".png"))

    def send_alpha(self, alpha: U8) -> None:
        """Writes an alpha, uint8 [H, W], as a grey picture; otherwise like `send`."""
        self._write(alpha)

    def _write(self, samples: U8) -> None:
        if self._partial is None:
            raise OutputError("{folder} is not open", code="picture-sequence-not-open", folder=self._folder)
        self._count += 1
        try:
            (self._partial.path / f"{self._count:06d}.png").write_bytes(encode_image(samples, ".png"))
        except OSError as error:
            self.abort()
            raise OutputError(
                "can't write to {folder}: {reason}",
                "free some space",
                code="picture-sequence-write-failed",
                folder=self._folder,
                reason=os_reason(error),
            ) from error

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same as `send`: every picture counts, whatever its time."""
        self.send(frame)

    def end_at(self, time_ns: int) -> None:
        """Changes nothing."""

    def close(self) -> None:
        """Puts the folder under its final name; without a picture there is none.

        Raises:
            OutputError: That failed; nothing is left behind.
        """
        partial, self._partial = self._partial, None
        if partial is not None and self._count:
            partial.commit()
        elif partial is not None:
            partial.discard()

    def abort(self) -> None:
        """Removes what was written."""
        partial, self._partial = self._partial, None
        if partial is not None:
            partial.discard()
