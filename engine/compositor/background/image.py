"""Reads background pictures of every common kind, within a limit of memory."""

from __future__ import annotations

from pathlib import Path

from engine.compositor.background.scaling import fit_bgr
from engine.compositor.canvas import Canvas
from engine.core.errors import UsageError
from engine.core.frame import Image
from engine.core.settings import Fit
from engine.media.image_files import read_image


def load_picture(path: Path, canvas: Canvas, fit: Fit, bars: tuple[int, int, int]) -> Image:
    """Reads a picture for a canvas.

    Args:
        path: A file of any kind that Pillow reads; of a moving picture the first frame.
        canvas: What it is to be composed on.
        fit: How it fills the canvas.
        bars: (red, green, blue) of the bars beside a contained picture.

    Raises:
        UsageError: There is no such file.
        SourceError: It is no picture, is damaged, or too large.
    """
    if not path.is_file():
        raise UsageError(
            "there is no background picture {path}", "choose another one", code="background-picture-missing", path=path
        )
    bgr = read_image(path, at_least=canvas.size)
    return canvas.image(fit_bgr(bgr, canvas.size, fit, bars))
