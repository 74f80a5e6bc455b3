"""The full-size alpha, kept without loss."""

from __future__ import annotations

from pathlib import Path

from engine.core.errors import UsageError
from engine.core.frame import U8
from engine.outputs.files.image_file import ImageOutput
from engine.outputs.files.image_sequence import ImageSequenceOutput
from engine.outputs.files.video_file import VideoFileOutput


class AlphaWriter:
    """Writes alphas as grey pictures: one .png, a lossless .mkv (FFV1), or a folder of PNGs where there is no ending.

    Args:
        path: Where to.

    Raises:
        UsageError: The ending is another.
    """

    def __init__(self, path: Path) -> None:
        self._output: ImageSequenceOutput | ImageOutput | VideoFileOutput
        match path.suffix.lower():
            case "":
                self._output = ImageSequenceOutput(path)
            case ".png":
                self._output = ImageOutput(path)
            case ".mkv":
                self._output = VideoFileOutput(path)
            case _:
                raise UsageError(
                    "can't keep an alpha as {name}",
                    "end it in .png or .mkv, or name a folder",
                    code="alpha-format-unknown",
                    name=path.name,
                )

    def open(self, size: tuple[int, int], fps: float) -> None:
        """Opens it for alphas of (width, height) at a rate.

        Raises:
            OutputError: It can't be written there.
        """
        self._output.open(size, fps)

    def send_alpha(self, alpha: U8, time_ns: int | None = None) -> None:
        """Writes uint8 [H, W], shown from a time on, or at the constant rate if none is given.

        Raises:
            OutputError: It could not be written.
        """
        if isinstance(self._output, VideoFileOutput):
            self._output.send_alpha(alpha, time_ns)
        else:
            self._output.send_alpha(alpha)

    def end_at(self, time_ns: int) -> None:
        """Says until when the last alpha is shown."""
        self._output.end_at(time_ns)

    def close(self) -> None:
        """Finishes it under its final name.

        Raises:
            OutputError: That failed; nothing is left behind.
        """
        self._output.close()

    def abort(self) -> None:
        """Removes what was written."""
        self._output.abort()
