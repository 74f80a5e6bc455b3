"""The one reader of still pictures: orientation, transparency, colour profile and limits of memory."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import PIL
import PIL.Image
import PIL.ImageOps
from PIL import (  # noqa: F401 - each registers the format it is named for
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Jpeg2KImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from engine.core.errors import SourceError
from engine.core.frame import U8
from engine.media.icc import to_srgb
from engine.platform.atomic_files import os_reason
from engine.platform.process import release_freed_memory

MAX_PIXELS: Final = 64_000_000
"""Of a picture that is decoded whole; rendering it then takes 1.3 GB."""
MAX_REDUCED_PIXELS: Final = 200_000_000
"""Of a baseline JPEG that is only wanted smaller: it is decoded at down to an eighth of its size."""
_LARGE_PX: Final = 2_500_000
"""Pictures of more pixels take so much memory to decode that it is given back at once."""
MIN_SIDE_PX: Final = 16

_FORMATS: Final = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF", "AVIF", "HEIF", "JPEG2000", "PPM")
"""Every format that is read. Pillow knows more, some of which run other programs or are found in any file."""
_AVERAGED_MODES: Final = ("L", "LA", "RGB", "RGBA", "CMYK", "YCbCr")
_TIFF_SUBFILE_TYPE: Final = 254
"""TIFF 6.0, section 8: a value of 0 marks a page, an odd one a smaller copy of another."""

# Pillow refuses anything larger as it opens it, in place of warning.
PIL.Image.MAX_IMAGE_PIXELS = MAX_REDUCED_PIXELS
warnings.filterwarnings("error", category=PIL.Image.DecompressionBombWarning)


@cache
def _register_heif() -> None:
    """Lets Pillow open HEIF. Only where one comes: the import takes a tenth of the program's start."""
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)


def _formats_of(path: Path) -> list[str]:
    """The formats to try; HEIF among them if the file begins with the box that all of its kind do (ISO 14496-12)."""
    with path.open("rb") as file:
        is_boxed = file.read(8)[4:] == b"ftyp"
    if is_boxed:
        _register_heif()
    return [name for name in _FORMATS if is_boxed or name != "HEIF"]


@contextmanager
def opened_image(path: Path) -> Iterator[PIL.Image.Image]:
    """A picture file, opened by its content, not yet decoded.

    Raises:
        PIL.UnidentifiedImageError: It is none of the formats that are read.
        OSError, ValueError, PIL.Image.DecompressionBombError: It can't be read, is damaged or absurdly large.
    """
    with PIL.Image.open(path, formats=_formats_of(path)) as opened:
        yield opened


def read_image(path: Path, *, at_least: tuple[int, int] | None = None) -> U8:
    """Reads a picture upright (EXIF rotation obeyed) as sRGB, odd sides kept.

    Args:
        path: A picture file; of an animation the first frame.
        at_least: (width, height): a much larger picture is averaged down, but to no less than this. It comes at its
            full size if absent.

    Returns:
        uint8 [H, W, 3], BGR; what is transparent lies over black.

    Raises:
        SourceError: It is missing, no picture, damaged, of an absurd size or has several pages.
    """
    bgr, pixels = _read(path, at_least)
    if pixels > _LARGE_PX:
        release_freed_memory()
    return bgr


def _read(path: Path, at_least: tuple[int, int] | None) -> tuple[U8, int]:
    """The picture, and how many pixels were decoded; on return these are freed."""
    with _told(path), opened_image(path) as opened:
        _check(opened, path, whole=at_least is None)
        return bgr_of(PIL.ImageOps.exif_transpose(_reduced(opened, at_least))), opened.width * opened.height


def read_rgba(path: Path, at_most: tuple[int, int]) -> PIL.Image.Image:
    """Reads a small picture upright with its transparency, as large as fits a size and no larger than it is.

    Args:
        path: A picture file; of an animation the first frame.
        at_most: (width, height).

    Returns:
        An image of mode RGBA.

    Raises:
        SourceError: See `read_image`.
    """
    with _told(path), opened_image(path) as opened:
        _check(opened, path, whole=True)
        picture = PIL.ImageOps.exif_transpose(opened).convert("RGBA")
        picture.thumbnail(at_most)
        return picture


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Words what goes wrong with a picture."""
    try:
        yield
    except SourceError:
        raise
    except PIL.UnidentifiedImageError as error:
        raise SourceError(
            "{path} is no picture that can be read", "save it as PNG or JPEG", code="picture-invalid", path=path
        ) from error
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning) as error:
        raise _too_large(path, MAX_REDUCED_PIXELS) from error
    except OSError as error:
        if error.errno is None:
            raise _damaged(path, error) from error
        raise SourceError(
            "can't read the picture {path}: {reason}",
            "check its name and rights",
            code="picture-unreadable",
            path=path,
            reason=os_reason(error),
        ) from error
    except MemoryError as error:
        raise SourceError(
            "there is too little memory for the picture {path}", "scale it down", code="picture-memory", path=path
        ) from error
    except Exception as error:  # Pillow's decoders raise nearly every kind on damaged data.
        raise _damaged(path, error) from error


def bgr_of(picture: PIL.Image.Image) -> U8:
    """A decoded picture of any mode as uint8 [H, W, 3], BGR, sRGB; what is transparent lies over black.

    Raises:
        ValueError: Its samples are fractions of no stated range.
    """
    if picture.mode.startswith("I"):
        samples = np.asarray(picture).astype(np.int64)
        grey = (samples >> 8 if samples.max(initial=0) > 255 else samples).clip(0, 255).astype(np.uint8)
        return cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)  # type: ignore[return-value]
    if picture.mode == "F":
        raise ValueError("its samples are fractions of no stated range")
    picture = to_srgb(picture)
    if picture.has_transparency_data:
        rgba = np.asarray(picture.convert("RGBA"))
        alpha: Any = rgba[..., 3]
        rgb = cv2.multiply(rgba[..., :3], cv2.merge([alpha, alpha, alpha]), scale=1 / 255)
    else:
        rgb = np.asarray(picture.convert("RGB"))
    return cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR)  # type: ignore[return-value]


def _check(opened: PIL.Image.Image, path: Path, *, whole: bool) -> None:
    width, height = opened.size
    if min(width, height) < MIN_SIDE_PX:
        raise SourceError(
            "{path} is {width}x{height} pixels",
            "use one of at least {side} on each side",
            code="picture-too-small",
            path=path,
            width=width,
            height=height,
            side=MIN_SIDE_PX,
        )
    reducible = not whole and opened.format == "JPEG" and not opened.info.get("progressive")
    limit = MAX_REDUCED_PIXELS if reducible else MAX_PIXELS
    if width * height > limit:
        raise _too_large(path, limit)
    pages = _pages(opened)
    if pages > 1:
        raise SourceError(
            "{path} holds {pages} pages",
            "save the page you want as PNG",
            code="picture-with-pages",
            path=path,
            pages=pages,
        )


def _pages(opened: PIL.Image.Image) -> int:
    """Of a TIFF, without the smaller copies that some programs keep beside each."""
    if opened.format != "TIFF":
        return 1
    pages = 0
    for index in range(getattr(opened, "n_frames", 1)):
        opened.seek(index)
        pages += not opened.tag_v2.get(_TIFF_SUBFILE_TYPE, 0) & 1  # type: ignore[attr-defined]
    opened.seek(0)
    return pages


def _reduced(opened: PIL.Image.Image, at_least: tuple[int, int] | None) -> PIL.Image.Image:
    """A picture far larger than it is wanted is averaged down before anything is made of all its pixels."""
    if at_least is None:
        return opened
    side = max(at_least)
    opened.draft(None, (side, side))  # does nothing but to JPEG
    factor = min(opened.width // at_least[0], opened.height // at_least[1])
    if factor <= 1 or opened.mode not in _AVERAGED_MODES:
        return opened
    reduced = opened.reduce(factor)
    reduced.info = opened.info
    return reduced


def _too_large(path: Path, limit: int) -> SourceError:
    return SourceError(
        "{path} has more than {megapixels} million pixels",
        "scale it down",
        code="picture-too-large",
        path=path,
        megapixels=limit // 10**6,
    )


def _damaged(path: Path, error: Exception) -> SourceError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return SourceError(
        "the picture {path} is damaged ({reason})",
        "copy it again or use another one",
        code="picture-damaged",
        path=path,
        reason=reason,
    )
