"""Draws the name tag: a line of text and a small picture on a dark plate."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageDraw
import PIL.ImageFont

from engine.core.frame import U8
from engine.media.image_files import read_rgba
from engine.platform.fonts import font_files

_Font = PIL.ImageFont.FreeTypeFont | PIL.ImageFont.ImageFont

_TEXT_SHARE = 0.042
"""Height of the letters by the frame's, as meeting programs write names."""
_LOGO_SHARE = 0.1
"""Height of a logo without a name, by the frame's."""
_WIDEST_SHARE = 0.6
"""Of the frame's width that a name may take; a longer one ends in an ellipsis."""
_PLATE_RGBA = (0, 0, 0, 185)
_TEXT_RGBA = (255, 255, 255, 255)
_SMOOTH = 4
"""The plate's corners are drawn this much larger and averaged."""
_NO_CHARACTER = "\U0010ffff"


def draw_name_tag(text: str, logo: Path | None, size: tuple[int, int]) -> U8:
    """The name tag for a frame.

    Args:
        text: The name; its first line is drawn.
        logo: A picture beside it, with its transparency.
        size: (width, height) of the frame.

    Returns:
        uint8 [h, w, 4], red, green, blue and alpha (0..255, straight); empty where there is nothing to draw.

    Raises:
        SourceError: The logo can't be read.
    """
    width, height = size
    letters_px = max(round(height * _TEXT_SHARE), 8)
    line = _one_line(text)
    picture = None
    if logo is not None:
        side = round(letters_px * 1.5) if line else round(height * _LOGO_SHARE)
        picture = read_rgba(logo, (3 * side, side))
    if not line:
        return np.array(picture) if picture is not None else np.zeros((0, 0, 4), np.uint8)
    font = _font_for(line, letters_px)
    pad = round(letters_px * 0.55)
    beside = picture.width + pad if picture is not None else 0
    line = _shortened(line, font, round(width * _WIDEST_SHARE) - beside - 2 * pad)
    left, _, right, _ = font.getbbox(line)
    plate = _plate(round(right - left) + beside + 2 * pad, round(letters_px * 1.9))
    if picture is not None:
        plate.alpha_composite(picture, (pad, (plate.height - picture.height) // 2))
    # By the font's line, not the text's own box: names with and without descenders stand at one height.
    middle = (pad + beside - left, plate.height / 2)
    PIL.ImageDraw.Draw(plate).text(middle, line, font=font, fill=_TEXT_RGBA, anchor="lm" if _scales(font) else None)
    return np.array(plate)


def _one_line(text: str) -> str:
    """The first line, without what can't be seen."""
    first = next(iter(text.strip().splitlines()), "")
    return "".join(character for character in first if unicodedata.category(character) != "Cc").strip()


def _font_for(text: str, letters_px: int) -> _Font:
    """The first font that has every character, else the likeliest; Pillow's own where the system has none."""
    found: _Font | None = None
    for path in font_files(text):
        try:
            font = PIL.ImageFont.truetype(str(path), letters_px)
        except OSError:
            continue
        found = found or font
        missing = bytes(font.getmask(_NO_CHARACTER))
        if all(bytes(font.getmask(character)) != missing for character in set(text) if not character.isspace()):
            return font
    return found or PIL.ImageFont.load_default(letters_px)


def _scales(font: _Font) -> bool:
    return isinstance(font, PIL.ImageFont.FreeTypeFont)


def _shortened(text: str, font: _Font, widest_px: int) -> str:
    if font.getlength(text) <= widest_px:
        return text
    while text and font.getlength(text + "…") > widest_px:
        text = text[:-1].rstrip()
    return text + "…"


def _plate(width: int, height: int) -> PIL.Image.Image:
    large = PIL.Image.new("RGBA", (width * _SMOOTH, height * _SMOOTH), (*_PLATE_RGBA[:3], 0))
    box = (0, 0, large.width - 1, large.height - 1)
    PIL.ImageDraw.Draw(large).rounded_rectangle(box, radius=large.height // 4, fill=_PLATE_RGBA)
    return large.resize((width, height), PIL.Image.Resampling.BOX)
