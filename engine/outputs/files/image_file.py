"""One picture as a file."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import OutputError, UsageError
from engine.core.frame import U8, PixelFormat
from engine.media.suffixes import ALPHA_SUFFIXES, WRITTEN_IMAGES, listed
from engine.outputs.files.image_encoding import encode_image, samples_of
from engine.platform.atomic_files import Partial, write_atomically
from engine.privacy import OutputFrame


class ImageOutput:
    """Writes the one picture that is sent.

    Args:
        path: Ending in .png, .jpg, .jpeg or .webp; PNG and WebP keep transparency.

    Raises:
        UsageError: The ending is another.
    """

    pixel_format = PixelFormat.BGR
    keeps_times = keeps_end = True

    def __init__(self, path: Path) -> None:
        self._ending = path.suffix.lower()
        if self._ending not in WRITTEN_IMAGES:
            raise UsageError(
                "can't write a picture as {name}",
                "use a name that ends in {endings}",
                code="picture-format-unknown",
                name=path.name,
                endings=listed(WRITTEN_IMAGES),
            )
        self.supports_alpha = self._ending in ALPHA_SUFFIXES
        self._path = path
        self._data: bytes | None = None

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self._path)

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Makes sure that the folder can be written, before any work is done.

        Raises:
            OutputError: It can't.
        """
        Partial(self._path).discard()

    def send(self, frame: OutputFrame) -> None:
        """Encodes a BGR picture; it is written at `close`.

        Raises:
            OutputError: It is too large for this kind of file, or the second one.
        """
        self._encode(samples_of(frame.image, self._ending))

    def send_alpha(self, alpha: U8) -> None:
        """Encodes an alpha, uint8 [H, W], as a grey picture; otherwise like `send`."""
        self._encode(alpha)

    def _encode(self, samples: U8) -> None:
        if self._data is not None:
            self.abort()
            raise OutputError(
                "{path} holds one picture, and more came",
                "name a video, or a folder for them",
                code="picture-second-frame",
                path=self._path,
            )
        self._data = encode_image(samples, self._ending)

    def send_at(self, frame: OutputFrame, time_ns: int) -> None:
        """The same as `send`: a picture has no time."""
        self.send(frame)

    def end_at(self, time_ns: int) -> None:
        """Changes nothing."""

    def close(self) -> None:
        """Writes the file.

        Raises:
            OutputError: It can't be written; nothing is left behind.
        """
        data, self._data = self._data, None
        if data is not None:
            write_atomically(self._path, data)

    def abort(self) -> None:
        """Forgets the picture."""
        self._data = None
