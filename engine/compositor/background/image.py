"""Reads background pictures of every common kind, within a limit of memory."""

from __future__ import annotations

from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.compositor.background.scaling import fit_bgr
from engine.compositor.canvas import Canvas
from engine.core.errors import EngineError, SourceError, UsageError
from engine.core.frame import U8, Image
from engine.core.settings import Fit
from engine.media.image_files import bgr_of

MAX_PIXELS = 36_000_000
"""Of a picture that is decoded whole: 150 MB while it is read as PNG, 500 MB at worst (WebP with transparency)."""

MAX_REDUCED_PIXELS = 200_000_000
"""Of a baseline JPEG, which is decoded at an eighth of its size."""

_AVERAGED_MODES = ("L", "LA", "RGB", "RGBA", "CMYK", "YCbCr")

# The limits above replace Pillow's own, which refuses a picture that would be decoded at a fraction of its size.
PIL.Image.MAX_IMAGE_PIXELS = None


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
    try:
        with PIL.Image.open(path) as opened:
            bgr = _decode(opened, path, canvas.size)
    except EngineError:
        raise
    except PIL.UnidentifiedImageError:
        raise SourceError(
            "{name} is not a picture this program can read",
            "save it as PNG or JPEG",
            code="background-picture-unreadable",
            name=path.name,
        ) from None
    except Exception as error:  # Pillow's decoders raise nearly every kind on damaged data.
        reason = " ".join(str(error).split()) or type(error).__name__
        raise SourceError(
            "the background picture {name} is damaged ({reason})",
            "choose another one",
            code="background-picture-damaged",
            name=path.name,
            reason=reason,
        ) from error
    return canvas.image(fit_bgr(bgr, canvas.size, fit, bars))


def _decode(opened: PIL.Image.Image, path: Path, size: tuple[int, int]) -> U8:
    pixels = opened.width * opened.height
    reducible = opened.format == "JPEG" and not opened.info.get("progressive")
    if pixels > (MAX_REDUCED_PIXELS if reducible else MAX_PIXELS):
        raise SourceError(
            "the background picture {name} has {megapixels} megapixels",
            "scale it down",
            code="background-picture-too-large",
            name=path.name,
            megapixels=pixels // 1_000_000,
        )
    side = max(size)
    opened.draft(None, (side, side))  # does nothing but to JPEG
    # A picture far larger than the frame is averaged down before anything is made of all its pixels.
    factor = min(opened.width // size[0], opened.height // size[1])
    reduced = opened.reduce(factor) if factor > 1 and opened.mode in _AVERAGED_MODES else opened
    return bgr_of(PIL.ImageOps.exif_transpose(reduced))
